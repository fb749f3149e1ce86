from datetime import timedelta

import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import accept_share
from perenne.domain.procurement.models import Amendment
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
PACK, KICK_OFF, CLOSE = "Dossier de démarrage (zip)", "Mise au point faite", "Terminer le marché"


@pytest.fixture
def url(running):
    return reverse("clauses:commitment", args=[running.commitment.pk])


def parts_in(page):
    rows = tree_of(page).xpath("//section[@aria-labelledby='parts']//tbody/tr")
    return [[cell.text_content().strip() for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("facilitator", 200), ("buyer", 200), ("coordination", 200), ("company", 200),
        ("structure", 200), ("other_facilitator", 404), ("other_buyer", 404), ("prescriber", 404),
        ("nobody", 302),
    ],
)  # fmt: skip
def test_its_people_and_its_parties_read_it(client_of, committee, url, who, status):
    assert client_of(getattr(committee, who)).get(url).status_code == status


@pytest.mark.parametrize(
    ("who", "acts"),
    [
        ("facilitator", [PACK, KICK_OFF, CLOSE]),
        ("buyer", [PACK, CLOSE]),
        ("coordination", [PACK]),
        ("company", [PACK]),
        ("structure", []),
    ],
)
def test_each_has_their_buttons(client_of, committee, url, who, acts):
    assert buttons_of(client_of(getattr(committee, who)).get(url))[: len(acts)] == acts
    assert (PACK in buttons_of(client_of(getattr(committee, who)).get(url))) == bool(acts)


def test_it_says_what_is_owed_who_carries_it_and_whom_to_call(client_of, committee, running, url):
    accept_share(share_id=running.share.pk, by=committee.structure, on=running.today)
    page = client_of(committee.buyer).get(url)
    assert title_of(page) == "Gros œuvre du groupe scolaire"
    assert [row[0] for row in parts_in(page)] == [running.whole.party.name, "↳ Relais 77"]
    assert [row[3].replace("\u00a0", " ") for row in parts_in(page)] == ["700 h", "300 h"]
    assert tree_of(page).xpath("//main//svg[@role='img']/@aria-label")[0].startswith("De 1")
    assert "Camille Martin" in text_of(page)


def test_a_subcontractor_sees_its_part_alone(client_of, committee, running, url):
    page = client_of(committee.structure).get(url)
    assert [row[0] for row in parts_in(page)] == ["Relais 77"]
    assert "Le volume dans le temps" not in text_of(page)
    assert "Répondre" in text_of(page, "//section[@aria-labelledby='parts']")


def test_any_day_is_found_again_and_as_it_was_known(client_of, committee, running, url):
    day = running.today - timedelta(5)
    amended = Amendment.objects.create(
        contract=running.commitment.contract, number=1, signed_on=day, effective_on=day,
        due_minutes=30_000, subject="Volume",
    )  # fmt: skip
    browser = client_of(committee.facilitator)

    def said(**asked):
        return text_of(browser.get(url, asked), "//main//p[@role='status']")

    assert said().startswith("À ce jour : 500 h dues, exécution du")
    eve = f"{day - timedelta(1):%d/%m/%Y}"
    assert " : 1 000 h dues" in said(le=eve)
    Amendment.objects.filter(pk=amended.pk).update(recorded_at=f"{running.today}T08:00:00Z")
    assert "tel qu’on le savait le" in said(le=f"{day:%d/%m/%Y}", vu=eve)
    assert " : 1 000 h dues" in said(le=f"{day:%d/%m/%Y}", vu=eve)
    assert "Écrivez" in text_of(browser.get(url, {"le": "hier"}))
    table = text_of(browser.get(url), "//table[caption='Ce qui a changé le volume']")
    assert "Avenant n° 1" in table
    assert "Notification du marché ; Début de l’exécution" in table


def test_when_the_volume_changes_its_facilitator_opens_the_split_again(
    client_of, committee, running, url
):
    again = reverse("clauses:split_again", args=[running.commitment.pk])
    browser = client_of(committee.facilitator)
    assert "rien à rouvrir" in text_of(browser.post(again, follow=True))
    Amendment.objects.create(
        contract=running.commitment.contract, number=1, signed_on=running.today,
        effective_on=running.today, due_minutes=30_000, subject="Volume",
    )  # fmt: skip
    assert "Rouvrir la répartition" in buttons_of(browser.get(url))
    page = browser.post(again, follow=True)
    assert [row[2].replace("\u00a0", " ") for row in parts_in(page)] == ["500 h", "150 h"]
    assert client_of(committee.buyer).post(again).status_code == 404


def test_more_shares_and_more_events_ask_no_more(client_of, committee, running, url):
    clients = [client_of(getattr(committee, who)) for who in ("facilitator", "company")]
    once = [sql_for(client, url) for client in clients]
    running.propose(running.other, 10)
    for number in range(1, 9):
        Amendment.objects.create(
            contract=running.commitment.contract, number=number, signed_on=running.today,
            effective_on=running.today - timedelta(number), months=12 + number, subject="Durée",
        )  # fmt: skip
    assert [sql_for(client, url) for client in clients] == once
    assert max(once) <= 12
