"""A contract with a clause, beside what its buyer published of it: each difference, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Clause
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Amendment, Contract, DecpRecord
from perenne.kit.decp.records import NONE_SOCIAL
from perenne.rules.legal_bases import LegalBasis, essential_data, regime_of
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.values import Euros, Siret

CRITERION = "Critère social"
SOCIAL = (
    "Bonjour, votre contrat n° {reference} « {object} » porte une clause sociale d’insertion, et "
    "ses données essentielles disent « {theirs} ». Pouvez-vous y porter « {ours} » "
    "(champ « considérations sociales ») ?"
)
FACT = (
    "Bonjour, pour votre contrat n° {reference} « {object} », les données essentielles disent "
    "« {theirs} » ({what}), et nous avons noté « {ours} ». Pouvez-vous nous dire ce qui est juste ?"
)
DIGITS = 14
OLD = "Rien (ancien format)"


@dataclass(frozen=True, slots=True)
class Pair:
    clause: Clause
    contract: Contract
    holders: frozenset[str]
    published: DecpRecord | None


@dataclass(frozen=True, slots=True)
class Compared:
    ours: str
    theirs: str
    sentence: str
    is_fact: bool = True
    is_silent: bool = False
    """It is published as a contract without any social consideration."""


def social_due(clause: Clause, buyer: Organisation) -> tuple[str, ...]:
    """What the legal basis of the clause asks to publish; nothing for a private contract."""
    purchase = clause.purchase if clause.purchase_id else None
    said = purchase.contract_kind if purchase else ""
    kind = ContractKind(said) if said else None
    regime = regime_of(BuyerKind(buyer.buyer_kind), kind)
    values = essential_data(LegalBasis(clause.basis) if clause.basis else None, regime)
    if values and clause.criterion_weight_bp and CRITERION not in values:
        return (*values, CRITERION)
    return values


def compared(pair: Pair) -> Iterator[Compared]:
    """Nothing when both sides say the same."""
    if pair.published is None:
        return
    yield from _social(pair, pair.published)
    yield from _amount(pair, pair.published)
    yield from _months(pair, pair.published)
    yield from _holders(pair, pair.published)


def _social(pair: Pair, published: DecpRecord) -> Iterator[Compared]:
    due, said = social_due(pair.clause, pair.contract.buyer), published.social
    if set(due) != set(said):
        ours, theirs = " et ".join(due), " et ".join(said) or OLD
        silent = set(said) <= {NONE_SOCIAL}
        sentence = _sentence(SOCIAL, pair.contract, ours, theirs)
        yield Compared(ours, theirs, sentence, is_fact=False, is_silent=silent)


def _amount(pair: Pair, published: DecpRecord) -> Iterator[Compared]:
    """After the last amendment on each side."""
    ours, theirs = _last(pair.contract)[0], published.last_amount_cents
    if theirs is not None and ours != theirs:
        yield _fact(pair.contract, str(Euros(ours)), str(Euros(theirs)), "montant hors taxes")


def _months(pair: Pair, published: DecpRecord) -> Iterator[Compared]:
    ours, theirs = _last(pair.contract)[1], published.last_months
    if theirs is not None and ours != theirs:
        what = "durée, reconductions comprises"
        yield _fact(pair.contract, f"{ours} mois", f"{theirs} mois", what)


def _holders(pair: Pair, published: DecpRecord) -> Iterator[Compared]:
    theirs = {one for one in published.holders if len(one) == DIGITS and one.isdecimal()}
    if pair.holders and theirs and pair.holders != theirs:
        yield _fact(pair.contract, _named(pair.holders), _named(theirs), "titulaires")


def _last(contract: Contract) -> tuple[int, int]:
    """Amount in cents and months, as the last amendment of each leaves them."""
    cents = contract.amount_cents
    months = contract.months + contract.renewals * contract.renewal_months
    for amendment in sorted(contract.amendments.all(), key=_order):
        cents = cents if amendment.amount_cents is None else amendment.amount_cents
        months = amendment.months or months
    return cents, months


def _order(amendment: Amendment) -> tuple[date, int]:
    return amendment.effective_on, amendment.number


def _fact(contract: Contract, ours: str, theirs: str, what: str) -> Compared:
    return Compared(ours, theirs, _sentence(FACT, contract, ours, theirs, what))


def _sentence(pattern: str, contract: Contract, ours: str, theirs: str, what: str = "") -> str:
    return pattern.format(
        reference=contract.reference, object=contract.object, ours=ours, theirs=theirs, what=what
    )


def _named(numbers: Iterable[str]) -> str:
    return ", ".join(str(Siret(one)) for one in sorted(numbers))
