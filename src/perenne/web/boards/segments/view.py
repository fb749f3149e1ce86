"""The fourteen purchase segments: planned, under a clause, owed, done."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.assessments.queries.boards import segment_lines
from perenne.kit.pages import Visit, page
from perenne.values import Hours
from perenne.web.boards.segments.columns import SEGMENTS
from perenne.web.boards.tabs import for_those_who_follow, tabs_of
from perenne.web.design.charts import Bar, Wording, bar_chart
from perenne.web.lists.answer import listed

WORDING = Wording(
    "segments",
    "Heures par segment d’achat",
    write=lambda minutes: f"{Hours(minutes).rounded} h",
    unit=60,
)


@page(act="board.view")
@listed(SEGMENTS)
def segments(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    found = segment_lines(seen_by=request.actor)
    drawn = [one for one in found if one.planned or one.claused]
    context = {
        "lines": found,
        "unused": [one.label for one in found if one.is_empty],
        "is_empty": all(one.is_empty for one in found),
        "chart": bar_chart(
            WORDING,
            [Bar(one.label, one.claused.minutes, one.planned.minutes) for one in drawn],
            columns=("Segment", "Heures des clauses", "Heures des achats programmés"),
        ),
        "tabs": tabs_of(request.path),
    }
    return TemplateResponse(request, "boards/segments/page.html", context)
