"""`./run manage documents`: writes the generated documents."""

from django.core.management import BaseCommand

from perenne.ops.documents import ROOT, generated


class Command(BaseCommand):
    help = "Writes docs/law.md, permissions.md, rgpd/*.md and states/*.md from the code."

    def handle(self, *args: object, **options: object) -> None:
        for path, text in generated().items():
            place = ROOT / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            self.stdout.write(path)
