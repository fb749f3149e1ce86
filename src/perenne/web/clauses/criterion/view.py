"""The grid of the social criterion: its points, what is asked of every tenderer, as a workbook."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.sheets.writing import Table, write_workbook
from perenne.rules.criterion import CriterionGrid
from perenne.rules.legal_bases import LegalBasis
from perenne.web.clauses.criterion.form import POINTS, CriterionForm, as_kept
from perenne.web.clauses.wording.view import name_of, sent

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TENDERS = 3  # columns of the blank notation


@page(act="clause.view")
def criterion(request: Visit, clause_id: int) -> HttpResponse:
    """Everybody who sees the clause reads the grid; its facilitator changes it while drafting."""
    clause = _with_criterion(request, clause_id)
    may_change = "clause.word" in queries.acts_of([clause_id], seen_by=request.actor)[clause_id]
    form = CriterionForm((may_change and request.POST) or None, initial=as_kept(clause))
    if form.is_valid():
        try:
            grid, seen = form.grid(), form.cleaned_data["seen"]
            actions.grade_criterion(clause_id=clause_id, grid=grid, by=request.actor, seen=seen)
        except (Refused, ValueError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La grille est enregistrée.")
            return redirect("clauses:criterion", clause_id)
    fields = [form[name] for name in POINTS] if may_change else []
    context = {"clause": clause, "form": form, "fields": fields, "may_change": may_change}
    return render(request, "clauses/criterion/page.html", context)


@page(act="clause.view")
def criterion_sheet(request: Visit, clause_id: int) -> HttpResponse:
    clause = _with_criterion(request, clause_id)
    content = write_workbook([_grid(clause.criterion), _questions(clause.criterion)])
    return sent(content, XLSX, f"{name_of('grille-du-critere', clause)}.xlsx")


def _with_criterion(request: Visit, clause_id: int) -> queries.ClauseCard:
    clause = queries.clause_card(clause_id, seen_by=request.actor)
    if clause.terms.basis is not LegalBasis.CONDITION_AND_CRITERION or not clause.is_worded:
        raise NotFound(clause_id)
    return clause


def _grid(grid: CriterionGrid) -> Table:
    """One column for each tender, all noted by the same method."""
    tenders, blank = tuple(f"Offre {number}" for number in range(1, TENDERS + 1)), (None,) * TENDERS
    rows = tuple(
        (entry.title, entry.row.looked_at, entry.row.scoring.label, entry.points, *blank)
        for entry in grid.entries
    )
    headings = ("Élément d’appréciation", "Ce qui est regardé", "Méthode", "Points", *tenders)
    return Table("Notation", headings, rows)


def _questions(grid: CriterionGrid) -> Table:
    rows = tuple(
        (entry.title, question) for entry in grid.entries for question in entry.row.questions
    )
    return Table("Questions à tous", ("Élément d’appréciation", "Question"), rows)
