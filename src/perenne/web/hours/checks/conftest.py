from perenne.web.hours.tests.months import months

__all__ = ["months"]
