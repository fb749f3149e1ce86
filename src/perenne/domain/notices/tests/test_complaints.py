"""What people complained of in other platforms, one test each (product.md, § 3, row by row).

Mails go over a real wire: a server on loopback takes them, and what it received is parsed.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from perenne.domain.compliance.factories import heard, new_shortfall
from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.states import ShortfallState
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions import (
    correct_work,
    link_to_declare,
    open_statement,
    revoke_link,
)
from perenne.domain.hours.actions.mailing import send_link
from perenne.domain.hours.factories import (
    declare,
    let_links_expire,
    new_sheet,
    new_validated_work,
)
from perenne.domain.hours.models import Allocation, Sheet, Statement, StatementLink
from perenne.domain.notices.actions import prefer
from perenne.domain.notices.models import Reminder
from perenne.domain.notices.queries import due, due_on
from perenne.domain.notices.states import LEGAL
from perenne.domain.notices.tests.conftest import SCHOOL, SITE
from perenne.domain.organisations.models import Seat
from perenne.domain.procurement.models import Party
from perenne.kit.actors import HOUSE, VISITOR, Actor
from perenne.kit.mails.models import Mail
from perenne.values import add_months

pytestmark = pytest.mark.django_db
LINK = re.compile(r"https?://[^/\s]+(/\S*)")
THREATS = re.compile("pénalité|sanction|mise en demeure|retenue|amende", re.IGNORECASE)


def to(post, address):
    return [mail for mail in post if mail["To"] == address]


def paths(mail):
    return LINK.findall(mail.get_content())


def test_1_every_link_of_a_reminder_opens_and_a_late_one_gives_another(scene, post, client_of):
    scene.round()
    people = {scene.address(who): who for who in vars(scene).values() if isinstance(who, Actor)}
    links = [(people.get(mail["To"]), path) for mail in post for path in paths(mail)]
    assert len(links) >= len(post) == 3
    for who, path in links:
        browser = client_of(who) if who else Client()
        assert (browser.get(path).status_code, path) == (200, path)
    (path,) = paths(to(post, SITE)[0])
    let_links_expire()
    assert "n’est plus valable" in Client().get(path).content.decode()
    page = Client().post(f"{path}renouveler/", follow=True)
    assert "Un nouveau lien vient de partir" in page.content.decode()
    link = StatementLink.objects.get(email=SITE)
    assert send_link(link_id=link.pk, now=scene.at(hour=9)) == 1
    assert Client().get(paths(post[-1])[0]).status_code == 200
    assert paths(post[-1]) != [path]


def test_2_nobody_is_written_to_twice_a_day_whatever_the_rounds(scene, post):
    assert [scene.round(hour=hour) for hour in (8, 8, 9, 14, 17)] == [3, 0, 0, 0, 0]
    assert [len(to(post, mail["To"])) for mail in post] == [1, 1, 1]
    assert scene.round(1) == 0, "nor about the same things the day after"
    assert Mail.objects.filter(kind="notices.digest").count() == 3


def test_1_who_has_no_account_is_sent_to_no_desk(scene, post, monkeypatch):
    monkeypatch.setattr(due, "MOST_LINES", 1)
    before = add_months(scene.month, -1)
    for party in (scene.sub, scene.lead):
        open_statement(siret=party.siret, month=before, by=HOUSE, on=scene.day)
    scene.round()
    bodies = {mail["To"]: mail.get_content() for mail in post}
    assert "/bureau/" not in bodies.pop(SITE)
    assert any("/bureau/" in body for body in bodies.values()), "the others have more than a line"


def test_3_what_is_done_meanwhile_is_not_spoken_of_any_more(scene, box):
    """The plan of the morning named it; the server was down; it was done before the next round."""
    assert any(one.recipient.key == SITE for one in due_on(scene.day))
    box.refusing = "451 plus tard"
    assert scene.round() == 0
    rows = Mail.objects.filter(kind="notices.digest")
    assert set(rows.values_list("state", flat=True)) == {"failed"}
    link = StatementLink.objects.get(email=SITE)
    declare(Sheet.objects.get(statement=link.statement))
    box.refusing = ""
    assert scene.round(hour=11) == 2, "those that the server did not take leave at the next round"
    assert to(box.received, SITE) == []
    assert rows.get(address=SITE).reason == "plus rien n’attendait"
    assert Reminder.objects.get(address=SITE).ended_on == scene.day
    assert send_link(link_id=link.pk, now=scene.now) == 0


def accused(scene):
    """A formal notice that was received, and nothing counted yet."""
    shortfall = new_shortfall(scene.school, by=scene.facilitator, on=scene.day)
    return heard(shortfall, buyer=scene.buyer, on=scene.day)


def test_3_a_party_whose_hours_came_reads_no_threat(scene, post):
    accused(scene)
    sheet = new_sheet(scene.worker, month=scene.began)
    work = new_validated_work(scene.worker, sheet=sheet, month=scene.began, minutes=20_000)
    Allocation.objects.create(work=work, commitment=scene.school, minutes=20_000)
    scene.round()
    assert Shortfall.objects.get().state == ShortfallState.OPEN, "nobody closed it yet"
    assert [THREATS.findall(mail.get_content()) for mail in post] == [[]] * len(post)


def test_5_what_was_closed_threatens_nobody_and_what_is_open_says_so_to_its_party_alone(
    scene, post
):
    shortfall = accused(scene)
    scene.round()
    warned = {mail["To"] for mail in post if THREATS.search(mail.get_content())}
    assert warned == {SITE, scene.address(scene.company)}
    said = " ".join(to(post, SITE)[0].get_content().split())
    assert f"« {SCHOOL} » : une mise en demeure a été reçue le" in said
    assert "après vous avoir entendu" in said
    Shortfall.objects.filter(pk=shortfall.pk).update(state="closed", reason="Heures rattrapées.")
    before = len(post)
    scene.round(10)
    assert len(post) > before
    assert not any(THREATS.search(mail.get_content()) for mail in post[before:])


def test_4_a_month_that_awaits_its_reviewer_is_not_asked_again_from_whoever_declared(scene, post):
    for sheet in Sheet.objects.all():
        declare(sheet)
    scene.rounds(0, 7, 14)
    assert to(post, SITE) == to(post, scene.address(scene.company)) == []
    (first, *_) = to(post, scene.address(scene.facilitator))
    assert "Valider les heures déclarées" in first["Subject"]
    assert not Reminder.objects.filter(address=SITE).exists()


def test_25_mails_go_to_who_is_there_and_to_the_contact_of_the_contract(scene, post):
    gone = scene.address(scene.company)
    new = "conducteur@chape.test"
    scene.round()
    person = Seat.objects.get(person_id=scene.company.person_id).person
    person.is_active = False
    person.save()
    Party.objects.filter(pk=scene.sub.pk).update(email=new)
    before = len(post)
    scene.rounds(1, 7)
    later = {mail["To"] for mail in post[before:]}
    assert new in later
    assert {gone, SITE} & later == set()
    assert not Reminder.objects.filter(address__in=[gone, SITE], ended_on=None).exists()


def test_25_the_lead_is_told_once_when_validated_hours_are_corrected(scene, post):
    """Of its subcontractor, and of its own months; who prefers what is legal alone is told too."""
    prefer(rhythm=LEGAL, hour=8, by=scene.company)
    lines = []
    for hiring in (scene.worker, Hiring.objects.get(party=scene.lead)):
        sheet = new_sheet(hiring, month=scene.began)
        lines.append(new_validated_work(hiring, sheet=sheet, month=scene.began, minutes=6_000))
    own = Statement.objects.filter(siret=scene.lead.siret, month=scene.began)
    own.update(organisation=scene.company.organisation_id)
    assert "correction" not in said_to(scene, post, scene.round())
    for work in lines:
        correct_work(
            work_id=work.pk, minutes=5_400, reason="Compté deux fois.", by=scene.facilitator,
            on=scene.day,
        )  # fmt: skip
    told = said_to(scene, post, scene.round(1))
    assert told.count("Lire la correction d’heures validées") == 2
    account, sheet = (
        reverse("hours:account", args=[scene.school.pk]),
        reverse("hours:sheet", args=[lines[1].sheet_id]),
    )
    assert account in told
    assert sheet in told
    assert THREATS.search(told) is None
    for days in (2, 5, 7, 8, 15):
        assert "correction" not in said_to(scene, post, scene.round(days))


def said_to(scene, post, leaving):
    """What the company reads in the mails that left just now."""
    mails = post[len(post) - leaving :] if leaving else []
    return " ".join(mail.get_content() for mail in to(mails, scene.address(scene.company)))


def test_30_whoever_answers_a_machine_writes_to_a_person(scene, post):
    scene.round()
    (site,) = to(post, SITE)
    assert site["Reply-To"] == "facilitateur@exemple.test"
    assert all(mail["Reply-To"] and mail["Reply-To"] != mail["To"] for mail in post)
    assert {mail["Auto-Submitted"] for mail in post} == {"auto-generated"}
    assert len({mail["Message-ID"] for mail in post}) == len(post)


def test_30_whoever_is_not_concerned_says_so_once_and_is_asked_no_more(scene, post):
    statement = Sheet.objects.get(statement__siret=scene.sub.siret).statement
    scene.round()
    (path,) = paths(to(post, SITE)[0])
    token = path.strip("/").rpartition("/")[2]
    revoke_link(token=token, by=Actor(VISITOR.role, visitor_key=token), now=scene.now)
    say = {"statement_id": statement.pk, "email": SITE, "by": HOUSE, "today": scene.day}
    assert link_to_declare(now=scene.now, **say) == ""
    scene.rounds(7, 14)
    assert len(to(post, SITE)) == 1
    assert reverse("hours:by_link", args=[token]) == path


def test_23_a_subject_tells_the_thing_and_its_day_apart(scene, post):
    scene.rounds(0, 7, 14, 21, 28)
    subjects = [mail["Subject"] for mail in to(post, SITE)]
    assert all(SCHOOL in said and re.search(r"(avant|depuis) le \d", said) for said in subjects)
    for address in {mail["To"] for mail in post}:
        said = [mail["Subject"] for mail in to(post, address)]
        assert len(said) <= 4, f"{address}: {said}"
