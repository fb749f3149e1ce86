"""Texts are written, shown, taken back; revisions stay; two people never overwrite each other."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from perenne.domain.library import queries
from perenne.domain.library.actions import (
    load_originals,
    open_text,
    publish_text,
    restore_text,
    withdraw_text,
    write_text,
)
from perenne.domain.library.factories import TODAY, new_text, said
from perenne.domain.library.models import Kind, Section
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


def last(text_id, actor):
    return queries.text_to_edit(text_id, seen_by=actor)


def test_a_draft_is_read_by_nobody_and_a_published_text_by_all(coordination):
    text_id = new_text(coordination, slug="une-page", published=False)
    with pytest.raises(NotFound):
        queries.page_called(Section.BUYERS, "une-page")
    publish_text(text_id=text_id, number=1, by=coordination, on=TODAY)
    card = queries.page_called(Section.BUYERS, "une-page")
    assert (card.said.title, card.published_on) == ("Un titre", TODAY)


def test_what_is_written_is_shown_once_it_is_published_and_not_before(coordination):
    text_id = new_text(coordination, slug="une-page")
    write_text(text_id=text_id, base=1, said=said(title="Nouveau"), by=coordination)
    assert queries.page_called(Section.BUYERS, "une-page").said.title == "Un titre"
    (row,) = queries.texts_to_edit(seen_by=coordination)
    assert (row.title, row.is_ahead) == ("Nouveau", True)
    publish_text(text_id=text_id, number=2, by=coordination, on=date(2027, 1, 1))
    card = queries.page_called(Section.BUYERS, "une-page")
    assert (card.said.title, card.published_on) == ("Nouveau", TODAY)
    assert [it.number for it in queries.revisions_of(text_id, seen_by=coordination)] == [2, 1]


def test_a_text_taken_back_answers_no_more_and_loses_nothing(coordination):
    text_id = new_text(coordination, slug="une-page")
    withdraw_text(text_id=text_id, by=coordination)
    with pytest.raises(NotFound):
        queries.page_called(Section.BUYERS, "une-page")
    with pytest.raises(Refused):
        withdraw_text(text_id=text_id, by=coordination)
    assert last(text_id, coordination).last_number == 1


def test_who_read_an_older_version_neither_writes_nor_publishes_over_the_new_one(coordination):
    text_id = new_text(coordination)
    write_text(text_id=text_id, base=1, said=said(title="Deux"), by=coordination)
    with pytest.raises(Refused, match="pendant que vous l’écriviez"):
        write_text(text_id=text_id, base=1, said=said(title="Trois"), by=coordination)
    with pytest.raises(Refused, match="a changé depuis"):
        publish_text(text_id=text_id, number=1, by=coordination, on=TODAY)
    assert last(text_id, coordination).said.title == "Deux"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("![](/a.png)", "Décrivez l’image"),
        ("[[inconnu]]", "ce bloc n’existe pas"),
        ("[x](javascript:a)", ""),
    ],
)
def test_a_text_that_cannot_be_shown_well_is_refused(coordination, body, sentence):
    if not sentence:  # not even a link: CommonMark leaves it as words
        new_text(coordination, body=body)
        return
    with pytest.raises(Refused, match=sentence):
        new_text(coordination, body=body)


def test_an_address_belongs_to_one_text(coordination):
    new_text(coordination, slug="une-page")
    with pytest.raises(Refused, match="autre adresse"):
        new_text(coordination, slug="une-page")


@pytest.mark.parametrize(
    "role", [Role.BUYER, Role.FACILITATOR, Role.COMPANY, Role.VISITOR], ids=str
)
def test_nobody_else_writes(coordination, role):
    text_id = new_text(coordination)
    actor = VISITOR if role is Role.VISITOR else new_actor(role)
    with pytest.raises(Refused):
        write_text(text_id=text_id, base=1, said=said(), by=actor)
    with pytest.raises(Refused):
        open_text(kind=Kind.PAGE, section=Section.BUYERS, slug="x", said=said(), by=actor)
    with pytest.raises(Refused):
        withdraw_text(text_id=text_id, by=actor)
    with pytest.raises(NotFound):
        last(text_id, actor)
    with pytest.raises(NotFound):
        queries.texts_to_edit(seen_by=actor)


@pytest.mark.parametrize(
    "order", ["UPDATE library_revision SET title = 'x'", "DELETE FROM library_revision"]
)
def test_a_revision_is_changed_by_nobody(coordination, order):
    new_text(coordination)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(order)


def test_the_originals_are_loaded_once_and_never_over_what_was_written(coordination):
    mine = new_text(coordination, Kind.PAGE, slug="acheteurs", title="À nous")
    missing = len(queries.originals()) - 1
    assert load_originals(on=TODAY) == missing
    assert load_originals(on=TODAY) == 0
    assert last(mine, coordination).said.title == "À nous"
    assert Entry.objects.filter(act="text.load").count() == missing


def test_an_original_comes_back_as_a_revision_that_is_still_to_be_published(coordination):
    text_id = new_text(coordination, Kind.PAGE, slug="acheteurs", title="À nous")
    restore_text(text_id=text_id, by=coordination)
    (new, old) = queries.revisions_of(text_id, seen_by=coordination)
    assert (new.is_original, new.is_shown, old.is_shown) == (True, False, True)
    assert new.said == queries.original_of("page", "acheteurs").said


def test_what_was_written_here_has_no_original(coordination):
    with pytest.raises(Refused, match="pas de texte d’origine"):
        restore_text(text_id=new_text(coordination), by=coordination)
