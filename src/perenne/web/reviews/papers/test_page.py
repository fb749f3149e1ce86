import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Review
from perenne.domain.compliance.states import ReviewState
from perenne.kit.pdf.test_compiling import roles_of, words_of

pytestmark = pytest.mark.django_db


def test_the_minutes_are_an_accessible_file_for_those_who_may_read_them(
    client_of, committee, followed
):
    review = followed.held()
    url = reverse("reviews:minutes", args=[review.pk])
    assert client_of(committee.buyer).get(url).status_code == 404
    answer = client_of(committee.facilitator).get(url)
    with pikepdf.open(io.BytesIO(answer.content)) as file:
        assert {"/H1", "/H2", "/Table", "/TH", "/L"} <= set(roles_of(file))
        said = words_of(file).replace(" ", "")
    for words in ("Projet", "avance", "Deuxembauches", "Envoyerlesbesoins", "Acheteur,Titulaire"):
        assert words in said
    assert "compte-rendu-" in answer["Content-Disposition"]


def test_an_appointment_is_one_that_calendars_read(client_of, committee, followed):
    review = followed.review(place="Base vie, 12 rue des Écoles ; portail bleu")
    url = reverse("reviews:appointment", args=[review.pk])
    answer = client_of(committee.company).get(url)
    assert answer["Content-Type"].startswith("text/calendar")
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    whole = answer.content.replace(b"\r\n ", b"").decode().splitlines()
    assert r"LOCATION:Base vie\, 12 rue des Écoles \; portail bleu" in whole
    assert f"DTSTART:{review.meets_at:%Y%m%dT%H%M%SZ}" in whole
    Review.objects.filter(pk=review.pk).update(state="cancelled", reason="Plus de chantier.")
    assert b"STATUS:CANCELLED" in client_of(committee.company).get(url).content
    none = followed.review(ReviewState.DUE)
    nowhere = reverse("reviews:appointment", args=[none.pk])
    assert client_of(committee.company).get(nowhere).status_code == 404
    assert client_of(committee.structure).get(url).status_code == 404
