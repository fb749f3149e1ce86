"""The account of a commitment: every hour that counts on it, and where it comes from."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.hours.queries.accounts import (
    AccountCard,
    AccountLine,
    account_card,
    lines_of,
    sentences_of,
)
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.kit.sheets.writing import Cell, Table, write_csv, write_workbook

HEADINGS = ("Mois travaillé", "Écrit le", "Personne", "Nature", "Autre marché", "Heures")
REASON = "Motif"
BY_MONTH = (
    "Mois",
    "Travaillées ici",
    "Comptées ici",
    "Reçues",
    "Reprises",
    "Données",
    "Cumul compté",
)
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@page(act="account.view")
def account(request: Visit, commitment_id: int) -> HttpResponse:
    card = account_card(commitment_id, seen_by=request.actor, on=localdate())
    asked = request.GET.get("globalisation", "")
    plan = next((one for one in card.plans if str(one.plan_id) == asked), None)
    month = None if plan else _month(request.GET.get("mois", ""), card)
    context = {
        "card": card,
        "plan": plan,
        "month": month,
        "lines": lines_of(card, month=month) if month else (),
        "sentences": sentences_of(card, plan.plan_id) if plan else (),
    }
    return render(request, "hours/account/page.html", context)


@page(act="account.view")
def account_file(request: Visit, commitment_id: int, kind: str) -> HttpResponse:
    card = account_card(commitment_id, seen_by=request.actor, on=localdate())
    if kind not in TYPES:
        raise NotFound(kind)
    headings = (*HEADINGS, REASON) if card.shows_reasons else HEADINGS
    cells = tuple(_cells(line)[: len(headings)] for line in lines_of(card))
    lines = Table("Lignes", headings, cells)
    months = Table("Par mois", BY_MONTH, tuple(
        (one.month, one.worked, one.here, one.received, one.back, one.given, one.total)
        for one in card.months
    ))  # fmt: skip
    content = write_csv(lines) if kind == "csv" else write_workbook([lines, months])
    named = {"Content-Disposition": f'attachment; filename="compte-engagement-{card.id}.{kind}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=named)


def _month(asked: str, card: AccountCard) -> date | None:
    """The one that the address asks for, else the last one."""
    known = {f"{one.month:%Y-%m}": one.month for one in card.months}
    return known.get(asked) or max(known.values(), default=None)


def _cells(line: AccountLine) -> tuple[Cell, ...]:
    return (
        line.month, line.written_on, line.code, line.label, line.other, line.hours, line.reason,
    )  # fmt: skip
