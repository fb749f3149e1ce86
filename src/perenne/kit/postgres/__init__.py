"""A PostgreSQL of our own, for a machine that gives none: found, created, started, stopped."""

from perenne.kit.postgres.cluster import Cluster
from perenne.kit.postgres.programs import NoPostgres

__all__ = ["Cluster", "NoPostgres"]
