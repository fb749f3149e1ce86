import pytest
from django.urls import reverse

from perenne.domain.participants.models import NoticeGiven
from perenne.web.participants.show.form import GROUPS, SheetForm
from perenne.web.tests.browser import error_on, facts_in, sql_for, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(file_id):
    return reverse("participants:show", args=[file_id])


def test_the_facts_the_proof_and_the_answer_are_given_on_one_page(client_of, committee, asking):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    assert facts_in(browser.get(url))["Demandé par"].startswith("Entreprise")
    page = browser.post(url, asking.sheet("confirm"), follow=True)
    assert "La personne est éligible." in text_of(page, "//body")
    assert "Demandeur d’emploi de longue durée. Justificatif vu." in text_of(page)
    again = browser.post(url, asking.sheet("refuse", reason="Trop tard."))
    assert "cette demande ne change plus" in text_of(again)
    assert "Demandeur d’emploi de longue durée. Justificatif vu." in text_of(again)


def test_what_lacks_is_said_and_everything_typed_stays(client_of, committee, asking):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    page = browser.post(url, asking.sheet("confirm", kind="", dated_on=""))
    assert "avis de situation France Travail" in summary_of(page)[0]
    assert typed_in(page)["months_worked"] == "2"
    undated = browser.post(url, asking.sheet("keep", dated_on=""))
    assert error_on(undated, "dated_on") == "Indiquez la date écrite sur le justificatif."
    silent = browser.post(url, asking.sheet("refuse"))
    assert "Dites pourquoi" in error_on(silent, "reason")


def test_a_contradiction_is_refused_with_its_question(client_of, committee, asking):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    page = browser.post(url, asking.sheet("confirm", claimed=["SENIOR", "JEUNE_NQ"]))
    assert "jeune et senior" in summary_of(page)[0]
    kept = browser.post(url, asking.sheet("keep", claimed=["SENIOR"]), follow=True)
    assert "l’âge n’atteint pas la limite" in text_of(kept)


def test_proofs_are_asked_for(client_of, committee, asking):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    page = browser.post(url, asking.sheet("ask", kind="", dated_on=""), follow=True)
    assert "Le dossier attend des pièces." in text_of(page, "//body")
    assert "Les pièces sont arrivées" in text_of(page)


@pytest.mark.parametrize("field", [name for name in SheetForm.base_fields])
def test_every_field_of_the_sheet_is_on_the_page(field):
    shown = {name for _, names in GROUPS for name in names}
    beside = {"kind", "dated_on", "valid_until", "notice", "course", "ends_on", "reason"}
    assert field in shown | beside


def test_nobody_is_eligible_before_they_were_told_what_is_done_with_their_data(
    client_of, committee, asking
):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    page = browser.post(url, asking.sheet("confirm", notice=""))
    assert "Informez d’abord la personne" in summary_of(page)[0]
    page = browser.post(url, asking.sheet("confirm", notice="spoken"), follow=True)
    assert "La personne est éligible." in text_of(page, "//body")
    assert list(NoticeGiven.objects.values_list("means", "version")) == [("spoken", 1)]


def test_the_number_of_queries_does_not_depend_on_the_duplicates(client_of, committee, asking):
    browser, url = client_of(committee.facilitator), url_of(asking.ask())
    asking.ask()
    few = sql_for(browser, url)
    for _ in range(6):
        asking.ask()
    assert sql_for(browser, url) == few
    assert text_of(browser.get(url)).count("Mêmes nom, prénom et date de naissance") == 7


@pytest.mark.parametrize("who", ["company", "buyer", "other_facilitator", "coordination"])
def test_nobody_else_reads_it(client_of, committee, asking, who):
    assert client_of(getattr(committee, who)).get(url_of(asking.ask())).status_code == 404
