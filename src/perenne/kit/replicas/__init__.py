"""Reads may go to replicas of the database: which of them know enough, and for how long (0021)."""

from perenne.kit.replicas.following import Followers
from perenne.kit.replicas.places import LAST, place_in
from perenne.kit.replicas.reading import Abandoned, must_write, read_from

__all__ = ["LAST", "Abandoned", "Followers", "must_write", "place_in", "read_from"]
