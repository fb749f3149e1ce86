"""What every form of contact promises: nothing typed is lost, a machine is read by somebody first,
the button pressed twice sends once."""

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.enquiries.queries import View, enquiries_of, enquiry_card
from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.kit.files.models import StoredFile
from perenne.kit.files.tests.makers import letter, pdf
from perenne.kit.scanner.tests.clamd import EICAR, fake_clamd
from perenne.web.contact.scenes import PROBLEM, REVIEW, SAID, opened
from perenne.web.contact.writing import OPENED, SALT
from perenne.web.tests.browser import error_on, summary_of, text_of, title_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
FORMS = {
    "coordination": ([], SAID),
    "facilitator": (["77284"], SAID),
    "review": ([], REVIEW),
    "problem": ([], PROBLEM),
}
FAST = opened(-86_400)  # shown after it was sent, however late in the run this is
FORGED = {OPENED: signing.dumps(0, salt="another")}
LINKS = "https://a.test https://b.test http://c.test www.d.test"


def url_of(form):
    return reverse(f"contact:{form}", args=FORMS[form][0])


def received(committee, **more):
    return enquiries_of(seen_by=committee.coordination, view=View.ALL, **more).items


def file_of(content, name):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_sent_confirmed_with_its_number_and_routed(client_of, committee, form):
    browser = client_of(committee.nobody)
    page = browser.post(url_of(form), FORMS[form][1] | opened(), follow=True)
    (row,) = received(committee)
    assert title_of(page) == "Votre message est arrivé"
    assert row.reference in text_of(page)
    card = enquiry_card(row.id, seen_by=committee.coordination)
    assert card.message == FORMS[form][1]["message"]
    local = form in {"facilitator", "review"}
    assert card.routing_reason.startswith("Le message" if form == "facilitator" else "L")
    mine = enquiries_of(seen_by=committee.facilitator, view=View.ALL).items
    assert [one.id for one in mine] == ([row.id] if local else [])
    assert row.state is EnquiryState.RECEIVED
    assert typed_in(browser.get(url_of(form))).get("message") == ""  # its draft is gone


@pytest.mark.parametrize("form", FORMS)
def test_what_is_wrong_is_told_beside_its_field_and_everything_typed_stays(
    client_of, committee, form
):
    typed = FORMS[form][1] | {"message": "", "email": "paul@"}
    browser = client_of(committee.nobody)
    page = browser.post(url_of(form), typed)
    assert error_on(page, "message")
    assert error_on(page, "email").startswith("Écrivez une adresse électronique complète")
    assert len(summary_of(page)) == 2
    kept = browser.get(url_of(form))  # later, from the same browser
    for shown in (page, kept):
        fields = typed_in(shown)
        assert {name: fields[name] for name in typed if name != "consent"} == {
            name: said for name, said in typed.items() if name != "consent"
        }
    assert "Votre brouillon est là" in text_of(kept)
    assert received(committee) == []
    assert typed_in(client_of(committee.nobody).get(url_of(form)))["full_name"] == ""


def test_without_consent_nothing_leaves_and_a_problem_asks_for_none(client_of, committee):
    typed = {name: said for name, said in SAID.items() if name != "consent"}
    page = client_of(committee.nobody).post(url_of("coordination"), typed | opened())
    assert "sans votre accord" in error_on(page, "consent")
    assert received(committee) == []
    assert "mission d’intérêt général" in text_of(
        client_of(committee.nobody).get(url_of("problem"))
    )


@pytest.mark.parametrize(
    ("betrays", "why"),
    [
        ({"website": "https://spam.test"} | opened(), "un champ invisible"),
        (FAST, "rempli en moins de"),
        (FORGED, "la marque du formulaire"),
        ({}, "la marque du formulaire"),
        ({"message": LINKS} | opened(), "4 liens"),
    ],
    ids=["trap", "too fast", "forged", "no mark", "links"],
)
def test_a_message_that_is_doubted_is_held_for_the_coordination_and_never_dropped(
    client_of, committee, mailoutbox, betrays, why
):
    page = client_of(committee.nobody).post(url_of("facilitator"), SAID | betrays, follow=True)
    assert "La coordination le relit" in text_of(page)
    (row,) = received(committee)
    assert row.state is EnquiryState.HELD
    assert why in enquiry_card(row.id, seen_by=committee.coordination).suspicion
    assert enquiries_of(seen_by=committee.facilitator, view=View.ALL).items == []
    assert mailoutbox == []


def test_the_same_words_from_many_senders_are_held_from_the_third_on(client_of, committee):
    for number in range(4):
        client_of(committee.nobody).post(
            url_of("coordination"), SAID | {"email": f"a{number}@exemple.test"} | opened()
        )
    states = [row.state for row in reversed(received(committee))]
    assert states == [EnquiryState.RECEIVED] * 2 + [EnquiryState.HELD] * 2


