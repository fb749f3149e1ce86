import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from perenne.domain.programming.queries import programme_card, programmes_of
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.pages import VISITOR_KEY
from perenne.kit.scanner.tests.clamd import EICAR, fake_clamd
from perenne.web.tests.browser import buttons_of, error_on, summary_of, text_of, title_of, typed_in
from perenne.web.tests.scenes import LINES, many, sheet_of

pytestmark = pytest.mark.django_db
URL = reverse("programming:receive")


def file_of(content=None, name="achats 2028.csv"):
    return SimpleUploadedFile(name, sheet_of(*LINES) if content is None else content)


def sent(browser, file, **typed):
    return browser.post(URL, {"buyer_kind": "local_authority", "file": file, **typed})


def programme_at(url):
    return resolve(url).kwargs["programme_id"]


@pytest.mark.parametrize("who", ["nobody", "visitor", "buyer"])
def test_anybody_who_buys_finds_the_page(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert title_of(page) == "Je transmets la programmation de mes marchés"
    assert buttons_of(page) == ["Analyser mes achats"]


def test_a_visitor_gets_a_key_and_a_draft_that_only_this_key_opens(client_of, committee):
    browser = client_of(committee.nobody)
    shown = sent(browser, file_of())
    draft = programme_card(
        programme_at(shown.url),
        seen_by=Actor(Role.VISITOR, visitor_key=browser.session[VISITOR_KEY]),
    )
    assert (draft.state, draft.title, draft.file_name) == (
        ProgrammeState.DRAFT, "achats 2028", "achats 2028.csv",
    )  # fmt: skip
    assert browser.get(shown.url).status_code == 200
    assert client_of(committee.nobody).get(shown.url).status_code == 404


def test_a_visitor_keeps_the_same_key_from_one_file_to_the_next(client_of, committee):
    browser = client_of(committee.nobody)
    drafts = [sent(browser, file_of()).url for _ in range(2)]
    assert len(set(drafts)) == 2
    assert [browser.get(draft).status_code for draft in drafts] == [200, 200]


def test_the_file_of_a_buyer_is_the_buyers_and_its_kind_is_not_asked_again(client_of, committee):
    browser = client_of(committee.buyer)
    asked = browser.get(URL)
    assert typed_in(asked)["buyer_kind"] == "local_authority"
    assert b'type="hidden" name="buyer_kind"' in asked.content
    shown = browser.post(URL, {"file": file_of(), "buyer_kind": "state"}).url
    draft = programme_card(programme_at(shown), seen_by=committee.buyer)
    assert (draft.buyer_id, draft.buyer_kind) == (
        committee.buyer.organisation_id, "local_authority",
    )  # fmt: skip


def test_the_kind_that_a_visitor_chose_is_kept(client_of, committee):
    browser = client_of(committee.visitor)
    shown = sent(browser, file_of(), buyer_kind="hospital").url
    assert programme_card(programme_at(shown), seen_by=committee.visitor).buyer_kind == "hospital"


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("", "Choisissez le fichier de votre programmation."),
        (file_of(b""), "est vide"),
        (file_of(b"bonjour"), "aucun tableau"),
        (file_of(b"%PDF-1.7\n1 0 obj<<>>endobj", "achats.pdf"), "pas un tableau"),
        (file_of(b"Montant;CPV\n12000;45000000\n34000;45000000\n"), "Aucun achat n’a été trouvé"),
        (file_of(b"Objet;Montant\n" + b"x" * 10_000_000), "Mo"),
    ],
    ids=["none", "empty", "text", "pdf", "no purchase", "too heavy"],
)
def test_a_file_that_cannot_be_read_is_refused_by_a_sentence_beside_its_field(
    client_of, committee, file, sentence
):
    page = sent(client_of(committee.visitor), file, buyer_kind="state")
    assert page.status_code == 200
    assert sentence in error_on(page, "file")
    assert summary_of(page) == [error_on(page, "file")]
    assert typed_in(page)["buyer_kind"] == "state"
    assert programmes_of(seen_by=committee.visitor).total == 0
    assert not StoredFile.objects.exists()


def test_a_kind_of_buyer_that_does_not_exist_is_refused(client_of, committee):
    page = sent(client_of(committee.visitor), file_of(), buyer_kind="roi")
    assert error_on(page, "buyer_kind") == "Choisissez une réponse de la liste."


@pytest.mark.parametrize("who", ["facilitator", "coordination"])
def test_who_buys_nothing_is_told_how_to_try_a_file_and_leaves_none(client_of, committee, who):
    browser = client_of(getattr(committee, who))
    for page in (browser.get(URL), sent(browser, file_of())):
        assert page.status_code == 200
        assert buttons_of(page) == []
        assert "déconnectez-vous : les avis s’affichent sans compte" in text_of(page)
    assert not StoredFile.objects.exists()


def test_a_long_file_is_read_by_a_job_while_the_visitor_already_sees_its_progress(
    client_of, committee
):
    browser = client_of(committee.visitor)
    shown = sent(browser, file_of(sheet_of(*many(1_201)))).url
    draft = programme_card(programme_at(shown), seen_by=committee.visitor)
    assert (draft.state, draft.lines_read, draft.lines_total) == (ProgrammeState.READING, 0, 1_202)


def test_a_threat_is_told_beside_the_file_and_leaves_only_its_line(client_of, committee, settings):
    browser = client_of(committee.visitor)
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        page = sent(browser, file_of(sheet_of(*LINES) + EICAR))
    told = error_on(page, "file")
    assert told.startswith(
        "L’antivirus a reconnu une menace dans ce fichier (Eicar-Test-Signature)"
    )
    assert programmes_of(seen_by=committee.visitor).total == 0
    assert [(line.state, line.place) for line in StoredFile.objects.all()] == [("infected", "")]


def test_a_storage_that_does_not_answer_is_told_beside_the_file(
    client_of, committee, settings, tmp_path
):
    nowhere = tmp_path / "files"
    nowhere.write_text("a file where the folder should be")
    page = sent(client_of(committee.visitor), file_of())
    assert error_on(page, "file").startswith("Le stockage des fichiers ne répond pas")
    assert programmes_of(seen_by=committee.visitor).total == 0
    assert not StoredFile.objects.exists()


def test_a_name_that_lies_is_told_on_the_page_of_the_programme(client_of, committee):
    browser = client_of(committee.visitor)
    page = browser.get(sent(browser, file_of(name="achats.pdf")).url)
    assert "porte l’extension « .pdf » mais c’est un texte CSV" in text_of(page)
