"""A contract: what was signed, who carries it out, what happened to it, what may be recorded."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.history.queries import recent_history
from perenne.domain.procurement import queries
from perenne.domain.procurement.queries import ContractCard
from perenne.kit.pages import Visit, page
from perenne.web.procurement.act.acts import ACTS, ContractAct


@page(act="contract.view")
def contract(request: Visit, contract_id: int) -> HttpResponse:
    card = queries.contract_card(contract_id, seen_by=request.actor, on=localdate())
    context = {
        "contract": card,
        "acts": [(f"procurement:{act.name}", act.title) for act in _possible(card)],
        "recent": recent_history("contract", contract_id, seen_by=request.actor),
    }
    return render(request, "procurement/contract/page.html", context)


def _possible(card: ContractCard) -> list[ContractAct]:
    """Those that are granted, and that there is something to do with."""
    return [act for act in ACTS if act.act in card.may and act.makes_sense(card)]
