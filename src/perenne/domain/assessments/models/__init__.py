"""What is published, frozen and added up."""

from perenne.domain.assessments.models.forecasts import Forecast, Subscription
from perenne.domain.assessments.models.frozen import Block, FrozenBilan, Narrative, Signature

__all__ = ["Block", "Forecast", "FrozenBilan", "Narrative", "Signature", "Subscription"]
