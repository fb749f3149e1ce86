"""Numbers that are somebody's, and those that only look like it.

The keys are computed here by another way than in the code: the remainder of the long division.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.privacy.nir import has_nir, key_of


def keyed(thirteen: str) -> str:
    """With its key, by long division: digit by digit, as by hand."""
    remainder = 0
    for digit in thirteen.replace("2A", "19").replace("2B", "18"):
        remainder = (remainder * 10 + int(digit)) % 97
    return f"{thirteen}{97 - remainder:02}"


@pytest.mark.parametrize(
    "text",
    [
        "255081416802538",
        "2 55 08 14 168 025 38",
        "Mon numéro : 2 55 08 14 168 025 38, merci.",
        "2.55.08.14.168.025.38",
        "2-55-08-14-168-025-38",
        "2 55 08 14 168 025",
        "2550814168025",
        "2\u00a055\u00a008\u00a014\u00a0168\u00a0025\u00a038",
        "2\u202f55\u202f08\u202f14\u202f168\u202f025\u202f38",
        "NIR2 55 08 14 168 025 38",
        "né·e en Corse : 1 85 05 2A 006 084 " + keyed("185052A006084")[-2:],
        "1 85 05 2b 006 084 " + keyed("185052B006084")[-2:],
        "1850578006084" + keyed("1850578006084")[-2:],
        "185 0578 006 084 " + keyed("1850578006084")[-2:],
        "Tél. 01 60 00 00 00 ; 2 55 08 14 168 025 38",
        "２５５０８１４１６８０２５３８",
        "immatriculé provisoirement 7 99 05 99 123 456 " + keyed("7990599123456")[-2:],
        "mois inconnu 2 55 62 14 168 025 " + keyed("2556214168025")[-2:],
    ],
)
def test_a_number_is_found_however_it_is_written(text):
    assert has_nir(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sophie Lambert",
        "21770284400010",  # a SIRET
        "217 702 844 00010",
        "356 000 000 00048",
        "SIRET : 217 702 844 00010, APE 8411Z",
        "01 60 00 00 00",
        "+33 1 60 00 00 00",
        "06.12.34.56.78 ou 07.12.34.56.78",
        "FR76 3000 6000 0112 3456 7890 189",  # an IBAN
        "FR7630006000011234567890189",
        "DE89370400440532013000",
        "FR14 2004 1010 0505 0001 3M02 606 merci",
        "255081416802539",  # a wrong key
        "2 55 08 14 168 025 39",
        "2 55 13 14 168 025",  # no such month
        "2 55 08 00 168 025",  # no such place
        "2 55 08 14 000 025",
        "1 200 000 €",
        "90911200-8",
        "du 01/03/2027 au 28/02/2031",
        "3017620422003",  # the bar code of a jar
        "1732593600000",  # milliseconds
        "Marché n° 2026-0157-0012-03",
    ],
)
def test_what_only_looks_like_one_passes(text):
    assert not has_nir(text)


months = some.integers(1, 12).map("{:02}".format)
places = some.one_of(some.integers(1, 95).map("{:02}".format), some.sampled_from(["2A", "2B"]))
orders = some.integers(1, 999).map("{:03}".format)
years = some.integers(0, 99).map("{:02}".format)
parts = some.tuples(some.sampled_from("12"), years, months, places, orders, orders)
gaps = some.sampled_from(["", " ", "\u00a0", ".", "-"])


@given(parts, gaps, some.booleans())
def test_every_number_is_found_with_its_key_and_without(said, gap, with_key):
    key = keyed("".join(said))[-2:]
    assert key_of("".join(said)) == key
    assert has_nir(gap.join([*said, key] if with_key else said))


@given(parts, gaps, some.integers(1, 96))
def test_a_wrong_key_is_no_number(said, gap, off):
    right = int(keyed("".join(said))[-2:])
    wrong = f"{(right + off - 1) % 97 + 1:02}"
    assert not has_nir(gap.join([*said, wrong]))


@given(some.text(alphabet="abcdefghijklmnopqrstuvwxyzé ,.'’", max_size=200))
def test_a_text_without_digits_holds_none(text):
    assert not has_nir(text)
