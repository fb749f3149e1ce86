"""A second door to the same server, that reads only."""

from perenne.kit.testing.replica import aliased

__all__ = ["aliased"]
