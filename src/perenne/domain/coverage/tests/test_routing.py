"""Each place finds the facilitator who answers for it, and says why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.coverage.queries import Responsible, Router, facilitator_router
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.domain.people.factories import new_person
from perenne.domain.territories.factories import (
    MEAUX_COUNTRY,
    MELUN_VALLEY,
    PLACES,
    load_around,
    load_places,
    official,
)
from perenne.domain.territories.queries.gazetteer import gazetteer_of
from perenne.kit.actors import Role
from perenne.kit.tenancy import within
from perenne.rules.segments import Segment

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)


def router_of_today(**loads):
    return facilitator_router(on=TODAY, **loads)


@pytest.fixture
def north():
    return new_actor(Role.FACILITATOR, name="Plateforme Nord")


@pytest.fixture
def south():
    return new_actor(Role.FACILITATOR, name="Plateforme Sud")


@pytest.fixture
def committee():
    return new_actor(Role.COORDINATION, name="Coordination départementale")


def test_the_nearest_coverage_answers(north, south, committee):
    load_places()
    new_coverage(committee, department_code="77")
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, commune_id="77475")
    router = router_of_today()

    said = {place: router.route(place) for place in ("Trilport", "Meaux", "Fontainebleau")}

    assert said["Trilport"].facilitator.name == "Plateforme Sud"
    assert said["Trilport"].reason == (
        "L’achat est situé à Trilport : Plateforme Sud couvre cette commune."
    )
    assert said["Meaux"].facilitator.name == "Plateforme Nord"
    assert said["Meaux"].reason == (
        "L’achat est situé à Meaux : Plateforme Nord couvre CA du Pays de Meaux."
    )
    assert said["Fontainebleau"].facilitator.name == "Coordination départementale"
    assert said["Fontainebleau"].reason.endswith("couvre le département.")


@pytest.mark.parametrize(
    ("state", "why"), [("declared", ""), ("suspended", "Plainte"), ("refused", "Inconnu")]
)
def test_a_body_that_is_not_verified_answers_for_nothing(south, state, why):
    load_places()
    unknown = new_actor(Role.FACILITATOR, name="Plateforme Nord", state=state, reason=why)
    new_coverage(unknown, commune_id="77284")
    new_coverage(south, department_code="77")
    assert router_of_today().route("Meaux").facilitator.name == "Plateforme Sud"


def test_where_two_cover_the_same_place_the_first_one_answers(north, south):
    load_places()
    new_coverage(north, epci_id=MELUN_VALLEY[0])
    new_coverage(south, epci_id=MELUN_VALLEY[0])
    assert router_of_today().route("Melun").facilitator.name == "Plateforme Nord"


def test_the_coordination_answers_where_nobody_covers(north, committee):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    routing = router_of_today().route("Melun")
    assert routing.facilitator.id == committee.organisation_id
    assert routing.commune_code == "77288"
    assert "aucun facilitateur ne couvre encore cette commune" in routing.reason


def test_an_unknown_place_goes_to_the_seat_of_the_buyer(north):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    routing = router_of_today().route("Tous les sites", seat="77284")
    assert (routing.facilitator.id, routing.commune_name) == (north.organisation_id, "Meaux")
    assert routing.reason.startswith("« Tous les sites » n’est pas une commune reconnue ici : ")
    assert "le siège de l’acheteur, Meaux" in routing.reason


def test_a_seat_answers_even_when_its_code_is_the_postcode_of_another_commune(south):
    load_places()
    new_coverage(south, commune_id="77186")
    routing = router_of_today().route("", seat="77186")
    assert (routing.facilitator.id, routing.commune_name) == (
        south.organisation_id,
        "Fontainebleau",
    )
    assert routing.reason.startswith("Aucun lieu n’est indiqué : c’est le siège de l’acheteur")


@pytest.mark.parametrize("seat", ["", "75056"])
@pytest.mark.parametrize(
    ("place", "start"),
    [
        ("", "Aucun lieu n’est indiqué : "),
        ("Multisites", "« Multisites » n’est pas une commune reconnue ici : "),
    ],
)
def test_without_place_nor_seat_the_coordination_shares_out(committee, place, seat, start):
    load_places()
    routing = router_of_today().route(place, seat=seat)
    assert routing.facilitator.id == committee.organisation_id
    assert (routing.commune_code, routing.commune_name) == ("", "")
    assert routing.reason == f"{start}la coordination répartira."


@pytest.mark.parametrize("place", ["Meaux", "Nulle part"])
def test_before_anybody_has_joined_nobody_answers_and_it_is_said(place):
    load_places()
    routing = router_of_today().route(place)
    assert routing.facilitator is None
    assert routing.reason


@pytest.mark.parametrize("times", [1, 4])
def test_the_router_is_read_in_six_queries(django_assert_num_queries, north, committee, times):
    load_places()
    for number in range(times):
        new_coverage(north, epci_id=MEAUX_COUNTRY[0], since=TODAY - number * DAY)
        new_absence(north, TODAY + 7 * number * DAY, until=TODAY + 7 * number * DAY)
    with django_assert_num_queries(6):
        router = router_of_today()
        for place in PLACES:
            router.route(place.name)


NOBODY_COVERS = Router(gazetteer_of((), (), (), ""), {}, (), {}, Responsible(1, "Coordination"),
                       TODAY)  # fmt: skip


@given(some.text(), some.text(max_size=5))
def test_any_text_gets_an_answer_with_a_reason(place, seat):
    routing = NOBODY_COVERS.route(place, seat=seat)
    assert routing.facilitator == NOBODY_COVERS.coordination
    assert routing.reason.endswith("la coordination répartira.")


def test_an_absent_body_is_replaced_by_its_backup(north, south, committee):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_absence(north, TODAY, until=TODAY + 11 * DAY, backup_id=south.organisation_id)
    routing = router_of_today().route("Meaux")
    assert routing.facilitator.id == south.organisation_id
    assert routing.reason == (
        "L’achat est situé à Meaux : Plateforme Nord couvre CA du Pays de Meaux mais est en "
        "absence du 1er au 12\u00a0mars 2027 ; Plateforme Sud prend la suite."
    )
    later = facilitator_router(on=TODAY + 12 * DAY).route("Meaux")
    assert later.facilitator.id == north.organisation_id


def test_without_backup_the_next_area_answers_then_the_coordination(north, south, committee):
    load_places()
    new_coverage(north, commune_id="77284")
    new_coverage(south, epci_id=MEAUX_COUNTRY[0])
    new_absence(north, TODAY)
    routing = router_of_today().route("Meaux")
    assert routing.facilitator.name == "Plateforme Sud"
    assert routing.reason == (
        "L’achat est situé à Meaux : Plateforme Nord est en absence depuis le 1er\u00a0mars 2027 ; "
        "Plateforme Sud couvre CA du Pays de Meaux."
    )
    new_absence(south, TODAY, until=TODAY)
    routing = router_of_today().route("Meaux")
    assert routing.facilitator.name == "Coordination départementale"
    assert routing.reason.endswith(
        "et personne d’autre ne couvre cette commune, la coordination répond."
    )


def test_a_body_is_away_with_its_last_person(north, south):
    load_places()
    new_coverage(north, commune_id="77284")
    colleague = new_person()
    Seat.objects.create(person=colleague, organisation_id=north.organisation_id)
    new_absence(north, TODAY, person_id=north.person_id, backup_id=south.organisation_id)
    assert router_of_today().route("Meaux").facilitator.name == "Plateforme Nord"
    new_absence(north, TODAY, person_id=colleague.pk, backup_id=south.organisation_id)
    assert router_of_today().route("Meaux").facilitator.name == "Plateforme Sud"


def test_an_area_may_be_kept_for_some_segments(north, south):
    load_places()
    new_coverage(south, epci_id=MEAUX_COUNTRY[0])
    new_coverage(north, epci_id=MEAUX_COUNTRY[0], segments=[Segment.WORKS, Segment.CLEANING])
    router = router_of_today()
    works = router.route("Meaux", segment=Segment.WORKS)
    assert works.facilitator.name == "Plateforme Nord"
    assert works.reason.endswith(
        "Plateforme Nord couvre CA du Pays de Meaux pour : Bâtiment et travaux publics, "
        "Nettoyage des locaux."
    )
    assert [other.name for other in works.rejected] == ["Plateforme Sud"]
    security = router.route("Meaux", segment=Segment.SECURITY)
    assert security.facilitator.name == "Plateforme Sud"
    assert "seulement pour : Bâtiment" in security.rejected[0].why


def test_an_area_may_be_kept_for_one_buyer(north, south):
    load_places()
    buyer = new_actor(Role.BUYER).organisation_id
    new_coverage(south, commune_id="77284")
    new_coverage(north, department_code="77", buyer_id=buyer)
    router = router_of_today()
    theirs = router.route("Meaux", buyer_id=buyer)
    assert theirs.facilitator.name == "Plateforme Nord"
    assert theirs.reason.endswith("couvre le département pour cet acheteur.")
    assert router.route("Meaux", buyer_id=buyer + 1).facilitator.name == "Plateforme Sud"
    assert router.route("Meaux").facilitator.name == "Plateforme Sud"


def test_between_equals_the_least_loaded_answers_and_it_is_said(north, south):
    load_places()
    for body in (north, south):
        new_coverage(body, epci_id=MEAUX_COUNTRY[0])
    loads = {north.organisation_id: 12, south.organisation_id: 3}
    routing = router_of_today(loads=loads).route("Meaux")
    assert routing.facilitator.name == "Plateforme Sud"
    assert routing.reason.endswith(
        ", et suit moins d’achats en cours que Plateforme Nord (3 contre 12)."
    )
    (other,) = routing.rejected
    assert other.why.endswith(
        "mais suit davantage d’achats en cours que Plateforme Sud (12 contre 3)"
    )


def test_an_area_answers_between_its_two_days(north, committee):
    load_places()
    new_coverage(north, commune_id="77284", since=TODAY, until=TODAY + DAY)
    said = [
        facilitator_router(on=TODAY + number * DAY).route("Meaux").facilitator.name
        for number in range(-1, 3)
    ]
    assert said == ["Coordination départementale"] + ["Plateforme Nord"] * 2 + [
        "Coordination départementale"
    ]


@pytest.mark.parametrize("written", ["Évry-Courcouronnes", "91000", "91080 EVRY", "91228"])
def test_a_place_next_door_is_recognised_and_said_to_lie_outside(committee, written):
    load_places()
    load_around()
    new_coverage(committee, department_code="77")
    routing = router_of_today().route(written)
    assert (routing.facilitator.id, routing.commune_code) == (committee.organisation_id, "91228")
    assert routing.is_outside
    assert routing.reason == (
        "L’achat est situé à Évry-Courcouronnes (Essonne), hors du département : voir la "
        "coordination de l’Essonne ; la nôtre fait le lien."
    )


def test_a_commune_next_door_may_be_covered_by_name_but_not_by_an_epci_across_the_border(
    north, committee
):
    load_places(official("91001", "Lieu", "91999", epci=MELUN_VALLEY))
    new_coverage(north, epci_id=MELUN_VALLEY[0])
    assert router_of_today().route("Lieu").is_outside
    new_coverage(north, commune_id="91001")
    assert router_of_today().route("Lieu").facilitator.name == "Plateforme Nord"


def test_a_committee_of_no_departement_has_nothing_outside():
    load_places()
    load_around()
    with within("essai"):
        assert not router_of_today().route("Évry-Courcouronnes").is_outside
