"""Search over everything that one may see: what is typed in the bar of every desk."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from perenne.domain.clauses.queries.finding import clauses_to_find
from perenne.domain.library.queries.finding import texts_to_find
from perenne.domain.organisations.queries.finding import organisations_to_find
from perenne.domain.procurement.queries.finding import contracts_to_find
from perenne.domain.programming.queries.finding import programmes_to_find
from perenne.kit.actors import Actor
from perenne.kit.finding import LONGEST, Found, Ground, Group
from perenne.kit.finding import find as find_in
from perenne.kit.pages import Visit, page
from perenne.kit.paging import Page, number_in

OF_EACH, ON_A_PAGE = 5, 20


@dataclass(frozen=True, slots=True)
class Result:
    title: str
    more: str
    url: str
    is_exact: bool


@page(act="programme.view")
def find(request: Visit) -> HttpResponse:
    """`?nature=` shows one kind alone, page after page."""
    asked = request.GET.get("q", "")[:LONGEST].strip()
    grounds = grounds_of(request.actor)
    chosen = [ground for ground in grounds if ground.name == request.GET.get("nature", "")]
    number = max(1, number_in(request.GET.get("page", ""))) if chosen else 1
    each = ON_A_PAGE if chosen else OF_EACH
    answer = find_in(asked, chosen or grounds, each=each, start=(number - 1) * each)
    context = {
        "asked": asked,
        "groups": [(group, [_result(one) for one in group.items]) for group in answer.groups],
        "total": sum(group.total for group in answer.groups),
        "is_written": answer.is_written,
        "chosen": chosen[0] if chosen else None,
        "page": _page(answer.groups, number) if chosen else None,
    }
    return render(request, "search/find/page.html", context)


def grounds_of(actor: Actor) -> tuple[Ground, ...]:
    """In the order in which a desk shows them."""
    return (
        *clauses_to_find(actor),
        *contracts_to_find(actor),
        *programmes_to_find(actor),
        *organisations_to_find(actor),
        *texts_to_find(),
    )


def _page(found: tuple[Group, ...], number: int) -> Page[Found]:
    total = found[0].total if found else 0
    return Page((), number, ON_A_PAGE, total)


def _result(one: Found) -> Result:
    return Result(one.title, one.more, reverse(one.address, args=one.keys), one.is_exact)
