"""One Q for each act: lists, buttons and actions can only agree. Files stand for any row."""

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.actors import VISITOR, Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.changes import changes_of
from perenne.kit.policy import NOBODY, Policy, is_void
from perenne.kit.refusals import Refused

BUYER = Actor(Role.BUYER, person_id=1, organisation_id=7)
OTHER = Actor(Role.BUYER, person_id=2, organisation_id=8)
COORDINATION = Actor(Role.COORDINATION, person_id=3, organisation_id=9)


def its_own(actor):
    return Q(size=actor.organisation_id) if actor.role is Role.BUYER else NOBODY


FILES = Policy(
    StoredFile,
    {
        "file.view": lambda actor: (
            its_own(actor) | (~NOBODY if actor.role is Role.COORDINATION else NOBODY)
        ),
        "file.sign": lambda actor: its_own(actor) & Q(name="contrat"),
    },
)


@pytest.fixture
def rows(db):
    return [
        StoredFile.objects.create(name=name, size=size, sha256="0" * 64)
        for name, size in (("contrat", 7), ("plan", 7), ("contrat", 8))
    ]


@pytest.mark.parametrize(
    ("act", "actor", "granted"),
    [
        ("file.view", BUYER, [0, 1]),
        ("file.view", OTHER, [2]),
        ("file.view", COORDINATION, [0, 1, 2]),
        ("file.view", VISITOR, []),
        ("file.sign", BUYER, [0]),
        ("file.sign", OTHER, [2]),
        ("file.sign", COORDINATION, []),
        ("file.sign", VISITOR, []),
    ],
)
def test_the_list_the_button_and_the_action_agree(rows, act, actor, granted):
    allowed = [rows[place].pk for place in granted]
    assert set(FILES.rows(act, actor).values_list("pk", flat=True)) == set(allowed)
    for row in rows:
        assert FILES.allows(act, actor, row.pk) == (row.pk in allowed)
        if row.pk in allowed:
            assert FILES.take(act, actor, row.pk) == row
        else:
            with pytest.raises(Refused, match=r"il n’est pas à vous.*Rechargez-la"):
                FILES.take(act, actor, row.pk)


def test_a_row_is_locked_without_standing_in_the_way_of_foreign_keys(rows):
    with CaptureQueriesContext(connection) as asked:
        FILES.take("file.sign", BUYER, rows[0].pk)
    assert 'FOR NO KEY UPDATE OF "files_storedfile"' in asked[0]["sql"]
    assert len(asked) == 1


def test_an_act_that_nobody_declared_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        FILES.rows("file.burn", COORDINATION)


@pytest.mark.parametrize(("actor", "admitted"), [(BUYER, True), (VISITOR, False)])
def test_who_could_never_do_it_is_not_admitted(actor, admitted):
    if admitted:
        FILES.admit("file.sign", actor)
        return
    with pytest.raises(Refused, match="ne permet pas cela"):
        FILES.admit("file.sign", actor)


grants = some.recursive(
    some.sampled_from([NOBODY, ~NOBODY, Q(size=7), Q(name="contrat"), Q(name="plan", size=8)]),
    lambda parts: some.tuples(some.sampled_from("&|"), parts, parts).map(
        lambda two: two[1] & two[2] if two[0] == "&" else two[1] | two[2]
    ),
    max_leaves=8,
)


@given(grants)
def test_a_grant_called_void_is_satisfied_by_no_row(granted):
    """Read by hand on every row that could be: no database is needed to know."""
    every = [(name, size) for name in ("contrat", "plan", "note") for size in (7, 8, 9)]
    if is_void(granted):
        assert not any(_satisfies(granted, *row) for row in every)


@given(grants)
def test_only_a_nobody_makes_a_grant_void(granted):
    if NOBODY.children[0] not in _leaves(granted):
        assert not is_void(granted)


def _leaves(part):
    return [part] if isinstance(part, tuple) else [x for c in part.children for x in _leaves(c)]


def _satisfies(part, name, size):
    if isinstance(part, tuple):
        field, value = part
        return {"size": size, "name": name, "pk__in": None}[field] == value
    said = [_satisfies(child, name, size) for child in part.children]
    return (all(said) if part.connector == Q.AND else any(said)) != part.negated


def test_a_row_that_is_taken_remembers_what_it_was(rows):
    row = FILES.take("file.sign", BUYER, rows[0].pk)
    assert changes_of(row) == {}
    row.size += 1
    assert changes_of(row) == {"size": [row.size - 1, row.size]}
