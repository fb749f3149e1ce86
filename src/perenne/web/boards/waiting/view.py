"""What waits for facilitators, the oldest first; for ten days, for thirty."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import Kind, WaitingLine, waiting_lines
from perenne.domain.coverage.queries import bodies
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in
from perenne.web.boards.tabs import for_those_who_follow, tabs_of
from perenne.web.boards.waiting.columns import WAITING
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed

AGES = {"": ("Tout", 0), "10": ("10 jours et plus", 10), "30": ("30 jours et plus", 30)}


@page(act="board.view")
@listed(WAITING)
def waiting(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    age, body = request.GET.get("age", ""), key_in(request.GET.get("organisme", ""))
    age = age if age in AGES else ""
    found = waiting_lines(
        seen_by=request.actor,
        on=localdate(),
        older=AGES[age][1],
        body_id=body or None,
        page=request.number,
    )
    context = {
        "page": found,
        "rows": [(row, address_of(row, request.actor)) for row in found.items],
        "ages": _ages(age, body),
        "body": body,
        "bodies": bodies() if request.actor.role is Role.COORDINATION else (),
        "tabs": tabs_of(request.path),
    }
    return TemplateResponse(request, "boards/waiting/page.html", context)


def address_of(row: WaitingLine, actor: Actor) -> str:
    """Nothing to open for who only steers: a person’s file is her facilitator’s."""
    if row.kind is Kind.PERSON and row.body_id != actor.organisation_id:
        return ""
    return reverse(row.kind.address, args=[row.key])


def _ages(chosen: str, body: int) -> tuple[MenuItem, ...]:
    kept: dict[str, str | int] = {"organisme": body} if body else {}
    return tuple(
        MenuItem(label, "?" + urlencode({"age": age, **kept}), age == chosen)
        for age, (label, _days) in AGES.items()
    )
