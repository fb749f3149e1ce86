"""The editions of the demo département, as the house publishes them, with the truth behind them."""

from datetime import UTC, date, datetime

from departments import Edition
from empty_house import empty_house

TODAY = date(2026, 11, 26)
LATER = datetime(2027, 2, 20, tzinfo=UTC)
"""When its year is over and told."""


def editions_of_the_demo() -> list[Edition]:
    with empty_house():
        from perenne.domain.assessments.actions import publish_statistics  # noqa: PLC0415
        from perenne.domain.assessments.actions.counting import crowds_in  # noqa: PLC0415
        from perenne.domain.assessments.models import Statistics  # noqa: PLC0415
        from perenne.kit.actors import HOUSE  # noqa: PLC0415
        from perenne.ops.demo.building import build_demo  # noqa: PLC0415

        build_demo(today=TODAY, say=lambda _: None)
        publish_statistics(by=HOUSE, now=LATER, today=LATER.date())
        return [
            Edition(
                row.quarter,
                {
                    tuple(key): (minutes, persons)
                    for key, minutes, persons in row.content["figures"]
                },
                crowds_in(row.behind),
            )
            for row in Statistics.objects.order_by("quarter")
        ]
