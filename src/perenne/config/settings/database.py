"""PostgreSQL, ours or given; importing this opens nothing."""

from psycopg.conninfo import conninfo_to_dict

from perenne.config.environment import ENVIRONMENT
from perenne.kit.postgres import Cluster

CLUSTER = Cluster(ENVIRONMENT.database_home, ENVIRONMENT.postgres_programs)
"""The embedded cluster; nobody enters it when DATABASE_URL is given."""

_given = conninfo_to_dict(ENVIRONMENT.database_url or CLUSTER.url)

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _given.pop("dbname", "perenne"),
        "USER": _given.pop("user", ""),
        "PASSWORD": _given.pop("password", ""),
        "HOST": _given.pop("host", ""),
        "PORT": _given.pop("port", ""),
        "CONN_MAX_AGE": 0,  # threads come and go: the pool keeps the connections
        "OPTIONS": {
            **_given,
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
        },
    }
}
