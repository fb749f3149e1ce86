"""What became of persons who left, and the news that are due."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.lookups import LessThanOrEqual

from perenne.domain.participants.models import Exit, FollowUp, Participant, Situation
from perenne.domain.participants.policy import EXITS, PARTICIPANTS
from perenne.domain.participants.queries.persons import records_of
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.deadlines import News, news_to_ask
from perenne.rules.deadlines.leaving import FIRST_NEWS, LATEST_MONTHS, STEPS
from perenne.rules.practice import USUAL
from perenne.values import ErrandKind, add_months

SIZE = 25
SITUATIONS = (("", "Choisissez"), *((one.value, one.label) for one in Situation))
TO_GIVE = ErrandKind(
    "Demander des nouvelles après la sortie", "Personnes", "participants:news", "Attendues depuis"
)


@dataclass(frozen=True, slots=True)
class NewsCard:
    months: int
    asked_on: date
    situation: str


@dataclass(frozen=True, slots=True)
class ExitCard:
    """`news`: those given; `due`: those that a rule asks for now, None when there are none."""

    id: int
    participant_id: int
    code: str
    name: str
    left_on: date
    situation: str
    news: tuple[NewsCard, ...]

    def due(self, on: date) -> News | None:
        return news_to_ask(self.left_on, {one.months for one in self.news}, on=on)


def exits_of(participant_id: int, *, seen_by: Actor) -> tuple[ExitCard, ...]:
    """Of one person, the last first; nothing for who may not read them."""
    rows = EXITS.rows("exit.view", seen_by)
    if is_void(EXITS.grants["exit.view"](seen_by)):
        return ()
    return tuple(
        _card(row) for row in _told(rows.filter(participant__in=records_of(participant_id)))
    )


def all_exits(*, seen_by: Actor, page: int, on: date) -> Page[ExitCard]:
    """Those about which news are due first, then the others, the last first."""
    rows = _told(EXITS.rows("exit.view", seen_by))
    waits = Case(When(_due(on), then=Value(0)), default=Value(1), output_field=IntegerField())
    return page_of(
        rows.annotate(waits=waits).order_by("waits", "-left_on", "-pk"),
        page,
        size=SIZE,
        card_of=_card,
    )


def exit_card(exit_id: int, *, seen_by: Actor) -> ExitCard:
    row = _told(EXITS.rows("exit.give_news", seen_by)).filter(pk=exit_id).first()
    if row is None:
        raise NotFound(exit_id)
    return _card(row)


def name_to_note(participant_id: int, *, seen_by: Actor) -> str:
    """Of a person whose exit they may note."""
    rows = PARTICIPANTS.rows("participant.note_exit", seen_by).filter(pk=participant_id)
    person = rows.first()
    if person is None:
        raise NotFound(participant_id)
    return _name(person)


def errands_of_exits(actor: Actor, on: date) -> tuple[Source, ...]:
    """One for each exit about which news are due that day."""
    due = EXITS.rows("exit.give_news", actor).filter(_due(on))
    return (
        source(due, TO_GIVE, key="pk", about="participant__code", who=Value(""), due="left_on"),
    )


def _due(on: date) -> Q:
    """The rule, told to the database: the last step passed has no news. One search by its index for
    each exit of these days: the news of all times are never read."""
    steps = [months for months in STEPS if months >= USUAL.of(FIRST_NEWS)]
    passed = Case(
        *(
            When(LessThanOrEqual(OuterRef("left_on"), _latest(on, months)), then=Value(months))
            for months in reversed(steps)
        ),
        output_field=IntegerField(),
    )
    given = FollowUp.objects.filter(exit=OuterRef("pk"), months=passed)
    span = Q(left_on__lte=_latest(on, steps[0]), left_on__gt=_latest(on, LATEST_MONTHS))
    return span & ~Q(Exists(given))


def _latest(on: date, months: int) -> date:
    """The last day of which that many months have passed: those of a shorter month go together."""
    day = add_months(on, -months)
    is_last = (on + timedelta(1)).month != on.month
    return day.replace(day=monthrange(day.year, day.month)[1]) if is_last else day


def _told(rows: QuerySet[Exit]) -> QuerySet[Exit]:
    return rows.select_related("participant").prefetch_related("follow_ups").order_by("-left_on")


def _card(row: Exit) -> ExitCard:
    person = row.participant
    return ExitCard(
        id=row.pk,
        participant_id=person.merged_into_id or person.pk,
        code=person.code,
        name=_name(person),
        left_on=row.left_on,
        situation=Situation(row.situation).label,
        news=tuple(
            NewsCard(one.months, one.asked_on, Situation(one.situation).label)
            for one in sorted(row.follow_ups.all(), key=lambda one: one.months)
        ),
    )


def _name(person: Participant) -> str:
    return f"{person.first_name} {person.last_name}".strip() or person.code
