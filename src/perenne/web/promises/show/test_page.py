from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.promises.queries import free_hours
from perenne.domain.promises.tests.conftest import Scene
from perenne.domain.sourcing.models import Offer, Opening
from perenne.kit.actors import VISITOR
from perenne.values import Hours, add_months
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(committee):
    """The ETTI promised 400 h a month of its 300 h of painting, half to each facilitator."""
    scene = Scene()
    scene.etti.organisation_id = committee.structure.organisation_id
    scene.etti.save()
    scene.mine = new_commitment(committee.facilitator, company=committee.company)
    scene.theirs = new_commitment(committee.other_facilitator)
    for commitment in (scene.mine, scene.theirs):
        scene.offer(scene.opening(commitment), 2_400)
    return scene


def plain(page):
    return text_of(page).replace("\xa0", " ")


def url_of(scene):
    return reverse("promises:show", args=[scene.etti.pk])


def test_both_facilitators_read_it_on_their_desk_on_their_contract_and_on_its_page(
    client_of, committee, scene
):
    for actor, commitment, other in (
        (committee.facilitator, scene.mine, scene.theirs),
        (committee.other_facilitator, scene.theirs, scene.mine),
    ):
        browser = client_of(actor)
        desk = browser.get(reverse("desks:today"))
        assert "Revoir ce qu’une structure a promis" in text_of(desk)
        assert url_of(scene) in tree_of(desk).xpath("//main//a/@href")
        contract = text_of(browser.get(reverse("clauses:commitment", args=[commitment.pk])))
        assert "Tremplin Intérim" in contract
        assert "400 h par mois promises" in contract
        assert other.contract.facilitator.name in contract
        page = browser.get(url_of(scene))
        assert "Plus d’heures promises que possibles" in text_of(page)
        assert "Un autre marché" in text_of(page, "//tbody")
        assert "Convenez-en avec" in text_of(page)
        noted = browser.post(reverse("promises:note", args=[scene.etti.pk]), follow=True)
        assert "C’est noté" in text_of(noted)
        assert "J’en ai pris connaissance" not in text_of(noted)
    assert "Revoir ce qu’une structure" not in text_of(browser.get(reverse("desks:today")))
    again = browser.post(reverse("promises:note", args=[scene.etti.pk]), follow=True)
    assert again.status_code == 200


def test_the_directory_tells_what_is_left_to_everybody_and_to_whom_it_was_promised_to_nobody(
    client_of, committee, scene
):
    start = add_months(localdate().replace(day=1), 1)
    Opening.objects.filter(commitment=scene.mine).update(starts_on=start)
    Offer.objects.filter(solicitation__opening__commitment=scene.theirs).delete()
    free = free_hours([scene.etti.pk], on=localdate())[scene.etti.pk]
    assert Hours(0) < free.by_trade["painting"] < Hours.of(300)
    assert free.by_trade["premises_cleaning"] == Hours.of(100)
    assert free.whole == Hours.of(100) + free.by_trade["painting"]
    visitor, card = client_of(VISITOR), reverse("directory:show", args=[scene.etti.pk])
    listed, page = visitor.get(reverse("directory:find")), visitor.get(card)
    assert f"400 h par mois, {free.whole} encore libres".replace("\xa0", " ") in plain(listed)
    assert str(free.by_trade["painting"]).replace("\xa0", " ") in plain(page)
    assert "il lui reste" in text_of(page)
    assert scene.mine.contract.object not in plain(page)
    assert sql_for(client_of(committee.coordination), card) <= 12
    assert sql_for(visitor, card) <= 12


def test_the_structure_reads_its_own_and_others_are_kept_out(client_of, committee, scene):
    page = client_of(committee.structure).get(url_of(scene))
    assert "Un autre marché" not in text_of(page)
    assert buttons_of(page) == []
    drawing = tree_of(page).xpath("//main//svg[@role='img']/desc")
    assert "Au plus 400 h promises par mois, pour 400 h dites possibles" in text_of(
        page, "//main//svg/desc"
    )
    assert len(drawing) == 1
    assert client_of(committee.coordination).get(url_of(scene)).status_code == 200
    for who in ("buyer", "company", "prescriber"):
        assert client_of(getattr(committee, who)).get(url_of(scene)).status_code == 404
    contract = client_of(committee.company).get(reverse("clauses:commitment", args=[scene.mine.pk]))
    assert "par mois promises" not in text_of(contract)
    assert client_of(committee.buyer).post(
        reverse("promises:note", args=[scene.etti.pk])
    ).status_code == 302  # fmt: skip


def test_the_number_of_queries_does_not_depend_on_the_promises(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    few = sql_for(browser, url_of(scene))
    for _ in range(3):
        scene.offer(scene.opening(scene.mine, starts_on=Opening.objects.first().starts_on
                                  + timedelta(40)), 300)  # fmt: skip
    assert sql_for(browser, url_of(scene)) == few
