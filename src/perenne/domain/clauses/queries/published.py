"""What buyers publish (DECP), held against our clauses: what is wrong, and whom to tell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Sum

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.comparing import Compared, Pair, compared, social_due
from perenne.domain.clauses.states import CLOSED, DROPPED, IN_EXECUTION, PUBLISHED
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Contract, DecpRecord, Party
from perenne.domain.procurement.policy import PUBLISHED as OF_BUYERS
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.rules.deadlines import DelayCode, due_on
from perenne.rules.legal_bases import must_be_published
from perenne.values import Euros, Siret

SIGNED_CLAUSES = [PUBLISHED.value, IN_EXECUTION.value, CLOSED.value]
UNFOLLOWED = (
    "Bonjour, votre contrat n° {reference} « {object} »{amount}, notifié le {day}, est publié avec "
    "« {social} », et aucun facilitateur ne le suit. Pouvez-vous nous dire quels engagements "
    "d’insertion il contient, et qui en est chargé chez le titulaire ?"
)
UNPUBLISHED = (
    "Bonjour, votre contrat n° {reference} « {object} », notifié le {day}, devait être publié dans "
    "les données essentielles au plus tard le {due} ; nous ne l’y trouvons pas. Pouvez-vous le "
    "publier, avec « {social} » ?"
)


class Gap(StrEnum):
    """What is wrong between what is published and what is followed."""

    UNFOLLOWED = "unfollowed"
    UNFLAGGED = "unflagged"
    MISMATCH = "mismatch"
    FACTS = "facts"
    UNPUBLISHED = "unpublished"

    @property
    def label(self) -> str:
        return {
            Gap.UNFOLLOWED: "Publié avec une clause, suivi par personne",
            Gap.UNFLAGGED: "Clause suivie, non publiée",
            Gap.MISMATCH: "Autre considération sociale publiée",
            Gap.FACTS: "Montant, durée ou titulaires différents",
            Gap.UNPUBLISHED: "Contrat non publié à temps",
        }[self]


@dataclass(frozen=True, slots=True)
class GapRow:
    """One thing to tell a buyer; `ours` and `theirs` are what stands on each side."""

    gap: Gap
    buyer: str
    siret: str
    reference: str
    object: str
    amount: Euros | None
    notified_on: date | None
    ours: str
    theirs: str
    sentence: str
    clause_id: int | None = None


@dataclass(frozen=True, slots=True)
class BuyerGaps:
    """How much there is to tell one buyer."""

    buyer: str
    siret: str
    unfollowed: int
    unfollowed_amount: Euros
    others: int

    @property
    def total(self) -> int:
        return self.unfollowed + self.others


def gaps_by_buyer(*, seen_by: Actor, on: date) -> tuple[BuyerGaps, ...]:
    """Most money that nobody follows first. Seven queries, whatever the number of contracts."""
    counted = unfollowed_rows(seen_by).order_by().values("buyer_siret").annotate(
        contracts=Count("pk"), cents=Sum("last_amount_cents")
    )  # fmt: skip
    money = {row["buyer_siret"]: (row["contracts"], row["cents"] or 0) for row in counted}
    others = defaultdict[str, int](int)
    for gap in gaps_of_clauses(seen_by=seen_by, on=on):
        others[gap.siret] += 1
    names = buyers_named([*money, *others])
    found = [
        BuyerGaps(
            names[siret], siret, *_counted(money.get(siret, (0, 0))), others=others.get(siret, 0)
        )
        for siret in {*money, *others}
    ]
    return tuple(sorted(found, key=lambda one: (-one.unfollowed_amount.cents, one.buyer)))


def _counted(pair: tuple[int, int]) -> tuple[int, Euros]:
    return pair[0], Euros(pair[1])


def gaps_of(*, seen_by: Actor, on: date, siret: str = "") -> tuple[GapRow, ...]:
    """Everything to tell, or everything to tell one buyer; what nobody follows first."""
    rows = unfollowed_rows(seen_by).select_related("buyer")
    if siret:
        rows = rows.filter(buyer_siret=siret)
    names = buyers_named([siret]) if siret else {}
    unfollowed = [_unfollowed(row, names) for row in rows.order_by("-last_amount_cents", "pk")]
    told = (one for one in gaps_of_clauses(seen_by=seen_by, on=on) if siret in {"", one.siret})
    return (*unfollowed, *told)


def unfollowed_rows(seen_by: Actor) -> "QuerySet[DecpRecord, Any]":
    """Published with a social consideration; no clause of anybody stands behind."""
    followed = Clause.objects.exclude(state=DROPPED).filter(lot__isnull=False).values("lot")
    ours = Contract.objects.filter(
        lot__in=followed, buyer__siret=OuterRef("buyer_siret"), reference=OuterRef("reference")
    )
    rows = OF_BUYERS.rows("published.view", seen_by).filter(is_social=True)
    return rows.filter(~Exists(ours)).defer("raw")


def gaps_of_clauses(*, seen_by: Actor, on: date) -> Iterator[GapRow]:
    """Contracts with a clause of ours, beside what is published of them."""
    for pair in pairs_seen_by(seen_by):
        if pair.published is None:
            yield from _unpublished(pair, on)
            continue
        for one in compared(pair):
            yield _told(pair, one)


def buyers_without_a_number(seen_by: Actor) -> tuple[str, ...]:
    """What they publish cannot be told from what others do: their SIRET is asked for first."""
    rows = CLAUSES.rows("clause.view", seen_by).filter(
        state__in=SIGNED_CLAUSES, lot__isnull=False, buyer__siret__isnull=True
    )
    return tuple(sorted(set(rows.values_list("buyer__name", flat=True))))


def pairs_seen_by(seen_by: Actor) -> Iterator[Pair]:
    """Four queries; those of a buyer without a SIRET cannot be looked up."""
    clauses = CLAUSES.rows("clause.view", seen_by).filter(
        state__in=SIGNED_CLAUSES, lot__isnull=False
    )
    by_lot = {clause.lot_id: clause for clause in clauses.select_related("purchase")}
    contracts = list(
        Contract.objects.filter(
            lot__in=clauses.values("lot"), notified_on__isnull=False, buyer__siret__isnull=False
        )
        .select_related("buyer")
        .prefetch_related("amendments")
        .order_by("buyer_id", "pk")
    )
    holders = _holders_of(clauses)
    published = _published_of(contracts)
    for contract in contracts:
        clause = by_lot[contract.lot_id]
        if social_due(clause, contract.buyer):
            key = (contract.buyer.siret or "", contract.reference)
            said = _same_year(published[key], contract)
            yield Pair(clause, contract, frozenset(holders[contract.pk]), said)


def _holders_of(clauses: "QuerySet[Clause, Any]") -> Mapping[int, set[str]]:
    """Those who signed at first: who came by an amendment is published with it."""
    found = defaultdict[int, set[str]](set)
    rows = Party.objects.filter(contract__lot__in=clauses.values("lot")).exclude(
        role=PartyRole.SUBCONTRACTOR
    )
    for contract_id, siret, since, notified_on, starts_on in rows.values_list(
        "contract_id", "siret", "since", "contract__notified_on", "contract__starts_on"
    ):
        first = starts_on or notified_on
        if since is None or first is None or since <= first:
            found[contract_id].add(siret)
    return found


def _published_of(contracts: list[Contract]) -> Mapping[tuple[str, str], list[DecpRecord]]:
    found = defaultdict[tuple[str, str], list[DecpRecord]](list)
    rows = DecpRecord.objects.filter(
        is_current=True,
        buyer_siret__in={contract.buyer.siret for contract in contracts if contract.buyer.siret},
        reference__in={contract.reference for contract in contracts},
    ).defer("raw")
    for row in rows:
        found[row.buyer_siret, row.reference].append(row)
    return found


def _same_year(records: list[DecpRecord], contract: Contract) -> DecpRecord | None:
    year = contract.notified_on.year if contract.notified_on else 0
    return next((one for one in records if one.year in {0, year}), None)


def buyers_named(sirets: list[str]) -> Mapping[str, str]:
    """The name of a buyer that has a space here, else its number."""
    known = dict(Organisation.objects.filter(siret__in=sirets).values_list("siret", "name"))
    return {siret: known.get(siret) or f"SIRET {Siret(siret)}" for siret in sirets}


def _unfollowed(row: DecpRecord, names: Mapping[str, str]) -> GapRow:
    amount = Euros.known(row.last_amount_cents)
    social = " » et « ".join(row.social)
    name = row.buyer.name if row.buyer else names.get(row.buyer_siret, "")
    return GapRow(
        Gap.UNFOLLOWED,
        name or f"SIRET {Siret(row.buyer_siret)}",
        row.buyer_siret,
        row.reference,
        row.object,
        amount,
        row.notified_on,
        ours="Aucune clause suivie",
        theirs=", ".join(row.social),
        sentence=UNFOLLOWED.format(
            reference=row.reference,
            object=row.object,
            amount=f" ({amount} HT)" if amount else "",
            day=_day(row.notified_on),
            social=social,
        ),
    )


def _unpublished(pair: Pair, on: date) -> Iterator[GapRow]:
    contract = pair.contract
    notified_on = contract.notified_on
    if notified_on is None or not must_be_published(Euros(contract.amount_cents), notified_on):
        return
    due = due_on(DelayCode.ESSENTIAL_DATA, notified_on).on
    if on > due:
        due_social = " » et « ".join(social_due(pair.clause, contract.buyer))
        sentence = UNPUBLISHED.format(
            reference=contract.reference,
            object=contract.object,
            day=_day(notified_on),
            due=_day(due),
            social=due_social,
        )
        due_said = f"À publier avant le {_day(due)}"
        yield _row(pair, Gap.UNPUBLISHED, due_said, "Non publié", sentence)


def _told(pair: Pair, one: Compared) -> GapRow:
    gap = Gap.FACTS if one.is_fact else Gap.UNFLAGGED if one.is_silent else Gap.MISMATCH
    return _row(pair, gap, one.ours, one.theirs, one.sentence)


def _row(pair: Pair, gap: Gap, ours: str, theirs: str, sentence: str) -> GapRow:
    contract = pair.contract
    return GapRow(
        gap,
        contract.buyer.name,
        contract.buyer.siret or "",
        contract.reference,
        contract.object,
        Euros(contract.amount_cents),
        contract.notified_on,
        ours,
        theirs,
        sentence,
        pair.clause.pk,
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "une date inconnue"