def test_the_button_pressed_twice_sends_once(client_of, committee):
    browser = client_of(committee.nobody)
    typed = SAID | opened()
    first, second = (browser.post(url_of("coordination"), typed).url for _ in range(2))
    assert first == second
    assert len(received(committee)) == 1


def test_a_connection_that_sends_too_much_is_told_to_wait_and_keeps_its_text(client_of, committee):
    browser = client_of(committee.nobody)
    for number in range(10):
        typed = SAID | opened() | {"message": f"n° {number}", "email": f"a{number}@exemple.test"}
        assert browser.post(url_of("coordination"), typed).status_code == 302
    page = browser.post(url_of("coordination"), SAID | opened())
    assert "Beaucoup de messages viennent de votre connexion" in summary_of(page)[0]
    assert typed_in(browser.get(url_of("coordination")))["message"] == SAID["message"]


def test_a_draft_is_kept_as_one_types_and_given_up_when_one_wants(client_of, committee):
    browser = client_of(committee.nobody)
    url = url_of("coordination")
    told = browser.post(url, {"act": "keep", "message": "À finir"}, headers={"HX-Request": "true"})
    assert "Brouillon gardé à" in text_of(told)
    assert typed_in(browser.get(url))["message"] == "À finir"
    browser.post(url, {"act": "forget"})
    assert typed_in(browser.get(url))["message"] == ""


def test_a_colleague_on_the_same_account_does_not_see_it_and_another_machine_does(
    client_of, committee
):
    client_of(committee.buyer).post(url_of("review"), {"act": "keep", "message": "À finir"})
    shown = {
        who: typed_in(client_of(getattr(committee, who)).get(url_of("review")))["message"]
        for who in ("buyer", "other_buyer", "nobody")
    }
    assert shown == {"buyer": "À finir", "other_buyer": "", "nobody": ""}


def test_who_is_signed_in_does_not_type_who_they_are(client_of, committee):
    typed = typed_in(client_of(committee.buyer).get(url_of("coordination")))
    assert (typed["full_name"], typed["organisation"]) == ("Camille Martin", "Ville de Meaux")
    assert "@" in typed["email"]


def test_files_received_stay_when_the_rest_is_wrong_and_go_with_the_message(client_of, committee):
    browser = client_of(committee.nobody)
    files = [file_of(pdf(), "rc.pdf"), file_of(letter(), "ccap.docx"), file_of(b"MZ", "x.pdf")]
    page = browser.post(url_of("review"), REVIEW | {"message": "", "enclosures": files})
    assert error_on(page, "enclosures").startswith("« x.pdf » : Ce fichier")
    assert error_on(page, "message")
    assert {"rc.pdf", "ccap.docx"} <= set(
        text_of(page, "//main//ul/li").replace("Retirer", " ").split()
    )
    browser.post(url_of("review"), REVIEW | opened())
    (row,) = received(committee)
    card = enquiry_card(row.id, seen_by=committee.facilitator)
    assert [file.name for file in card.files] == ["rc.pdf", "ccap.docx"]


def test_a_file_is_taken_away_and_a_sixth_is_refused(client_of, committee):
    browser = client_of(committee.nobody)
    files = [file_of(pdf(n), f"{n}.pdf") for n in range(1, 7)]
    page = browser.post(url_of("review"), REVIEW | {"message": "", "enclosures": files})
    assert error_on(page, "enclosures").startswith("« 6.pdf » : Vous avez déjà joint 5 fichiers")
    (button, *_) = tree_of(page).xpath("//button[starts-with(@value, 'remove:')]/@value")
    page = browser.post(url_of("review"), REVIEW | {"act": button}, follow=True)
    assert len(tree_of(page).xpath("//button[starts-with(@value, 'remove:')]")) == 4
    assert typed_in(page)["buyer"] == "Ville de Meaux"
    assert StoredFile.objects.count() == 4


def test_a_threat_is_told_and_the_rest_of_the_message_stays(client_of, committee, settings):
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        page = client_of(committee.nobody).post(
            url_of("review"), REVIEW | opened() | {"enclosures": file_of(pdf() + EICAR, "rc.pdf")}
        )
    assert "L’antivirus a reconnu une menace" in error_on(page, "enclosures")
    assert typed_in(page)["message"] == REVIEW["message"]
    assert received(committee) == []


def test_the_mark_of_the_form_is_kept_from_one_try_to_the_next():
    assert signing.loads(opened()[OPENED], salt=SALT)
    assert EnquiryKind.PROBLEM.needs_consent is False
