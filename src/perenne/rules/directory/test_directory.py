"""What a structure said fades; sectors and ROME lead to trades; addresses of persons are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.directory import (
    FRESH_DAYS,
    SILENT_DAYS,
    STALE_DAYS,
    Freshness,
    freshness,
    is_of_a_person,
    sectors_in,
    trades_of_rome,
    trades_of_sector,
    trust,
)
from perenne.rules.directory.names import BY_ROME, BY_SECTOR, NO_TRADE
from perenne.rules.practice import USUAL
from perenne.values import Share

DAY = date(2026, 1, 1)
DAYS = st.integers(-10, 1_500)


def after(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("age", "said", "percent"),
    [
        (-1, Freshness.FRESH, 100),
        (0, Freshness.FRESH, 100),
        (30, Freshness.FRESH, 100),
        (31, Freshness.FADING, "99.70"),
        (90, Freshness.FADING, "82.08"),
        (91, Freshness.STALE, "81.79"),
        (364, Freshness.STALE, "0.29"),
        (365, Freshness.STALE, 0),
        (2_000, Freshness.STALE, 0),
    ],
)
def test_what_was_said_fades(age, said, percent):
    assert freshness(DAY, after(age)) is said
    assert trust(DAY, after(age)) == Share.percent(percent)
    assert said.label


@given(DAYS, DAYS, st.integers(7, 60), st.integers(61, 180), st.integers(181, 1_095))
def test_it_only_fades_whatever_the_committee_holds(one, other, fresh, stale, silent):
    held = USUAL.choosing(FRESH_DAYS, fresh).choosing(STALE_DAYS, stale)
    held = held.choosing(SILENT_DAYS, silent)
    sooner, later = sorted((one, other))
    order = list(Freshness)
    assert trust(DAY, after(sooner), held) >= trust(DAY, after(later), held)
    assert order.index(freshness(DAY, after(sooner), held)) <= order.index(
        freshness(DAY, after(later), held)
    )
    whole = freshness(DAY, after(one), held) is Freshness.FRESH
    assert whole == (trust(DAY, after(one), held) == Share.percent(100))


@pytest.mark.parametrize(
    ("sector", "codes"),
    [
        ("Peinture & Revêtement des murs", {"painting"}),
        ("peinture et revetement des murs", {"painting"}),  # read, where the table has no such name
        ("Création et entretien des espaces verts", {"green_creation", "green_upkeep"}),
        ("Autre (Propreté)", {"premises_cleaning"}),
        ("Maçonnerie", {"masonry"}),
        ("Autre (Réparation)", set()),
        ("Transport de marchandises", set()),
        ("Apiculture", set()),
        ("", set()),
    ],
)
def test_a_sector_leads_to_trades(sector, codes):
    assert {one.code for one in trades_of_sector(sector)} == codes


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Traiteur, Nettoyage de locaux", ("Traiteur", "Nettoyage de locaux")),
        (
            "Plomberie, Travaux forestiers, Bûcheronnage, Mailing, archivage, secrétariat",
            ("Plomberie", "Travaux forestiers, Bûcheronnage", "Mailing, archivage, secrétariat"),
        ),
        (
            "Nettoyage spécifique (chantiers, parkings, hôpitaux, hôtellerie...)",
            ("Nettoyage spécifique (chantiers, parkings, hôpitaux, hôtellerie...)",),
        ),
        ("Inconnu, Traiteur", ("Inconnu", "Traiteur")),
        (" , ", ()),
    ],
)
def test_sectors_are_told_apart_though_some_have_commas(text, sectors):
    assert sectors_in(text) == sectors


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("F1606", {"painting"}),
        (" f1606 - Peinture en bâtiment", {"painting"}),
        ("F1704", {"demolition", "masonry", "roads_and_networks"}),
        ("H1101", set()),
        ("", set()),
    ],
)
def test_a_code_of_rome_leads_to_trades(code, codes):
    assert {one.code for one in trades_of_rome(code)} == codes


def test_every_name_of_the_tables_leads_where_they_say():
    assert all(trades_of_sector(name) for name in BY_SECTOR)
    assert not any(trades_of_sector(name) for name in NO_TRADE)
    assert all(trades_of_rome(code) for code in BY_ROME)


@pytest.mark.parametrize(
    ("address", "of_a_person"),
    [
        ("contact@exemple.fr", False),
        ("contact.meaux@exemple.fr", False),
        ("accueil77@exemple.fr", False),
        ("atelier.bois@exemple.fr", False),
        ("bois.vert@boisvert.fr", False),
        ("meaux@exemple.fr", False),
        ("lea.martin@exemple.fr", True),
        ("l.martin@exemple.fr", True),
        ("Anne-Lise.Martin@exemple.fr", True),
        ("lea_martin@exemple.fr", True),
    ],
)
def test_an_address_of_a_person_is_told_from_one_of_an_organisation(address, of_a_person):
    assert is_of_a_person(address, "Atelier du bois") is of_a_person
