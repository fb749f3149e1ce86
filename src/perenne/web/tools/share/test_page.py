import pytest
from django.conf import settings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from perenne.values import Hours
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, tree_of, typed_in
from perenne.web.tools.share.drawing import drawing_of
from perenne.web.tools.share.form import CONSENTS, EXAMPLE, ROWS, SharingForm
from perenne.web.tools.share.scenario import scenario_of

RESULT = "//*[@id='resultat']"
FEW = {
    "premier-mois": "01/2027", "a-nom": "École", "a-heures": "100", "a-accord": "open",
    "b-nom": "Voirie", "b-heures": "100", "b-accord": "open",
    "m1-heures": "150", "m1-marche": "a",
}  # fmt: skip


@pytest.fixture
def url():
    return reverse("tools:share")


def test_the_page_opens_on_an_example_told_in_words_in_a_drawing_and_in_tables(visitor, url):
    page = visitor.get(url)
    said = text_of(page, RESULT)
    assert "120 h comptées grâce à la globalisation" in said
    assert "La personne a travaillé 770 h. 90 h ne comptent sur aucune clause." in said
    assert "Il reste 120 h à faire." in said
    assert "par globalisation : l’acheteur l’accepte dans la limite de 80 h" in said
    assert "Janvier 2027 : 90 h" in said
    (svg,) = tree_of(page).xpath(f"{RESULT}//svg[@role='img']")
    named = {*svg.get("aria-labelledby").split(), *svg.get("aria-describedby").split()}
    assert named <= set(svg.xpath(".//@id"))
    assert "B, Nettoyage des bureaux : 300 h comptées sur 300 h" in " ".join(
        svg.text_content().split()
    )
    assert len(tree_of(page).xpath(f"{RESULT}//table")) == 2


def test_what_is_left_says_why_for_each_clause(visitor, url):
    said = text_of(visitor.get(url), RESULT)
    assert "A : Ce plan couvre déjà tout ce que cette clause peut recevoir." in said
    assert "C : Le marché n’est pas en cours ce mois-là" in said


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "50 h comptées grâce à la globalisation"),
        ({"b-accord": "refused"}, "B : L’acheteur n’accepte pas la globalisation."),
        (
            {"a-accord": "refused"},
            "B : L’acheteur du marché où elles ont été travaillées n’accepte",
        ),
        ({"b-accord": "capped", "b-limite": "20"}, "20 h comptées grâce à la globalisation"),
        ({"b-debut": "2"}, "B : Le marché n’est pas en cours ce mois-là"),
        ({"avant": "24"}, "B : Le parcours dépasse la durée pendant laquelle"),
        ({"b-heures": "50"}, "Les engagements sont tenus."),
        ({"m1-heures": "100"}, "Toutes ses heures comptent."),
    ],
)
def test_each_rule_can_be_seen_by_changing_one_thing(visitor, url, change, told):
    assert told in text_of(visitor.get(url, FEW | change), RESULT)


def test_the_link_says_everything_again(visitor, url):
    page = visitor.get(url, FEW)
    (link,) = tree_of(page).xpath("//*[@id='lien']/@href")
    again = visitor.get(link.removeprefix(settings.ADDRESS))
    kept = {name: value for name, value in typed_in(again).items() if value}
    assert FEW.items() <= kept.items()
    assert text_of(again, RESULT) == text_of(page, RESULT)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("premier-mois", "", "Indiquez le premier mois travaillé."),
        ("premier-mois", "13/2027", "Écrivez un mois et une année, par exemple 03/2027."),
        ("premier-mois", "demain", "Écrivez un mois et une année, par exemple 03/2027."),
        ("premier-mois", "01/0000", "Indiquez un mois de 2020 à 2099."),
        ("premier-mois", "01/1999", "Indiquez un mois de 2020 à 2099."),
        ("a-heures", "beaucoup", "Écrivez un nombre d’heures, par exemple 35 ou 35 h 30."),
        ("m1-heures", "401", "Indiquez au plus 400 h."),
        ("m1-marche", "", "Indiquez sur quel marché."),
        ("m1-marche", "c", "Indiquez les heures que doit le marché C."),
        ("m1-marche", "z", "Choisissez une réponse de la liste."),
        ("b-accord", "peut-être", "Choisissez une réponse de la liste."),
        ("avant", "40", "Indiquez un nombre inférieur ou égal à 36."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(visitor, url, name, typed, sentence):
    page = visitor.get(url, FEW | {name: typed})
    assert error_on(page, name) == sentence
    assert summary_of(page) == [sentence]


@pytest.mark.parametrize("typed", ["03/2027", "3/2027", "mars 2027", "Mars 2027", "03-2027"])
def test_a_month_is_read_as_people_write_it(visitor, url, typed):
    assert "Mars 2027" in text_of(visitor.get(url, FEW | {"premier-mois": typed}), RESULT)


def test_a_contract_that_ends_before_it_begins_and_a_limit_that_is_missing_are_told(visitor, url):
    page = visitor.get(url, FEW | {"a-debut": "5", "a-fin": "2", "b-accord": "capped"})
    assert error_on(page, "a-fin") == "Le marché finit avant le mois 5 : corrigez."
    assert error_on(page, "b-limite") == "Indiquez la limite que l’acheteur accepte."


@pytest.mark.parametrize(
    "said", [{"premier-mois": "01/2027"}, {"premier-mois": "01/2027", "a-heures": "5"}]
)
def test_too_little_to_share_asks_for_more(visitor, url, said):
    assert "Indiquez au moins un marché" in text_of(visitor.get(url, said), RESULT)


some_hours = some.none() | some.integers(1, 400)
some_span = some.none() | some.integers(1, 36)
some_contract = some.fixed_dictionaries(
    {
        "heures": some.none() | some.integers(1, 2_000),
        "debut": some_span,
        "fin": some_span,
        "accord": some.sampled_from([code for code, _ in CONSENTS]),
        "limite": some.integers(0, 500),
    }
)
some_month = some.fixed_dictionaries(
    {"heures": some_hours, "marche": some.sampled_from(["a", "b", "c", "sans"])}
)


@given(
    contracts=some.fixed_dictionaries(dict.fromkeys("abc", some_contract)),
    months=some.fixed_dictionaries({f"m{row}": some_month for row in ROWS}),
)
def test_whatever_the_example_every_hour_is_counted_once_or_left_and_is_drawn(contracts, months):
    said = {"premier-mois": "01/2027"} | {
        f"{prefix}-{name}": str(value)
        for prefix, fields in (contracts | months).items()
        for name, value in fields.items()
        if value is not None
    }
    form = SharingForm(said)
    if not form.is_valid():
        assert all("_" in name for name in form.errors)
        return
    found = scenario_of(form.cleaned_data)
    counted = sum((share.counted for share in found.shares), Hours(0))
    assert counted + found.left == found.worked
    assert all(Hours(0) <= share.counted <= share.owed for share in found.shares)
    for month in found.months:
        assert sum(month.counted, Hours(0)) + month.left == month.worked
        assert bool(month.why) is bool(month.left and found.shares)
    drawing = drawing_of(found)
    assert len(drawing.boxes) >= len(found.shares)
    assert all(int(box.filled) <= int(box.height) for box in drawing.boxes)


def test_the_database_is_asked_nothing(visitor, url):
    assert sql_for(visitor, url) == 0
    assert SharingForm(dict(EXAMPLE)).is_valid()
