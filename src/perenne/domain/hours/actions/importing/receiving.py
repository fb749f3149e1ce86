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
from perenne.kit.privacy.nir import has_nir
from perenne.kit.refusals import Refused
from perenne.kit.sheets import read

NOT_THEIRS = "Cette entreprise n’est pas parmi les vôtres : choisissez-la dans la liste."
NIR = (
    "La colonne « {} » contient des numéros de sécurité sociale : la plateforme n’a pas le droit "
    "de les garder. Supprimez cette colonne, puis renvoyez le fichier."
)


def receive_import(file: SentFile, *, siret: str, by: Actor, today: date) -> int:
    """The import's id. Refused, in French, when the file cannot be read."""
    party = PARTIES.rows("import.receive", by).filter(siret=siret).order_by("pk").first()
    if party is None or by.organisation_id is None:
        raise Refused(NOT_THEIRS)
    found = file_in(read(file.content, file.name), remembered_layouts(by.organisation_id))
    _refuse_nir(found)
    received = receive(file.content, file.name, Use.TIMESHEET, file.declared)
    row = _keep(received, party, found, by=by, today=today)
    read_now(row, found, by=by, today=today)
    return row.pk


def _refuse_nir(found: ReadFile) -> None:
    """What payrolls export most readily, and the platform has no right to keep."""
    for layout in found.layouts:
        for at, samples in layout.samples.items():
            if any(map(has_nir, samples)):
                raise Refused(NIR.format(layout.texts[at] or at + 1))


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
