"""What is published, frozen and added up."""

from perenne.domain.assessments.models.forecasts import Forecast, Subscription
from perenne.domain.assessments.models.frozen import FrozenBilan, Narrative, Signature
from perenne.domain.assessments.models.statistics import Statistics
from perenne.domain.assessments.models.summaries import (
    Fact,
    Footing,
    SegmentTally,
    Standing,
    Summed,
    SummedLine,
    Touched,
)

__all__ = [
    "Fact",
    "Footing",
    "Forecast",
    "FrozenBilan",
    "Narrative",
    "SegmentTally",
    "Signature",
    "Standing",
    "Statistics",
    "Subscription",
    "Summed",
    "SummedLine",
    "Touched",
]
