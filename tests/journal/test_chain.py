"""Whatever is done to the past by who owns the tables, with triggers off, is seen."""

import pytest
from django.db import connection, transaction

from perenne.kit.actors import HOUSE
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.chain import Witness, broken, heads
from perenne.kit.journal.models import Entry, Link
from perenne.kit.journal.writing import record
from perenne.kit.tenancy import within
from perenne.kit.tenancy.models import Committee
from perenne.kit.testing.commits import at_once
from perenne.kit.testing.roles import OWNER, acting_as

WRITERS, EACH = 8, 50
SHORT = {
    "E": "UPDATE journal_entry SET",
    "L": "DELETE FROM journal_link WHERE entry_id",
    "G": "DELETE FROM journal_entry WHERE id",
}
OFF = "SET session_replication_role = replica"


def write(number=1):
    subject = StoredFile(name="plan", size=1, sha256="0" * 64)
    for _ in range(number):
        with transaction.atomic():
            record("clause.open", subject, by=HOUSE, lines=number)


def attack(*orders):
    """By the owner, whose triggers are off; `orders` may name {ids}: entries in their order."""
    ids = list(Link.objects.order_by("seq").values_list("entry_id", flat=True))
    with acting_as(OWNER), connection.cursor() as cursor:
        cursor.execute(OFF)
        for order in orders:
            cursor.execute(order.format(*ids, **SHORT))


def problems():
    return {found.problem for found in broken()}


@pytest.fixture
def five(real_commits):
    write(5)
    assert broken() == ()


ATTACKS = {
    "an act rewritten": (["{E} act = 'clause.word' WHERE id = {2}"], "altered"),
    "another author": (["{E} person_id = 9 WHERE id = {2}"], "altered"),
    "another seat": (["{E} organisation_id = 9 WHERE id = {2}"], "altered"),
    "another role": (["{E} role = 'visitor' WHERE id = {2}"], "altered"),
    "another time": (["{E} at = at - interval '1 us' WHERE id = {2}"], "altered"),
    "another reason": (["{E} reason = 'Autre' WHERE id = {2}"], "altered"),
    "another request": (["{E} correlation = 'x' WHERE id = {2}"], "altered"),
    "made sensitive": (
        ["{E} sensitive = true, reason = 'Autre' WHERE id = {2}"], "altered"),
    "another change": (
        ["{E} changes = '{{\"a\": [1, 2]}}' WHERE id = {2}"], "altered"),
    "a null fact": (
        ["{E} facts = facts || '{{\"a\": null}}' WHERE id = {2}"], "altered"),
    "an entry deleted": (["{G} = {2}"], "deleted"),
    "deleted with its link": (
        ["{L} = {2}", "{G} = {2}"],
        "gap"),
    "the first deleted with its link": (
        ["{L} = {0}", "{G} = {0}"],
        "gap"),
    "deleted, and the places closed up": (
        ["{L} = {2}", "{G} = {2}",
         "UPDATE journal_link SET seq = seq - 1 WHERE entry_id = {3}",
         "UPDATE journal_link SET seq = seq - 1 WHERE entry_id = {4}"],
        "unlinked"),
    "the tail deleted": (
        ["{L} = {4}", "{G} = {4}"],
        "head"),
    "all deleted but the head": (["DELETE FROM journal_link", "DELETE FROM journal_entry"], "head"),
    "the head deleted": (["DELETE FROM journal_head"], "head"),
    "the head moved": (["UPDATE journal_head SET seq = 4"], "head"),
    "two entries in each other’s place": (
        ["UPDATE journal_link SET entry_id = -1 WHERE entry_id = {1}",
         "UPDATE journal_link SET entry_id = {1} WHERE entry_id = {2}",
         "UPDATE journal_link SET entry_id = {2} WHERE entry_id = -1"],
        "altered"),
    "two links in each other’s place": (
        ["UPDATE journal_link SET seq = 99 WHERE entry_id = {1}",
         "UPDATE journal_link SET seq = 2 WHERE entry_id = {2}",
         "UPDATE journal_link SET seq = 3 WHERE entry_id = {1}"],
        "unlinked"),
    "an entry slipped in": (
        ["INSERT INTO journal_entry (committee_id, act, subject_type, subject_id, role)"
         " VALUES ('77', 'clause.open', 'x', '1', 'house')"],
        "unchained"),
    "a link unmade": (["{L} = {2}"], "unchained"),
}  # fmt: skip


