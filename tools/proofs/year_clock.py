"""A clock that is moved: for Python where Django reads it, for PostgreSQL in this database alone.

Moved: `django.utils.timezone.now` and `localdate`, whoever imported them; in PostgreSQL, now(),
statement_timestamp() and clock_timestamp() in queries, in defaults of columns and in the functions
of triggers (a schema before pg_catalog in the search path). On the true clock: `time.time()`, by
which sessions end and attempts are counted, and CURRENT_TIMESTAMP, which is a word of the grammar.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Any

import backups
import psycopg
from django.conf import settings
from django.db import connection
from django.utils import timezone
from psycopg import sql

SCHEMA = """
    CREATE SCHEMA clock;
    CREATE TABLE clock.shift (by interval NOT NULL);
    INSERT INTO clock.shift VALUES ('0');
    CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT pg_catalog.now() + (SELECT by FROM clock.shift)';
    CREATE FUNCTION clock.statement_timestamp() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT pg_catalog.statement_timestamp() + (SELECT by FROM clock.shift)';
    CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
        AS 'SELECT pg_catalog.clock_timestamp() + (SELECT by FROM clock.shift)';
    GRANT USAGE ON SCHEMA clock TO PUBLIC;
    GRANT SELECT ON clock.shift TO PUBLIC;
"""
DEFAULTS = """SELECT adrelid::regclass::text, attname, pg_get_expr(adbin, adrelid)
    FROM pg_attrdef JOIN pg_attribute ON (attrelid, attnum) = (adrelid, adnum)
    WHERE attgenerated = '' AND pg_get_expr(adbin, adrelid) ~* '(now|_timestamp)\\(\\)'"""
FUNCTIONS = """SELECT p.oid::regprocedure::text, c FROM pg_proc p, unnest(proconfig) c
    WHERE pronamespace = 'public'::regnamespace AND c LIKE 'search_path=%'
        AND prosrc ~* '(now|_timestamp)\\(\\)'"""
PATH = "clock, pg_catalog, public"


class Clock:
    """`set` says what time it is; it goes on from there, for Python and for the database."""

    def __init__(self, owner: psycopg.Connection) -> None:
        self._owner, self._shift = owner, timedelta(0)
        owner.execute(SCHEMA)
        self.defaults = self._move_defaults()
        self.functions = self._move_functions()
        owner.execute(
            sql.SQL("ALTER DATABASE {} SET search_path = " + PATH).format(
                sql.Identifier(owner.info.dbname)
            )
        )
        connection.close()
        connection.close_pool()
        timezone.datetime = self._moved()  # type: ignore[attr-defined]

    def set(self, moment: datetime) -> None:
        """ValueError when it would go back."""
        shift = moment - datetime.fromtimestamp(time.time(), tz=moment.tzinfo)
        if shift < self._shift:
            raise ValueError(f"{moment} is over")
        self._shift = shift
        self._owner.execute("UPDATE clock.shift SET by = %s", [shift])

    def gap(self) -> timedelta:
        """Between what Python and PostgreSQL say; a few milliseconds."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT statement_timestamp()")
            (there,) = cursor.fetchone() or (None,)
        return abs(timezone.now() - there)

    def _move_defaults(self) -> int:
        rows = self._owner.execute(DEFAULTS).fetchall()
        for table, column, told in rows:
            moved = told.lower().replace("now()", "clock.now()")
            for name in ("statement_timestamp", "clock_timestamp"):
                moved = moved.replace(f"{name}()", f"clock.{name}()")
            self._owner.execute(f'ALTER TABLE {table} ALTER "{column}" SET DEFAULT {moved}')
        return len(rows)

    def _move_functions(self) -> int:
        rows = self._owner.execute(FUNCTIONS).fetchall()
        for name, path in rows:
            rest = path.removeprefix("search_path=").removeprefix("pg_catalog, ")
            self._owner.execute(
                f"ALTER FUNCTION {name} SET search_path = clock, pg_catalog, {rest}"
            )
        return len(rows)

    def _moved(self) -> type[datetime]:
        clock = self

        class Moved(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:
                return datetime.now(tz) + clock._shift

        return Moved


def moved_clock() -> Clock:
    """Of the database of this proof."""
    return Clock(backups.owner_of(settings.CLUSTER))
