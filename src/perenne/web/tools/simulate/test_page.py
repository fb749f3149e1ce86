import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.directory.factories import new_structure
from perenne.domain.organisations.queries import contact_at
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, tree_of, typed_in

RESULT = "//*[@id='resultat']"
SAID = {
    "heures": "833",
    "mois": "6",
    "debut": "01/03/2027",
    "segment": "peinture-revetements-muraux",
}
NO_DATE = "Écrivez une date avec le jour, le mois et l’année, par exemple 27/03/2027."
TOO_MUCH = "Vous répartissez 900 h pour 833 h demandées : baissez l’une des parts."


@pytest.fixture
def url():
    return reverse("tools:simulate")


def test_hours_become_people_and_weeks(visitor, url):
    said = text_of(visitor.get(url, SAID), RESULT)
    assert "Soit une personne à temps plein pendant cinq mois et demi" in said
    assert "2 personnes12 semaines15 semaines" in said


def test_the_four_ways_say_what_counts_what_it_costs_and_what_to_look_at(visitor, url):
    page = visitor.get(url, SAID)
    ways = [
        " ".join(way.text_content().split())
        for way in tree_of(page).xpath(f"{RESULT}//details[@class='disclosure']")
    ]
    direct, study, provision, entrusted = ways
    assert "Environ 24 990 €, d’ordinaire de 22 491 € à 31 654 €" in direct
    assert "Embauche directe en CDI" in direct
    assert "€" not in study
    assert "€" not in provision
    assert "opérateur de compétences (OPCO)" in study
    assert "demandez un devis" in provision
    assert "Une AI met une même personne à disposition" in provision
    assert "GEIQ" in provision
    for structure in ("(EI)", "(ACI)", "(EA)", "ESAT"):
        assert structure in entrusted
    assert "acte de sous-traitance (DC4)" in entrusted


def test_delays_are_told_with_their_source_and_the_day_to_ask(visitor, url):
    said = text_of(visitor.get(url, SAID), RESULT)
    assert "au plus tard le 19 février 2027" in said
    assert "Prendre contact avec le facilitateur : le titulaire, 14 jours" in said
    undated = text_of(visitor.get(url, SAID | {"debut": ""}), RESULT)
    assert "Demandez la vérification" not in undated


@pytest.mark.parametrize("place", ["Meaux", "meaux", "77100", "77284"])
def test_the_facilitator_of_the_commune_is_one_link_away_and_comes_by_itself(
    committee, visitor, url, place
):
    page = visitor.get(url, SAID | {"commune": place})
    (link,) = tree_of(page).xpath(f"{RESULT}//div[@hx-trigger='load']//a/@href")
    (fetched,) = tree_of(page).xpath(f"{RESULT}//div[@hx-trigger='load']/@hx-get")
    assert link == fetched
    assert "segment=works" in link
    answer = visitor.get(link)
    contact = contact_at(committee.facilitator.organisation_id)
    taken = "//*[@id='facilitateur']/dl | //*[@id='facilitateur']/h3/following-sibling::*[1]"
    assert contact.name in text_of(answer, taken)
    assert contact.email in text_of(answer, taken)
    assert "couvre" in text_of(answer, taken)


@pytest.mark.parametrize("place", ["Trifouillis", "😀", "=cmd", "0" * 80, "{{7*7}}"])
def test_an_unknown_commune_is_no_harm(committee, visitor, url, place):
    page = visitor.get(url, SAID | {"commune": place})
    assert f"À appeler pour {place}" in text_of(page, RESULT)
    (link,) = tree_of(page).xpath(f"{RESULT}//div[@hx-trigger='load']//a/@href")
    assert "Cette commune n’est pas reconnue ici" in text_of(visitor.get(link))


def test_nothing_is_asked_without_hours_and_examples_are_proposed(visitor, url):
    page = visitor.get(url)
    links = tree_of(page).xpath(f"{RESULT}//li/a/@href")
    assert len(links) == 2
    for link in links:
        assert "Quatre façons de faire ces heures" in text_of(visitor.get(f"{url}{link}"), RESULT)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("heures", "", "Indiquez les heures que demande la clause."),
        ("heures", "0", "Indiquez au moins 1 h."),
        ("heures", "beaucoup", "Écrivez un nombre d’heures, par exemple 35 ou 35 h 30."),
        ("debut", "hier", NO_DATE),
        ("debut", "01/01/0001", "Indiquez une date de 2020 à 2099."),
        ("debut", "31/12/9999", "Indiquez une date de 2020 à 2099."),
        ("mois", "999", "Indiquez un nombre inférieur ou égal à 240."),
        ("commune", "x" * 101, "Raccourcissez ce texte : 101 caractères, et 100 au plus."),
        ("embauche", "900", TOO_MUCH),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_beside_its_field_and_stays_typed(
    visitor, url, name, typed, sentence
):
    page = visitor.get(url, SAID | {name: typed})
    assert error_on(page, name) == sentence
    assert summary_of(page) == [sentence]
    assert typed_in(page)[name] == typed


def test_all_the_parts_together_are_compared_with_what_is_asked(visitor, url):
    parts = {"embauche": "500", "alternance": "333", "sous-traitance": "1"}
    page = visitor.get(url, SAID | parts)
    assert "Vous répartissez 834 h" in error_on(page, "sous-traitance")
    assert summary_of(visitor.get(url, SAID | parts | {"sous-traitance": ""})) == []


def test_the_annex_is_one_link_away_with_everything_typed(visitor, url):
    page = visitor.get(url, SAID | {"entreprise": "Bâti & Brie"})
    (link,) = tree_of(page).xpath("//*[@id='lien']/@href")
    said = link.partition("?")[2]
    assert "entreprise=B%C3%A2ti+%26+Brie" in said
    for name in ("annex_word", "annex_pdf"):
        assert tree_of(page).xpath(f"//a[@href='{reverse(f'tools:{name}')}?{said}']")
    again = visitor.get(link.removeprefix(settings.ADDRESS))
    assert typed_in(again)["entreprise"] == "Bâti & Brie"


def test_the_database_is_asked_only_for_the_questions_shown(visitor, url):
    assert sql_for(visitor, url) == 1
    assert sql_for(visitor, f"{url}?heures=833&mois=6") == 1
    assert sql_for(visitor, f"{url}?heures=833&commune=Meaux") == 1


def test_the_structures_of_the_territory_are_named_with_what_they_have(committee, visitor, url):
    here = new_structure(
        name="Peinture 77", commune_id="77284", trades={"painting": 50}, said_on=localdate()
    )
    new_structure(name="Ménage 77", commune_id="77284", trades={"premises_cleaning": 50})
    page = visitor.get(url, SAID | {"commune": "Meaux"})
    said = text_of(page, RESULT)
    assert "Une structure a encore 50 h par mois, soit 300 h sur 6 mois, pour 833 h" in said
    links = tree_of(page).xpath(f"{RESULT}//a/@href")
    assert reverse("directory:show", args=[here.pk]) in links
    assert f"{reverse('directory:find')}?metier=painting&ou=Meaux&nature=insertion" in links
    assert "Ménage 77" not in said
    assert "Avec qui" not in text_of(visitor.get(url, SAID), RESULT)
