"""Django's `migrate`, after which every table has its walls (decision 0012)."""

from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.library.actions import load_originals
from perenne.kit.journal.declaring import declare_sensitive_acts
from perenne.kit.postgres.indexes import let_indexes_search
from perenne.kit.states.guards import raise_guards
from perenne.kit.tenancy import each_committee, within
from perenne.kit.tenancy.opening import open_committees
from perenne.kit.tenancy.walls import raise_walls

ONLY_LOOKING = ("plan", "check_unapplied")


class Command(migrate.Command):
    help = "Brings the tables up to date, raises the walls between committees, loads the texts."

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
            raise_guards()
            let_indexes_search()
        if raised and int(options["verbosity"]) > 0:
            self.stdout.write(f"  Walls: {len(raised)} statements, for the role {role}")
        if not options.get("run_syncdb"):  # a test database begins empty
            self._load_texts(quiet=int(options["verbosity"]) == 0)

    def _load_texts(self, *, quiet: bool) -> None:
        """The public texts that are shipped, where a committee has none of its own yet."""
        for code in each_committee():
            loaded = load_originals(on=localdate())
            if loaded and not quiet:
                self.stdout.write(f"  Texts: {loaded} loaded for {code}")
