import pytest
from django.urls import reverse

from perenne.domain.coverage.models import Coverage
from perenne.rules.segments import Segment
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("coverage:cover")


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.coordination)


@pytest.fixture
def said(committee):
    return {"body": committee.facilitator.organisation_id, "level": "epci", "epci": "200072130"}


def added(committee):
    return Coverage.objects.filter(facilitator_id=committee.facilitator.organisation_id).latest(
        "pk"
    )


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({}, "200072130"),
        ({"level": "commune", "commune": "melun"}, "77288"),
        ({"level": "department"}, "77"),
    ],
)
def test_the_coordination_adds_an_area(browser, committee, said, facts, place):
    page = browser.post(URL, said | facts, follow=True)
    assert "La zone est ajoutée" in text_of(page)
    assert str(added(committee)).endswith(f": {place}")


def test_an_area_may_be_narrowed(browser, committee, said):
    limits = {
        "segments": [Segment.WORKS, Segment.CLEANING],
        "buyer": committee.buyer.organisation_id, "since": "01/03/2027", "until": "31/12/2027",
    }  # fmt: skip
    assert browser.post(URL, said | limits).status_code == 302
    area = added(committee)
    assert (area.segments, area.buyer_id) == (
        ["cleaning", "works"], committee.buyer.organisation_id,
    )  # fmt: skip
    assert (area.since.isoformat(), area.until.isoformat()) == ("2027-03-01", "2027-12-31")


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"body": ""}, "body", "Choisissez l’organisme."),
        ({"level": ""}, "level", "Choisissez l’étendue de la zone."),
        ({"epci": ""}, "epci", "Choisissez l’intercommunalité."),
        ({"level": "commune"}, "commune", "Cette commune n’est pas reconnue"),
        ({"level": "commune", "commune": "Trifouilly"}, "commune", "n’est pas reconnue"),
        ({"since": "demain"}, "since", "date"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_is_kept(
    browser, said, facts, field, sentence
):
    page = browser.post(URL, said | facts)
    assert sentence in error_on(page, field)
    assert len(summary_of(page)) == 1
    kept = typed_in(page)
    assert {key: str(it) for key, it in (said | facts).items()}.items() <= kept.items()


def test_days_in_the_wrong_order_are_refused_by_the_act(browser, said):
    before = Coverage.objects.count()
    page = browser.post(URL, said | {"since": "02/03/2027", "until": "01/03/2027"})
    assert summary_of(page) == [
        "Le dernier jour vient avant le premier : corrigez l’une des deux dates."
    ]
    assert Coverage.objects.count() == before


@pytest.mark.parametrize("who", ["buyer", "facilitator", "structure"])
def test_nobody_else_adds_one(client_of, committee, said, who):
    stranger = client_of(getattr(committee, who))
    assert [stranger.get(URL).status_code, stranger.post(URL, said).status_code] == [404, 404]
