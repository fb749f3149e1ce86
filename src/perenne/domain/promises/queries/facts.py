"""What is written of structures: hours said, offers kept, people employed, what was read of it.

Four tables and one query: each branch of it has the same columns.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from django.db.models import (
    BigIntegerField,
    DateField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Greatest

from perenne.domain.directory.models import Capacity, Structure
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED, PLANNED
from perenne.domain.promises.models import PromiseSeen
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.states import KEPT
from perenne.rules.promises import WHOLE

Structures: TypeAlias = "Collection[int] | QuerySet[Any, Any]"
TOLD = "told_"


class What(StrEnum):
    """What a row says of a structure."""

    STATED = "stated"
    KEPT = "kept"
    HIRED = "hired"
    SEEN = "seen"


COLUMNS: Mapping[str, Any] = {
    "structure": BigIntegerField(),
    "name": TextField(),
    "trade": TextField(),
    "minutes": BigIntegerField(),
    "since": DateField(),
    "until": DateField(),
    "commitment": BigIntegerField(),
    "object": TextField(),
    "facilitator": BigIntegerField(),
    "body": TextField(),
    "pledge": BigIntegerField(),
}


def facts_about(structures: Structures, on: date) -> Iterator[Mapping[str, Any]]:
    """By the name of the structure, then in time; all that ended before that day is left out."""
    order = (f"{TOLD}{name}" for name in ("name", "structure", "what", "since", "pledge"))
    for row in _rows(structures, on).order_by(*order):
        yield {name.removeprefix(TOLD): told for name, told in row.items()}


def promising(structures: Structures, on: date) -> frozenset[int]:
    """Those of them that promised hours to come to anybody. One light query."""
    kept = _kept(on).filter(solicitation__structure__in=structures)
    employing = Structure.objects.filter(
        pk__in=structures, siret__in=_hired(on).values("employer_siret")
    )
    told = kept.order_by().values_list("solicitation__structure")
    return frozenset(pk for (pk,) in told.union(employing.order_by().values_list("pk")))


def promised_to(on: date, **commitment: int) -> "QuerySet[Any, Any]":
    """The numbers of the structures that promised hours to come to such commitments."""
    offers = _kept(on).filter(
        **{f"solicitation__opening__commitment{name}": one for name, one in commitment.items()}
    )
    hired = _hired(on).filter(**{f"commitment{name}": one for name, one in commitment.items()})
    employing = Structure.objects.filter(siret__in=hired.values("employer_siret"))
    by_offer = offers.order_by().values_list("solicitation__structure")
    return by_offer.union(employing.order_by().values_list("pk"))


def _kept(on: date) -> "QuerySet[Offer, Any]":
    return Offer.objects.filter(state=KEPT, solicitation__opening__ends_on__gte=on)


def _hired(on: date) -> "QuerySet[Hiring, Any]":
    running = Q(ends_on=None) | Q(ends_on__gte=on)
    return Hiring.objects.filter(running, state__in=[PLANNED, CONFIRMED])


def _rows(structures: Structures, on: date) -> "QuerySet[Any, Any]":
    """All that is known of them, one row each, whatever it is."""
    asked = "solicitation__opening__"
    stated = _columns(
        Capacity.objects.filter(structure__in=structures), What.STATED, structure="structure",
        name="structure__name", trade="trade", minutes="minutes_per_month", since="said_on",
    )  # fmt: skip
    kept = _columns(
        _kept(on).filter(solicitation__structure__in=structures), What.KEPT,
        structure="solicitation__structure", name="solicitation__structure__name",
        trade=f"{asked}trade", minutes="kept_minutes",
        since=Greatest("starts_on", f"{asked}starts_on"), until=f"{asked}ends_on", pledge="pk",
        **_contract(f"{asked}commitment"),
    )  # fmt: skip
    there = Structure.objects.filter(pk__in=structures, siret=OuterRef("employer_siret"))
    named = there.order_by("pk")[:1]
    hired = _hired(on).filter(
        employer_siret__in=Structure.objects.filter(pk__in=structures).values("siret")
    )
    employed = _columns(
        hired.exclude(candidate__offer__state=KEPT), What.HIRED,
        structure=Subquery(named.values("pk")), name=Subquery(named.values("name")),
        trade=Coalesce("candidate__opening__trade", Value(WHOLE)), minutes="weekly_minutes",
        since="starts_on", until="ends_on", pledge="pk", **_contract("commitment"),
    )  # fmt: skip
    seen = _columns(
        PromiseSeen.objects.filter(structure__in=structures), What.SEEN, structure="structure",
        name="structure__name", minutes="minutes_per_month", since="seen_on",
        facilitator="facilitator",
    )  # fmt: skip
    return stated.union(kept, employed, seen, all=True)


def _contract(commitment: str) -> dict[str, str]:
    contract = f"{commitment}__contract__"
    return {
        "commitment": commitment,
        "object": f"{contract}object",
        "facilitator": f"{contract}facilitator",
        "body": f"{contract}facilitator__name",
    }


def _columns(
    rows: "QuerySet[Any, Any]", what: What, **told: Combinable | str
) -> "QuerySet[Any, Any]":
    """The same columns of every branch; nothing where a branch has none."""
    said: dict[str, Any] = {
        f"{TOLD}{name}": Cast(_expression(told.get(name)), field) for name, field in COLUMNS.items()
    }
    said[f"{TOLD}what"] = Value(what.value, TextField())
    columns: QuerySet[Any, Any] = rows.order_by().annotate(**said).values(*said)
    return columns


def _expression(told: Combinable | str | None) -> Combinable:
    if told is None:
        return Value(None)
    return F(told) if isinstance(told, str) else told
