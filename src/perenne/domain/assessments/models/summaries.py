"""What bilans are read from: facts of each person and month, and their sums by scope.

Nothing here is a source: all of it is computed again from the ledger, the hirings and the
contracts (`actions.folding`), and audited each night. Triggers say whose figures changed
(`Touched`) in the transaction that changed them; until these are folded, whoever reads takes them
from the tables themselves (decision 0018).
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class Fact(Owned):
    """A person, a hiring, a commitment, a month: minutes, and all that a bilan tells of them.

    Numbers and not foreign keys, but for the person: rows are written by millions, and the audit
    compares them with the tables. With an `exit`, an exit of a person who worked there before.
    """

    person = models.ForeignKey(
        "participants.Participant", models.CASCADE, db_index=False, related_name="+"
    )
    hiring_id = models.BigIntegerField()
    commitment_id = models.BigIntegerField()
    month = models.DateField()
    worked = models.BigIntegerField()
    counted = models.BigIntegerField()
    received = models.BigIntegerField()
    given = models.BigIntegerField()
    training = models.BigIntegerField()
    contract_id = models.BigIntegerField()
    buyer_id = models.BigIntegerField()
    facilitator_id = models.BigIntegerField()
    segment = models.CharField(max_length=30, blank=True)
    epci = models.CharField(max_length=9, blank=True)
    siren = models.CharField(max_length=9)
    sex = models.CharField(max_length=10)
    age = models.CharField(max_length=10)
    qpv = models.CharField(max_length=3)
    public = models.CharField(max_length=20)
    diploma = models.CharField(max_length=10)
    modality = models.CharField(max_length=20)
    contract_type = models.CharField(max_length=30)
    contract_length = models.CharField(max_length=10)
    structure = models.CharField(max_length=25)
    employer = models.CharField(max_length=14, blank=True)
    home = models.CharField(max_length=9)
    exit_id = models.BigIntegerField(default=0)
    exit = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person"]),
            models.Index(fields=["committee", "contract_id"]),
            models.Index(fields=["committee", "buyer_id", "month"]),
            models.Index(fields=["committee", "facilitator_id", "month"]),
            models.Index(fields=["committee", "siren", "month"]),
            models.Index(fields=["committee", "epci", "month"]),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.commitment_id} {self.month:%Y-%m}"


class Summed(Owned):
    """A scope with so many facts that its lines are kept; others are added up when read."""

    kind = models.CharField(max_length=11)
    key = models.CharField(max_length=12)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "kind", "key"], name="scope_is_summed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class SummedLine(Owned):
    """Of a scope: persons who are there in `month` and were there last in `previous`; minutes.

    Over months from a to b, each person is counted once by the lines of these months whose
    previous one is before a (`queries.lines_sql`).
    """

    kind = models.CharField(max_length=11)
    key = models.CharField(max_length=12)
    dimension = models.CharField(max_length=15)
    code = models.CharField(max_length=30)
    month = models.DateField()
    previous = models.DateField()
    persons = models.BigIntegerField()
    minutes = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "kind", "key", "dimension", "month", "previous", "code"],
                include=["persons", "minutes"],
                name="summed_line_is_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.dimension} {self.code} {self.month:%Y-%m}"


class Standing(Owned):
    """What a commitment owes from a day to another one, and what counts on it since its beginning.

    A commitment has a row from the first of days on: `until` is excluded, nothing for the last.
    """

    commitment = models.ForeignKey("clauses.Commitment", models.CASCADE, related_name="+")
    contract_id = models.BigIntegerField()
    buyer_id = models.BigIntegerField()
    facilitator_id = models.BigIntegerField()
    epci = models.CharField(max_length=9, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    due = models.BigIntegerField()
    counted = models.BigIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["committee", "contract_id"]),
            models.Index(fields=["committee", "buyer_id"]),
            models.Index(fields=["committee", "facilitator_id"]),
            models.Index(fields=["committee", "epci"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "since"], name="standing_is_one_from_a_day_on"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.since}"


class Footing(Owned):
    """Where a commitment under way stood on a day: what lists are sorted, filtered and added up by.

    `on`: the first of days while it waits to be read. Minutes: `gap`, what its pace lacks;
    `expected`, `counted` and `lacking` (of which nothing was settled), none without a calendar.
    `cents`: none where hours alone do not measure a penalty. `told`: the words by which one finds
    it, folded.
    """

    commitment = models.OneToOneField("clauses.Commitment", models.CASCADE, related_name="+")
    on = models.DateField()
    buyer_id = models.BigIntegerField(default=0)
    facilitator_id = models.BigIntegerField(default=0)
    epci = models.CharField(max_length=9, blank=True)
    told = models.TextField(blank=True)
    level = models.PositiveSmallIntegerField(default=0)
    gap = models.BigIntegerField(default=0)
    expected = models.BigIntegerField(null=True)
    counted = models.BigIntegerField(null=True)
    lacking = models.BigIntegerField(null=True)
    is_late = models.BooleanField(default=False)
    cents = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["committee", "on"]),
            models.Index(fields=["committee", "facilitator_id"]),
            models.Index(fields=["committee", "buyer_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.on}"


class SegmentTally(Owned):
    """So many clauses, or commitments, of a facilitator in a segment, and what they ask for.

    Triggers add a line with what came, and one with what went, in the transaction that changed it:
    nobody waits for anybody. Lines add up; folding puts those of the same place together.
    """

    what = models.CharField(max_length=7)
    facilitator_id = models.BigIntegerField()
    segment = models.CharField(max_length=30, blank=True)
    number = models.BigIntegerField()
    minutes = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["committee", "facilitator_id"])]
        constraints = [
            models.CheckConstraint(
                name="clauses_or_commitments_are_tallied",
                condition=Q(what__in=["claused", "owed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.facilitator_id} {self.segment}"


class Touched(Owned):
    """Whose figures changed since they were folded: written by triggers, never changed.

    `moved`: what a commitment owes did not change, its hours or its words did.
    """

    person = models.ForeignKey(
        "participants.Participant", models.CASCADE, null=True, related_name="+"
    )
    commitment = models.ForeignKey(
        "clauses.Commitment", models.CASCADE, null=True, related_name="+"
    )
    at = models.DateTimeField(db_default=Now())
    moved = models.BooleanField(db_default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_person_or_a_commitment_is_touched",
                condition=Q(person__isnull=True) ^ Q(commitment__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.commitment_id}"
