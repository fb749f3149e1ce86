"""How often, to whom and when: bursts, pauses, absences, preferences, boxes, and who takes over."""

from datetime import timedelta
from itertools import pairwise

import pytest

from perenne.domain.clauses.actions.mailing import send_offer
from perenne.domain.clauses.actions.sharing import propose_share
from perenne.domain.clauses.factories import whole_of
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import FINISHED
from perenne.domain.coverage.models import Absence
from perenne.domain.hours.factories import declare
from perenne.domain.hours.models import Sheet
from perenne.domain.notices.actions import close_inbox, open_inbox, prefer, remind
from perenne.domain.notices.models import Reminder
from perenne.domain.notices.queries import ahead, preference_of, sent
from perenne.domain.notices.states import DAILY, LEGAL, WEEKLY
from perenne.domain.notices.tests.conftest import SITE
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.actions import resume_contract, suspend_contract
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import HOUSE, Role
from perenne.kit.mails.models import Mail
from perenne.kit.refusals import Refused
from perenne.rules.working_days import is_working_day
from perenne.values import Hours

pytestmark = pytest.mark.django_db
WHY = "Le chantier est arrêté par arrêté municipal."


def days_of(address):
    rows = Mail.objects.filter(kind="notices.digest", address=address, state="sent")
    return list(rows.order_by("day").values_list("day", flat=True))


def boxes(mailoutbox):
    return {address for mail in mailoutbox for address in mail.to}


def test_22_what_is_planned_is_what_happens_no_burst_and_after_four_times_a_person_calls(
    scene, mailoutbox
):
    """Thirty days of rounds, and the plan of the first morning: the same days, one by one."""
    scene.round()
    plan = [mail for mail in ahead(seen_by=scene.coordination, on=scene.day) if mail.to == SITE]
    for mail in plan:
        scene.round((mail.day - scene.day).days)
        assert mail.things[0].about == mail.things[0].url == ""
    days = days_of(SITE)
    assert days == [scene.day, *(mail.day for mail in plan)]
    assert len(days) == 4
    assert all(map(is_working_day, days))
    assert min(later - day for day, later in pairwise(days)) >= timedelta(3)
    assert "Appeler qui n’a pas répondu" not in "".join(mail.subject for mail in mailoutbox)
    scene.round((days[-1] - scene.day).days + 8)
    assert len(days_of(SITE)) == 4
    told = [mail for mail in mailoutbox if mail.to == [scene.address(scene.facilitator)]]
    assert told[-1].subject.startswith("Appeler qui n’a pas répondu : « Groupe scolaire")
    buyer = Organisation.objects.get(pk=scene.buyer.organisation_id)
    for silent in ("Bâti Brie", SITE, buyer.name):
        assert silent in told[-1].body


def test_22_nobody_is_reminded_of_a_contract_that_is_suspended(scene, mailoutbox):
    contract = scene.school.contract
    suspend_contract(contract_id=contract.pk, since=scene.day, reason=WHY, by=scene.facilitator)
    assert scene.rounds(0, 7) == [0, 0]
    assert ahead(seen_by=scene.buyer, on=scene.day) == ()
    resumed = scene.day + timedelta(8)
    resume_contract(contract_id=contract.pk, resumed_on=resumed, by=scene.facilitator)
    assert scene.round(8) == 3
    assert SITE in boxes(mailoutbox)


def test_22_what_a_mail_of_its_own_has_just_said_is_not_said_again_the_next_morning(
    scene, mailoutbox
):
    structure = new_actor(Role.INCLUSION_STRUCTURE)
    party = new_party(
        scene.school.contract, company=structure, under=scene.lead, role=PartyRole.SUBCONTRACTOR
    )
    share = propose_share(
        parent_id=whole_of(scene.school).pk, party_id=party.pk, hours=Hours.of(20),
        by=scene.company, on=scene.day, now=scene.now,
    )  # fmt: skip
    assert send_offer(share_id=share, now=scene.now) == 1
    mailoutbox.clear()
    scene.rounds(0, 1, 4)
    assert scene.address(structure) not in boxes(mailoutbox)
    scene.round(7)
    (mail,) = [mail for mail in mailoutbox if mail.to == [scene.address(structure)]]
    assert mail.subject.startswith("Accepter ou refuser les heures proposées : « Groupe scolaire")


def test_23_once_the_need_is_over_nobody_is_reminded(scene, mailoutbox):
    canteen = scene.commitment("Cantine", is_met=False)
    scene.round()
    (mail,) = [mail for mail in mailoutbox if mail.to == [scene.address(scene.company)]]
    assert "Préparer la mise au point" in mail.body
    Commitment.objects.filter(pk=canteen.pk).update(state=FINISHED, closed_on=scene.day)
    mailoutbox.clear()
    scene.rounds(7, 14)
    assert boxes(mailoutbox) >= {scene.address(scene.company)}
    assert "mise au point" not in "".join(mail.body for mail in mailoutbox)
    kept = Reminder.objects.get(address=scene.address(scene.company), page="clauses:commitment")
    assert kept.ended_on == days_of(scene.address(scene.company))[1]


