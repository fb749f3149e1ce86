"""`./run manage replay_erasures`: to be run after each restore of a backup, before opening."""

from django.core.management import BaseCommand
from django.utils.timezone import localdate

from perenne.domain.rights.actions import replay_erasures
from perenne.kit.actors import HOUSE
from perenne.kit.tenancy import each_committee


class Command(BaseCommand):
    help = "Erases again every person that a restored backup has brought back."

    def handle(self, *args: object, **options: object) -> None:
        for code in each_committee():
            numbers = replay_erasures(by=HOUSE, today=localdate())
            self.stdout.write(f"{code}: {len(numbers)} erased again {numbers or ''}".rstrip())
