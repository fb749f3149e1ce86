"""The hirings that one may see: to confirm, under way, over; of one commitment or of all."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode

from perenne.domain.hirings.queries import counts_by_state, hirings_of, may_plan
from perenne.domain.hirings.states import HiringState
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in, words_in
from perenne.web.design.menu import MenuItem
from perenne.web.hirings.list.columns import HIRINGS
from perenne.web.lists.answer import listed

VIEWS = {
    "a-confirmer": ("À confirmer", frozenset({HiringState.PLANNED})),
    "en-cours": ("En cours", frozenset({HiringState.CONFIRMED})),
    "terminees": ("Terminées", frozenset({HiringState.ENDED, HiringState.CANCELLED})),
}


@page(act="hiring.view")
@listed(HIRINGS)
def hirings(request: Visit) -> HttpResponse:
    asked, words = request.GET.get("vue", ""), words_in(request.GET.get("q", ""))
    under = request.GET.get("engagement", "")
    said: dict[str, Any] = {"words": words, "commitment_id": key_in(under) if under else None}
    _, states = VIEWS.get(asked, ("", frozenset()))
    counts = counts_by_state(seen_by=request.actor, **said)
    total = sum(many for state, many in counts.items() if not states or state in states)
    number = request.number
    found = hirings_of(seen_by=request.actor, page=number, states=states, total=total, **said)
    kept = {name: value for name, value in (("engagement", under), ("q", words)) if value}
    context = {
        "page": found,
        "words": words,
        "under": under,
        "view": asked if asked in VIEWS else "",
        "tabs": _tabs(asked, kept, counts),
        "may_plan": may_plan(request.actor),
        "is_party": request.actor.role in CARRYING_OUT,
    }
    return TemplateResponse(request, "hirings/list/page.html", context)


def _tabs(asked: str, kept: dict[str, str], counts: Mapping[HiringState, int]) -> list[MenuItem]:
    every = MenuItem("Toutes", "?" + urlencode(kept), current=asked not in VIEWS)
    return [
        every,
        *(
            MenuItem(
                f"{label} ({sum(counts.get(state, 0) for state in states)})",
                "?" + urlencode({"vue": name, **kept}),
                current=name == asked,
            )
            for name, (label, states) in VIEWS.items()
        ),
    ]
