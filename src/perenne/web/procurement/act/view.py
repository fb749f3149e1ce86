"""Recording one event of a contract: one small form, one act; a page for each line of the table."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.procurement import queries
from perenne.kit.pages import View, Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.act.acts import ContractAct


def view_of(one: ContractAct) -> View:
    """The page of this act."""

    @page(act=one.act)
    def record(request: Visit, contract_id: int) -> HttpResponse:
        card = queries.contract_card(
            contract_id, seen_by=request.actor, on=localdate(), act=request.act
        )
        form = one.form(request.POST or None, contract=card)
        if form.is_valid():
            try:
                one.action(contract_id=contract_id, by=request.actor, **form.said())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, one.done)
                return redirect("procurement:contract", contract_id)
        context = {"form": form, "contract": card, "one": one}
        return render(request, "procurement/act/page.html", context)

    return record
