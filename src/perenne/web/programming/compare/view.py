"""A programme beside the one before: what its buyer added, changed, kept, took away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses.queries.deadlines import clauses_on
from perenne.domain.programming import actions, queries
from perenne.domain.programming.queries import ComparisonCard, Filter
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.sheets.writing import write_workbook
from perenne.web.design.menu import MenuItem
from perenne.web.programming.compare.table import table_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LABELS = {
    Filter.ALL: "Tout",
    Filter.ADDED: "Ajoutés",
    Filter.CHANGED: "Modifiés",
    Filter.KEPT: "Inchangés",
    Filter.REMOVED: "Retirés",
    Filter.CLAUSED: "Retirés avec clause",
    Filter.UNSURE: "À vérifier",
}


@page(act="programme.view")
def compare(request: Visit, programme_id: UUID) -> HttpResponse:
    card = queries.comparison_card(programme_id, seen_by=request.actor)
    asked = request.GET.get("vue", "")
    only = Filter(asked) if asked in set(Filter) else Filter.ALL
    number = number_in(request.GET.get("page", ""))
    found = queries.pairings_of(programme_id, seen_by=request.actor, only=only, page=number)
    before = [row.before.id for row in found.items if row.before]
    context = {
        "card": card,
        "tabs": _tabs(card, only),
        "page": found,
        "clauses": clauses_on(before, seen_by=request.actor),
    }
    return render(request, "programming/compare/page.html", context)


@page(act="programme.view")
def export_comparison(request: Visit, programme_id: UUID) -> HttpResponse:
    card = queries.comparison_card(programme_id, seen_by=request.actor)
    rows = queries.every_pairing_of(programme_id, seen_by=request.actor)
    name = f"comparaison-{slugify(card.programme.title)[:60]}.xlsx"
    return HttpResponse(
        write_workbook([table_of(rows)]),
        content_type=EXCEL,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@page(act="programme.compare")
@require_POST
def link(request: Visit, programme_id: UUID) -> HttpResponse:
    """With another of the same buyer, older."""
    queries.comparison_card(programme_id, seen_by=request.actor)
    try:
        previous_id = UUID(request.POST.get("avec", ""))
        actions.link_programme(
            programme_id=programme_id, previous_id=previous_id, by=request.actor, today=localdate()
        )
    except ValueError as unreadable:
        raise NotFound(programme_id) from unreadable
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La comparaison est refaite.")
    return redirect("programming:compare", programme_id)


def _tabs(card: ComparisonCard, open_one: Filter) -> tuple[MenuItem, ...]:
    """Those that hold a line, and the one that is open."""
    return tuple(
        MenuItem(label, f"?vue={name.value}", current=name is open_one, count=card.counts[name])
        for name, label in LABELS.items()
        if card.counts[name] or name in {open_one, Filter.ALL}
    )
