from datetime import date, timedelta

import pytest
from django.urls import reverse

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.participants.models import Exit
from perenne.web.person.conftest import CRITERION, month
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


def url_of(scene):
    return reverse("participants:pathway", args=[scene.person.pk])


@pytest.mark.parametrize("who", ["facilitator", "prescriber", "coordination", "other_facilitator"])
def test_who_follows_her_reads_all_months_the_clock_and_what_is_next(
    client_of, committee, scene, who
):
    page = client_of(getattr(committee, who)).get(url_of(scene))
    said = text_of(page)
    for words in ("261 h 30", "Gros Œuvre 77", "Espaces verts 91", "mois de droit restants",
                  "Rien de prévu après le", "être globalisées jusqu’au"):  # fmt: skip
        assert words in said
    (drawing,) = tree_of(page).xpath("//main//*[local-name()='svg']/@aria-label")
    assert "2 contrats, 261 h 30 déclarées." in drawing.replace("\u202f", " ").replace("\xa0", " ")
    assert CRITERION not in said
    assert ("Imprimer sa feuille" in text_of(page, "//body")) == (
        who in {"facilitator", "prescriber"}
    )


def test_an_employer_sees_its_own_part_alone(client_of, committee, scene):
    page = client_of(committee.company).get(url_of(scene))
    said = text_of(page, "//body")
    assert "251 h 30" in said
    assert "Gros Œuvre 77" in said
    for hidden in ("Espaces verts 91", "261 h 30", "Rien de prévu", "globalisées", "Jardinière",
                   "maia@exemple.test", CRITERION, "Sorties"):  # fmt: skip
        assert hidden not in said
    assert buttons_of(page) == []
    for who in ("buyer", "structure", "other_buyer"):
        assert client_of(getattr(committee, who)).get(url_of(scene)).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_contracts(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    few = sql_for(browser, url_of(scene))
    for _ in range(4):
        new_hiring(
            scene.person, new_commitment(committee.facilitator), verdict=scene.hiring.verdict,
            verified_on=scene.hiring.verified_on, starts_on=month(1), counts_from=month(1),
        )  # fmt: skip
    for days in (1, 100):
        Exit.objects.create(
            participant=scene.person, left_on=date(2026, 1, 1) - timedelta(days),
            situation="training",
        )  # fmt: skip
    assert sql_for(browser, url_of(scene)) <= few + 1  # the news of exits, once there are exits
    assert "Formation" in text_of(browser.get(url_of(scene)))
