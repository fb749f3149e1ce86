import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from perenne.domain.people.factories import PASSWORD
from perenne.domain.programming.queries import bundle_card, programmes_of
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.files.tests.makers import letter, pdf
from perenne.web.tests.browser import buttons_of, error_on, sql_for, summary_of, text_of, typed_in
from perenne.web.tests.scenes import DOUBTFUL, LINES, sheet_of

pytestmark = pytest.mark.django_db
RECEIVE = reverse("programming:receive")
NEWCOMER = {
    "organisation": "Ville de Provins",
    "full_name": "Jeanne Roux",
    "email": "jeanne@provins.test",
    "password": PASSWORD,
    "consent": "on",
}
WORKS = f"Nettoyage de la piscine;300 000;36;mars {2029};Melun"


def table(name, *lines):
    return SimpleUploadedFile(name, sheet_of(*(lines or LINES)))


def dropped(browser, *files, url=RECEIVE):
    return browser.post(url, {"buyer_kind": "local_authority", "file": list(files)})


def shown_by(browser, *files):
    return dropped(browser, *files).url


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.visitor)


def card_at(url, by):
    return bundle_card(resolve(url).kwargs["bundle_id"], seen_by=by)


def test_several_tables_are_one_page_and_each_has_its_verdicts(browser, committee):
    url = shown_by(browser, table("ecoles.csv"), table("piscines.csv", WORKS))
    card = card_at(url, committee.visitor)
    assert [row.title for row in card.programmes] == ["ecoles", "piscines"]
    page = browser.get(url)
    assert f"{card.purchases} achats" in text_of(page)
    for row in card.programmes:
        assert "Tout l’envoi" in text_of(browser.get(f"/programmation/{row.id}/"))


def test_a_document_is_kept_for_the_facilitator_and_given_to_them_alone(
    browser, client_of, committee
):
    url = shown_by(
        browser,
        table("achats.csv"),
        SimpleUploadedFile("note.pdf", pdf()),
        SimpleUploadedFile("lettre.docx", letter()),
    )
    page = browser.get(url)
    assert "Ce ne sont pas des tableaux : ils sont gardés tels quels" in text_of(page)
    (note, _) = card_at(url, committee.visitor).enclosures
    taken = reverse("programming:enclosure", args=[resolve(url).kwargs["bundle_id"], note.id])
    assert b"".join(browser.get(taken).streaming_content) == pdf()
    assert client_of(committee.facilitator).get(taken).status_code == 404  # not sent yet
    assert "est transmis" in text_of(browser.post(url, NEWCOMER, follow=True))
    said = {
        who: client_of(getattr(committee, who)).get(taken).status_code
        for who in ("facilitator", "coordination", "other_buyer", "company", "other_visitor")
    }
    assert said == {"facilitator": 200, "coordination": 200, "other_buyer": 404, "company": 404,
                    "other_visitor": 404}  # fmt: skip


def test_one_account_sends_everything_in_one_step(browser, committee, client_of):
    url = shown_by(browser, table("ecoles.csv"), table("piscines.csv", WORKS))
    page = browser.post(url, NEWCOMER, follow=True)
    assert "Tout est transmis." in text_of(page)
    sent = programmes_of(seen_by=committee.coordination).items
    assert {(row.buyer_name, row.state) for row in sent} == {
        ("Ville de Provins", ProgrammeState.SENT)
    }
    assert len(sent) == 2
    assert buttons_of(page) == []
    assert [row.title for row in programmes_of(seen_by=committee.other_facilitator).items] == [
        "piscines", "ecoles",
    ]  # fmt: skip


def test_a_buyer_who_is_signed_in_sends_by_one_button(client_of, committee):
    browser = client_of(committee.buyer)
    url = shown_by(browser, table("a.csv"), table("b.csv", WORKS))
    assert buttons_of(browser.get(url))[-1] == "Tout transmettre"
    assert "Tout est transmis." in text_of(browser.post(url, follow=True))


def test_a_file_that_is_refused_takes_none_of_the_others_with_it(browser, committee):
    url = shown_by(
        browser, table("a.csv"), SimpleUploadedFile("b.png", b"\x89PNG\r\n"), table("c.csv")
    )
    page = browser.get(url)
    assert "« b.png » : Ce fichier est une image, pas un tableau." in text_of(page)
    assert len(card_at(url, committee.visitor).programmes) == 2


def test_files_that_are_all_refused_are_each_told_why_beside_the_field(browser):
    page = dropped(
        browser, SimpleUploadedFile("a.png", b"\x89PNG\r\n"), SimpleUploadedFile("b", b"")
    )
    assert "« a.png » : Ce fichier est une image" in error_on(page, "file")
    assert "« b » : Ce fichier est vide" in error_on(page, "file")


def test_a_document_alone_is_kept_and_its_table_is_asked_for(browser, committee):
    url = shown_by(browser, SimpleUploadedFile("note.pdf", pdf()))
    page = browser.get(url)
    assert "Il manque le tableau des achats" in text_of(page)
    assert "Tout transmettre" not in buttons_of(page)
    more = f"{RECEIVE}?envoi={resolve(url).kwargs['bundle_id']}"
    assert dropped(browser, table("a.csv"), url=more).url == url
    card = card_at(url, committee.visitor)
    assert (len(card.programmes), len(card.enclosures), card.may_send) == (1, 1, True)


def test_a_table_that_still_asks_something_stops_the_sending_in_a_sentence(browser, committee):
    url = shown_by(browser, table("a.csv"), SimpleUploadedFile("b.csv", DOUBTFUL.encode()))
    page = browser.post(url, NEWCOMER)
    assert "« b » n’est pas encore prêt" in summary_of(page)[0]
    assert typed_in(page)["full_name"] == "Jeanne Roux"
    assert programmes_of(seen_by=committee.coordination).total == 0


def test_eleven_files_are_too_many(browser):
    page = dropped(browser, *(table(f"{n}.csv", WORKS) for n in range(11)))
    assert error_on(page, "file").startswith("Déposez 10 fichiers au plus")


@pytest.mark.parametrize("who", ["nobody", "other_visitor", "buyer", "facilitator"])
def test_a_sending_that_is_not_theirs_is_nothing_to_them(browser, client_of, committee, who):
    url = shown_by(browser, table("a.csv"), table("b.csv"))
    stranger = client_of(getattr(committee, who))
    assert stranger.get(url).status_code == 404
    assert stranger.post(url, NEWCOMER).status_code == 404
    more = f"{RECEIVE}?envoi={resolve(url).kwargs['bundle_id']}"
    if who != "facilitator":
        assert "/envois/" not in dropped(stranger, table("c.csv"), url=more).url


def test_it_asks_the_database_as_little_for_five_files_as_for_two(browser):
    two = sql_for(browser, shown_by(browser, table("a.csv", WORKS), table("b.csv", WORKS)))
    five = sql_for(browser, shown_by(browser, *(table(f"{n}.csv", WORKS) for n in range(5))))
    assert two == five <= 8
