"""The whole history of one thing, open to whom its own page is."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.history.policy import Subject
from perenne.domain.history.queries import history_of
from perenne.kit.pages import View, Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound

PAGES = {
    "programme": "programming:show",
    "purchase": "programming:study",
    "clause": "clauses:show",
    "consultation": "procurement:consultation",
    "lot": "procurement:lot",
    "contract": "procurement:contract",
    "commitment": "clauses:commitment",
    "shortfall": "compliance:show",
    "statement": "hours:statement",
    "person": "participants:pathway",
    "hiring": "hirings:show",
    "opening": "sourcing:show",
    "sheet": "hours:sheet",
    "plan": "globalisation:show",
    "review": "reviews:show",
    "certificate": "certificates:show",
    "bilan": "bilans:frozen",
}
"""The page of the thing itself, by the name of the subject."""
LONGEST_NUMBER = 18


def history_page(subject: Subject) -> View:
    """One address a kind of thing: each names the act that opens its own page."""

    @page(act=subject.act, visitors=subject.visitors)
    def show(request: Visit, pk: str) -> HttpResponse:
        found = history_of(
            subject.name,
            key_in(pk, subject),
            seen_by=request.actor,
            act=request.GET.get("acte", ""),
            page=number_in(request.GET.get("page", "")),
        )
        context = {
            "history": found,
            "page": found.page,
            "chosen": request.GET.get("acte", ""),
            "back": PAGES[subject.name],
            "frame": "design/desk.html" if request.seat else "design/site.html",
        }
        return render(request, "history/show/page.html", context)

    return show


def key_in(text: str, subject: Subject) -> int | UUID:
    """The key that an address gives; nothing is found by what cannot be one."""
    try:
        if subject.policy.model._meta.pk.get_internal_type() == "UUIDField":
            return UUID(text)
        if text.isdecimal() and text.isascii() and len(text) <= LONGEST_NUMBER:
            return int(text)
    except ValueError as strange:
        raise NotFound(text) from strange
    raise NotFound(text)
