"""PostgreSQL, ours or given; importing this opens nothing.

A database that is away is said to be after five seconds, and asked again at most five seconds
after it came back: a pool that goes on trying waits longer each time.

The server and the worker connect as the application, which owns no table and sees the rows of
one committee at a time; `migrate` alone connects as the owner (decision 0012).
"""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from perenne.config.environment import ENVIRONMENT
from perenne.kit.postgres import Cluster

CLUSTER = Cluster(ENVIRONMENT.database_home, ENVIRONMENT.postgres_programs)
"""The embedded cluster; nobody enters it when DATABASE_URL is given."""

_ours = CLUSTER.url_of(CLUSTER.owner if ENVIRONMENT.as_owner else CLUSTER.application)
_theirs = (ENVIRONMENT.as_owner and ENVIRONMENT.owner_database_url) or ENVIRONMENT.database_url


def _database(url: str, timeout: int) -> dict[str, Any]:
    given = conninfo_to_dict(url)
    pool = {"min_size": 1, "max_size": 8, "timeout": timeout, "reconnect_timeout": 5}
    return {
        "ENGINE": "perenne.kit.postgres.backend",
        "NAME": given.pop("dbname", "perenne"),
        "USER": given.pop("user", ""),
        "PASSWORD": given.pop("password", ""),
        "HOST": given.pop("host", ""),
        "PORT": given.pop("port", ""),
        "CONN_MAX_AGE": 0,  # threads come and go: the pool keeps the connections
        "OPTIONS": {**given, "pool": pool},
    }


DATABASES = {"default": _database(_theirs or _ours, 5)}
for _number, _url in enumerate(ENVIRONMENT.replicas, 1):
    DATABASES[f"replica_{_number}"] = {
        **_database(_url, 1),
        "IS_REPLICA": True,
        "TEST": {"MIRROR": "default"},
    }
REPLICAS = tuple(alias for alias in DATABASES if alias != "default")
"""One that does not answer within a second is left alone: the primary reads in its place."""
APPLICATION_ROLE = str(
    conninfo_to_dict(ENVIRONMENT.database_url).get("user") or CLUSTER.application
)
