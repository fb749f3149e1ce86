"""What the owner raises after each migration: nothing forgotten, nothing twice."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from perenne.kit.tenancy.kinds import Kind, kinds
from perenne.kit.tenancy.walls import missing_walls, raise_walls
from perenne.kit.testing.roles import APPLICATION, OWNER, acting_as
from tests.walls.conftest import tables

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
ROLE = settings.APPLICATION_ROLE


def run(*orders):
    with connection.cursor() as cursor:
        for order in orders:
            cursor.execute(order)


def test_every_wall_stands_once_the_tables_are_made():
    assert list(missing_walls(ROLE)) == []


@pytest.mark.parametrize(
    ("harm", "mended"),
    [
        ("ALTER TABLE clauses_clause NO FORCE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"),
        ("ALTER TABLE clauses_clause DISABLE ROW LEVEL SECURITY", "ENABLE ROW LEVEL SECURITY"),
        ("DROP POLICY committee ON clauses_clause", "CREATE POLICY committee"),
        (f'GRANT UPDATE ON journal_entry TO "{ROLE}"', "REVOKE ALL ON"),
        (f'GRANT TRUNCATE ON clauses_clause TO "{ROLE}"', "REVOKE ALL ON"),
        (f'REVOKE SELECT ON clauses_clause FROM "{ROLE}"', "GRANT SELECT"),
    ],
)
def test_a_wall_that_was_harmed_is_seen_and_raised_again(harm, mended):
    with acting_as(OWNER):
        run(harm)
        assert mended in " ".join(raise_walls(ROLE))
        assert list(missing_walls(ROLE)) == []


def test_a_table_that_nobody_thought_of_is_walled_in_like_the_others():
    with acting_as(OWNER):
        run("CREATE TABLE stranger (id int PRIMARY KEY)")
        try:
            raise_walls(ROLE)
            with acting_as(APPLICATION):
                run("INSERT INTO stranger VALUES (1)")
            run("SET perenne.committee = '34'")
            assert kinds({"stranger"}) == {"stranger": Kind.OWNED}
            with connection.cursor() as cursor:
                cursor.execute("SELECT committee_id FROM stranger")
                assert cursor.fetchall() == [("77",)]
        finally:
            run("DROP TABLE stranger")


def test_the_application_cannot_be_the_owner(settings):
    with acting_as(OWNER):
        settings.APPLICATION_ROLE = OWNER["USER"]
        with pytest.raises(CommandError, match="another owner"):
            call_command("migrate", verbosity=0)


def test_migrating_again_changes_nothing(capsys):
    with acting_as(OWNER):
        call_command("migrate", verbosity=1)
    assert "Walls" not in capsys.readouterr().out


def test_every_table_is_of_a_kind_that_somebody_chose():
    """Owned by default is safe, and still said: a new table of somebody else must be looked at."""
    by_default = {
        table
        for table, kind in kinds(set(tables())).items()
        if kind is Kind.OWNED and table.split("_")[0] in THIRD_PARTIES
    }
    assert by_default == EXPECTED


THIRD_PARTIES = {"account", "mfa", "socialaccount", "usersessions", "django", "auth"}
EXPECTED = {
    "account_emailaddress",
    "account_emailconfirmation",
    "django_session",
    "mfa_authenticator",
    "socialaccount_socialaccount",
    "socialaccount_socialapp",
    "socialaccount_socialtoken",
    "usersessions_usersession",
}
