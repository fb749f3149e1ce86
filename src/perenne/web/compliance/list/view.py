"""What each commitment under way would cost, and the shortfalls that are followed, by stage."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import exposed_commitments
from perenne.domain.compliance.queries import counts_by_stage, shortfalls_of
from perenne.domain.compliance.states import ShortfallState
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import words_in
from perenne.web.compliance.list.columns import SHORTFALLS
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed

FOLLOWERS = {Role.FACILITATOR, Role.BUYER, Role.COORDINATION}
VIEWS = {
    "alertes": (ShortfallState.OPEN, "Entreprises alertées"),
    "proposes": (ShortfallState.PROPOSED, "Pénalités proposées"),
    "decides": (ShortfallState.DECIDED, "Décidés"),
    "clos": (ShortfallState.CLOSED, "Clos sans suite"),
}


@page(act="shortfall.view")
@listed(SHORTFALLS)
def shortfalls(request: Visit) -> HttpResponse:
    asked, words = request.GET.get("vue", ""), words_in(request.GET.get("q", ""))
    number = request.number
    context: dict[str, Any] = {"words": words, "view": asked if asked in VIEWS else ""}
    context |= {"exposed": None, "is_for_party": request.actor.role not in FOLLOWERS}
    if context["is_for_party"]:
        return _of_party(request, context, number)
    context["tabs"] = _tabs(request, asked, words)
    if asked in VIEWS:
        context["page"] = shortfalls_of(
            seen_by=request.actor, state=VIEWS[asked][0], words=words, page=number
        )
    else:
        context["exposed"] = exposed_commitments(
            seen_by=request.actor, on=localdate(), words=words, page=number
        )
    return TemplateResponse(request, "compliance/list/page.html", context)


def _of_party(request: Visit, context: dict[str, Any], number: int) -> HttpResponse:
    """Whoever keeps pace reads that all is well; the others, what was written to them."""
    found = shortfalls_of(seen_by=request.actor, page=number, with_amounts=False)
    context |= {"page": found, "view": "", "is_party": request.actor.role in CARRYING_OUT}
    return TemplateResponse(request, "compliance/list/party.html", context)


def _tabs(request: Visit, asked: str, words: str) -> tuple[MenuItem, ...]:
    kept, counts = (
        {"q": words} if words else {},
        counts_by_stage(seen_by=request.actor, words=words),
    )
    every = MenuItem("Engagements en cours", "?" + urlencode(kept), current=asked not in VIEWS)
    return (
        every,
        *(
            MenuItem(
                f"{label} ({counts.get(state, 0)})",
                "?" + urlencode({"vue": name, **kept}),
                current=name == asked,
            )
            for name, (state, label) in VIEWS.items()
        ),
    )
