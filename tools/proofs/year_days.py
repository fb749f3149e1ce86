"""Day after day: the night, three rounds, people who work, and whatever leaves is read."""

from __future__ import annotations

import time as true_time
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import backups
from django.conf import settings
from django.core.management import call_command
from django.utils.timezone import localdate
from table import row
from year_clock import Clock, moved_clock
from year_folk import Folk
from year_jobs import ALL_DAY, EACH_MINUTE, NIGHTLY, OFTEN, Jobs
from year_post import Post
from year_promises import PROMISES, Promises

from perenne.kit.mails.models import Mail
from perenne.ops.demo.building import build_demo
from perenne.rules.working_days import is_working_day

PARIS = ZoneInfo("Europe/Paris")
NIGHT, QUIET = time(3, 15), (time(6, 30), time(20, 0))
ROUNDS = (time(8, 0), time(12, 0), time(17, 0))
WORK = (time(10, 30), time(15, 0))
SUNDAY = 6
DOWN = 0.05
"""The share of mornings on which the mail server takes nothing until noon."""
WIDTHS = (58, 10, 10)
JOBS = """SELECT task_name, count(*) FILTER (WHERE status = 'succeeded'),
    count(*) FILTER (WHERE status = 'failed'), count(*) FILTER (WHERE status IN ('todo', 'doing'))
    FROM procrastinate_jobs GROUP BY 1 ORDER BY 1"""


class Year:
    def __init__(self, clock: Clock, post: Post, seed: int) -> None:
        self.clock, self.post = clock, post
        self.jobs, self.chance = Jobs(), Random(seed)  # noqa: S311
        self.promises = Promises()
        self._read = 0
        self.by_day: Counter[tuple[str, date]] = Counter()
        self.downs = 0
        self.spent: Counter[str] = Counter()

    def begin(self, seed: int) -> None:
        """What the building of the demo asked for leaves first, and is not of the year."""
        self.jobs.run(datetime.now(PARIS))
        self._read = len(self.post.came)
        self.folk = Folk(self.post, seed)

    def live(self, day: date) -> None:
        """The night, then by the hour."""
        due = self.jobs.due
        self._round(day, NIGHT, [*due[NIGHTLY], *due[OFTEN], *due[EACH_MINUTE]])
        is_down = is_working_day(day) and self.chance.random() < DOWN
        self.downs += is_down
        hours = sorted((*QUIET, *ROUNDS, *WORK))
        for hour in hours:
            self.post.is_down = is_down and hour < ROUNDS[1]
            if hour not in WORK:
                self._round(day, hour, self.jobs.due[ALL_DAY])
            elif is_working_day(day):
                self._work(day, hour)

    def _round(self, day: date, hour: time, periodic: Sequence[str]) -> None:
        at = datetime.combine(day, hour, PARIS)
        self.clock.set(at)
        with self._timed("jobs at night" if hour == NIGHT else "rounds"):
            self.jobs.run(at, periodic)
        self._take()

    def _work(self, day: date, hour: time) -> None:
        at = datetime.combine(day, hour, PARIS)
        self.clock.set(at)
        with self._timed("people"):
            self.folk.act(at)
        with self._timed("jobs that people ask for"):
            self.jobs.run(at)
        self._take()

    def _take(self) -> None:
        new = self.post.came[self._read :]
        self._read += len(new)
        for mail in new:
            self.by_day[mail.to, mail.at.date()] += 1
        with self._timed("reading and opening"):
            self.promises.read(new)

    def _timed(self, name: str) -> _Timed:
        return _Timed(self.spent, name)


class _Timed:
    def __init__(self, spent: Counter[str], name: str) -> None:
        self.spent, self.name = spent, name

    def __enter__(self) -> None:
        self.began = true_time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.spent[self.name] += round((true_time.monotonic() - self.began) * 1_000)


def prove(days: int, seed: int, until: float) -> list[str]:
    """Sentences: what left that should not have, and jobs that failed. It stops early, and says
    so, at the moment `until` of the monotonic clock."""
    call_command("collectstatic", interactive=False, verbosity=0)
    build_demo(today=localdate(), say=lambda _step: None)
    clock, first = moved_clock(), localdate() + timedelta(1)
    print(f"clock: {clock.defaults} defaults and {clock.functions} functions of PostgreSQL moved")
    with Post() as post:
        year = Year(clock, post, seed)
        year.begin(seed)
        before = len(post.came)
        lived = 0
        while lived < days and true_time.monotonic() < until:
            day = first + timedelta(lived)
            year.live(day)
            lived += 1
            if day.weekday() == SUNDAY:
                broken, faults = year.promises.broken.total(), len(year.folk.faults)
                said = f"{len(post.came) - before} mails, {broken} promises broken"
                print(f"{day:%d/%m/%Y}: {said}, {faults} faults", flush=True)
        gap = clock.gap()
    print(f"{lived} days, until {day:%d/%m/%Y}")
    wrong = told(year, before, first, lived)
    if lived < days:
        wrong.append(f"{lived} days of {days} in the time allowed.")
    if gap > timedelta(seconds=1):
        wrong.append(f"Python and PostgreSQL are {gap} apart.")
    return wrong


