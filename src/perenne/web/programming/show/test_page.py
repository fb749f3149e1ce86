import pytest
from django.urls import reverse

from perenne.domain.clauses.states import ClauseState
from perenne.domain.programming.actions import leave_purchase_aside
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of, tree_of
from perenne.web.tests.scenes import (
    CLEANING,
    FACADE,
    GARDENS,
    LINES,
    PAPER,
    many,
    new_clause,
    new_programme,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
PUT_OUT = "Mettre en consultation"
EXPORT = "Télécharger les avis (xlsx)"
ERASE = "Effacer ce fichier et ses avis"


def url_of(programme_id, **asked):
    return reverse("programming:show", args=[programme_id], query=asked)


def entries_in(page):
    return [entry.xpath(".//h3")[0].text_content() for entry in tree_of(page).xpath("//ol/li")
            if entry.xpath(".//h3")]  # fmt: skip


def tabs_in(page):
    return [
        " ".join(link.text_content().split())
        for link in tree_of(page).xpath("//nav[@aria-label='Filtrer les achats']//a")
    ]


def entry(page, purchase):
    return text_of(page, f"//li[@id='achat-{purchase.id}']")


@pytest.mark.parametrize("who", ["nobody", "other_visitor", "buyer", "facilitator", "coordination"])
def test_a_draft_is_seen_with_its_session_only(client_of, committee, draft_id, who):
    assert client_of(committee.visitor).get(url_of(draft_id)).status_code == 200
    assert client_of(getattr(committee, who)).get(url_of(draft_id)).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("buyer", 200),
        ("facilitator", 200),
        ("other_facilitator", 200),
        ("coordination", 200),
        ("other_buyer", 404),
        ("visitor", 404),
        ("nobody", 404),
    ],
)
def test_once_sent_it_is_seen_by_its_buyer_its_facilitators_and_the_coordination(
    client_of, committee, sent_id, who, status
):
    assert client_of(getattr(committee, who)).get(url_of(sent_id)).status_code == status


def test_a_facilitator_with_no_purchase_in_it_does_not_find_it(client_of, committee):
    sent_id = new_sent_programme(committee.buyer, LINES[CLEANING])
    page = client_of(committee.other_facilitator).get(url_of(sent_id))
    assert page.status_code == 404


def test_every_line_of_the_file_is_accounted_for(client_of, committee, draft_id):
    page = client_of(committee.visitor).get(url_of(draft_id))
    assert "7 lignes dans le fichier « achats.csv » : 5 achats et 2 lignes" in text_of(page)
    assert len(entries_in(page)) == 5
    aside = tree_of(page).xpath("//section[@aria-labelledby='mises-de-cote']//tbody/tr")
    assert [row.xpath("td")[0].text_content() for row in aside] == ["En-têtes", "Total"]


def test_each_purchase_says_its_verdict_its_hours_its_facilitator_and_its_questions(
    client_of, committee, draft_id
):
    page = client_of(committee.visitor).get(url_of(draft_id))
    purchases = purchases_of(draft_id, committee.visitor)
    cleaning, gardens = (entry(page, purchases[n]) for n in (CLEANING, GARDENS))
    assert purchases[CLEANING].verdict.advice.label in cleaning
    assert "h d’insertion" in cleaning
    assert purchases[CLEANING].facilitator in cleaning
    assert purchases[GARDENS].questions[0].sentence.replace("\u202f", " ") in gardens
    assert "h d’insertion" not in gardens


def test_what_people_typed_is_shown_as_typed(client_of, committee):
    typed = "<script>alert(1)</script> & \"guillemets\" 'x'"
    draft_id = new_programme(committee.visitor, f"{typed};120000;;;Meaux", title="<b>gras</b>")
    page = client_of(committee.visitor).get(url_of(draft_id))
    assert title_of(page) == "<b>gras</b>"
    assert entries_in(page) == [typed]


@pytest.mark.parametrize(
    ("sieve", "shown"),
    [
        ("tous", [0, 1, 2, 3, 4]),
        ("a-preciser", [GARDENS]),
        ("clause-recommandee", [0, 1, 2]),
        ("obligation", [CLEANING]),
        ("n’importe quoi", [0, 1, 2, 3, 4]),
    ],
)
def test_each_tab_shows_its_purchases_and_counts_them(client_of, committee, draft_id, sieve, shown):
    page = client_of(committee.visitor).get(url_of(draft_id, vue=sieve))
    objects = [purchase.object for purchase in purchases_of(draft_id, committee.visitor)]
    assert entries_in(page) == [objects[n] for n in shown]
    assert tabs_in(page) == [
        "Tous les achats 5", "À préciser 1", "Clause recommandée 3", "Obligation légale 1",
    ]  # fmt: skip


