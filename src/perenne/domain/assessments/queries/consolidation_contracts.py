"""Facts of contracts, of buyers, of territories, for consolidation files.

Hours, persons and shares are those of the bilans; nothing is counted a second way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import connection

from perenne.domain.assessments.queries.bilan_cards import Bilan
from perenne.domain.assessments.queries.bilans import bilans_of, scopes_for
from perenne.domain.assessments.queries.facts_sql import PLACES
from perenne.domain.assessments.scopes import ScopeKind
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.essential_data import contracts_to_publish, social_of
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.rules.consolidation.accounting import Facts
from perenne.rules.needs import BuyerKind
from perenne.rules.segments import Segment
from perenne.values import Euros, Hours, Period, Share

MOST = 100_000
HOURS = ("hours_due", "hours_done", "training_hours")
COUNTS = ("persons", "women", "under_26", "over_50", "qpv", "exits", "exits_to_work")
NO_CONSIDERATION = "Pas de considération sociale"
RESERVED = ("Marché réservé", "Concession réservée")
UNKNOWN = {"renewal_project": None, "all_purchases": None, "esus_amount": None}
"""What nobody tells us: the row waits for it, and says from whom."""


def contract_facts(period: Period, seen_by: Actor, on: date) -> list[Facts]:
    """Contracts with hours due or done in the period, or notified in it."""
    bilans = _bilans(ScopeKind.CONTRACT, period, seen_by, on)
    rows = Contract.objects.select_related("buyer").in_bulk([int(key) for key in bilans])
    hired, placed = _hired(rows, period), _placed(rows)
    names = dict(Epci.objects.values_list("code", "name"))
    found: list[Facts] = []
    for key, bilan in bilans.items():
        row = rows[int(key)]
        is_notified = bool(row.notified_on and row.notified_on in period)
        if not (is_notified or bilan.value("hours_due") or bilan.value("hours_done")):
            continue
        segment, epci = placed.get(row.pk, ("", ""))
        unknown = {line.code: line for line in bilan.breakdown("qpv").lines}
        found.append(
            {
                **_volumes(bilan), **_buyer(row.buyer), **UNKNOWN,
                "object": row.object, "reference": row.reference, "notified_on": _day(row),
                "amount": Euros(row.amount_cents), "hirings": hired[row.pk],
                "segment": Segment(segment).label if segment else "", "epci": names.get(epci, ""),
                "qpv_hours": Hours(unknown["yes"].minutes), "qpv_unknown": unknown["?"].persons,
            }
        )  # fmt: skip
    return found


def territory_facts(period: Period, seen_by: Actor, on: date) -> list[Facts]:
    """Every EPCI of the département, those where nothing was done too."""
    placed = _placed(Contract.objects.values_list("pk", flat=True))
    hired: Counter[str] = Counter()
    for contract, number in _hired(placed, period).items():
        hired[placed[contract][1]] += number
    return [
        {
            **_volumes(bilan), "code": code, "epci": bilan.title, "hirings": hired[code],
            "contracts": bilan.value("contracts"),
        }
        for code, bilan in _bilans(ScopeKind.EPCI, period, seen_by, on).items()
    ]  # fmt: skip


def buyer_facts(period: Period, seen_by: Actor, on: date) -> list[Facts]:
    """Of the contracts notified in the period: how many, for how much, with which consideration."""
    bilans = _bilans(ScopeKind.BUYER, period, seen_by, on)
    buyers = Organisation.objects.in_bulk([int(key) for key in bilans])
    rows = CONTRACTS.rows("contract.view", seen_by).filter(
        notified_on__gte=period.start, notified_on__lt=period.end, buyer__in=buyers
    )
    known = list(rows.values_list("pk", "buyer_id", "amount_cents"))
    social = social_of(seen_by)
    under = set(
        Commitment.objects.filter(contract__in=[pk for pk, *_ in known]).values_list(
            "contract_id", flat=True
        )
    )
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for pk, buyer, cents in known:
        said = social.get(pk, ())
        kinds = ["all"]
        kinds += ["social"] * (pk in under or any(it != NO_CONSIDERATION for it in said))
        kinds += ["reserved"] * any(it in RESERVED for it in said)
        for kind in kinds:
            told[buyer].update({kind: 1, f"{kind}_cents": cents})
    return [
        {**_buyer(buyers[int(key)]), **UNKNOWN, **_shares(told[int(key)]),
         "hours_done": Hours(bilan.value("hours_done") or 0)}
        for key, bilan in bilans.items()
        if told[int(key)] or bilan.value("hours_done")
    ]  # fmt: skip


def publication_facts(period: Period, seen_by: Actor, on: date) -> list[Facts]:
    """The contracts notified in the period, as they would be published."""
    found: list[Facts] = []
    for one in contracts_to_publish(seen_by=seen_by, on=on):
        if one.notified_on is None or one.notified_on not in period:
            continue
        social = one.data.get("considerationsSociales", {}).get("considerationSociale", [])
        amount = one.data.get("montant")
        found.append(
            {
                "reference": one.reference, "buyer_siret": one.data.get("acheteur", {}).get("id"),
                "object": one.object, "cpv": one.data.get("codeCPV"),
                "amount": None if amount is None else Euros(round(amount * 100)),
                "notified_on": f"{one.notified_on:%Y-%m-%d}", "social": " ; ".join(social),
                "lacking": " ; ".join(one.missing),
            }
        )  # fmt: skip
    return found


def _bilans(kind: ScopeKind, period: Period, seen_by: Actor, on: date) -> dict[str, Bilan]:
    scopes = [one.scope for one in scopes_for(seen_by, kind=kind, most=MOST)]
    if not scopes:
        return {}
    found = bilans_of(scopes, period, seen_by=seen_by, on=min(on, period.last_day))
    return {one.scope.key: one for one in found}


def _volumes(bilan: Bilan) -> dict[str, int | Hours | None]:
    hours = {code: Hours(bilan.value(code) or 0) for code in HOURS}
    return hours | {code: bilan.value(code) for code in COUNTS}


def _buyer(row: Organisation) -> dict[str, str]:
    kind = BuyerKind(row.buyer_kind).label if row.buyer_kind else ""
    return {"buyer": row.name, "buyer_siret": row.siret or "", "buyer_kind": kind}


def _day(row: Contract) -> str:
    return f"{row.notified_on:%Y-%m-%d}" if row.notified_on else ""


def _shares(told: Counter[str]) -> dict[str, int | Euros | Share | None]:
    """Nothing, and not 0 %, of no contract at all."""
    return {
        "contracts": told["all"],
        "amount": Euros(told["all_cents"]),
        "social_contracts": told["social"],
        "social_amount": Euros(told["social_cents"]),
        "social_share": _share(told["social"], told["all"]),
        "social_amount_share": _share(told["social_cents"], told["all_cents"]),
        "reserved_contracts": told["reserved"],
        "reserved_amount": Euros(told["reserved_cents"]),
    }


def _share(part: int, whole: int) -> Share | None:
    return Share((2 * part * 10_000 + whole) // (2 * whole)) if whole else None


def _placed(contracts: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Segment and EPCI, as bilans tell them."""
    with connection.cursor() as cursor:
        cursor.execute(f"{PLACES} WHERE k.id = ANY(%s)", [list(contracts)])
        return {row[1]: (row[4], row[5]) for row in cursor.fetchall()}


def _hired(contracts: Iterable[int], period: Period) -> Counter[int]:
    """Contracts of employment that lasted at least a day of the period."""
    rows = Hiring.objects.filter(
        commitment__contract__in=list(contracts),
        state__in=AFTER_THE_GREEN_LIGHT,
        starts_on__lt=period.end,
    ).exclude(ends_on__lt=period.start)
    return Counter(rows.values_list("commitment__contract", flat=True))
