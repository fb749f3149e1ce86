"""A connection, fresh or out of the pool, is told its committee before anything is asked.

Telling it also shows whether it is alive: one that was cut while it waited in the pool is put
back, where it is thrown away, and another one is taken.
"""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError

from perenne.kit.replicas.reading import Abandoned, Why, is_reading
from perenne.kit.tenancy.current import SAY, current_committee

AS_OURS = (
    f"{SAY}, set_config('jit', 'off', false), set_config('join_collapse_limit', '6', false),"
    " set_config('random_page_cost', '1.1', false)"
)
"""Sentences are compiled by nobody: it takes longer than the longest of ours. Nor is every order
of eight tables weighed: walls make all tables alike in committee, so that any may be joined to any,
and choosing took up to 110 ms where reading took 2. Pages come out of memory or of a disk without
arms: where one costs four others, as PostgreSQL has it, a table of a million rows is read whole to
find three thousand of them."""
AS_A_REPLICA = f"{AS_OURS}, set_config('default_transaction_read_only', 'on', false)"
"""Nothing is written there, even once it was promoted: whoever promotes it says it to everybody."""
MOST_DEAD = 10  # more than the pool holds


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        try:
            return self._told(conn_params)
        except OperationalError as away:
            if is_reading():
                raise Abandoned(Why.CUT) from away
            raise

    def _told(self, conn_params: dict[str, Any]) -> Connection[Any]:
        sentence = AS_A_REPLICA if self.settings_dict.get("IS_REPLICA") else AS_OURS
        for _ in range(MOST_DEAD):
            taken: Connection[Any] = super().get_new_connection(conn_params)
            try:
                taken.autocommit = True  # Django says next what it wants
                taken.execute(sentence, [current_committee()])
            except OperationalError:
                if not self.pool:
                    raise
                self.pool.putconn(taken)
            else:
                return taken
        raise OperationalError("every connection of the pool was cut")
