"""PostgreSQL, ours or given; importing this opens nothing.

A database that is away is said to be after five seconds, and asked again at most five seconds
after it came back: a pool that goes on trying waits longer each time.

The server and the worker connect as the application, which owns no table and sees the rows of
one committee at a time; `migrate` alone connects as the owner (decision 0012).
"""

from psycopg.conninfo import conninfo_to_dict

from perenne.config.environment import ENVIRONMENT
from perenne.kit.postgres import Cluster

CLUSTER = Cluster(ENVIRONMENT.database_home, ENVIRONMENT.postgres_programs)
"""The embedded cluster; nobody enters it when DATABASE_URL is given."""

_ours = CLUSTER.url_of(CLUSTER.owner if ENVIRONMENT.as_owner else CLUSTER.application)
_theirs = (ENVIRONMENT.as_owner and ENVIRONMENT.owner_database_url) or ENVIRONMENT.database_url
_given = conninfo_to_dict(_theirs or _ours)

DATABASES = {
    "default": {
        "ENGINE": "perenne.kit.postgres.backend",
        "NAME": _given.pop("dbname", "perenne"),
        "USER": _given.pop("user", ""),
        "PASSWORD": _given.pop("password", ""),
        "HOST": _given.pop("host", ""),
        "PORT": _given.pop("port", ""),
        "CONN_MAX_AGE": 0,  # threads come and go: the pool keeps the connections
        "OPTIONS": {
            **_given,
            "pool": {"min_size": 1, "max_size": 8, "timeout": 5, "reconnect_timeout": 5},
        },
    }
}
APPLICATION_ROLE = str(
    conninfo_to_dict(ENVIRONMENT.database_url).get("user") or CLUSTER.application
)