def test_nothing_leaves_at_night_nor_on_days_off(scene):
    assert [scene.round(hour=hour) for hour in (0, 3, 7, 18, 22)] == [0] * 5
    off = next(n for n in range(7) if not is_working_day(scene.day + timedelta(n)))
    assert remind(by=HOUSE, now=scene.at(off)) == 0
    with pytest.raises(Refused):
        remind(by=scene.coordination, now=scene.now)


def test_whoever_is_away_is_left_alone_and_their_colleague_is_told(scene, mailoutbox):
    for sheet in Sheet.objects.all():
        declare(sheet)
    colleague = new_colleague(scene.facilitator, is_admin=True)
    body, until = scene.facilitator.organisation_id, scene.day + timedelta(20)
    Absence.objects.create(
        facilitator_id=body, person_id=scene.facilitator.person_id, since=scene.day, until=until
    )
    scene.round()
    assert scene.address(colleague) in boxes(mailoutbox)
    assert scene.address(scene.facilitator) not in boxes(mailoutbox)
    Absence.objects.create(facilitator_id=body, since=scene.day, until=until)
    mailoutbox.clear()
    scene.rounds(7, 14)
    assert not boxes(mailoutbox) & {scene.address(colleague), scene.address(scene.facilitator)}
    scene.round(21)
    assert scene.address(scene.facilitator) in boxes(mailoutbox), "back, all of it is new again"


def test_12_an_organisation_has_one_box_and_its_people_choose_for_themselves(scene, mailoutbox):
    colleague, body = new_colleague(scene.company), scene.company.organisation_id
    usual = [preference_of(who).rhythm for who in (scene.company, colleague)]
    assert usual == [DAILY, WEEKLY]
    with pytest.raises(Refused, match="n’a pas d’adresse"):
        open_inbox(rhythm=DAILY, hour=8, by=scene.company)
    Organisation.objects.filter(pk=body).update(email="bureau@bati.test")
    with pytest.raises(Refused):
        open_inbox(rhythm=DAILY, hour=8, by=colleague)
    open_inbox(rhythm=DAILY, hour=8, by=scene.company)
    prefer(rhythm=DAILY, hour=9, by=colleague)
    card = preference_of(scene.company)
    assert (card.rhythm, card.is_own, card.inbox) == (LEGAL, False, "bureau@bati.test")
    with pytest.raises(Refused, match="8 h à 17 h"):
        prefer(rhythm=DAILY, hour=18, by=colleague)
    scene.round()
    assert "bureau@bati.test" in boxes(mailoutbox)
    assert scene.address(scene.company) not in boxes(mailoutbox)
    assert scene.address(colleague) not in boxes(mailoutbox), "nine o’clock was asked for"
    scene.round(hour=9)
    assert scene.address(colleague) in boxes(mailoutbox)
    (mail,) = [mail for mail in mailoutbox if mail.to == ["bureau@bati.test"]]
    assert "/heures/mes-releves/" in mail.body, "a box shared by many gets no link of its own"
    assert {one.to for one in sent(seen_by=scene.company).items} == {"bureau@bati.test"}
    close_inbox(by=scene.company)
    assert sent(seen_by=scene.company).total == 0


def test_once_a_week_or_never_is_what_one_gets(scene, mailoutbox):
    prefer(rhythm=WEEKLY, hour=8, by=scene.company)
    prefer(rhythm=LEGAL, hour=8, by=scene.buyer)
    scene.rounds(0, *range((7 - scene.day.weekday()) % 7, (7 - scene.day.weekday()) % 7 + 3))
    (day,) = days_of(scene.address(scene.company))
    monday = day - timedelta(day.weekday())
    assert not any(is_working_day(monday + timedelta(n)) for n in range(day.weekday()))
    assert scene.address(scene.buyer) not in boxes(mailoutbox)
    assert all(plan.to == scene.address(scene.company)
               for plan in ahead(seen_by=scene.company, on=scene.day))  # fmt: skip
    everything = sent(seen_by=scene.coordination)
    assert {one.label for one in everything.items} == {"Rappels du jour"}
    assert everything.total == Mail.objects.count() > sent(seen_by=scene.company).total == 1


def test_reminders_of_an_address_are_remembered_once(scene, mailoutbox):
    scene.rounds(0, 1)
    assert list(Reminder.objects.filter(address=SITE).values_list("times", flat=True)) == [1]
