"""A file of hours arrives: it is looked at, kept, and read; or its columns are asked about."""

from datetime import date

from django.db import transaction

from perenne.domain.hours.actions.importing.reading import read_later, read_now
from perenne.domain.hours.models import HoursImport
from perenne.domain.hours.policy import PARTIES
from perenne.domain.hours.queries.importing.files import ReadFile, file_in, remembered_layouts
from perenne.domain.hours.states import ASKING, READING
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import store
from perenne.kit.files.receiving import Received, receive
from perenne.kit.files.uses import Use
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.kit.sheets import read

NOT_THEIRS = "Cette entreprise n’est pas parmi les vôtres : choisissez-la dans la liste."


def receive_import(file: SentFile, *, siret: str, by: Actor, today: date) -> int:
    """The import's id. Refused, in French, when the file cannot be read."""
    party = PARTIES.rows("import.receive", by).filter(siret=siret).order_by("pk").first()
    if party is None or by.organisation_id is None:
        raise Refused(NOT_THEIRS)
    found = file_in(read(file.content, file.name), remembered_layouts(by.organisation_id))
    received = receive(file.content, file.name, Use.TIMESHEET, file.declared)
    row = _keep(received, party, found, by=by, today=today)
    read_now(row, found, by=by, today=today)
    return row.pk


@transaction.atomic
def _keep(
    received: Received, party: Party, found: ReadFile, *, by: Actor, today: date
) -> HoursImport:
    row = HoursImport.objects.create(
        siret=party.siret,
        company=party.name,
        organisation_id=by.organisation_id or 0,
        is_own=by.role in CARRYING_OUT,
        file=store(received),
        state=ASKING if found.asks else READING,
        received_on=today,
        found={"received": [*received.notes], "notes": [*found.notes], "lines": found.lines},
    )
    record("import.receive", row, by=by)
    read_later(row, found)
    return row
