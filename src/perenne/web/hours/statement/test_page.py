"""One page for all the contracts of a month: filled, doubted, declared, taken back."""

from time import perf_counter

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import dispute_sheet, validate_sheets
from perenne.domain.hours.models import DraftLine, Sheet, Work
from perenne.web.hours.tests.crews import box
from perenne.web.tests.browser import (
    buttons_of,
    error_on,
    sql_for,
    summary_of,
    text_of,
    title_of,
    typed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client_of, crew):
    return client_of(crew.committee.company)


@pytest.fixture
def url(crew):
    return reverse("hours:statement", args=[crew.opened().pk])


def test_the_crew_is_there_and_who_has_no_green_light_is_told_why(browser, crew, url):
    page = browser.get(url)
    assert title_of(page).startswith("Heures d")
    for said in ("Karim Diallo", "Zoé Petit", "Groupe scolaire", "Crèche", "Ville de Meaux"):
        assert said in text_of(page)
    assert "Noé Sombre" in text_of(page)
    assert "Sans feu vert du facilitateur, ses heures ne comptent pas" in text_of(page)
    assert reverse("participants:ask") in page.content.decode()
    assert set(map(box, [*crew.people, crew.elsewhere])) < set(typed_in(page))
    assert box(crew.dark) not in typed_in(page)
    assert "Comme le mois dernier" not in buttons_of(page)


def test_an_unchanged_crew_is_copied_then_declared(browser, crew, url):
    crew.worked_before(9_100, 6_000)
    typed = {box(crew.people[1]): "80", box(crew.elsewhere): "7h30"}
    page = browser.post(url, {"act": "copy", **typed}, follow=True)
    assert typed_in(page)[box(crew.people[0])] == "151 h 40"
    assert typed_in(page)[box(crew.people[1])] == "80", "what was typed stays"
    assert "151 h 40 le mois dernier" in text_of(page)

    page = browser.post(url, {**typed_in(page), "act": "declare"}, follow=True)
    assert "Le mois est déclaré : 239 h 10, pour 2 marchés" in text_of(page, "//body")
    assert crew.said() == {
        (crew.people[0].pk, "TRAVAIL"): 9_100,
        (crew.people[1].pk, "TRAVAIL"): 4_800,
    }
    assert crew.said(crew.nursery) == {(crew.elsewhere.pk, "TRAVAIL"): 450}
    assert not DraftLine.objects.exists()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("7h30", 450), ("7,5", 450), ("151,67", 9_100), ("151.67", 9_100), ("7 h 30", 450)],
)
def test_hours_are_read_as_people_write_them(browser, crew, url, typed, minutes):
    sent = {box(crew.people[0]): typed, box(crew.elsewhere): "1", "act": "declare"}
    browser.post(url, sent)
    assert crew.said() == {(crew.people[0].pk, "TRAVAIL"): minutes}


def test_every_fault_is_told_by_its_line_and_all_that_was_typed_is_kept(browser, crew, url):
    one, two, three = crew.people
    sent = {box(one): "trente", box(two): "300", box(three): "10", "act": "declare"}
    page = browser.post(url, sent)
    assert "Écrivez un nombre d’heures" in error_on(page, box(one))
    assert typed_in(browser.get(url))[box(one)] == "trente"

    page = browser.post(url, {**sent, box(one): "12", box(crew.elsewhere): "9"})
    asked = f"why-{two.pk}-MOIS_LONG"
    assert error_on(page, asked).startswith("Ana Costa : Le mois dépasse")
    assert len(summary_of(page)) == 1
    assert not Work.objects.exists(), "all or nothing"
    again = browser.get(url)
    assert {name: typed_in(again)[name] for name in (box(one), box(two))} == {
        box(one): "12", box(two): "300",
    }  # fmt: skip

    told = {asked: "Deux mois réunis, accord du facilitateur."}
    page = browser.post(url, {**typed_in(page), **told, "act": "declare"}, follow=True)
    assert "Le mois est déclaré" in text_of(page, "//body")
    assert Work.objects.get(hiring=two).reason == told[asked]


