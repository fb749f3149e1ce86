"""What an address asks for, and what stands behind it."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.assessments.queries.annexes import contracts_in
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import texts_of
from perenne.domain.assessments.queries.keeping import Kept
from perenne.domain.assessments.scopes import Scope
from perenne.kit.actors import Actor
from perenne.values import Period
from perenne.web.bilans.addresses import months_in, scope_in, slug_of, slug_of_months


@dataclass(frozen=True, slots=True)
class Asked:
    scope: Scope
    months: Period

    @property
    def slugs(self) -> tuple[str, str]:
        """What its addresses are made of."""
        return slug_of(self.scope), slug_of_months(self.months)


def asked_in(scope: str, months: str) -> Asked:
    """NotFound for an address that says neither."""
    return Asked(scope_in(scope), months_in(months))


def whole_of(asked: Asked, actor: Actor, *, on: date) -> Kept:
    """With its texts and its contracts: what a file holds."""
    return Kept(
        bilan_of(asked.scope, asked.months, seen_by=actor, on=on),
        texts_of(asked.scope, asked.months),
        contracts_in(asked.scope, asked.months, seen_by=actor, on=on),
    )
