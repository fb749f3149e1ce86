"""Organisations, for the coordination: those that wait to be verified, and all of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.queries.cards import sub_kind_label
from perenne.domain.organisations.states import CHECKED, OrganisationState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.values import Siret

SIZE = 50


class View(StrEnum):
    """What the list shows."""

    WAITING = "a-verifier"
    ALL = "tous"
    KEPT_OUT = "ecartes"

    @property
    def label(self) -> str:
        return {
            View.WAITING: "À vérifier",
            View.ALL: "Tous",
            View.KEPT_OUT: "Refusés ou suspendus",
        }[self]

    @property
    def rows(self) -> Q:
        return {
            View.WAITING: Q(state=OrganisationState.DECLARED, kind__in=list(CHECKED)),
            View.ALL: ~Q(state=OrganisationState.CLOSED),
            View.KEPT_OUT: Q(state__in=[OrganisationState.REFUSED, OrganisationState.SUSPENDED]),
        }[self]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    id: int
    name: str
    kind_label: str
    sub_kind_label: str
    siret: str
    commune: str
    state: OrganisationState
    declared_at: datetime


def organisations_of(*, seen_by: Actor, view: View, page: int = 1) -> Page[OrganisationRow]:
    """Those that have waited longest first; everything else by name."""
    rows = ORGANISATIONS.rows("organisation.list", seen_by).filter(view.rows)
    order = ("declared_at", "pk") if view is View.WAITING else ("name", "pk")
    return page_of(rows.select_related("commune").order_by(*order), page, size=SIZE, card_of=_row)


def waiting_to_be_verified(*, seen_by: Actor) -> int:
    return ORGANISATIONS.rows("organisation.list", seen_by).filter(View.WAITING.rows).count()


def _row(row: Organisation) -> OrganisationRow:
    return OrganisationRow(
        id=row.pk,
        name=row.name,
        kind_label=Kind(row.kind).label,
        sub_kind_label=sub_kind_label(row),
        siret=str(Siret(row.siret)) if row.siret else "",
        commune=row.commune.name if row.commune else "",
        state=OrganisationState(row.state),
        declared_at=row.declared_at,
    )
