"""Public figures: everybody reads them; the coordination alone lets them out before the night."""

from datetime import UTC, date, datetime

from perenne.domain.assessments.models import Statistics

ROWS = """
                          nob vis buy bu2 fac fa2 coo com str pre
opendata:index       -    200 200 200 200 200 200 200 200 200 200
opendata:show   quarter   200 200 200 200 200 200 200 200 200 200
opendata:show   unknown   404 404 404 404 404 404 404 404 404 404
opendata:csv         -    200 200 200 200 200 200 200 200 200 200
opendata:json        -    200 200 200 200 200 200 200 200 200 200
opendata:dictionary  -    200 200 200 200 200 200 200 200 200 200
opendata:feed        -    200 200 200 200 200 200 200 200 200 200
opendata:publish     - POST 302 302 404 404 404 404 302 404 404 404
"""


def things(_committee):
    for quarter in ("2026-T1", "2026-T2"):
        Statistics.objects.create(
            quarter=quarter,
            made_on=date(2026, 8, 15),
            until=datetime(2026, 8, 15, tzinfo=UTC),
            content={"figures": [[[quarter, "total"], 60_000, 40]], "labels": {}},
        )
    return {"quarter": ["2026-T1"], "unknown": ["2025-T1"]}
