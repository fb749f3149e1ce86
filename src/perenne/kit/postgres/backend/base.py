"""A connection, fresh or out of the pool, is told its committee before anything is asked."""

from django.db.backends.postgresql import base

from perenne.kit.tenancy.current import SAY, current_committee


class DatabaseWrapper(base.DatabaseWrapper):
    def init_connection_state(self) -> None:
        super().init_connection_state()
        with self.connection.cursor() as cursor:
            cursor.execute(SAY, [current_committee()])
