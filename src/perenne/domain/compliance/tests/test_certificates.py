"""What a certificate says is what the ledger counted that day, and comes out again for ever."""

from dataclasses import asdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import now

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.compliance.actions import (
    Wanted,
    following_mails,
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from perenne.domain.compliance.factories import hours_done, new_certificate
from perenne.domain.compliance.models import Certificate
from perenne.domain.compliance.policy import CERTIFICATES, CERTIFIED
from perenne.domain.compliance.queries import certificate_behind, recomputed
from perenne.domain.compliance.queries.certificates import figures_of
from perenne.domain.hours.factories import new_sheet
from perenne.domain.hours.models import Allocation
from perenne.domain.hours.states import DECLARED, OPEN
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.domain.procurement.models import Amendment, Contract
from perenne.kit.actors import Role
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once
from perenne.rules.certificates import CertificateKind

YEARLY, FINAL = CertificateKind.YEARLY, CertificateKind.FINAL
TODAY = date(2026, 11, 26)
WHY = "Deux heures comptées en trop."


class Certified:
    """A contract of three years begun in March 2024; two months of 2025 are counted."""

    def __init__(self):
        self.facilitator, self.buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
        self.company = new_actor(Role.COMPANY)
        begun = date(2024, 3, 1)
        self.commitment = new_commitment(
            self.facilitator, buyer=self.buyer, company=self.company, hours=1_000, months=36,
            signed_on=begun, notified_on=begun, starts_on=begun,
        )  # fmt: skip
        Commitment.objects.filter(pk=self.commitment.pk).update(state=RUNNING, kicked_off_on=begun)
        self.works = [
            hours_done(self.commitment, hours, month)
            for hours, month in ((100, date(2024, 6, 1)), (90, date(2025, 2, 1)),
                                 (60, date(2025, 12, 1)), (40, date(2026, 1, 1)))
        ]  # fmt: skip

    def issue(self, kind=YEARLY, year=2025, on=TODAY):
        return issue_certificate(
            commitment_id=self.commitment.pk, wanted=Wanted(kind, year), by=self.facilitator, on=on
        )

    def certificate(self, year=2025):
        return new_certificate(self.commitment, by=self.facilitator, year=year, on=TODAY)

    def take_back(self, minutes):
        """A correction of February 2025, written after everything else."""
        Allocation.objects.create(
            work=self.works[1], commitment=self.commitment, minutes=-minutes, reason=WHY
        )


@pytest.fixture
def scene(db):
    return Certified()


def hours(figures):
    return {name.removesuffix("_minutes"): value / 60 for name, value in asdict(figures).items()}


def test_it_comes_out_again_to_the_minute_whatever_was_corrected_since(scene):
    first = scene.certificate()
    said = hours(figures_of(first))
    assert said == {"due": 1_000, "counted": 150, "total": 250}

    scene.take_back(7 * 60)
    hours_done(scene.commitment, 11, date(2025, 3, 1))
    Amendment.objects.create(
        contract=scene.commitment.contract, number=1, signed_on=date(2025, 5, 1),
        effective_on=date(2025, 5, 1), due_minutes=1_200 * 60, subject="Volume",
    )  # fmt: skip
    Amendment.objects.update(recorded_at=datetime(2026, 11, 27, 9, tzinfo=ZoneInfo("UTC")))
    again = replace_certificate(
        certificate_id=first.pk, reason=WHY, by=scene.facilitator, on=date(2026, 12, 1)
    )
    second = Certificate.objects.get(pk=again)
    first.refresh_from_db()
    figures = [(figures_of(one), recomputed(one)) for one in (first, second)]
    print("said", [hours(one) for one, _ in figures], "again", [hours(one) for _, one in figures])
    assert all(one == two for one, two in figures)
    assert hours(figures[1][0]) == {"due": 1_200, "counted": 154, "total": 254}
    assert (first.state, first.reason, second.replaces_id) == ("replaced", WHY, first.pk)
    assert certificate_behind(first.code).replaced_by == again


def test_what_is_not_settled_is_told_and_nothing_is_issued(scene):
    hiring = scene.works[0].hiring
    new_sheet(hiring, month=date(2025, 4, 1), state=DECLARED)
    new_sheet(hiring, month=date(2025, 5, 1), state=OPEN)
    refused = {}
    for kind, year in ((YEARLY, 2025), (YEARLY, 2026), (YEARLY, 2019), (FINAL, 0)):
        with pytest.raises(Refused) as told:
            scene.issue(kind, year)
        refused[kind.value, year] = str(told.value).replace("\u00a0", " ")
    assert "(d’avril 2025). Validez-les" in refused["yearly", 2025]
    assert "(de mai 2025). Demandez-les" in refused["yearly", 2025]
    assert "revenez à partir du 1er janvier 2027" in refused["yearly", 2026]
    assert "choisissez une autre année" in refused["yearly", 2019]
    assert "n’est pas terminé" in refused["final", 0]
    assert not Certificate.objects.exists()

    ended = {"state": "ended", "ended_on": date(2026, 1, 31)}
    Contract.objects.filter(pk=scene.commitment.contract_id).update(**ended)
    with pytest.raises(Refused, match="attendent leur validation"):
        scene.issue(FINAL, 0)
    assert Certificate.objects.get(pk=scene.issue(YEARLY, 2026)).until == ended["ended_on"]
    with pytest.raises(Refused, match="existe déjà"):
        scene.issue(YEARLY, 2026)


def test_it_goes_to_the_party_and_its_code_opens_nothing_else(scene):
    row = scene.certificate()
    mail.outbox.clear()
    assert following_mails.send_issued(certificate_id=row.pk, now=now()) == 1
    (sent,) = mail.outbox
    admin = Seat.objects.get(organisation_id=scene.company.organisation_id)
    assert sent.to == [admin.person.email]
    assert f"/attestation/{row.code}/" in sent.body
    typed = f" {row.code[:4].lower()}-{row.code[4:]}"
    assert certificate_behind(typed).counted.minutes == 150 * 60
    for wrong in ("", "é", row.code[:-1], row.code[:-1] + ("0" if row.code[-1] != "0" else "1")):
        with pytest.raises(NotFound):
            certificate_behind(wrong)
    revoke_certificate(certificate_id=row.pk, reason=WHY, by=scene.facilitator, on=TODAY)
    assert following_mails.send_issued(certificate_id=row.pk, now=now()) == 0
    assert certificate_behind(row.code).state == "revoked"


def test_who_sees_who_issues_who_revokes(scene):
    people = {
        "F": scene.facilitator, "B": scene.buyer, "X": scene.company,
        "C": new_actor(Role.COORDINATION), "f": new_actor(Role.FACILITATOR),
        "b": new_actor(Role.BUYER), "x": new_actor(Role.COMPANY), "s": new_actor(Role.PRESCRIBER),
    }  # fmt: skip
    row = scene.certificate()

    def granted(policy, act, pk):
        return {letter for letter, one in people.items() if policy.allows(act, one, pk)}

    assert granted(CERTIFIED, "certificate.issue", scene.commitment.pk) == {"F"}
    assert granted(CERTIFICATES, "certificate.view", row.pk) == set("FBXC")
    assert granted(CERTIFICATES, "certificate.revoke", row.pk) == {"F"}
    revoke_certificate(certificate_id=row.pk, reason=WHY, by=scene.facilitator, on=TODAY)
    assert granted(CERTIFICATES, "certificate.replace", row.pk) == set()


FORBIDDEN = {
    "certificate_is_written_once": [
        "UPDATE compliance_certificate SET counted_minutes = 60",
        "UPDATE compliance_certificate SET said = '{}'",
        "DELETE FROM compliance_certificate",
    ],
    "certificate_says_what_the_ledger_counts": [
        """INSERT INTO compliance_certificate (commitment_id, party_id, kind, state, code, since,
        until, due_minutes, counted_minutes, total_minutes, ledger_line, rule_version, said,
        issued_on, reason) SELECT commitment_id, party_id, 'final', state, repeat('A', 20), since,
        until, due_minutes, counted_minutes + 1, total_minutes + 1, ledger_line, 1, said, issued_on,
        '' FROM compliance_certificate""",
    ],
}  # fmt: skip


def test_postgresql_refuses_whoever_writes(scene):
    scene.certificate()
    for name, orders in FORBIDDEN.items():
        for order in orders:
            with (
                pytest.raises(IntegrityError) as refused,
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(order)
            assert refused.value.__cause__.diag.constraint_name == name


def test_two_facilitators_at_once_issue_one(real_commits):
    scene = Certified()
    told = at_once(*[scene.issue] * 3)
    issued = [one for one in told if isinstance(one, int)]
    print(f"3 at once: {len(issued)} issued, {len(told) - len(issued)} refused")
    assert Certificate.objects.count() == len(issued) == 1
    assert all(isinstance(one, Refused) for one in told if not isinstance(one, int))
