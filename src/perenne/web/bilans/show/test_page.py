import pytest
from django.urls import reverse

from perenne.domain.assessments.actions import write_narrative
from perenne.domain.assessments.states import Block
from perenne.web.bilans.conftest import NOVEMBER, new_story, rows_in
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db


SEEN = {
    "facilitator": 200, "coordination": 200, "buyer": 200, "company": 200,
    "other_facilitator": 404, "other_buyer": 404, "structure": 404, "prescriber": 404,
    "nobody": 302,
}  # fmt: skip


def test_its_people_and_its_parties_read_it(client_of, committee, story):
    url = story.url("show")
    found = {who: client_of(getattr(committee, who)).get(url).status_code for who in SEEN}
    assert found == SEEN


def test_it_says_what_was_done_for_whom_and_what_each_figure_means(client_of, committee, story):
    story.works(600, month=NOVEMBER)
    page = client_of(committee.facilitator).get(story.url("show"))
    assert title_of(page) == "Gros œuvre du groupe scolaire"
    said = text_of(page)
    assert "Année 2026" in said
    assert rows_in(page)["Heures réalisées"] == ["160 h"]
    assert "Ce que veut dire chaque chiffre" in said
    assert "Personnes différentes dont des heures sont validées" in said
    assert buttons_of(page)[:2] == ["Figer et signer", "Télécharger (pdf)"]
    titles = tree_of(page).xpath("//main//h3/text()")
    assert {"Sexe", "Mois", "Segment d’achat", "Contexte"} <= set(titles)
    assert tree_of(page).xpath("//main//svg[@role='img']")


def test_a_buyer_reads_without_writing(client_of, committee, story):
    write_narrative(of=story.of, block=Block.HIGHLIGHTS, text="Un **chantier** ouvert.", base=0,
                    by=committee.facilitator, now=story.now)  # fmt: skip
    page = client_of(committee.buyer).get(story.url("show"))
    assert buttons_of(page)[0] == "Télécharger (pdf)"
    section = text_of(page, "//section[@aria-labelledby='textes']")
    assert section.startswith("Ce qu’il faut en lire Faits marquants Un chantier ouvert.Camille")
    assert "Écrire" not in section


def test_a_facilitator_learns_nothing_of_two_persons_whom_another_one_follows(
    client_of, committee, story
):
    url = reverse("bilans:show", args=["departement-77", story.slugs[1]])
    seen = {who: rows_in(client_of(getattr(committee, who)).get(url))["Personnes"]
            for who in ("coordination", "other_facilitator")}  # fmt: skip
    assert seen == {"coordination": ["2"], "other_facilitator": ["s."]}


WRONG = (
    "marche-999999/2026-01-2026-06", "marche-a/2026-01-2026-06", "x-1/2026-01-2026-06",
    "departement-77/2026-06-2026-01", "departement-77/2026-01-2026-13",
    "departement-78/2026-01-2026-06", "departement-77/2026-01",
)  # fmt: skip


def test_what_names_nothing_is_not_found(client_of, committee):
    browser = client_of(committee.coordination)
    assert {browser.get(f"/bilans/{wrong}/").status_code for wrong in WRONG} == {404}


def test_more_persons_more_months_and_more_contracts_ask_no_more(client_of, committee, story):
    urls = [
        (committee.facilitator, story.url("show")),
        (committee.coordination, reverse("bilans:show", args=["departement-77", story.slugs[1]])),
    ]
    once = [sql_for(client_of(who), url) for who, url in urls]
    new_story(committee).works(600, 600, 600)
    story.works(1_200, month=NOVEMBER)
    assert [sql_for(client_of(who), url) for who, url in urls] == once
