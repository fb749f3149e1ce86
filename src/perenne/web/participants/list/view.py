"""The questions to answer, for a facilitator; the answers received, for whoever asks."""

from django.http import HttpResponse
from django.shortcuts import render
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
from perenne.kit.paging import number_in, words_in
from perenne.web.design.menu import MenuItem

VIEWS = {
    "a-verifier": FileState.ASKED,
    "pieces-demandees": FileState.LACKING,
    "eligibles": FileState.CONFIRMED,
    "non-eligibles": FileState.REFUSED,
}


@page(act="eligibility.read_answer")
def files(request: Visit) -> HttpResponse:
    number = number_in(request.GET.get("page", ""))
    if not answers_files(request.actor):
        context = {
            "page": answers_of(seen_by=request.actor, page=number),
            "may_ask": may_ask(request.actor),
            "accompanies": accompanies(request.actor),
        }
        return render(request, "participants/list/answers.html", context)
    asked, words = (
        request.GET.get("vue", ""),
        words_in(request.GET.get("q", "")),
    )
    found = files_of(seen_by=request.actor, page=number, state=VIEWS.get(asked), words=words)
    context = {
        "page": found,
        "words": words,
        "view": asked if asked in VIEWS else "",
        "tabs": _tabs(request, asked, words),
    }
    return render(request, "participants/list/page.html", context)


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