def test_a_sheet_left_empty_is_asked_about_unless_nobody_works_there(browser, crew, url):
    page = browser.post(url, {box(crew.people[0]): "10", "act": "declare"})
    assert [said[:34] for said in summary_of(page)] == ["Crèche : Aucune heure n’est saisie"]
    assert not Work.objects.exists()
    nobody = crew.commitment("Marché sans personne", siret=crew.siret)
    sent = {box(crew.people[0]): "10", box(crew.elsewhere): "5", "act": "declare"}
    crew.opened()
    browser.post(url, sent)
    assert Sheet.objects.get(commitment=nobody).is_nil
    assert not crew.sheet().is_nil


def test_no_hour_for_one_contract_or_for_all_and_taken_back(browser, crew, url):
    nothing = reverse("hours:nothing", args=[crew.opened().pk])
    assert browser.get(nothing).status_code == 405
    typed = {box(crew.people[0]): "42"}
    browser.post(nothing, {"sheet": crew.sheet(crew.nursery).pk, **typed})
    assert (crew.sheet(crew.nursery).state, crew.sheet().state) == ("declared", "open")
    assert typed_in(browser.get(url))[box(crew.people[0])] == "42", "what was typed beside stays"
    browser.post(nothing)
    assert crew.sheet().is_nil

    back = reverse("hours:take_back", args=[crew.opened().pk])
    page = browser.post(back, follow=True)
    assert "repris" in text_of(page, "//body")
    assert typed_in(page)[box(crew.people[0])] == "42", "a mistaken button loses nothing"


def test_a_correction_asked_is_read_beside_its_contract_and_a_validated_month_stays(
    browser, crew, url
):
    sent = {box(crew.people[0]): "10", box(crew.elsewhere): "5", "act": "declare"}
    browser.post(url, sent)
    facilitator = crew.committee.facilitator
    dispute_sheet(sheet_id=crew.sheet().pk, reason="Et Lucie ?", by=facilitator)
    validate_sheets(sheet_ids=[crew.sheet(crew.nursery).pk], by=facilitator, now=crew.now)
    page = browser.get(url)
    assert "Et Lucie ?" in text_of(page)
    assert typed_in(page)[box(crew.people[0])] == "10"
    assert "Validé" in text_of(page)
    back = reverse("hours:take_back", args=[crew.opened().pk])
    page = browser.post(back, {"sheet": crew.sheet(crew.nursery).pk}, follow=True)
    assert "l’a validé" in text_of(page, "//body")


def test_other_kinds_are_lines_of_their_own(browser, crew, url):
    one, sheet = crew.people[0], crew.sheet().pk
    choice = {f"person-{sheet}": one.pk, f"kind-{sheet}": "internal_training"}
    page = browser.post(url, {box(one): "70", "act": f"add:{sheet}", **choice}, follow=True)
    assert typed_in(page)[box(one)] == "70"
    assert "Karim Diallo, formation interne" in text_of(page)
    sent = {box(one, "internal_training"): "14", box(crew.elsewhere): "5", "act": "declare"}
    browser.post(url, {**typed_in(page), **sent})
    assert crew.said() == {
        (one.pk, "TRAVAIL"): 4_200, (one.pk, "FORMATION_INTERNE"): 840,
    }  # fmt: skip


def test_the_draft_is_kept_while_one_types_and_nobody_else_sees_it(client_of, crew, browser, url):
    sent = {box(crew.people[0]): "35", "act": "keep"}
    told = browser.post(url, sent, headers={"HX-Request": "true"})
    assert "Brouillon gardé" in told.content.decode()
    assert "35" in told.content.decode()
    nir = f"why-{crew.people[0].pk}-MOIS_LONG"
    browser.post(url, {**sent, nir: "1 84 12 76 451 089 46"})
    assert [row.explained for row in DraftLine.objects.filter(hiring=crew.people[0])] == [{}]
    for other in (crew.committee.structure, crew.committee.facilitator, crew.committee.buyer):
        assert client_of(other).get(url).status_code == 404
        assert client_of(other).post(url, sent).status_code == 404


def test_as_many_queries_for_eighty_people_as_for_eight(browser, crew, url):
    crew.many(5)
    few = sql_for(browser, url)
    crew.many(72)
    many = sql_for(browser, url)
    began = perf_counter()
    browser.get(url)
    took = 1_000 * (perf_counter() - began)
    print(f"{few} queries for 8 people, {many} for 80, shown in {took:.0f} ms")
    assert few == many
