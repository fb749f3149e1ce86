"""Of what one may read a bilan: the scopes of an actor, and their names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Left

from perenne.domain.assessments.policy import BILAN_GRANTS, reads_territories
from perenne.domain.assessments.scopes import BY_NUMBER, Scope, ScopeKind
from perenne.domain.clauses.models import Commitment
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.territories.models import Commune, Epci
from perenne.kit.actors import Actor
from perenne.kit.finding import words_in, written
from perenne.kit.policy import NOBODY, is_void
from perenne.kit.refusals import NotFound
from perenne.kit.tenancy.current import current_committee
from perenne.kit.tenancy.models import Committee

MOST = 100
EVERY_ONE = Q()
EMPTY = Value("", output_field=TextField())


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """`detail`: what tells two of the same name apart (the buyer of a contract, a SIREN)."""

    scope: Scope
    label: str
    detail: str


def scopes_for(
    seen_by: Actor, *, kind: ScopeKind | None = None, words: str = "", most: int = MOST
) -> tuple[ScopeChoice, ...]:
    """What they may look at, the widest first; of each kind so many at most, whose name holds
    these words, whatever their accents. One query a kind."""
    kinds = reversed(ScopeKind) if kind is None else (kind,)
    return tuple(choice for one in kinds for choice in _choices(one, seen_by, words, most))


def names_of(scopes: Sequence[Scope], *, seen_by: Actor) -> dict[Scope, str]:
    """One query a kind; NotFound unless every one of them may be seen."""
    found: dict[Scope, str] = {}
    for kind in {scope.kind for scope in scopes}:
        keys = {scope.key for scope in scopes if scope.kind is kind}
        rows = _rows(kind, seen_by, _of_sirens(keys) if kind is ScopeKind.COMPANY else EVERY_ONE)
        if rows is None:
            raise NotFound(sorted(keys)[0])
        if kind in BY_NUMBER:
            keys = {key for key in keys if key.isascii() and key.isdecimal() and len(key) < 19}
        told = rows.filter(key__in=keys).values_list("key", "label")
        found |= {Scope(kind, str(key)): label for key, label in told}
    for scope in scopes:
        if scope not in found:
            raise NotFound(scope.key)
    return found


def _choices(kind: ScopeKind, seen_by: Actor, words: str, most: int) -> Iterable[ScopeChoice]:
    rows = _rows(kind, seen_by)
    if rows is None:
        return ()
    for word in words_in(words):
        rows = rows.filter(SOUGHT[kind](written(word)))
    order = "-pk" if kind is ScopeKind.CONTRACT else "label"
    told = rows.order_by(order).values_list("key", "label", "detail")[:most]
    return (ScopeChoice(Scope(kind, str(key)), label, detail) for key, label, detail in told)


def _of_sirens(keys: Iterable[str]) -> Q:
    """The parties of some companies, found by the index of their SIRET."""
    found = Q(pk__in=[])
    for key in keys:
        found |= Q(siret__range=(f"{key}00000", f"{key}99999"))
    return found


def _called(pattern: str) -> Q:
    return Q(name__iregex=pattern)


def _in_contract(pattern: str) -> Q:
    """In its object or the name of its buyer: two questions, for each has its index of letters."""
    buyers = Organisation.objects.filter(_called(pattern))
    by_object = Contract.objects.filter(object__iregex=pattern).values("pk")
    by_buyer = Contract.objects.filter(buyer__in=buyers).values("pk")
    return Q(pk__in=by_object.union(by_buyer))


def _in_company(pattern: str) -> Q:
    by_number = Q(siret__contains=pattern) if pattern.isdecimal() else NOBODY
    return _called(pattern) | by_number


SOUGHT: dict[ScopeKind, Callable[[str], Q]] = {
    ScopeKind.CONTRACT: _in_contract,
    ScopeKind.BUYER: _called,
    ScopeKind.COMPANY: _in_company,
    ScopeKind.FACILITATOR: _called,
    ScopeKind.EPCI: _called,
    ScopeKind.DEPARTMENT: _called,
}
"""Of each kind, where a word is sought: a regular expression of `kit.finding`."""


def _rows(kind: ScopeKind, seen_by: Actor, among: Q = EVERY_ONE) -> "QuerySet[Any, Any] | None":
    """With a `key`, a `label` and a `detail`; None where nothing of the kind may be seen."""
    if kind in BILAN_GRANTS:
        granted = BILAN_GRANTS[kind](seen_by)
        return None if is_void(granted) else GRANTED[kind](granted & among)
    if not reads_territories(seen_by):
        return None
    return _epcis() if kind is ScopeKind.EPCI else _department()


def _contracts(granted: Q) -> "QuerySet[Any, Any]":
    under = Commitment.objects.filter(contract=OuterRef("pk"))
    rows = Contract.objects.filter(granted & Q(Exists(under)))
    return rows.annotate(key=F("pk"), label=F("object"), detail=F("buyer__name"))


def _organisations(granted: Q) -> "QuerySet[Any, Any]":
    rows = Organisation.objects.filter(granted)
    return rows.annotate(key=F("pk"), label=F("name"), detail=EMPTY)


def _companies(granted: Q) -> "QuerySet[Any, Any]":
    """By SIREN, under the name of its first party."""
    rows = Party.objects.filter(granted).order_by().values(siren=Left("siret", 9))
    first = rows.annotate(first=Min("pk")).values("first")
    return (
        Party.objects.filter(pk__in=first)
        .annotate(key=Left("siret", 9), label=F("name"))
        .annotate(detail=F("key"))
    )


def _epcis() -> "QuerySet[Any, Any]":
    """Those of the département."""
    here = Commune.objects.filter(department_code=current_committee(), epci=OuterRef("pk"))
    rows = Epci.objects.filter(Exists(here))
    return rows.annotate(key=F("code"), label=F("name"), detail=EMPTY)


def _department() -> "QuerySet[Any, Any]":
    return Committee.objects.annotate(key=F("code"), label=F("name"), detail=EMPTY)


GRANTED = {
    ScopeKind.CONTRACT: _contracts,
    ScopeKind.BUYER: _organisations,
    ScopeKind.COMPANY: _companies,
    ScopeKind.FACILITATOR: _organisations,
}
