import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Review, ReviewDecision
from perenne.web.tests.browser import buttons_of, error_on, facts_in, sql_for, text_of

pytestmark = pytest.mark.django_db


def shown(review):
    return reverse("reviews:show", args=[review.pk])


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("facilitator", 200), ("buyer", 200), ("company", 200), ("coordination", 200),
        ("structure", 404), ("other_facilitator", 404), ("other_buyer", 404), ("nobody", 302),
    ],
)  # fmt: skip
def test_its_people_read_it_and_a_subcontractor_does_not(
    client_of, committee, followed, who, status
):
    url = shown(followed.held(shared=True))
    assert client_of(getattr(committee, who)).get(url).status_code == status


def test_minutes_are_the_writers_alone_until_they_are_shared(client_of, committee, followed):
    review = followed.held()
    facilitator, buyer = client_of(committee.facilitator), client_of(committee.buyer)
    assert "Le chantier avance" in text_of(facilitator.get(shown(review)))
    assert "Le chantier avance" not in text_of(buyer.get(shown(review)))
    share = reverse("reviews:share", args=[review.pk])
    assert buyer.post(share).status_code == 404
    assert "il ne change plus" in text_of(facilitator.get(shown(review)))
    assert "le reçoivent par courriel" in text_of(facilitator.post(share, follow=True))
    page = buyer.get(shown(review))
    assert facts_in(page)["Présents"] == "Acheteur, Titulaire"
    assert "Modifier le compte rendu" not in buttons_of(facilitator.get(shown(review)))


def test_each_side_ticks_what_it_has_to_do(client_of, committee, followed):
    review = followed.held(shared=True)
    ours, theirs = ReviewDecision.objects.filter(review=review).order_by("-position")
    browser = client_of(committee.buyer)
    assert text_of(browser.get(shown(review))).count("C’est fait") == 1
    page = browser.post(reverse("reviews:tick", args=[ours.pk]), {"done": "1"}, follow=True)
    assert "Pas fait, finalement" in text_of(page)
    assert browser.post(reverse("reviews:tick", args=[theirs.pk])).status_code == 404
    page = browser.post(reverse("reviews:tick", args=[ours.pk]), follow=True)
    assert "C’est fait" in text_of(page)


def test_a_meeting_is_cancelled_with_a_reason(client_of, committee, followed):
    review = followed.review()
    browser, cancel = client_of(committee.facilitator), reverse("reviews:cancel", args=[review.pk])
    assert "Dites pourquoi" in error_on(browser.post(cancel, {"reason": ""}), "reason")
    assert "en cinq caractères" in error_on(browser.post(cancel, {"reason": "Non"}), "reason")
    page = browser.post(cancel, {"reason": "Le chantier est arrêté."}, follow=True)
    assert "Annulée" in text_of(page)
    assert Review.objects.get().state == "cancelled"


def test_more_decisions_ask_no_more(client_of, committee, followed):
    review, browser = followed.held(), client_of(committee.facilitator)
    once = sql_for(browser, shown(review))
    for position in range(3, 9):
        ReviewDecision.objects.create(
            review=review, position=position, who="buyer", what="Agir vite"
        )
    assert sql_for(browser, shown(review)) == once
