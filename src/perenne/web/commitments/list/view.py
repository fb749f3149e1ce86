"""The commitments that one may see, each with what it owes today."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from perenne.domain.clauses.queries import commitments_of
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.pages import Visit, page
from perenne.kit.paging import words_in
from perenne.web.commitments.list.columns import COMMITMENTS
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed

VIEWS = {"a-demarrer": CommitmentState.PENDING, "en-cours": CommitmentState.RUNNING}
VIEWS["termines"] = CommitmentState.CLOSED


@page(act="commitment.view")
@listed(COMMITMENTS)
def commitments(request: Visit) -> HttpResponse:
    asked, words = (
        request.GET.get("vue", ""),
        words_in(request.GET.get("q", "")),
    )
    found = commitments_of(
        seen_by=request.actor,
        on=localdate(),
        page=request.number,
        state=VIEWS.get(asked),
        words=words,
    )
    context = {
        "page": found,
        "words": words,
        "view": asked if asked in VIEWS else "",
        "tabs": _tabs(asked, words),
        "is_party": request.actor.role in CARRYING_OUT,
    }
    return TemplateResponse(request, "commitments/list/page.html", context)


def _tabs(asked: str, words: str) -> tuple[MenuItem, ...]:
    kept = {"q": words} if words else {}
    every = MenuItem("Tous", "?" + urlencode(kept), current=asked not in VIEWS)
    return (
        every,
        *(
            MenuItem(state.label, "?" + urlencode({"vue": name, **kept}), current=name == asked)
            for name, state in VIEWS.items()
        ),
    )
