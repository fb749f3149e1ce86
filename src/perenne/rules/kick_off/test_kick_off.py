"""What the first papers say, whatever the contract."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Scheme
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.kick_off import Carrier, Kickoff, checklist, company_sheet, convention
from perenne.rules.wording import Facilitator, Globalisation, Publics
from perenne.rules.wording.pieces import Grid, Listing
from perenne.values import Euros, Hours

WHO = Facilitator("Camille Martin", "Plateforme Nord", "camille@exemple.test", "01 02 03 04 05")
LEAD = Carrier("Bâti Seine", "732 829 320 00074", "Titulaire", Hours.of(700))
SUB = Carrier("Chape Brie", "732 829 320 00075", "Sous-traitant", Hours.of(300))


def kickoff(**said):
    usual = {
        "contract": "Gros œuvre",
        "reference": "2026-1",
        "buyer": "Ville de Meaux",
        "facilitator": WHO,
        "carriers": (LEAD, SUB),
        "hours": Hours.of(1000),
        "months": 12,
        "notified_on": date(2026, 11, 2),
        "starts_on": date(2026, 12, 1),
        "ends_on": date(2027, 11, 30),
        "monitoring": Monitoring(),
        "publics": Publics.OPEN_LIST,
        "globalisation": Globalisation.ACCEPTED,
        "penalty_per_hour": Euros.of(50),
    }
    return Kickoff(**usual | said)


def words(paper):
    def told(paragraph):
        match paragraph:
            case Grid(header, rows, caption):
                return [*header, *(cell for row in rows for cell in row), caption]
            case Listing(items):
                return list(items)
            case str():
                return [paragraph]
            case blank:
                return [blank.label]

    every = [line for part in paper.sections for it in part.paragraphs for line in told(it)]
    return " ".join([paper.title, *every]).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_sheet_says_all_that_the_company_has_to_do():
    sheet = company_sheet(kickoff())
    said = words(sheet)
    assert [part.heading for part in sheet.sections] == [
        "Le marché", "Les heures à réaliser", "Le calendrier", "Qui réalise les heures",
        "Qui compte, et ce qui le prouve", "Comment réaliser les heures", "Les interlocuteurs",
        "À voir ensemble",
    ]  # fmt: skip
    for words_of_it in (
        "1 000 h d’insertion, soit une personne à temps plein pendant six mois et demi",
        "L’équipe à prévoir", "Relevé d’heures au 31 décembre 2026", "12 janvier 2027",
        "Chape Brie", "Réunion de mise au point", "Bilan final", "camille@exemple.test",
        "Embauche", "Tuteur",
    ):  # fmt: skip
        assert words_of_it in said
    assert said.count("Relevé d’heures au") == 3


def test_the_check_list_has_a_place_to_write_each_decision():
    grid = checklist()
    assert len(grid.rows) == 8
    assert {row[1] for row in grid.rows} == {""}


SCHEME = Scheme(Euros.of(20_000), Hours.of(35), Euros.of(40_000), by_whole_steps=True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "Le titulaire réalise 1 000 h d’insertion."),
        ({"scheme": SCHEME}, "35 h d’insertion par tranche de 20 000 € facturés, par tranches"),
        ({"scheme": Scheme(Euros.of(1), Hours.of(1))}, "1 h d’insertion par tranche de 1 €"),
        ({"penalty_per_hour": None}, "n’écrit pas de pénalité"),
        ({}, "50 € par heure non réalisée, après mise en demeure restée sans effet pendant 15 j"),
        ({"globalisation": Globalisation.REFUSED}, "ailleurs ne comptent pas"),
        ({"globalisation": Globalisation.CASE_BY_CASE}, "au cas par cas"),
        ({"globalisation": Globalisation.CAPPED}, "dans la limite écrite au marché"),
        ({"publics": Publics.CLOSED_LIST}, "et eux seuls"),
        ({"publics": Publics.URBAN_RENEWAL}, "quartiers prioritaires"),
        ({"monitoring": Monitoring(rhythm=Rhythm.QUARTERLY)}, "chaque trimestre"),
    ],
)
def test_the_agreement_says_what_the_contract_wrote(change, sentence):
    assert sentence in words(convention(kickoff(**change)))


def test_its_articles_are_numbered_between_the_parties_and_their_signatures():
    titles = [part.title for part in convention(kickoff()).sections]
    assert titles[0] == "Entre"
    assert titles[-1] == "Signatures"
    assert [title.split(" – ")[0] for title in titles[1:-1]] == [
        f"Article {number}" for number in range(1, 11)
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"scheme": SCHEME, "hours": Hours.of(70)}, "À ce jour, 70 h sont dues."),
        ({"scheme": Scheme(Euros.of(1), Hours.of(1)), "hours": Hours(0)}, "À ce jour, 0 h"),
        ({"hours": Hours(0)}, "Aucune heure n’est due à ce jour."),
    ],
)
def test_the_sheet_of_a_framework_follows_its_invoices(change, sentence):
    assert sentence in words(company_sheet(kickoff(**change)))


@given(some.integers(1, 3_000_000), some.integers(1, 96), some.sampled_from(Publics))
def test_any_contract_has_its_papers(minutes, months, publics):
    said = kickoff(hours=Hours(minutes), months=months, publics=publics)
    assert str(Hours(minutes)).replace("\u202f", " ").replace("\u00a0", " ") in words(
        convention(said)
    )
    assert company_sheet(said).sections
