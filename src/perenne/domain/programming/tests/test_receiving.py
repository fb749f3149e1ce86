"""A file comes in: every line of it is accounted for, and what is read is what it says."""

import pytest
from django.core.files.storage import storages
from django.db.models import Q
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import match_headings, receive_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.factories import (
    HEADINGS,
    PASSER_BY,
    TODAY,
    csv_of,
    file_of_purchases,
    received,
)
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.queries import headings_to_match, lines_set_aside
from perenne.domain.programming.states import ProgrammeState
from perenne.domain.programming.tests.layouts import LAYOUTS
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.files.keeping import content_of
from perenne.kit.files.models import StoredFile
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def buyer():
    load_places()
    return new_actor(Role.BUYER, commune_id="77284")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_line_of_the_file_is_accounted_for(buyer, layout):
    programme = Programme.objects.get(pk=received(layout.content, by=buyer))

    assert programme.state == ProgrammeState.DRAFT
    assert tuple(line.kind for line in programme.lines.all()) == layout.kinds
    assert [line.number for line in programme.lines.all()] == list(range(1, len(layout.kinds) + 1))
    assert programme.lines_total == programme.lines_read == len(layout.kinds)
    assert not programme.lines.filter(Q(reason="")).exists()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_each_purchase_has_the_amount_that_the_file_says(buyer, layout):
    received(layout.content, by=buyer)
    found = dict(PlannedPurchase.objects.values_list("object", "amount_cents"))
    assert found == layout.amounts


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_what_is_no_purchase_is_shown_with_its_reason(buyer, layout):
    programme_id = received(layout.content, by=buyer)
    shown = lines_set_aside(programme_id, seen_by=buyer)
    assert len(shown) + PlannedPurchase.objects.count() == len(layout.kinds)
    assert all(row.reason and row.kind for row in shown)


def test_the_lots_of_an_operation_know_it_and_what_they_come_to(buyer):
    received(LAYOUTS["in lots"].content, by=buyer)
    lot = PlannedPurchase.objects.get(object__startswith="Lot 2")
    alone = PlannedPurchase.objects.get(object__startswith="Vitrerie")
    assert (lot.operation, lot.whole_cents) == ("Construction du groupe scolaire", 158_000_000)
    assert (alone.operation, alone.whole_cents) == ("", None)


def test_what_is_missing_is_asked(buyer):
    received(LAYOUTS["titled"].content, by=buyer)
    guard = PlannedPurchase.objects.get(object="Gardiennage du siège")
    assert [question["field"] for question in guard.questions] == ["amount"]


def test_the_bytes_are_kept_as_they_came(buyer):
    content = file_of_purchases(2)
    programme = Programme.objects.get(pk=received(content, by=buyer, name="C:\\été\\../a.csv"))
    assert content_of(programme.file_id) == content
    assert programme.file.name == "a.csv"


def test_a_buyer_owns_what_they_send_in(buyer):
    programme = Programme.objects.get(pk=received(file_of_purchases(1), by=buyer))
    assert (programme.buyer_id, programme.visitor_key) == (buyer.organisation_id, "")
    assert (programme.received_on, str(programme)) == (TODAY, "Programmation 2027")


def test_the_draft_of_a_visitor_belongs_to_the_key_of_their_session():
    programme = Programme.objects.get(pk=received(file_of_purchases(1), by=PASSER_BY))
    assert (programme.buyer_id, programme.visitor_key) == (None, PASSER_BY.visitor_key)


@pytest.mark.parametrize(
    ("title", "kept"),
    [("  Achats 2027 ", "Achats 2027"), ("", "a.csv"), ("   ", "a.csv"), ("é" * 300, "é" * 200)],
)
def test_a_programme_without_title_bears_the_name_of_its_file(title, kept):
    file = SentFile(file_of_purchases(1), "dossier\x00/a\x00.csv")
    kind = BuyerKind.STATE
    receive_programme(file, title=title, buyer_kind=kind, by=PASSER_BY, today=TODAY)
    assert Programme.objects.get().title == kept


