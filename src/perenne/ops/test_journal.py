"""The commands that say whether the past is whole."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from perenne.kit.actors import HOUSE
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.writing import record
from perenne.kit.testing.roles import OWNER, acting_as

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture
def written():
    for _ in range(3):
        with transaction.atomic():
            record("clause.open", StoredFile(name="x"), by=HOUSE)


def said(capsys, *arguments):
    call_command("journal", *arguments)
    return capsys.readouterr().out


def harm(order):
    with acting_as(OWNER), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(order)


def test_a_whole_journal_says_how_many_entries_it_has(written, capsys):
    assert said(capsys, "check") == "77: 3 entries, 0 broken\n"


def test_an_empty_journal_is_whole(capsys):
    assert said(capsys, "check") == "77: 0 entries, 0 broken\n"
    assert said(capsys, "heads") == ""


def test_a_head_is_printed_and_found_again(written, capsys):
    head = said(capsys, "heads")
    assert re.fullmatch(r"77:3:[0-9a-f]{64}  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\n", head)
    assert "0 broken" in said(capsys, "check", "--head", head.split()[0])


def test_a_break_is_told_and_fails(written, capsys):
    harm("UPDATE journal_entry SET reason = 'Autre' WHERE id = (SELECT min(id) FROM journal_entry)")
    with pytest.raises(CommandError, match="1 broken links"):
        call_command("journal", "check")
    told = capsys.readouterr().out
    assert "77: 3 entries, 1 broken\n" in told
    assert re.search(r"link 1, entry \d+: the entry is not the one that was written", told)


def test_a_head_that_is_not_in_the_chain_fails(written, capsys):
    with pytest.raises(CommandError, match="does not hold"):
        call_command("journal", "check", "--head", f"77:3:{'0' * 64}")
    assert "the head that was sent that day is not in the chain" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["77", "77:trois:00", "77:3:gg"])
def test_what_is_no_head_is_refused_in_a_sentence(text):
    with pytest.raises(CommandError, match="is no head"):
        call_command("journal", "check", "--head", text)
