"""The checks on declared hours, as the committee holds them, and what another choice would find."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from perenne.domain.hours.models import CheckSetting, Sheet
from perenne.domain.hours.policy import CHECKS
from perenne.domain.hours.queries.doubting import around, doubts_in
from perenne.domain.hours.queries.sheets import works_in
from perenne.domain.hours.states import DECLARED, DISPUTED, VALIDATED
from perenne.kit.actors import Actor
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.hours import PLAUSIBILITY, Doubt, DoubtCode, Severity
from perenne.rules.practice import USUAL
from perenne.values import add_months

MONTHS, AT_ONCE = 12, 400  # sheets held in memory together
DECLARED_ONES = [DECLARED, DISPUTED, VALIDATED]


@dataclass(frozen=True, slots=True)
class Version:
    severity: Severity
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class CheckCard:
    """`choices` is empty where the law or the database leaves none. `coming`: versions that are
    written and not in force yet; `past` the older ones, the newest first."""

    code: DoubtCode
    label: str
    question: str
    source: str
    severity: Severity
    usual: Severity
    choices: tuple[Severity, ...]
    """From the lightest."""
    versions: tuple[Version, ...]
    coming: tuple[Version, ...]

    @property
    def held(self) -> Version | None:
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class Simulated:
    """Of the lines declared in the last twelve months, those at which the check would have pointed,
    and of how many companies."""

    lines: int
    found: int
    companies: int


def may_read_checks(actor: Actor) -> bool:
    return not is_void(CHECKS.grants["check.read"](actor))


def may_tune_checks(actor: Actor) -> bool:
    return not is_void(CHECKS.grants["check.tune"](actor))


def checks_held(*, seen_by: Actor, on: date) -> tuple[CheckCard, ...]:
    """One query. Not found for who may not read them."""
    if not may_read_checks(seen_by):
        raise NotFound("check.read")
    rows = list(CheckSetting.objects.order_by("-since", "-pk"))
    return tuple(_card(doubt, rows, on) for doubt in PLAUSIBILITY)


def check_held(code: str, *, seen_by: Actor, on: date) -> CheckCard:
    """Not found when nobody may tune it."""
    cards = checks_held(seen_by=seen_by, on=on)
    found = next((card for card in cards if card.code == code and card.choices), None)
    if found is None or not may_tune_checks(seen_by):
        raise NotFound(code)
    return found


def simulate_check(code: DoubtCode, *, on: date) -> Simulated:
    """For whoever may tune it: the right is checked already. Four queries for 400 sheets."""
    first = add_months(on.replace(day=1), -MONTHS)
    rows = Sheet.objects.filter(state__in=DECLARED_ONES, month__gte=first).order_by("pk")
    sirets = dict(rows.values_list("pk", "statement__siret"))
    lines, found, companies = 0, 0, set()
    numbers = list(sirets)
    for start in range(0, len(numbers), AT_ONCE):
        works = list(works_in(numbers[start : start + AT_ONCE]))
        beside = around([(work.sheet, work.hiring) for work in works])
        raised = doubts_in(works, beside, on=on, practice=USUAL)
        lines += len(raised)
        for (sheet, _hiring), its in raised.items():
            if any(doubt.code is code for doubt in its):
                found += 1
                companies.add(sirets[sheet])
    return Simulated(lines, found, len(companies))


def _card(doubt: Doubt, rows: Iterable[CheckSetting], on: date) -> CheckCard:
    told = [
        Version(Severity(row.severity), row.since, row.reason)
        for row in rows
        if row.code == doubt.code
    ]
    versions = tuple(it for it in told if it.since <= on)
    order = tuple(Severity)
    return CheckCard(
        code=doubt.code,
        label=doubt.label,
        question=doubt.question,
        source=str(doubt.source),
        severity=versions[0].severity if versions else doubt.severity,
        usual=doubt.severity,
        choices=tuple(sorted(doubt.held.choices, key=order.index)) if doubt.held else (),
        versions=versions,
        coming=tuple(it for it in told if it.since > on),
    )
