"""The page behind a link sent by mail: confirms a request, then says where it is."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.rights import actions, queries
from perenne.domain.rights.states import RequestState
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused


@page(act="request.confirm", visitors=True)
def follow(request: Visit, key: str) -> HttpResponse:
    card = queries.request_followed(key)
    if request.method == "POST":
        try:
            actions.confirm(request_id=card.id, by=request.actor, key=key)
        except Refused as refusal:
            raise NotFound(key) from refusal
        return redirect("rights:follow", key)
    context = {
        "asked": card,
        "key": key,
        "is_unconfirmed": card.state is RequestState.UNCONFIRMED,
        "may_download": card.kind.gives_a_copy and card.state is RequestState.ANSWERED,
    }
    return render(request, "rights/follow/page.html", context)
