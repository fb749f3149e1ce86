import pytest

from perenne.kit.french import Tax, read_amount, whole
from perenne.values import Euros

EXACT = {
    "2 880 000,00 €": "2880000",
    "2\u00a0880\u00a0000,00\u00a0€": "2880000",
    "2\u202f880\u202f000 €": "2880000",
    "144 k€": "144000",
    "150 K€ HT": "150000",
    "150k": "150000",
    "150 KE": "150000",
    "150 kEUR": "150000",
    "144 K€uros": "144000",
    "K€ 150": "150000",
    "0,6 M€": "600000",
    "2M€": "2000000",
    "1M5": "1500000",
    "1.5M": "1500000",
    "M€ 1,2": "1200000",
    "1,234 M€": "1234000",
    "1,5 million d'euros": "1500000",
    "2 millions": "2000000",
    "un million d’euros": "1000000",
    "deux millions d'euros HT": "2000000",
    "500 mille": "500000",
    "1,2 milliard": "1200000000",
    "349.515,36": "349515.36",
    "1.017.450,00 €": "1017450",
    "1 200 000": "1200000",
    "1200000.5": "1200000.5",
    "1,200,000.00": "1200000",
    "1'200'000": "1200000",
    "43192,50": "43192.50",
    "41 971,97": "41971.97",
    "921 600": "921600",
    "12.500": "12500",
    "12,500": "12500",
    "12 500,- €": "12500",
    "12500€HT": "12500",
    "€ 1 200": "1200",
    "1 200 000 euros HT": "1200000",
    "120 000,00 EUR": "120000",
    "46 706,60 € HT": "46706.60",
    "150 €": "150",
    "environ 150 000 €": "150000",
    "env. 150 000€": "150000",
    "≈ 150 k€": "150000",
    "estimé à 90 000 € HT": "90000",
    "150 000 € (tranche ferme)": "150000",
    "150 000 € dont 20 000 € d’option": "150000",
    "Budget 2027 : 150 000 €": "150000",
    "Lot 1 : 40 k€": "40000",
    "1 200 000 € sur 4 ans": "1200000",
    "100 000 € HT / 120 000 € TTC": "100000",
    "120 000 € TTC soit 100 000 € HT": "100000",
    "100 000 € HT (120 000 € TTC)": "100000",
    "300 000 €/an soit 1 200 000 €": "1200000",
    "20 k€ + 30 k€": "50000",
    "100 512 €/an x 3": "301536",
    "1,2 M€ HT/an × 4": "4800000",
    "3 x 40 000 €": "120000",
    "40 000 € x 3 ans": "120000",
    "40 000 € * 3": "120000",
    "4 fois 10 k€": "40000",
    "250 000 €/an sur 4 ans": "1000000",
    "250 k€ par an pendant 48 mois": "1000000",
    "1 500 €/mois x 3 ans": "54000",
    "12 x 1 500 €": "18000",
    "3x40000=120000": "120000",
}
RANGES = {
    "120000 - 180000": ("120000", "180000"),
    "120 000 € – 180 000 €": ("120000", "180000"),
    "entre 100 et 150 k€": ("100000", "150000"),
    "100-150 k€": ("100000", "150000"),
    "1,5 à 2 M€": ("1500000", "2000000"),
    "de 90 000 à 140 000 € HT": ("90000", "140000"),
    "90 000 / 140 000": ("90000", "140000"),
    "mini 50 k / maxi 200 k": ("50000", "200000"),
    "maxi 200 k€ mini 50 k€": ("50000", "200000"),
    "mini : 50 000 € HT - maxi : 200 000 € HT": ("50000", "200000"),
    "50 k€ mini 200 k€ maxi": ("50000", "200000"),
    "< 90 k€": (None, "90000"),
    "≤ 90 000 €": (None, "90000"),
    "max 400 000 €": (None, "400000"),
    "jusqu’à 200 000 €": (None, "200000"),
    "200 000 € maximum": (None, "200000"),
    "moins de 40 k€": (None, "40000"),
    "sans minimum - maximum 221 000 € HT": (None, "221000"),
    "sans mini / maxi 400 000 €": (None, "400000"),
    "> 221 000 €": ("221000", None),
    "à partir de 50 000 €": ("50000", None),
    "minimum 50 000 €": ("50000", None),
}
ASKED = (
    "",
    "à définir",
    "A DÉFINIR",
    "NC",
    "n.c.",
    "sans mini ni maxi",
    "cf. tableau",
    "voir annexe",
    "-",
    "?",
    "en cours d’estimation",
    "montant non communiqué",
    "0",
    "-5 000 €",
    "5 %",
    "12 000 m²",
    "200 heures",
    "01/02/2027",
    "1.2.3",
    "lot 1 : 40 000 €, lot 2 : 50 000 €, lot 3 : 60 000 €",
    "10 000 000 000 000 000",
    "Lot 1 accord cadre travaux de voirie 2027",
    "9" * 300,
    "voirie 150 000 € " * 40,
    "1.200,000,00 €",
    "150 000 € sur 1.2.3 ans",
)


