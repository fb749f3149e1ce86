"""The questions to answer, for a facilitator; the answers received, for whoever asks."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode

from perenne.domain.participants.queries import (
    accompanies,
    answers_files,
    answers_of,
    counts_by_state,
    files_of,
    may_ask,
)
from perenne.domain.participants.states import FileState
from perenne.kit.pages import Visit, page
from perenne.kit.paging import words_in
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.participants.list.columns import FILES

VIEWS = {
    "a-verifier": FileState.ASKED,
    "pieces-demandees": FileState.LACKING,
    "eligibles": FileState.CONFIRMED,
    "non-eligibles": FileState.REFUSED,
}


@page(act="eligibility.read_answer")
@listed(FILES)
def files(request: Visit) -> HttpResponse:
    number = request.number
    if not answers_files(request.actor):
        context = {
            "page": answers_of(seen_by=request.actor, page=number),
            "may_ask": may_ask(request.actor),
            "accompanies": accompanies(request.actor),
            "verifies": False,
            "words": "",
        }
        return TemplateResponse(request, "participants/list/answers.html", context)
    asked, words = (
        request.GET.get("vue", ""),
        words_in(request.GET.get("q", "")),
    )
    found = files_of(seen_by=request.actor, page=number, state=VIEWS.get(asked), words=words)
    context = {
        "page": found,
        "verifies": True,
        "words": words,
        "view": asked if asked in VIEWS else "",
        "tabs": _tabs(request, asked, words),
    }
    return TemplateResponse(request, "participants/list/page.html", context)


def _tabs(request: Visit, asked: str, words: str) -> tuple[MenuItem, ...]:
    counts, kept = counts_by_state(seen_by=request.actor), {"q": words} if words else {}
    every = MenuItem("Toutes", "?" + urlencode(kept), current=asked not in VIEWS)
    return (
        every,
        *(
            MenuItem(
                f"{state.label} ({counts.get(state, 0)})",
                "?" + urlencode({"vue": name, **kept}),
                current=name == asked,
            )
            for name, state in VIEWS.items()
        ),
    )
