"""What the structures around the place of a clause can do of its hours."""

from datetime import date

from perenne.domain.clauses.queries import ClauseCard
from perenne.domain.promises.queries import Asked, LocalCard, commune_of_clause, local_card
from perenne.rules.calibration import Hypotheses
from perenne.rules.segments import find_segment
from perenne.values import Hours


def local_offer_for(
    clause: ClauseCard, given: Hypotheses, due: Hours, on: date
) -> LocalCard | None:
    """None where the trade, the place or the duration is not known, or nothing is asked for."""
    need = clause.need
    trade = find_segment(need.object, need.cpv).trade
    if trade is None or need.lasting is None or not due:
        return None
    asked = Asked(
        trade, commune_of_clause(clause.id), due, need.lasting, given.amount,
        need.consulted_on or on,
    )  # fmt: skip
    return local_card(asked, on=on)
