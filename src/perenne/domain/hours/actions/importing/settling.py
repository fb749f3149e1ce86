"""What only a human knows of a file: what its columns are, who its people are. Remembered."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from perenne.domain.hours.actions.importing.reading import read_later, read_now
from perenne.domain.hours.models import HoursImport, RememberedLayout, RememberedPerson
from perenne.domain.hours.policy import IMPORTS
from perenne.domain.hours.queries.importing.files import crew_for, file_of
from perenne.domain.hours.queries.importing.people import NOT_OURS
from perenne.domain.hours.states import IMPORT_LIFE, ImportState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

STILL = (
    "Il manque encore de quoi lire les heures : il faut au moins une personne (nom ou code), des "
    "heures, et le mois ou la date."
)
A_STRANGER = "Cette personne n’est pas de l’équipe : choisissez-la dans la liste."


def match_columns(
    *, import_id: int, said: Mapping[str, Mapping[str, str]], by: Actor, today: date
) -> None:
    """`said`: signature of the headings → index → HourColumn ("": none), and « unit »; or
    « tab:Name » → « month ». What is said of headings is remembered for the next file.
    """
    with transaction.atomic():
        row = IMPORTS.take("import.match", by, import_id)
        row.said = {place: dict(answers) for place, answers in said.items()}
        found = file_of(row)
        if found.asks:
            raise Refused(STILL)
        row.state = IMPORT_LIFE.after("import.match", ImportState(row.state))
        row.save()
        record("import.match", row, by=by)
        _remember_layouts(row)
        read_later(row, found)
    read_now(row, found, by=by, today=today)


def _remember_layouts(row: HoursImport) -> None:
    RememberedLayout.objects.bulk_create(
        [
            RememberedLayout(organisation_id=row.organisation_id, signature=place, said=said)
            for place, said in sorted(row.said.items())
            if not place.startswith("tab:")
        ],
        update_conflicts=True,
        unique_fields=["organisation", "signature"],
        update_fields=["said"],
    )


def settle_people(*, import_id: int, people: Mapping[str, int], by: Actor, today: date) -> None:
    """`people`: print of what the file says → participant, or NOT_OURS. Empty: only read again."""
    with transaction.atomic():
        row = IMPORTS.take("import.settle", by, import_id)
        members = crew_for(row).members.keys() if people else set()
        if not set(people.values()) <= {NOT_OURS, *members}:
            raise Refused(A_STRANGER)
        RememberedPerson.objects.bulk_create(
            [
                RememberedPerson(
                    organisation_id=row.organisation_id, mark=mark, participant_id=person or None
                )
                for mark, person in sorted(people.items())
            ],
            update_conflicts=True,
            unique_fields=["organisation", "mark"],
            update_fields=["participant"],
        )
        row.state = IMPORT_LIFE.after("import.settle", ImportState(row.state))
        row.save(update_fields=["state"])
        record("import.settle", row, by=by)
        found = file_of(row)
        read_later(row, found)
    read_now(row, found, by=by, today=today)
