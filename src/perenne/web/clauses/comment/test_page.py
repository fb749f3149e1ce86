import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import comment_clause
from perenne.domain.clauses.queries import threads_of
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread(committee, submitted):
    return comment_clause(clause_id=submitted, piece="rc", text="Et ici ?", by=committee.buyer)


def url_of(act, *arguments):
    return reverse(f"clauses:{act}", args=arguments)


def test_a_remark_is_anchored_to_a_piece_and_answered(buyer, browser, committee, submitted):
    said = {"piece": "ccap", "text": "Quinze jours, est-ce assez ?"}
    page = buyer.post(url_of("comment", submitted), said, follow=True)
    assert "Votre commentaire est envoyé." in text_of(page)
    (thread,) = threads_of(submitted, seen_by=committee.facilitator)
    assert thread.piece == "ccap"
    form = browser.get(url_of("answer", submitted, thread.first.id))
    assert "Quinze jours, est-ce assez ?" in text_of(form)
    browser.post(url_of("answer", submitted, thread.first.id), {"text": "Oui."})
    browser.post(url_of("resolve", submitted, thread.first.id))
    (thread,) = threads_of(submitted, seen_by=committee.facilitator)
    assert [answer.text for answer in thread.answers] == ["Oui."]
    assert thread.resolved_on


def test_a_piece_may_be_chosen_by_the_address(buyer, submitted):
    assert typed_in(buyer.get(url_of("comment", submitted) + "?piece=cctp"))["piece"] == "cctp"


def test_an_empty_remark_is_refused_beside_its_field(buyer, submitted):
    page = buyer.post(url_of("comment", submitted), {"piece": "ccap", "text": ""})
    assert error_on(page, "text") == "Écrivez votre commentaire."
    assert typed_in(page)["piece"] == "ccap"


def test_what_comes_too_late_is_refused_and_stays_typed(buyer, committee, submitted, thread):
    buyer.post(url_of("resolve", submitted, thread))
    page = buyer.post(url_of("answer", submitted, thread), {"text": "Trop tard ?"})
    assert "il est déjà clos" in summary_of(page)[0]
    assert typed_in(page)["text"] == "Trop tard ?"
    assert "il est déjà clos" in text_of(
        buyer.post(url_of("resolve", submitted, thread), follow=True)
    )


@pytest.mark.parametrize(
    ("who", "status"),
    [("facilitator", 200), ("buyer", 200), ("other_buyer", 404), ("visitor", 302)],
)
def test_who_may(client_of, committee, submitted, thread, who, status):
    browser = client_of(getattr(committee, who))
    for url in (url_of("comment", submitted), url_of("answer", submitted, thread)):
        assert browser.get(url).status_code == status
