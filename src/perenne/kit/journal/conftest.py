from perenne.kit.testing.commits import committee_again, real_commits

__all__ = ["committee_again", "real_commits"]
