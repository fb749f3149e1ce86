import pytest
from django.urls import reverse

from perenne.domain.sourcing.states import DECLINED
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


def test_the_company_reads_who_proposes_who_was_asked_and_no_name(client_of, committee, needing):
    opening = needing.opening()
    needing.offer(needing.asked(opening), note="Une équipe de deux, dès lundi.")
    no = {
        "state": DECLINED,
        "reason": "too_far",
        "note": "Pas de bus.",
        "answered_on": needing.today,
    }
    needing.asked(opening, needing.prescriber, **no)
    person = needing.candidate(opening).file.participant
    url, browser = reverse("sourcing:show", args=[opening.pk]), client_of(committee.company)
    page = browser.get(url)
    said = text_of(page)
    for words in (
        "1 personne, 300 h, à Meaux, dès le",
        "0 h trouvées sur 300 h",
        "1 personne, 120 h par mois",
        "Une équipe de deux",
        "Trop loin : Pas de bus.",
        "Jamais sollicité en douze mois",
        person.code,
    ):
        assert words in said
    assert person.last_name not in text_of(page, "//body")
    assert "Retenir Les Peintres solidaires" in buttons_of(page)
    hire = tree_of(page).xpath("//a[contains(@href, '?candidat=')]/@href")
    (hire,) = hire
    assert hire.startswith(reverse("hirings:plan", args=[needing.commitment.pk]))
    seen = client_of(committee.coordination).get(url)
    assert not [name for name in buttons_of(seen) if "etenir" in name or "pourvu" in name]
    few = sql_for(browser, url)
    for _ in range(3):
        needing.candidate(opening)
    assert sql_for(browser, url) == few
