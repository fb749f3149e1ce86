"""The facts of contracts, read from all their tables in one query, however many contracts."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from perenne.domain.procurement.models import (
    Amendment,
    CallOff,
    Contract,
    Invoice,
    Party,
    Phase,
    Renewal,
    Suspension,
)
from perenne.domain.procurement.queries.facts import (
    AmendmentFact,
    CallOffFact,
    ContractFacts,
    InvoiceFact,
    PartyFact,
    PhaseFact,
    RenewalFact,
    SuspensionFact,
)
from perenne.domain.procurement.states import ContractForm, ContractState, Liability, PartyRole
from perenne.kit.refusals import NotFound
from perenne.values import Euros, Hours, Siret


def contract_facts(contract_id: int) -> ContractFacts:
    """For the apps above, which have checked what may be seen of it. One query."""
    for facts in facts_of_contracts([contract_id]).values():
        return facts
    raise NotFound(contract_id)


def facts_of_contracts(ids: Iterable[int]) -> Mapping[int, ContractFacts]:
    """Of as many contracts as there are, by their id; one query still."""
    rows = with_facts(Contract.objects.filter(pk__in=list(ids)))
    return {row.pk: facts_in(row) for row in rows}


def with_facts(rows: "QuerySet[Contract, Contract]") -> "QuerySet[Contract, Any]":
    """The rows with their lists beside them, as `facts_in` reads them."""
    invoices = ArraySubquery(_listed(Invoice, "call_off", "invoiced_on", "pk"))
    return rows.annotate(
        party_list=ArraySubquery(_listed(Party, "contract", "pk")),
        amendment_list=ArraySubquery(_listed(Amendment, "contract", "effective_on", "number")),
        renewal_list=ArraySubquery(_listed(Renewal, "contract", "number")),
        suspension_list=ArraySubquery(_listed(Suspension, "contract", "since")),
        phase_list=ArraySubquery(_listed(Phase, "contract", "number")),
        order_list=ArraySubquery(
            _listed(CallOff, "contract", "issued_on", "pk", invoice_list=invoices)
        ),
    )


def _listed(
    model: type[Model], parent: str, *order: str, **more: ArraySubquery
) -> "QuerySet[Any, Any]":
    """The rows of a table under one parent, each as an object of its own columns."""
    names = [
        field.attname for field in model._meta.concrete_fields if field.attname != "committee_id"
    ]
    rows = model._default_manager.filter(**{parent: OuterRef("pk")}).order_by(*order)
    said: dict[str, Any] = {name: name for name in names} | dict(more)
    return rows.values(said=JSONObject(**said))


def facts_in(row: Any) -> ContractFacts:
    return ContractFacts(
        id=row.pk,
        reference=row.reference,
        object=row.object,
        cpv=row.cpv,
        form=ContractForm(row.form),
        liability=Liability(row.liability),
        state=ContractState(row.state),
        buyer_id=row.buyer_id,
        facilitator_id=row.facilitator_id,
        lot_id=row.lot_id,
        framework_id=row.framework_id,
        amount=Euros(row.amount_cents),
        months=row.months,
        renewals=row.renewals,
        renewal_months=row.renewal_months,
        signed_on=row.signed_on,
        notified_on=row.notified_on,
        starts_on=row.starts_on,
        ended_on=row.ended_on,
        reason=row.reason,
        parties=tuple(map(_party, row.party_list)),
        amendments=tuple(map(_amendment, row.amendment_list)),
        decided=tuple(map(_renewal, row.renewal_list)),
        suspensions=tuple(map(_suspension, row.suspension_list)),
        phases=tuple(map(_phase, row.phase_list)),
        call_offs=tuple(map(_call_off, row.order_list)),
    )


def _day(said: str) -> date:
    return date.fromisoformat(said)


def _recorded(said: Mapping[str, Any]) -> date:
    """The day on which the house learnt it."""
    return localdate(datetime.fromisoformat(said["recorded_at"]))


def _known_day(said: str | None) -> date | None:
    return _day(said) if said else None


def _party(said: Mapping[str, Any]) -> PartyFact:
    return PartyFact(
        id=said["id"],
        role=PartyRole(said["role"]),
        principal_id=said["principal_id"],
        organisation_id=said["organisation_id"],
        name=said["name"],
        siret=Siret(said["siret"]),
        amount=Euros.known(said["amount_cents"]),
        since=_known_day(said["since"]),
        until=_known_day(said["until"]),
    )


def _amendment(said: Mapping[str, Any]) -> AmendmentFact:
    due = said["due_minutes"]
    return AmendmentFact(
        number=said["number"],
        signed_on=_day(said["signed_on"]),
        effective_on=_day(said["effective_on"]),
        amount=Euros.known(said["amount_cents"]),
        months=said["months"],
        due=None if due is None else Hours(due),
        subject=said["subject"],
        recorded_on=_recorded(said),
    )


def _renewal(said: Mapping[str, Any]) -> RenewalFact:
    return RenewalFact(
        said["number"],
        _day(said["decided_on"]),
        _day(said["starts_on"]),
        said["takes_place"],
        _recorded(said),
    )


def _suspension(said: Mapping[str, Any]) -> SuspensionFact:
    return SuspensionFact(
        _day(said["since"]), _known_day(said["until"]), said["reason"], _recorded(said)
    )


def _phase(said: Mapping[str, Any]) -> PhaseFact:
    return PhaseFact(
        id=said["id"],
        number=said["number"],
        label=said["label"],
        amount=Euros(said["amount_cents"]),
        is_firm=said["is_firm"],
        affirmed_on=_known_day(said["affirmed_on"]),
        lapses_on=_known_day(said["lapses_on"]),
    )


def _call_off(said: Mapping[str, Any]) -> CallOffFact:
    return CallOffFact(
        id=said["id"],
        reference=said["reference"],
        ordered=Euros(said["ordered_cents"]),
        issued_on=_day(said["issued_on"]),
        closed_on=_known_day(said["closed_on"]),
        invoices=tuple(
            InvoiceFact(
                one["reference"],
                Euros(one["amount_cents"]),
                _day(one["invoiced_on"]),
                _recorded(one),
            )
            for one in said["invoice_list"]
        ),
        recorded_on=_recorded(said),
    )
