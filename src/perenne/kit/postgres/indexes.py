"""What PostgreSQL may ask of an index before it knows that a row may be seen.

Under row-level security a condition reaches an index only when its function is known to tell
nothing of what it reads (« leakproof »). A regular expression fails for what is sought, never for
what is read, and says nothing aloud: a superuser may say so, once a database. Where none did,
searches read every title that the walls leave: the same answers, later (decision 0022).
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import connection

ASKED = """
SELECT proleakproof, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
FROM pg_proc WHERE oid = 'texticregexeq(text, text)'::regprocedure
"""
SAID = "ALTER FUNCTION texticregexeq(text, text) LEAKPROOF"


def by_letters(*fields: str, name: str) -> GinIndex:
    """Serves regular expressions on any of these columns: their letters, three at a time."""
    return GinIndex(fields=fields, opclasses=["gin_trgm_ops"] * len(fields), name=name)


def let_indexes_search() -> bool:
    """By the owner; whether indexes serve searches from now on."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        is_said, may_say = cursor.fetchone()
        if may_say and not is_said:
            cursor.execute(SAID)
    return bool(is_said or may_say)
