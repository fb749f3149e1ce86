"""Django's `migrate`, after which every table has its walls (decision 0012)."""

from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import connection

from perenne.kit.journal.declaring import declare_sensitive_acts
from perenne.kit.tenancy import within
from perenne.kit.tenancy.opening import open_committees
from perenne.kit.tenancy.walls import raise_walls

ONLY_LOOKING = ("plan", "check_unapplied")


class Command(migrate.Command):
    help = "Brings the tables up to date, then raises the walls between committees."

    def handle(self, *args: Any, **options: Any) -> None:
        with within(settings.COMMITTEES[0]):  # what is older than committees belongs to the first
            super().handle(*args, **options)
        if any(options.get(look) for look in ONLY_LOOKING) or options.get("app_label"):
            return
        role = settings.APPLICATION_ROLE
        if role == connection.settings_dict["USER"]:
            raise CommandError(
                f"« {role} » is the role of the application: the tables need another owner. "
                "Give its address in PERENNE_OWNER_DATABASE_URL."
            )
        open_committees()
        with within(settings.COMMITTEES[0]):
            declare_sensitive_acts()
            raised = raise_walls(role)
        if raised and int(options["verbosity"]) > 0:
            self.stdout.write(f"  Walls: {len(raised)} statements, for the role {role}")
