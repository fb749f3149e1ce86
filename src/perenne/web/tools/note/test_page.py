import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.kit.pdf.test_compiling import roles_of, words_of

SAID = "montant=1000000&part=50&effort=5&cout=30&mois=6&tranche=100000"


@pytest.fixture
def url():
    return reverse("tools:note")


def printed(answer):
    assert answer["Content-Type"] == "application/pdf"
    return pikepdf.open(io.BytesIO(answer.content))


def bare(text):
    return "".join(text.split()).casefold()


def test_the_note_prints_the_hours_the_hypotheses_their_sources_and_the_link(visitor, url):
    answer = visitor.get(f"{url}?{SAID}")
    assert 'filename="calibrage-833-heures.pdf"' in answer["Content-Disposition"]
    pdf = printed(answer)
    words = bare(words_of(pdf))
    for told in (
        "833 h", "Part de main-d’œuvre", "Sud 77", "0,52 équivalent temps plein",
        "83 h 20 pour chaque tranche", "12 semaines",
        "une clause seule est déconseillée", "CCAP 21_BAM_048", "montant=1000000&part=50",
    ):  # fmt: skip
        assert bare(told) in words, told
    assert len(pdf.pages) <= 2


def test_the_note_is_french_titled_tagged_and_archivable(visitor, url):
    pdf = printed(visitor.get(f"{url}?{SAID}"))
    assert str(pdf.docinfo["/Title"]).replace("\u00a0", " ") == "Calibrage : 833 h d’insertion"
    assert str(pdf.Root.Lang) == "fr-FR"
    assert {"/H1", "/Table", "/TH", "/TD", "/L", "/Caption"} <= set(roles_of(pdf))


@pytest.mark.parametrize(
    "said", ["montant=1000000", "montant=1&effort=0", "montant=1000000000000&part=100&effort=100"]
)
def test_little_known_or_extreme_figures_are_printed_too(visitor, url, said):
    assert len(printed(visitor.get(f"{url}?{said}")).pages) <= 2


@pytest.mark.parametrize("said", ["", "montant=", "montant=beaucoup", "montant=1&part=200"])
def test_what_cannot_be_leads_back_to_the_calculator_which_says_why(visitor, url, said):
    answer = visitor.get(f"{url}?{said}")
    assert answer.status_code == 302
    assert answer.url == reverse("tools:calibrate") + (f"?{said}" if said else "")
    assert visitor.get(answer.url).status_code == 200


def test_an_endless_address_is_not_sent_back(visitor, url):
    answer = visitor.get(url, {"montant": "x" * 5_000})
    assert answer.url == reverse("tools:calibrate")