HOSTILE = {
    "empty": (b"", "vide"),
    "no table": (b"bonjour", "aucun tableau"),
    "binary": (b"\x00\x01\x02\xff" * 100, "ni un classeur ni du texte lisible"),
    "headings alone": (csv_of(HEADINGS), "Aucun achat"),
    "a total alone": (csv_of(("Objet", "Montant HT"), ("Total", "100")), "Aucun achat"),
    "names of people": (csv_of(("Nom", "Prénom"), ("Martin", "Camille")), "Aucun achat"),
    "broken workbook": (b"PK\x03\x04" + b"\x00" * 200, "."),
    "too big": (b"a;b\r\n" * 2_100_000, "."),
}


@pytest.mark.parametrize(("content", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_of_it_is_kept(
    content, sentence, tmp_path
):
    with pytest.raises(Refused, match=sentence):
        received(content, by=PASSER_BY, name="programme.xlsx")
    assert not Programme.objects.exists()
    assert not StoredFile.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.COORDINATION, Role.COMPANY])
def test_who_buys_nothing_sends_nothing_in(role):
    with pytest.raises(Refused, match="Votre espace ne permet pas cela"):
        received(file_of_purchases(1), by=new_actor(role))


@pytest.mark.parametrize("actor", [VISITOR, HOUSE], ids=["visitor without key", "house"])
def test_who_could_not_find_it_again_sends_nothing_in(actor):
    with pytest.raises(Refused):
        received(file_of_purchases(1), by=actor)
    assert not StoredFile.objects.exists()


cells = some.text(
    some.characters(codec="cp1252", exclude_categories=["Cc"], exclude_characters=';"'), max_size=60
) | some.sampled_from(
    [
        "99 999 999 999 €", "99 999 999 999 €/an x 9", "21500012300017", "0 €", "-5", "=1+1",
        "1200 mois", "99999 ans", "31/02/2027", "45214210-5", "x" * 600, "Total", "dont lot 1",
    ]
)  # fmt: skip
SURE = ("Nettoyage des locaux", "600 000 €", "90911200-8", "48 mois", "09/2027", "Meaux")
rows = some.lists(some.tuples(*[cells] * len(HEADINGS)), min_size=1, max_size=6)


@given(rows)
@settings(max_examples=25, deadline=None)
def test_whatever_the_cells_say_no_line_is_lost(rows):
    """Each reading is a process of its own: few examples, each of several rows."""
    table = csv_of(HEADINGS, *rows, SURE).decode("cp1252").encode("utf-8-sig")
    programme = Programme.objects.get(pk=received(table, by=PASSER_BY))
    if programme.state == ProgrammeState.ASKING:
        asked = headings_to_match(programme.pk, seen_by=PASSER_BY).doubts
        guesses = {sheet: {str(doubt.index): doubt.candidates[0]} for sheet, doubt in asked}
        match_headings(programme_id=programme.pk, answers=guesses, by=PASSER_BY, today=TODAY)
        programme.refresh_from_db()
    assert programme.state == ProgrammeState.DRAFT
    assert programme.lines.count() == programme.lines_total == programme.lines_read
    assert programme.lines.filter(kind="purchase").count() == programme.purchases.count()
    assert storages["private"].exists(programme.file.place)


def test_an_amount_that_no_country_could_pay_is_kept_and_does_not_stop_the_others(buyer):
    rows = (("Nettoyage", "99 999 999 999 €", "", "4 ans", "", ""), ("Peinture", "1 €", *[""] * 4))
    received(csv_of(HEADINGS, *rows), by=buyer)
    assert PlannedPurchase.objects.count() == 2
    assert PlannedPurchase.objects.get(object="Nettoyage").minutes > 2**31
