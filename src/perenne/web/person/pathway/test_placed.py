"""A person is placed through the whole chain, and works; her page is right to the minute.

From a need to the hours that were validated, every step is an act of somebody. What the page says
is computed again from the tables by SQL alone, without a line of the code that it shows.
"""

from datetime import datetime, time, timedelta
from itertools import count

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.directory.factories import new_structure
from perenne.domain.hirings.actions import (
    PlannedHiring,
    Shown,
    confirm_hiring,
    hire_proposed,
)
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries import placement_of
from perenne.domain.hours.actions import (
    Line,
    correct_work,
    declare_sheet,
    open_statement,
    validate_sheets,
)
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import (
    Asked,
    SeenProof,
    confirm_eligibility,
    give_notice,
    note_proof,
    state_facts,
)
from perenne.domain.participants.models import NoticeMeans
from perenne.domain.sourcing.actions import (
    NeedFacts,
    Offering,
    answer_by_link,
    keep_offer,
    open_opening,
    propose_person,
    send_wave,
)
from perenne.domain.sourcing.factories import token_for
from perenne.domain.sourcing.models import Candidate, Opening, Solicitation
from perenne.domain.sourcing.states import FILLED, HIRED
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.rules.eligibility import Pass, ProofKind
from perenne.rules.hirings import Shape
from perenne.rules.working_days import is_working_day
from perenne.values import Hours, add_months
from perenne.web.person.conftest import month
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
HERS = """
    SELECT id FROM participants_participant WHERE id = %(her)s OR merged_into_id = %(her)s
"""
BY_MONTH = f"""
    SELECT to_char(work.month, 'YYYY-MM'), sum(work.minutes)
    FROM hours_work work JOIN hours_sheet sheet ON sheet.id = work.sheet_id
    WHERE work.participant_id IN ({HERS}) AND sheet.state <> 'open'
    GROUP BY work.month HAVING sum(work.minutes) > 0 ORDER BY work.month
"""
JOBS = f"""
    SELECT job_title, employer_name, to_char(starts_on, 'DD/MM/YYYY'),
           coalesce(to_char(ends_on, 'DD/MM/YYYY'), '')
    FROM hirings_hiring WHERE participant_id IN ({HERS}) AND state <> 'cancelled'
    ORDER BY starts_on, id
"""
RIGHT = f"""
    WITH right_ AS (
      SELECT ends_on + 1 AS after FROM participants_verdict
      WHERE participant_id IN ({HERS}) AND is_eligible AND withdrawn_at IS NULL
      ORDER BY ends_on DESC LIMIT 1
    )
    SELECT extract(year FROM age(after, %(today)s)) * 12 + extract(month FROM age(after, %(today)s))
    FROM right_
"""


def asked_of_the_tables(sql, person):
    with connection.cursor() as cursor:
        cursor.execute(sql, {"her": person, "today": localdate()})
        return cursor.fetchall()


def at_ten(day):
    return datetime.combine(day, time(10), get_current_timezone())


