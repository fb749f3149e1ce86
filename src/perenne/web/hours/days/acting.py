"""What is done on the days of a person, the same at a desk and by a link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.hours import actions
from perenne.domain.hours.queries import statement_card
from perenne.domain.hours.queries.cards import LineCard, StatementCard, slug_of
from perenne.kit.pages import Visit
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.french import month_in_full
from perenne.rules.hours import HourKind
from perenne.web.hours.days.form import DaysForm
from perenne.web.hours.way import Way

KEPT = "Les jours sont gardés dans le brouillon. Il reste à déclarer le mois."


def days_shown(request: Visit, way: Way, hiring_id: int, kind: str) -> HttpResponse:
    card = statement_card(way.statement_id, seen_by=way.actor)
    line = _line(card, hiring_id, kind)
    form = DaysForm(request.POST if request.method == "POST" else None, line=line)
    if form.is_valid():
        try:
            actions.keep_days(
                statement_id=card.id,
                hiring_id=hiring_id,
                kind=line.kind,
                days=form.days(),
                by=way.actor,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, KEPT)
            return redirect(way.here)
    context = {
        "form": form, "line": line, "way": way, "frame": way.frame,
        "month": month_in_full(card.month),
    }  # fmt: skip
    return render(request, "hours/days/page.html", context)


def _line(card: StatementCard, hiring_id: int, slug: str) -> LineCard:
    """Of somebody whose hours may be typed; a kind that she has not yet begins empty."""
    theirs = [line for line in card.lines if line.hiring_id == hiring_id]
    kind = next((kind for kind in HourKind if slug_of(kind) == slug), None)
    if not theirs or kind is None:
        raise NotFound(hiring_id)
    first = theirs[0]
    fresh = LineCard(
        hiring_id, kind, first.name, first.code, first.job, first.counted, explained={}
    )
    return next((line for line in theirs if line.kind is kind), fresh)
