"""Where a reminder may speak of a penalty: a notice was received, and hours still lack."""

from collections.abc import Iterable
from datetime import date

from perenne.domain.compliance.models import Letter
from perenne.domain.compliance.queries.standings import standings
from perenne.domain.compliance.states import LetterKind, ShortfallState
from perenne.domain.notices.queries.things import Thing
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.rules.french import in_full
from perenne.rules.notices import Standing, may_speak_of_penalty

LIVE = [ShortfallState.OPEN.value, ShortfallState.PROPOSED.value]
WARNING = (
    "« {object} » : une mise en demeure a été reçue le {received}, et {lacking} manquent encore. "
    "Une pénalité peut être proposée à l’acheteur, après vous avoir entendu."
)


def warnings_for(things: Iterable[Thing], *, on: date) -> list[str]:
    """One sentence for each commitment, to who carries its hours. As the state is now: a party
    whose hours came, or against whom nothing is open, reads nothing of the kind."""
    contracts = {
        thing.contract_id
        for thing in things
        if thing.place is None or thing.place.actor.role in CARRYING_OUT
    }
    letters = (
        Letter.objects.filter(
            kind=LetterKind.FORMAL_NOTICE,
            shortfall__state__in=LIVE,
            shortfall__commitment__contract__in=contracts - {None},
        )
        .select_related("shortfall__commitment__contract")
        .order_by("pk")
    )
    found = {letter.shortfall.commitment_id: letter for letter in letters}
    where = standings(found, on=on)
    said = []
    for commitment_id, letter in found.items():
        lacking = where[commitment_id].open if commitment_id in where else None
        minutes = lacking.minutes if lacking else 0
        standing = Standing(True, letter.received_on, minutes)
        if lacking and letter.received_on and may_speak_of_penalty(standing, on=on):
            words = WARNING.format(
                object=letter.shortfall.commitment.contract.object,
                received=in_full(letter.received_on),
                lacking=lacking,
            )
            said.append(words)
    return said