class Placed:
    """An ETTI of Meaux answers from its mail; the company, the facilitator and she do the rest."""

    def __init__(self, committee):
        self.committee, self.first = committee, month(4)
        days = (self.first - timedelta(number) for number in count(5))
        self.asked_on = next(day for day in days if is_working_day(day))
        self.commitment = self.signed(committee.facilitator, committee.company)
        self.etti = new_structure(
            name="Tremplin Intérim", kind="etti", siret="99910002700013", email="a@tremplin.fr",
            organisation_id=committee.structure.organisation_id, commune_id="77284",
            trades={"painting": 300},
        )  # fmt: skip
        self.candidate = self.proposed()
        self.answered()
        self.hiring = self.hired()

    def signed(self, facilitator, company):
        """Two years of work, begun two months before her first day."""
        days = dict.fromkeys(("signed_on", "notified_on", "starts_on"), self.first - timedelta(60))
        return new_commitment(facilitator, company=company, months=24, **days)

    def proposed(self):
        opening_id = open_opening(
            commitment_id=self.commitment.pk,
            facts=NeedFacts(
                "painting", "Peintre", 1, Hours.of(900), Hours.of(35), self.first, "77284",
                ends_on=add_months(self.first, 6),
            ),
            by=self.committee.company, on=self.asked_on, now=at_ten(self.asked_on),
        )  # fmt: skip
        assert send_wave(opening_id=opening_id, by=HOUSE, now=at_ten(self.asked_on)) == 1
        token = token_for(Solicitation.objects.get())
        offer = answer_by_link(
            token=token, answer=Offering(1, self.first), by=VISITOR, on=self.asked_on
        )
        candidate = propose_person(
            opening_id=opening_id,
            asked=Asked("Maïa", "Le Goff", add_months(self.first, -360), self.first),
            by=self.committee.structure, today=self.asked_on,
        )  # fmt: skip
        keep_offer(offer_id=offer, by=self.committee.company, on=self.asked_on)
        assert Opening.objects.get().state == FILLED
        return Candidate.objects.get(pk=candidate)

    def answered(self):
        facilitator, file_id = self.committee.facilitator, self.candidate.file_id
        seeking = {"seeking": True, "registered_on": add_months(self.first, -14),
                   "months_worked": 2}  # fmt: skip
        proof = SeenProof(ProofKind.FRANCE_TRAVAIL, self.asked_on - timedelta(10))
        said = {"file_id": file_id, "by": facilitator}
        give_notice(**said, means=NoticeMeans.PAPER, today=self.asked_on)
        state_facts(**said, typed=seeking, claimed=[])
        note_proof(**said, proof=proof, today=self.asked_on)
        confirm_eligibility(**said, today=self.asked_on)

    def hired(self):
        found = placement_of(self.candidate.pk, seen_by=self.committee.company)
        begun = dict(found.begun)
        weekly = begun.pop("weekly")
        hiring_id = hire_proposed(
            candidate_id=found.candidate_id,
            planned=PlannedHiring(
                participant_id=found.participant_id, shape=Shape.MISSION,
                weekly_minutes=weekly.minutes, **begun,
            ),
            by=self.committee.company, on=self.asked_on,
        )  # fmt: skip
        confirm_hiring(
            hiring_id=hiring_id, by=self.committee.facilitator,
            shown=Shown(iae_pass=Pass(self.first - timedelta(1))),
            regularised_because="Vérifiée avant l’embauche, saisie plus tard.",
        )  # fmt: skip
        self.candidate.refresh_from_db()
        assert self.candidate.state == HIRED
        return Hiring.objects.get(pk=hiring_id)

    def elsewhere(self):
        """Another company hires her too, by the same verdict; it declares in its own space."""
        verdict = self.hiring.verdict
        self.other_company = new_actor(Role.COMPANY)
        commitment = self.signed(self.committee.other_facilitator, self.other_company)
        return new_hiring(
            self.hiring.participant, commitment,
            verdict=verdict, verified_on=verdict.verified_on, employer_name="Espaces verts 91",
            job_title="Jardinière", starts_on=month(2), counts_from=month(2), ends_on=month(1),
        )  # fmt: skip

    def worked(self, ago, minutes, hiring=None, *, by=None, is_validated=True):
        """Declared by the company, validated by the facilitator."""
        one = hiring or self.hiring
        company, facilitator = by or (self.committee.company, self.committee.facilitator)
        statement = open_statement(
            siret=one.party.siret, month=month(ago), by=company, on=localdate()
        )
        sheet = Sheet.objects.get(statement=statement, commitment=one.commitment)
        now = at_ten(localdate())
        declare_sheet(sheet_id=sheet.pk, lines=[Line(one.pk, minutes)], by=company, now=now)
        if is_validated:
            validate_sheets(sheet_ids=[sheet.pk], by=facilitator, now=now)
        return Work.objects.get(sheet=sheet)


def hours_on(page):
    """(month, hours) of each row that says hours, as printed."""
    rows = tree_of(page).xpath("(//main//table)[1]/tbody/tr")
    told = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    return [(name, hours) for name, _, hours in told if hours != "–"]


def test_her_page_is_what_sql_alone_finds_after_the_whole_chain(client_of, committee):
    placed = Placed(committee)
    other = placed.elsewhere()
    wrong = placed.worked(4, 9_077)
    correct_work(
        work_id=wrong.pk, minutes=8_941, reason="Deux jours comptés en trop.",
        by=committee.facilitator, on=localdate(),
    )  # fmt: skip
    placed.worked(3, 9_101)
    placed.worked(2, 4_003)
    placed.worked(2, 1_019, other, by=(placed.other_company, committee.other_facilitator))
    placed.worked(1, 6_007, is_validated=False)
    person = placed.hiring.participant_id

    by_month = asked_of_the_tables(BY_MONTH, person)
    assert sum(minutes for _, minutes in by_month) == 8_941 + 9_101 + 4_003 + 1_019 + 6_007
    page = client_of(committee.facilitator).get(reverse("participants:pathway", args=[person]))
    printed = [" ".join(str(Hours(int(minutes))).split()) for _, minutes in by_month]
    assert [hours for _, hours in hours_on(page)] == printed
    total = Hours(int(sum(minutes for _, minutes in by_month)))
    assert " ".join(str(total).split()) in text_of(page, "//main")
    rows = tree_of(page).xpath("(//main//table)[2]/tbody/tr")
    shown = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    jobs = asked_of_the_tables(JOBS, person)
    assert [(it[0], it[1], it[3], it[4]) for it in shown] == [
        (title, employer, since, until) for title, employer, since, until in jobs
    ]
    ((months,),) = asked_of_the_tables(RIGHT, person)
    assert f"mois de droit restants{int(months)}" in text_of(page, "//main")
    employer = client_of(committee.company).get(reverse("participants:pathway", args=[person]))
    assert "Espaces verts 91" not in text_of(employer)
