"""« Ce qui vous attend »: each role its own, most at risk first, one query however long."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment, new_published_clause, whole_of
from perenne.domain.clauses.models import Clause, ClauseComment, CommitmentShare
from perenne.domain.clauses.states import ClauseState
from perenne.domain.membership.factories import new_membership
from perenne.domain.notices.queries.waiting import said_once
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import (
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.states import ContractState, PartyRole
from perenne.domain.programming.models import PlannedPurchase
from perenne.kit.actors import Actor, Role
from perenne.web.tests.boards import new_board
from perenne.web.tests.browser import buttons_of, plain, text_of, tree_of
from perenne.web.tests.scenes import (
    new_clause,
    new_doubtful_programme,
    new_programme,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
URL = reverse("desks:today")
TODAY = localdate()


def rows_in(page, section="attend"):
    """Each row: verb, where it leads, the whole of what is read."""
    found = tree_of(page).xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")
    links = ((row.xpath("th/a/text()|th/text()")[0], row.xpath("th/a/@href"), row) for row in found)
    return [
        (said.partition(" : ")[0], "".join(urls), plain(row.text_content()))
        for said, urls, row in links
    ]


def verbs_for(client_of, actor):
    return [verb for verb, *_ in rows_in(client_of(actor).get(URL))]


def test_nobody_is_asked_who_they_are(client_of, committee):
    assert client_of(committee.nobody).get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_what_is_said_in_sql_once_a_day_depends_on_no_row(committee, django_assert_num_queries):
    """Sources that read the tables before they say what they ask for are of `ASK_FIRST`."""
    for role in Role:
        actor = Actor(role, 1, committee.facilitator.organisation_id)
        with django_assert_num_queries(0):
            said_once.__wrapped__(actor, TODAY, "77")


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_an_empty_desk_says_what_will_come_there(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert rows_in(page) == []
    assert "Rien ne vous attend" in text_of(page)


def test_only_a_buyer_is_invited_to_drop_a_file(client_of, committee):
    invited = "Déposer une programmation"
    assert invited in buttons_of(client_of(committee.buyer).get(URL))
    assert invited not in buttons_of(client_of(committee.facilitator).get(URL))


def test_purchases_wait_for_their_facilitator_alone(client_of, committee):
    new_sent_programme(committee.buyer)
    assert verbs_for(client_of, committee.facilitator) == ["Étudier l’achat"] * 4
    assert verbs_for(client_of, committee.other_facilitator) == ["Étudier l’achat"]
    assert verbs_for(client_of, committee.other_buyer) == []


def test_a_clause_waits_step_by_step_for_the_one_whose_turn_it_is(client_of, committee):
    programme_id = new_sent_programme(committee.buyer)
    first, second, third, fourth = purchases_of(programme_id, committee.facilitator)
    drafted = new_clause(first.id, committee.facilitator)
    calibrated = new_clause(second.id, committee.facilitator, ClauseState.CALIBRATED)
    worded = new_clause(third.id, committee.facilitator, ClauseState.WORDED)
    submitted = new_clause(fourth.id, committee.facilitator, ClauseState.SUBMITTED)
    waits = {url: verb for verb, url, _ in rows_in(client_of(committee.facilitator).get(URL))}
    assert waits == {
        reverse("clauses:calibrate", args=[drafted]): "Calibrer la clause",
        reverse("clauses:word", args=[calibrated]): "Choisir le fondement et les termes",
        reverse("clauses:show", args=[worded]): "Soumettre à l’acheteur",
    }
    ((verb, url, said),) = rows_in(client_of(committee.buyer).get(URL))
    assert (verb, url) == ("Valider la clause", reverse("clauses:show", args=[submitted]))
    assert "833 h" in said


def test_a_buyer_approves_from_the_list_in_one_click(client_of, committee):
    clause_id = clause_of(committee, ClauseState.SUBMITTED)
    buyer = client_of(committee.buyer)
    form = tree_of(buyer.get(URL)).xpath("//tbody//form")[0]
    typed = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    assert form.get("action") == reverse("clauses:approve", args=[clause_id])
    buyer.post(form.get("action"), {"number": typed["number"]})
    assert Clause.objects.get(pk=clause_id).state == ClauseState.APPROVED
    assert verbs_for(client_of, committee.buyer) == ["Mettre en consultation"]
    assert "Mettre en consultation" in verbs_for(client_of, committee.facilitator)


def clause_of(committee, state):
    programme_id = new_sent_programme(committee.buyer)
    purchase, *_ = purchases_of(programme_id, committee.facilitator)
    return new_clause(purchase.id, committee.facilitator, state)


def test_an_unanswered_comment_waits_for_the_other_side(client_of, committee):
    clause_id = clause_of(committee, ClauseState.SUBMITTED)
    asked = ClauseComment.objects.create(
        clause_id=clause_id, text="Pourquoi 5 % ?", organisation_id=committee.buyer.organisation_id
    )
    answer = "Répondre à un commentaire"
    assert answer in verbs_for(client_of, committee.facilitator)
    assert answer not in verbs_for(client_of, committee.buyer)
    ClauseComment.objects.create(
        clause_id=clause_id, thread=asked, text="L’usage du département.",
        organisation_id=committee.facilitator.organisation_id,
    )  # fmt: skip
    assert answer not in verbs_for(client_of, committee.facilitator)
    assert answer in verbs_for(client_of, committee.buyer)
    ClauseComment.objects.filter(pk=asked.pk).update(resolved_on=TODAY)
    assert answer not in verbs_for(client_of, committee.buyer)


def test_drafts_wait_for_their_buyer_and_nobody_else(client_of, committee):
    new_programme(committee.buyer)
    new_doubtful_programme(committee.buyer)
    new_programme(committee.visitor)
    assert sorted(verbs_for(client_of, committee.buyer)) == [
        "Dire ce que contiennent les colonnes",
        "Transmettre au facilitateur",
    ]
    for who in (committee.other_buyer, committee.facilitator, committee.coordination):
        assert verbs_for(client_of, who) == []


def test_a_consultation_that_keeps_silent_is_asked_about_with_its_hours(client_of, committee):
    people = {"buyer": committee.buyer, "facilitator": committee.facilitator}
    late = new_consultation(**people, publish_on=TODAY - timedelta(3), object="Toiture")
    lot = new_lot(late)
    new_lot(new_consultation(**people, publish_on=TODAY + timedelta(3)))
    ((verb, url, said),) = rows_in(client_of(committee.facilitator).get(URL))
    assert verb == "Dire si la consultation est parue"
    assert url == reverse("procurement:consultation", args=[late.pk])
    assert "Date passée" in said
    assert lot.consultation_id == late.pk
    assert verbs_for(client_of, committee.other_facilitator) == []
    told = rows_in(client_of(committee.coordination).get(URL), "silence")
    assert len(told) == 1


def test_a_contract_is_notified_then_its_commitment_met_about(client_of, committee):
    people = {"buyer": committee.buyer, "facilitator": committee.facilitator}
    clause = new_published_clause(committee.facilitator, committee.buyer)
    contract = new_contract(**people, lot=clause.lot, state=ContractState.SIGNED)
    for who in people.values():
        ((verb, url, said),) = rows_in(client_of(who).get(URL))
        assert (verb, url) == ("Notifier le marché", reverse("clauses:start", args=[contract.pk]))
        assert str(clause.due_minutes // 60)[-3:] in said
    commitment = new_commitment(
        committee.other_facilitator, company=committee.company, buyer=committee.other_buyer
    )
    assert "Compléter les données à publier" in verbs_for(client_of, committee.other_buyer)
    ((verb, url, said),) = rows_in(client_of(committee.other_facilitator).get(URL))
    assert (verb, url) == (
        "Faire la mise au point", reverse("clauses:kick_off", args=[commitment.pk]),
    )  # fmt: skip
    assert "1 000 h" in said
    assert verbs_for(client_of, committee.company) == ["Préparer la mise au point"]


def test_hours_proposed_wait_for_the_one_who_may_take_them(client_of, committee):
    commitment = new_commitment(company=committee.company)
    whole = whole_of(commitment)
    party = new_party(
        commitment.contract, company=committee.structure, under=whole.party,
        role=PartyRole.SUBCONTRACTOR,
    )  # fmt: skip
    share = CommitmentShare.objects.create(
        commitment=commitment, party=party, parent=whole, minutes=7_200, proposed_on=TODAY
    )
    ((verb, url, said),) = rows_in(client_of(committee.structure).get(URL))
    assert verb == "Accepter ou refuser les heures proposées"
    assert url == reverse("clauses:reply", args=[commitment.pk, share.pk])
    assert "120 h" in said
    assert "Relancer qui n’a pas répondu" in verbs_for(client_of, committee.company)


def test_the_coordination_sees_the_load_of_each_facilitator(client_of, committee):
    clause_of(committee, ClauseState.CALIBRATED)
    page = client_of(committee.coordination).get(URL)
    rows = tree_of(page).xpath("//section[@aria-labelledby='charge']//tbody/tr")
    loads = [[plain(cell.text_content()) for cell in row.xpath("td")] for row in rows]
    assert sorted(row[:4] for row in loads) == [["0", "0", "1", "0"], ["0", "1", "3", "0"]]
    assert "Charge des facilitateurs" not in text_of(client_of(committee.facilitator).get(URL))


@pytest.mark.parametrize("who", ["company", "structure", "prescriber"])
def test_no_desk_is_empty(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    said = text_of(page)
    assert "Adhérer au comité : gratuit" in said
    assert "Inviter un collègue" in said
    assert "Compléter votre fiche" in said
    assert len(tree_of(page).xpath("//section[@aria-labelledby='suite']//li")) >= 4


def test_a_member_is_not_asked_to_adhere_again(client_of, committee):
    new_membership(committee.company)
    page = client_of(committee.company).get(URL)
    assert "Adhérer au comité" not in text_of(page)
    assert "Membre" in text_of(page)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("declared", "Votre espace attend la coordination"),
        ("refused", "Votre organisme n’a pas pu être vérifié"),
        ("suspended", "Votre espace est suspendu"),
    ],
)
def test_who_is_kept_waiting_is_told_why_and_sees_no_programme(client_of, committee, state, words):
    new_sent_programme(committee.buyer)
    why = "" if state == "declared" else "Adresse fausse."
    kept = new_actor(Role.FACILITATOR, state=state, reason=why)
    PlannedPurchase.objects.update(facilitator_id=kept.organisation_id)
    page = client_of(kept).get(URL)
    assert words in text_of(page)
    assert why in text_of(page)
    assert "Ville de Meaux" not in text_of(page)
    listed = client_of(kept).get(reverse("programming:list"))
    assert "Ville de Meaux" not in text_of(listed)
    waits = rows_in(client_of(committee.coordination).get(URL))
    assert (waits != []) == (state == "declared")


def test_a_desk_opens_on_its_figures_and_says_who_is_waited_for(client_of, committee):
    new_board(committee, today=TODAY)
    said = {}
    for who in ("facilitator", "buyer", "company", "prescriber"):
        page = client_of(getattr(committee, who)).get(URL)
        tree = tree_of(page)
        figures = [plain(one.text_content()) for one in tree.xpath("//dl[@class='tiles']/div")]
        waits = tree.xpath("//section[@aria-labelledby='ailleurs']//li")
        said[who] = figures, [plain(one.text_content()) for one in waits]
    assert said == {
        "facilitator": (
            ["engagements en cours14 000 h dues", "à valider100 h1 relevé",
             "personnes à vérifier1"],
            ["1 relevé en retard chez les entreprises"],
        ),
        "buyer": (
            ["engagements en cours14 000 h dues"], ["2 achats à l’étude chez le facilitateur"],
        ),
        "company": (["d’insertion à faire4 000 h1 engagement", "personnes en contrat1"], []),
        "prescriber": ([], []),
    }  # fmt: skip
