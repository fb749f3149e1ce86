"""Our contracts in the national format: what is known is written, what is missing is named.

Nothing is invented: a field that neither our tables nor the complement know stays away, and the
contract waits for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from perenne.domain.procurement.models import Contract, DecpComplement, Party
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.queries.decp_answers import missing_in
from perenne.domain.procurement.states import ContractForm, Liability, PartyRole
from perenne.kit.actors import Actor
from perenne.kit.decp import faults_of, written
from perenne.kit.decp.schema import TITLES
from perenne.kit.refusals import NotFound

LONGEST_OBJECT = 1_000
GROUPINGS = {
    Liability.NONE: "Pas de groupement",
    Liability.SEVERAL: "Conjoint",
    Liability.JOINT: "Solidaire",
}
Social = Mapping[int, tuple[str, ...]]
"""What the clause of each contract asks to publish, by the contract’s number."""


@dataclass(frozen=True, slots=True)
class Publishable:
    """`data` is what would be published; `missing` names, in French, what keeps it from being."""

    contract_id: int
    buyer_id: int
    buyer: str
    reference: str
    object: str
    notified_on: date | None
    data: Mapping[str, Any]
    fields: tuple[str, ...]
    missing: tuple[str, ...]
    faults: tuple[str, ...]
    has_clause: bool

    @property
    def is_ready(self) -> bool:
        return not self.fields


def publishable_contracts(*, seen_by: Actor, social: Social, on: date) -> tuple[Publishable, ...]:
    """`on`: the day written as that of a publication that has not taken place. Four queries."""
    rows = _rows(seen_by).order_by("buyer__name", "-notified_on", "pk")
    return tuple(_cards(rows, social, on))


def publishable_contract(
    contract_id: int, *, seen_by: Actor, social: Social, on: date, act: str = "contract.publish"
) -> Publishable:
    found = _cards(_rows(seen_by, act).filter(pk=contract_id), social, on)
    if not found:
        raise NotFound(contract_id)
    return found[0]


def completable(*, seen_by: Actor) -> frozenset[int]:
    """The contracts that whoever looks may complete: the coordination reads those of all."""
    return frozenset(CONTRACTS.rows("contract.complete", seen_by).values_list("pk", flat=True))


def file_of(ready: tuple[Publishable, ...]) -> bytes:
    """Validated against the official schema before it leaves."""
    return written([one.data for one in ready if one.is_ready])


def _rows(seen_by: Actor, act: str = "contract.publish") -> Any:
    parties = Party.objects.filter(principal=None).order_by("pk")
    return (
        CONTRACTS.rows(act, seen_by)
        .select_related("buyer", "framework")
        .prefetch_related("amendments", Prefetch("parties", parties))
    )


def _cards(rows: Any, social: Social, on: date) -> list[Publishable]:
    contracts = list(rows)
    kept = DecpComplement.objects.filter(contract__in=[one.pk for one in contracts])
    answers = {one.contract_id: one.answers for one in kept}
    return [_card(one, answers.get(one.pk, {}), social.get(one.pk, ()), on) for one in contracts]


def _card(
    contract: Contract, answers: Mapping[str, Any], social: tuple[str, ...], on: date
) -> Publishable:
    data = data_of(contract, answers, social, on)
    fields = missing_in(data)
    return Publishable(
        contract_id=contract.pk,
        buyer_id=contract.buyer_id,
        buyer=contract.buyer.name,
        reference=contract.reference,
        object=contract.object,
        notified_on=contract.notified_on,
        data=data,
        fields=fields,
        missing=tuple(TITLES.get(name, name).replace("'", "’") for name in fields),
        faults=tuple(f"{one.field} : {one.sentence}" for one in faults_of(data)),
        has_clause=bool(social),
    )


def data_of(
    contract: Contract, answers: Mapping[str, Any], social: tuple[str, ...], on: date
) -> dict[str, Any]:
    """In the order of the official examples; only what is known."""
    lasting = contract.months + contract.renewals * contract.renewal_months
    known: dict[str, Any] = {
        "id": contract.reference,
        "acheteur": {"id": contract.buyer.siret} if contract.buyer.siret else None,
        "objet": contract.object[:LONGEST_OBJECT],
        "codeCPV": contract.cpv or None,
        "idAccordCadre": contract.framework.reference if contract.framework else None,
        "typeGroupementOperateurs": GROUPINGS[Liability(contract.liability)],
        "dureeMois": lasting,
        "dateNotification": f"{contract.notified_on:%Y-%m-%d}" if contract.notified_on else None,
        "datePublicationDonnees": f"{on:%Y-%m-%d}",
        "montant": euros(contract.amount_cents),
        "titulaires": _holders(contract),
        **_implied(contract),
    }
    found = {name: value for name, value in known.items() if value is not None}
    found.update(answers)
    if social:
        found["considerationsSociales"] = {"considerationSociale": list(social)}
    changes = _changes(contract, answers.get("modifications", []), on)
    if changes:
        found["modifications"] = changes
    return found


def _implied(contract: Contract) -> dict[str, Any]:
    """What the form of a contract says by itself."""
    if contract.form == ContractForm.FRAMEWORK:
        return {
            "techniques": {"technique": ["Accord-cadre"]},
            "modalitesExecution": {"modaliteExecution": ["Bons de commande"]},
        }
    if contract.form == ContractForm.PHASED:
        return {"modalitesExecution": {"modaliteExecution": ["Tranches"]}}
    return {}


def _holders(contract: Contract) -> list[dict[str, Any]] | None:
    """Those who signed at first, the lead first."""
    first = contract.starts_on or contract.notified_on
    signed = [
        party
        for party in contract.parties.all()
        if party.since is None or first is None or party.since <= first
    ]
    signed.sort(key=lambda party: party.role != PartyRole.LEAD)
    named = [{"titulaire": {"typeIdentifiant": "SIRET", "id": party.siret}} for party in signed]
    return named or None


def _changes(contract: Contract, published: list[Any], on: date) -> list[dict[str, Any]]:
    """What was published stays as it was; our amendments that were not are added after it."""
    told = {one["modification"]["id"] for one in published}
    new = []
    for amendment in sorted(contract.amendments.all(), key=lambda one: one.number):
        if amendment.number in told:
            continue
        one: dict[str, Any] = {
            "id": amendment.number,
            "dateNotificationModification": f"{amendment.signed_on:%Y-%m-%d}",
            "datePublicationDonneesModification": f"{on:%Y-%m-%d}",
        }
        if amendment.months:
            one["dureeMois"] = amendment.months
        if amendment.amount_cents:
            one["montant"] = euros(amendment.amount_cents)
        new.append({"modification": one})
    return [*published, *new]


def euros(cents: int) -> int | float:
    """As JSON writes it: whole when it is."""
    whole, rest = divmod(cents, 100)
    return whole if not rest else cents / 100
