"""Whether what a clause asks is in proportion with its contract."""

from perenne.domain.clauses.queries.cards import ClauseCard
from perenne.rules.quality import Asked, Excess, excesses


def excesses_of(clause: ClauseCard) -> tuple[Excess, ...]:
    """In the order of the table of requirements; nothing asked is in excess of nothing."""
    return excesses(Asked(clause.hours_due, clause.need.lasting, clause.terms.requirements))