@pytest.mark.parametrize(("orders", "problem"), ATTACKS.values(), ids=ATTACKS.keys())
def test_what_the_owner_does_to_the_past_is_seen(five, orders, problem):
    attack(*orders)
    assert problem in problems()


def test_who_rewrites_the_chain_whole_is_betrayed_by_the_heads_kept_outside(five):
    """The owner of the server can compute every hash anew; not what was sent yesterday."""
    (kept,) = heads()
    attack(
        "DELETE FROM journal_link WHERE entry_id IN ({3}, {4})",
        "DELETE FROM journal_entry WHERE id IN ({3}, {4})",
        "UPDATE journal_head SET (seq, hash) = (SELECT seq, hash FROM journal_link WHERE seq = 3)",
    )
    assert broken() == ()
    write(2)
    assert broken() == ()
    (found,) = broken([Witness.read(str(kept))])
    assert found.problem == "witness"


def test_a_head_that_was_sent_is_found_again_however_long_the_chain_has_grown(five):
    (kept,) = heads()
    write(3)
    assert broken([Witness.read(str(kept))]) == ()
    assert heads()[0].seq == 8


@pytest.mark.parametrize("text", ["", "77", "77:1", "77:x:00", "77:1:zz", "77:1:00:00"])
def test_what_is_no_head_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - of any sentence
        Witness.read(text)


def test_each_committee_has_a_chain_of_its_own(five):
    with acting_as(OWNER), within("34"):
        Committee.objects.create(code="34", name="Hérault")
    with within("34"):
        write(2)
        assert [(head.committee, head.seq) for head in heads()] == [("34", 2)]
        assert broken() == ()
    assert [(head.committee, head.seq) for head in heads()] == [("77", 5)]
    assert broken() == ()


def test_an_act_that_is_undone_leaves_no_hole(five):
    with transaction.atomic():
        record("clause.open", StoredFile(name="x"), by=HOUSE)
        transaction.set_rollback(True)
    write()
    assert [link.seq for link in Link.objects.order_by("seq")] == [1, 2, 3, 4, 5, 6]
    assert broken() == ()


def test_several_entries_of_one_act_follow_each_other(real_commits):
    with transaction.atomic():
        for name in ("clause.open", "clause.calibrate", "clause.word"):
            record(name, StoredFile(name="x"), by=HOUSE)
        assert not Link.objects.exists()
    acts = Link.objects.order_by("seq").values_list("entry__act", flat=True)
    assert list(acts) == ["clause.open", "clause.calibrate", "clause.word"]


def test_eight_writers_at_once_leave_one_chain_without_a_gap_or_a_deadlock(real_commits):
    """Each locks rows of its own in a different order; the head comes last for all of them."""
    first, second = (
        StoredFile.objects.create(name=name, size=1, sha256="0" * 64) for name in ("a", "b")
    )

    def writer(number):
        def writes():
            for turn in range(EACH):
                with transaction.atomic():
                    record("clause.open", first, by=HOUSE, writer=number)
                    # After the entry, a row that another writer holds while it writes its own.
                    row = first if (turn + number) % 2 else second
                    StoredFile.objects.select_for_update(no_key=True).get(pk=row.pk)

        return writes

    at_once(*(writer(number) for number in range(WRITERS)))
    links = list(Link.objects.order_by("seq").values_list("seq", flat=True))
    assert links == list(range(1, WRITERS * EACH + 1))
    assert Entry.objects.count() == WRITERS * EACH
    assert broken() == ()
