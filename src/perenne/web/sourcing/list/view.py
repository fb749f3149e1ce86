"""The needs of one’s contracts: who was asked, how many answered, what waits for a choice."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.sourcing.queries import may_open, openings_for
from perenne.domain.sourcing.states import OpeningState
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.sourcing.list.columns import NEEDS

VIEWS = {
    "ouverts": OpeningState.OPEN,
    "pourvus": OpeningState.FILLED,
    "fermes": OpeningState.CLOSED,
    "passes": OpeningState.LAPSED,
}


@page(act="opening.view")
@listed(NEEDS)
def openings(request: Visit) -> HttpResponse:
    asked, under = request.GET.get("vue", ""), key_in(request.GET.get("engagement", ""))
    context = {
        "page": openings_for(
            request.actor,
            page=request.number,
            state=VIEWS.get(asked),
            commitment_id=under or None,
        ),
        "tabs": _tabs(asked),
        "is_sieved": asked in VIEWS or bool(under),
        "may_open": may_open(request.actor),
        "sees_company": request.actor.role not in CARRYING_OUT,
    }
    return TemplateResponse(request, "sourcing/list/page.html", context)


def _tabs(asked: str) -> tuple[MenuItem, ...]:
    return (
        MenuItem("Tous", "?", current=asked not in VIEWS),
        *(
            MenuItem(f"{state.label}s", f"?vue={name}", current=name == asked)
            for name, state in VIEWS.items()
        ),
    )
