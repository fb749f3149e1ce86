"""A bilan alive: what was done, for whom, how well, in figures, drawings and words."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import hidden_alive, may_write, texts_of, versions_of
from perenne.kit.markdown import html_of
from perenne.kit.pages import Visit, page
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.board import board_of
from perenne.web.bilans.form import MonthsForm, typed
from perenne.web.bilans.reading import asked_in

UNDER = 3
"""The level of the heading above a text."""


@page(act="bilan.list")
def show(request: Visit, scope: str, months: str) -> HttpResponse:
    asked, today = asked_in(scope, months), localdate()
    bilan = bilan_of(asked.scope, asked.months, seen_by=request.actor, on=today)
    texts = texts_of(asked.scope, asked.months)
    context = {
        "bilan": bilan,
        "months": said_of_months(asked.months),
        "slugs": asked.slugs,
        "board": board_of(bilan, hidden_alive(bilan, request.actor)),
        "texts": [(text, html_of(text.text, under=UNDER)) for text in texts],
        "versions": versions_of(asked.scope, asked.months),
        "may_write": may_write(asked.scope, request.actor),
        "may_freeze": asked.months.start <= today,
        "form": MonthsForm(today=today, initial=typed(asked.months)),
        "kinds": ("pdf", "xlsx", "ods", "csv"),
    }
    return render(request, "bilans/show/page.html", context)