def test_an_empty_tab_leads_back_to_all_the_purchases(client_of, committee):
    draft_id = new_programme(committee.visitor, LINES[PAPER])
    page = client_of(committee.visitor).get(url_of(draft_id, vue="obligation"))
    assert "Aucun achat dans cette vue" in text_of(page)
    assert "?vue=tous" in tree_of(page).xpath("//main//a/@href")


def test_a_facilitator_sees_and_counts_only_the_purchases_that_are_theirs(
    client_of, committee, sent_id, received
):
    page = client_of(committee.other_facilitator).get(url_of(sent_id))
    assert entries_in(page) == [received[FACADE].object]
    assert tabs_in(page)[:2] == ["Tous les achats 1", "À étudier 1"]


@pytest.mark.parametrize(
    ("who", "counted"), [("buyer", False), ("facilitator", True), ("coordination", True)]
)
def test_what_remains_to_be_studied_is_counted_for_who_studies_it(
    client_of, committee, sent_id, who, counted
):
    tabs = tabs_in(client_of(getattr(committee, who)).get(url_of(sent_id)))
    assert any(tab.startswith("À étudier") for tab in tabs) is counted


SENDING = ["Transmettre au facilitateur", EXPORT]
CORRECTING = ["Corriger"] * 4 + ["Préciser"]


@pytest.mark.parametrize("who", ["visitor", "buyer"])
def test_the_owner_of_a_draft_may_send_correct_and_erase_it(client_of, committee, who):
    owner = getattr(committee, who)
    page = client_of(owner).get(url_of(new_programme(owner)))
    assert buttons_of(page) == [*SENDING, *CORRECTING, ERASE]
    assert "Étape 2 sur 3" in text_of(page)
    assert "1 achat pose une question." in text_of(page)


@pytest.mark.parametrize(
    ("who", "buttons"),
    [
        ("buyer", [PUT_OUT, EXPORT, "Motiver l’absence", *["Voir l’avis"] * 5]),
        ("coordination", [EXPORT, *["Voir l’avis"] * 5]),
        ("other_facilitator", [PUT_OUT, EXPORT, "Corriger", "Étudier"]),
        (
            "facilitator",
            [
                PUT_OUT,
                EXPORT,
                "Corriger",
                "Motiver l’absence",
                "Étudier",
                *["Corriger", "Étudier"] * 2,
                "Préciser",
                "Étudier",
            ],
        ),
    ],
)
def test_once_sent_each_has_the_buttons_of_their_role(client_of, committee, sent_id, who, buttons):
    page = client_of(getattr(committee, who)).get(url_of(sent_id))
    assert buttons_of(page) == buttons
    assert "Étape" not in text_of(page)


def test_a_purchase_that_was_decided_is_no_longer_corrected(
    client_of, committee, sent_id, received
):
    who = committee.facilitator
    new_clause(received[CLEANING].id, who, ClauseState.DRAFT)
    leave_purchase_aside(purchase_id=received[PAPER].id, reason="Montant trop faible.", by=who)
    page = client_of(who).get(url_of(sent_id))
    kept, left = (entry(page, received[n]) for n in (CLEANING, PAPER))
    assert ["Retenu" in kept, "Corriger" in kept] == [True, False]
    assert ["Écarté par le facilitateur" in left, "Montant trop faible." in left] == [True, True]
    assert "Corriger" not in left


def test_a_long_programme_is_shown_fifty_purchases_at_a_time(client_of, committee):
    draft_id = new_programme(committee.visitor, *many(120))
    browser = client_of(committee.visitor)
    numbers = [1, 2, 3, 999_999_999, 0, -1, "deux", "²", "9" * 5_000]
    sizes = [len(entries_in(browser.get(url_of(draft_id, page=number)))) for number in numbers]
    assert sizes == [50, 50, 20, 20, 50, 50, 50, 50, 50]


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_two_hundred_purchases_ask_no_more_of_the_database_than_ten(client_of, committee, who):
    few, plenty = (new_sent_programme(committee.buyer, *many(number)) for number in (10, 200))
    browser = client_of(getattr(committee, who))
    assert sql_for(browser, url_of(few)) == sql_for(browser, url_of(plenty)) <= 12
