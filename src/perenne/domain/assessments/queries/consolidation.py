"""The rows of a consolidation file: our facts, in the words of its mapping, all accounted for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.assessments.policy import CONSOLIDATIONS_OF
from perenne.domain.assessments.queries.consolidation_contracts import (
    buyer_facts,
    contract_facts,
    publication_facts,
    territory_facts,
)
from perenne.domain.assessments.queries.consolidation_persons import person_facts
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.consolidation import (
    CONSOLIDATIONS,
    About,
    Accounting,
    Consolidation,
    account,
    mapping_on,
)
from perenne.rules.consolidation.accounting import Facts
from perenne.values import Period

Source = Callable[[Period, Actor, date], list[Facts]]
SOURCES: Mapping[About, Source] = {
    About.CONTRACT: contract_facts,
    About.TERRITORY: territory_facts,
    About.BUYER: buyer_facts,
    About.PERSON: person_facts,
    About.PUBLICATION: publication_facts,
}


@dataclass(frozen=True, slots=True)
class Year:
    """A civil year, up to today when it is not over."""

    number: int

    @property
    def days(self) -> Period:
        return Period(date(self.number, 1, 1), date(self.number + 1, 1, 1))


def may_consolidate(actor: Actor) -> bool:
    return not is_void(CONSOLIDATIONS_OF.grants["bilan.consolidate"](actor))


def consolidations_for(seen_by: Actor, *, on: date) -> tuple[Consolidation, ...]:
    """The versions in force; those about persons are for the facilitators who follow them.

    NotFound for who has none.
    """
    if not may_consolidate(seen_by):
        raise NotFound("consolidation")
    codes = dict.fromkeys(one.code for one in CONSOLIDATIONS if one.since <= on)
    held = (mapping_on(code, on, CONSOLIDATIONS) for code in codes)
    return tuple(
        one for one in held if one.about is not About.PERSON or seen_by.role is Role.FACILITATOR
    )


def consolidation(code: str, year: Year, *, seen_by: Actor, on: date) -> Accounting:
    """The version in force at the end of the year told, or today; a fixed number of queries.

    NotFound for a file that they may not have.
    """
    if code not in {one.code for one in consolidations_for(seen_by, on=on)}:
        raise NotFound(code)
    mapping = mapping_on(code, on, CONSOLIDATIONS)
    return account(mapping, SOURCES[mapping.about](year.days, seen_by, on))
