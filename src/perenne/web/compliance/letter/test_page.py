"""Each letter is an accessible PDF, the same whenever it is asked for."""

import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Letter
from perenne.kit.pdf.test_compiling import roles_of, words_of

pytestmark = pytest.mark.django_db
TOLD = {
    "alert": ("Point sur vos heures", "Il est encore temps"),
    "formal_notice": ("15 jours à compter de la réception", "CCAP, article"),
    "hearing": ("Le montant envisagé", "par heure manquante", "15 jours"),
}


def read(content):
    """Its words without their spaces, which a PDF may lose; its marks."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "".join(words_of(pdf).split()), set(roles_of(pdf))


def test_letters_and_the_decision_are_papers_that_stay_as_they_were(client_of, committee, late):
    row = late.decided()
    company = client_of(committee.company)
    found = {}
    for letter in Letter.objects.filter(shortfall=row):
        url = reverse("compliance:letter", args=[row.pk, letter.pk])
        found[letter.kind] = company.get(url).content
        assert client_of(committee.buyer).get(url).content == found[letter.kind]
        assert client_of(committee.other_buyer).get(url).status_code == 404
    assert set(found) == set(TOLD)
    for kind, content in found.items():
        words, roles = read(content)
        assert [told for told in TOLD[kind] if "".join(told.split()) not in words] == []
        assert {"/H1", "/Table", "/TH", "/L"} <= roles
    assert "€" not in read(found["alert"])[0]

    url = reverse("compliance:decision", args=[row.pk])
    words, _ = read(company.get(url).content)
    for told in ("applique la pénalité", "Aucune embauche depuis l’alerte", "version 1", "CCAP"):
        assert "".join(told.split()) in words
    assert company.get(url).content == client_of(committee.facilitator).get(url).content
    unknown = reverse("compliance:letter", args=[row.pk, 999_999])
    assert company.get(unknown).status_code == 404
