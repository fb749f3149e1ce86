"""The database learns which acts are sensitive: its owner tells it after each migration."""

from django.db import connection

from perenne.kit.journal.acts import sensitive_acts


def declare_sensitive_acts() -> None:
    with connection.cursor() as cursor:
        acts = sorted(sensitive_acts())
        cursor.execute("DELETE FROM journal_sensitive_act WHERE NOT act = ANY(%s)", [acts])
        cursor.execute(
            "INSERT INTO journal_sensitive_act SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING",
            [acts],
        )
