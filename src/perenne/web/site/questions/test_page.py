import pytest

from perenne.domain.library.actions import publish_text, withdraw_text, write_text
from perenne.domain.library.factories import TODAY, new_text, said
from perenne.domain.library.queries import Kind, questions
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.web.tests.browser import error_on, plain, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
MOST = 6  # queries


@pytest.fixture
def read(client_of, texts):
    return lambda path: client_of(VISITOR).get(path)


def titles_in(page, where="//main"):
    return [plain(one.text_content()) for one in tree_of(page).xpath(f"{where}//summary")]


def test_every_question_is_there_under_whom_it_is_for(read):
    page = read("/questions/")
    assert sorted(titles_in(page)) == sorted(plain(card.said.title) for card in questions())
    assert "Peut-on proposer un vrai parcours, en alternance ou en CDI ?" in titles_in(
        page, "//section[@aria-labelledby='entreprises']"
    )
    print(f"{len(titles_in(page))} questions")


def test_each_question_has_an_address_of_its_own(read):
    for card in questions():
        page = read(f"/questions/{card.slug}/")
        assert title_of(page) == " ".join(card.said.title.split())
        assert "Valable depuis le" in text_of(page)


def test_accents_and_typing_mistakes_are_forgiven(read):
    first, *_ = titles_in(read("/questions/?q=globalisasion"))
    assert first == "Qu’est-ce que la globalisation des heures ?"
    assert titles_in(read("/questions/?q=penalite")) == titles_in(read("/questions/?q=pénalité"))


def test_what_is_not_found_leads_to_somebody(read):
    page = read("/questions/?q=zzzzqqqq")
    assert "Aucune réponse pour « zzzzqqqq »" in text_of(page)
    assert tree_of(page).xpath("//main//a[@href='/comite/contact/']")


def test_what_is_searched_is_escaped_and_kept_in_its_field(read):
    page = read("/questions/?q=<script>alert(1)</script>")
    assert "<script>alert" not in page.content.decode()
    assert tree_of(page).xpath("//input[@name='q']/@value") == ["<script>alert(1)</script>"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("", "Écrivez quelques mots de votre question."), ("a" * 201, "Raccourcissez ce texte")],
)
def test_what_cannot_be_searched_is_said_beside_the_field(read, asked, sentence):
    assert error_on(read(f"/questions/?q={asked}"), "q").startswith(sentence)


def test_the_answer_that_the_law_changed_is_dated_and_corrected(read):
    answer = text_of(read("/questions/obligation-clause/"))
    assert answer.index("22 août 2026") < answer.index("Jusqu’au 21 août 2026")
    assert "article L2112-2-1" in answer


@pytest.mark.parametrize("path", ["/questions/", "/questions/?q=globalisation"])
def test_six_queries_at_most_whatever_there_is(client_of, texts, path):
    """One more for whoever first reads a version that no process has read."""
    first, before = (sql_for(client_of(VISITOR), path) for _ in range(2))
    coordination = new_actor(Role.COORDINATION)
    for _ in range(20):
        new_text(coordination, Kind.QUESTION)
    again, after = (sql_for(client_of(VISITOR), path) for _ in range(2))
    print(f"{path}: {first} queries, then {after}")
    assert before == after
    assert max(first, again) <= MOST


def test_what_is_published_is_read_at_once_and_what_is_taken_back_no_longer(read):
    coordination = new_actor(Role.COORDINATION)
    read("/questions/")
    text_id = new_text(coordination, Kind.QUESTION, title="Une question nouvelle ?", body="Oui.")
    assert "Une question nouvelle ?" in titles_in(read("/questions/"))
    write_text(
        text_id=text_id, base=1, said=said(title="Une autre ?", body="Non."), by=coordination
    )
    assert "Une autre ?" not in titles_in(read("/questions/"))
    publish_text(text_id=text_id, number=2, by=coordination, on=TODAY)
    assert "Une autre ?" in titles_in(read("/questions/"))
    withdraw_text(text_id=text_id, by=coordination)
    assert "Une autre ?" not in titles_in(read("/questions/"))


def test_a_committee_is_never_shown_the_questions_of_another(read, client_of, settings):
    settings.COMMITTEE_OF_HOST = {"ailleurs.example": "34"}
    settings.ALLOWED_HOSTS = ["*"]
    assert len(titles_in(read("/questions/"))) > 40
    other = client_of(VISITOR).get("/questions/", headers={"host": "ailleurs.example"})
    assert "Aucune question n’est publiée" in text_of(other)
