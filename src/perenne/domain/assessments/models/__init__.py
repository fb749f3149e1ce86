"""What is published, frozen and added up."""

from perenne.domain.assessments.models.forecasts import Forecast, Subscription

__all__ = ["Forecast", "Subscription"]
