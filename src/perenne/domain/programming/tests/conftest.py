from perenne.domain.programming.tests.commits import real_commits

__all__ = ["real_commits"]