@pytest.mark.parametrize(("text", "euros"), EXACT.items())
def test_an_amount_is_read_as_its_author_meant_it(text, euros):
    reading = read_amount(text)
    assert (reading.low, reading.high) == (Euros.of(euros), Euros.of(euros))
    assert reading.raw == text
    assert not reading.per_year


@pytest.mark.parametrize(("text", "ends"), RANGES.items())
def test_a_range_has_two_ends_and_a_bound_has_one(text, ends):
    reading = read_amount(text)
    assert (reading.low, reading.high) == tuple(end and Euros.of(end) for end in ends)
    assert reading.amount == Euros.of(ends[0] or ends[1])
    assert reading.question is None


@pytest.mark.parametrize("text", ASKED)
def test_what_is_no_amount_becomes_a_question(text):
    reading = read_amount(text)
    assert reading.amount is None
    assert reading.question is not None
    assert reading.question.endswith("?")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("150", "150\u00a0€ ou 150\u202f000\u00a0€"),
        ("1.234", "1\u202f234\u00a0€ ou 1,234\u00a0€"),
        ("1,234", "1\u202f234\u00a0€ ou 1,234\u00a0€"),
        ("2027", "un montant ou une année"),
        ("1 000 000 TTC", "833\u202f333,33\u00a0€"),
        ("mini 200 k€ maxi 50 k€", "dépasse le maximum"),
    ],
)
def test_a_doubtful_amount_is_read_and_asked(text, words):
    reading = read_amount(text)
    assert reading.amount is not None
    assert words in (reading.question or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12.500", "a été lu 12\u202f500"),
        ("entre 100 et 150 k€", "dans l’unité de"),
        ("100 512 €/an x 3", "× 3 = 301\u202f536\u00a0€"),
        ("150 000 € (tranche ferme)", "tranche ferme"),
        ("100 000 € HT soit 120 000 € TTC", "120\u202f000\u00a0€ est écrit aussi"),
        ("100 000 € HT / 120 000 € TTC", "hors taxes a été retenu"),
        ("20 k€ + 30 k€", "additionnés"),
        ("1 500 €/mois", "multiplié par 12"),
        ("1 200 000 € sur 4 ans", "total sur toute la durée"),
    ],
)
def test_what_was_assumed_is_said(text, words):
    assert any(words in said for said in read_amount(text).hypotheses)


@pytest.mark.parametrize(
    ("text", "tax"),
    [
        ("150 000 € HT", Tax.HT),
        ("150 000 € H.T.", Tax.HT),
        ("150 000 € hors taxes", Tax.HT),
        ("150 000 € TTC", Tax.TTC),
        ("150 000 € toutes taxes comprises", Tax.TTC),
        ("150 000 €", Tax.UNSAID),
        ("100 000 € HT / 120 000 € TTC", Tax.HT),
    ],
)
def test_the_tax_is_what_the_text_says(text, tax):
    assert read_amount(text).tax is tax


@pytest.mark.parametrize(
    ("text", "options", "euros"),
    [
        ("150", {"unit_factor": 1_000}, "150000"),
        ("1,5", {"unit_factor": 1_000_000}, "1500000"),
        ("150 k€", {"unit_factor": 1_000}, "150000"),
        ("150 000 €", {"unit_factor": 1_000}, "150000"),
    ],
)
def test_the_unit_of_the_heading_serves_for_bare_figures_only(text, options, euros):
    reading = read_amount(text, **options)
    assert reading.amount == Euros.of(euros)
    assert reading.question is None


def test_a_unit_of_the_heading_that_gives_an_immense_amount_is_asked():
    reading = read_amount("150 000", unit_factor=1_000)
    assert reading.amount == Euros.of("150000000")
    assert "est-ce bien cela" in (reading.question or "")


def test_the_heading_may_say_the_tax_and_the_year():
    reading = read_amount("150 000", tax=Tax.HT, per_year=True)
    assert reading.tax is Tax.HT
    assert reading.per_year
    assert not read_amount("150 000 x 3", per_year=True).per_year


@pytest.mark.parametrize(
    ("text", "months", "euros"),
    [
        ("250 000 € HT par an", 48, "1000000"),
        ("250 000 €/an", 18, "375000"),
        ("12 500 € annuel", 36, "37500"),
        ("1 500 €/mois", 24, "36000"),
        ("10 k€ par trimestre", 12, "40000"),
        ("250 000 €", 48, "250000"),
        ("100 512 €/an x 3", 36, "301536"),
    ],
)
def test_a_yearly_amount_is_made_whole_over_its_duration(text, months, euros):
    total = whole(read_amount(text), months)
    assert total.amount == Euros.of(euros)
    assert not total.per_year


def test_a_yearly_amount_without_duration_is_asked_about():
    total = whole(read_amount("250 000 €/an"), None)
    assert total.per_year
    assert "combien d’années" in (total.question or "")


def test_both_ends_of_a_yearly_range_are_made_whole():
    total = whole(read_amount("entre 10 et 20 k€ par an"), 24)
    assert (total.low, total.high) == (Euros.of(20_000), Euros.of(40_000))
