import io

import pytest
from django.urls import reverse
from docx import Document

from perenne.domain.clauses.queries import clause_card, pieces_of
from perenne.web.clauses.wording.view import WORD
from perenne.web.tests.browser import plain

pytestmark = pytest.mark.django_db


def url_of(clause_id, piece="rc"):
    return reverse("clauses:wording", args=[clause_id, piece])


def texts_in(answer):
    document = Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return plain(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def test_every_piece_is_a_word_document_that_says_what_the_page_says(browser, committee, worded):
    pieces = pieces_of(clause_card(worded, seen_by=committee.facilitator))
    assert len({piece.code for piece in pieces}) == len(pieces) >= 4
    for piece in pieces:
        answer = browser.get(url_of(worded, piece.code))
        assert answer["Content-Type"] == WORD
        assert f'filename="{piece.code}-fourniture-de-papier.docx"' in answer["Content-Disposition"]
        said = texts_in(answer)
        assert plain(piece.title) in said
        assert [s.title for s in piece.sections if plain(s.title) not in said] == []


def test_the_volume_and_the_buyer_are_written_in_the_clause(browser, worded):
    said = texts_in(browser.get(url_of(worded, "ccap")))
    assert "833 h" in said
    assert "Ville de Meaux" in said


@pytest.mark.parametrize("piece", ["inconnue", "RC", "rc.docx", "..", "note"])
def test_a_piece_that_does_not_exist_is_not_found(browser, worded, piece):
    assert browser.get(f"/clauses/{worded}/{piece}.docx").status_code == 404


def test_a_clause_still_in_the_making_has_no_document(browser, opened, calibrated):
    assert [browser.get(url_of(number)).status_code for number in (opened, calibrated)] == [404] * 2


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("buyer", 200),
        ("coordination", 200),
        ("other_facilitator", 404),
        ("other_buyer", 404),
        ("visitor", 302),
    ],
)
def test_its_buyer_and_the_coordination_take_it_away_and_strangers_do_not(
    client_of, committee, worded, who, status
):
    assert client_of(getattr(committee, who)).get(url_of(worded)).status_code == status
