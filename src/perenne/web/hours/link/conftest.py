from perenne.web.hours.tests.crews import crew

__all__ = ["crew"]