def told(year: Year, before: int, first: date, days: int) -> list[str]:
    came = year.post.came[before:]
    _acts(year)
    print()
    row(WIDTHS, ("mails, by kind", "mails", "addresses"))
    kinds = Counter(mail.kind for mail in came)
    for kind, number in kinds.most_common():
        row(WIDTHS, (kind, number, len({mail.to for mail in came if mail.kind == kind})))
    row(WIDTHS, ("all", len(came), len({mail.to for mail in came})))
    _rates(year, came, first, days)
    promises = year.promises
    print()
    row(WIDTHS, ("promise", "broken", "checked"))
    checked = {
        "twice": len(came), "numbers": len(came), "digests": kinds["notices-digest"],
        "done": promises.lines, "dead": promises.opened.total(), "quiet": len(came),
        "threats": promises.with_threats,
    }  # fmt: skip
    for code, words in PROMISES.items():
        row(WIDTHS, (words, promises.broken[code], checked[code]))
    wrong = [
        f"{promises.broken[code]} {words}:\n        " + "\n        ".join(promises.examples[code])
        for code, words in PROMISES.items()
        if promises.broken[code]
    ]
    print(
        f"\n{len(promises.opened)} kinds of pages opened; the server was down {year.downs} "
        f"mornings and refused {year.post.refused} mails"
    )
    print("same page twice in a day:", dict(promises.mentions) or "never")
    print("seconds:", {name: spent // 1_000 for name, spent in year.spent.items()})
    wrong += [f"{name} failed: {fault}" for name, fault in year.folk.faults.items()]
    return wrong + _jobs(year) + _lost()


def _acts(year: Year) -> None:
    folk = year.folk
    print()
    row(WIDTHS, ("what people did", "done", "refused", "")[:3])
    for name in sorted(folk.done | folk.refused):
        row(WIDTHS, (name[:58], folk.done[name], folk.refused[name]))
        if folk.refused[name] and not folk.done[name]:
            print(f"    {folk.why[name]}")
    print("nobody does:", ", ".join(sorted(folk.undone)) or "nothing")


def _rates(year: Year, came: Sequence[object], first: date, days: int) -> None:
    """By address that ever received something, on every working day of the simulation."""
    spans = [first + timedelta(n) for n in range(days)]
    worked = [day for day in spans if is_working_day(day)]
    addresses = sorted({to for to, _day in year.by_day})
    daily = sorted(year.by_day[to, day] for to in addresses for day in worked) or [0]
    monthly: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (to, day), number in year.by_day.items():
        monthly[to, f"{day:%Y-%m}"] += number
    months = sorted({f"{day:%Y-%m}" for day in spans})
    each = sorted(monthly[to, month] for to in addresses for month in months) or [0]
    print()
    row((30, 6, 6, 6), ("mails per address and", "max", "mean", "p95"))
    for name, all_of in (("working day", daily), ("month", each)):
        mean = sum(all_of) / len(all_of)
        row((30, 6, 6, 6), (name, all_of[-1], f"{mean:.2f}", all_of[int(len(all_of) * 0.95)]))
    busiest, number = max(year.by_day.items(), key=lambda it: it[1], default=(("", first), 0))
    print(f"the most in a day: {number}, {busiest[0]} on {busiest[1]:%d/%m/%Y}")


def _jobs(year: Year) -> list[str]:
    """Of all that were asked for."""
    print()
    row((40, 10, 8, 8), ("job", "succeeded", "failed", "waiting"))
    wrong = []
    with backups.owner_of(settings.CLUSTER) as owner:
        for name, well, badly, waiting in owner.execute(JOBS).fetchall():
            row((40, 10, 8, 8), (name, well, badly, waiting))
            if badly:
                why = "; ".join(year.jobs.faults.get(name, ()))
                wrong.append(f"{badly} jobs {name} failed: {why}")
    return wrong


def _lost() -> list[str]:
    """Mails that were written down and neither left nor were given up, older than a day."""
    old = Mail.objects.filter(state__in=["planned", "failed"], day__lt=localdate() - timedelta(1))
    return [f"{old.count()} mails were never sent nor given up."] if old.exists() else []
