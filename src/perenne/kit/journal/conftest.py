from perenne.kit.testing.commits import real_commits

__all__ = ["real_commits"]
