"""Any penalty, any certificate computed again at its past day, by its rule and by SQL alone."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

import psycopg
from bound import bound
from empty_house import empty_house
from psycopg.rows import namedtuple_row
from recompute_plain import AMOUNTS, DECISIONS, KNOWN, REFERENCES
from table import conclude, row

SPARE = 600  # seconds for the demo and for the recomputation
CERTIFICATES = 25
WIDTHS = (58, 9, 9)


@dataclass(slots=True)
class Told:
    """`asked`: how many figures were compared; `broken`: those that differ, in words."""

    name: str
    asked: int = 0
    broken: list[str] = field(default_factory=list)

    def same(self, what: str, found: object, kept: object) -> None:
        self.asked += 1
        if found != kept:
            self.broken.append(f"{what}: {found} instead of {kept}.")


def main() -> int:
    asked = arguments()
    bound(asked.seconds + SPARE)
    with empty_house():
        later = written(asked)
        told = [check() for check in CHECKS]
    row(WIDTHS, ("compared", "figures", "differ"))
    for one in told:
        row(WIDTHS, (one.name, one.asked, len(one.broken)))
    print(f"written after the proposals, which moved none of them: {dict(later)}")
    broken = [sentence for one in told for sentence in one.broken]
    broken += [f"nothing was compared: {one.name}" for one in told if not one.asked]
    return conclude(
        "any penalty is computed again at its past day, by the version of its rule and by SQL "
        "that shares no line with it: same cents, same minutes.",
        broken[:20],
    )


def written(asked: argparse.Namespace) -> Counter[str]:
    """The demo, then cases drawn at random, then what comes after them."""
    import recompute_world as world  # noqa: PLC0415 - needs the apps
    from django.utils.timezone import localdate  # noqa: PLC0415
    from recompute_certificates import certify  # noqa: PLC0415

    from perenne.ops.demo.building import build_demo  # noqa: PLC0415

    began = time.monotonic()
    if not asked.bare:
        build_demo(today=localdate(), say=lambda _what: None)
    in_demo, spent = world.proposals(), time.monotonic() - began
    chance = Random(asked.seed)  # noqa: S311 - the same cases are drawn each time
    who, cases, until = world.people(), [], time.monotonic() + asked.seconds
    for number in range(asked.cases):
        if time.monotonic() > until:
            break
        formula = world.FORMULAS[number % len(world.FORMULAS)]
        cases.append(world.new_case(who, formula, chance))
    its_own = Random(asked.seed)  # noqa: S311 - those of penalties stay what they were
    for _ in range(CERTIFICATES):
        certify(who, its_own)
    later = Counter(world.write_later(case, who, chance) for case in cases if case)
    print(
        f"{in_demo} proposals of the demo ({spent:.0f} s), {world.proposals() - in_demo} from "
        f"{len(cases)} cases drawn ({time.monotonic() - began - spent:.0f} s)\n"
    )
    return later


def by_its_rule() -> Told:
    """`recompute` of what was kept, by the version that it names: cents, minutes, sentences."""
    from perenne.domain.compliance.models import Proposal  # noqa: PLC0415
    from perenne.rules.penalties import recompute  # noqa: PLC0415

    told = Told("by its rule, at its version: cents, minutes, sentences")
    for kept in Proposal.objects.order_by("pk"):
        found = recompute(kept.inputs)
        told.same(f"proposal {kept.pk}, amount", found.amount.cents, kept.amount_cents)
        told.same(f"proposal {kept.pk}, gross", found.gross.cents, kept.gross_cents)
        told.same(f"proposal {kept.pk}, minutes", found.missing.minutes, kept.missing_minutes)
        told.same(f"proposal {kept.pk}, version", found.version, kept.version)
        said = [*found.reasons, *found.cautions]
        told.same(f"proposal {kept.pk}, sentences", said, kept.reasons[-len(said) :])
    return told


def by_sql() -> Told:
    """The amount, cap and rounding included; the references; what a contract had incurred."""
    told = Told("by SQL alone: cents before and after the cap, references")
    for kept in rows(AMOUNTS):
        told.same(f"proposal {kept.id}, gross in SQL", int(kept.gross), kept.gross_cents)
        told.same(f"proposal {kept.id}, amount in SQL", int(kept.amount), kept.amount_cents)
        told.same(f"proposal {kept.id}, incurred", int(kept.earlier), int(kept.decided or 0))
        known = REFERENCES.get(kept.formula)
        if known:
            held = [cents for since, cents in known if since <= f"{kept.proposed_on}"]
            told.same(f"proposal {kept.id}, reference", int(kept.reference), held[-1])
    return told


def by_the_ledger() -> Told:
    """Its hours, as the ledger knew them: by the last line counted, and by the moment."""
    told = Told("hours as known then, in the ledger: minutes")
    moved = 0
    for kept in rows(AMOUNTS):
        told.same(f"proposal {kept.id}, by its line", int(kept.by_line), int(kept.validated))
        told.same(f"proposal {kept.id}, by its moment", int(kept.by_moment), int(kept.validated))
        told.same(f"proposal {kept.id}, lacking", int(kept.missing), kept.missing_minutes)
        moved += kept.today != kept.validated
    if not moved:
        told.broken.append("no hour came later: nothing was shown.")
    print(f"{moved} of these proposals would claim other hours today")
    return told


def by_the_contract() -> Told:
    """The hours due by the last day whose hours were known, which SQL finds by itself, and never
    more than by the day of the proposal; with what was known of the contract on that day."""
    from perenne.domain.clauses.queries.targets import facts_of  # noqa: PLC0415
    from perenne.domain.compliance.models import Proposal  # noqa: PLC0415
    from perenne.rules.targets import target_on  # noqa: PLC0415

    told, moved = Told("hours due then, by the contract as known then: minutes"), 0
    kept = list(Proposal.objects.select_related("shortfall__commitment__clause"))
    facts = facts_of([one.shortfall.commitment for one in kept])
    days = {one.id: one for one in rows(KNOWN)}
    for one in kept:
        its, due = facts[one.shortfall.commitment_id], one.inputs["facts"]["due_minutes"]
        day = days[one.pk].known
        told.same(f"proposal {one.pk}, measured on", day, one.measured_on)
        last = (day, one.proposed_on)
        then = min(target_on(its, it, known_on=one.proposed_on).paced.minutes for it in last)
        told.same(f"proposal {one.pk}, due", then, due)
        moved += min(target_on(its, it).paced.minutes for it in last) != due
    print(f"{moved} of them would owe other hours on that same day, after their amendments")
    return told


def by_the_letters() -> Told:
    """The amount that an invitation to answer tells; what a decision may say of a proposal."""
    from perenne.domain.compliance.models import Letter  # noqa: PLC0415
    from perenne.rules.penalties import recompute  # noqa: PLC0415

    told = Told("letters and decisions: minutes, cents, who")
    for letter in Letter.objects.exclude(inputs=None):
        facts = recompute(letter.inputs)
        told.same(f"letter {letter.pk}, version", facts.version, letter.inputs["version"])
        kept = letter.inputs["facts"]
        told.same(f"letter {letter.pk}, due", kept["due_minutes"], letter.expected_minutes)
        told.same(f"letter {letter.pk}, counted", kept["validated_minutes"], letter.counted_minutes)
    for one in rows(DECISIONS):
        whole = {"applied": one.proposed, "waived": 0, "catch_up": 0}
        told.same(f"decision {one.id}, amount", one.amount_cents,
                  whole.get(one.outcome, one.amount_cents))  # fmt: skip
        told.same(f"decision {one.id}, by two people", (one.alone, one.stranger), (False, False))
    return told


def by_the_certificates() -> Told:
    """What each said on its day, by our own query and by SQL alone."""
    from recompute_certificates import BY_SQL  # noqa: PLC0415 - needs the apps

    from perenne.domain.compliance.models import Certificate  # noqa: PLC0415
    from perenne.domain.compliance.queries.certificates import (  # noqa: PLC0415
        figures_of,
        recomputed,
    )

    told, moved = Told("certificates as known on their day: minutes"), 0
    for one in Certificate.objects.order_by("pk"):
        told.same(f"certificate {one.pk}", recomputed(one), figures_of(one))
    for kept in rows(BY_SQL):
        told.same(f"certificate {kept.id}, period", int(kept.counted), kept.counted_minutes)
        told.same(f"certificate {kept.id}, in all", int(kept.total), kept.total_minutes)
        moved += int(kept.today) != kept.total_minutes
    if not moved:
        told.broken.append("no certified hour was corrected later: nothing was shown.")
    print(f"{moved} certificates would say other hours today")
    return told


CHECKS: tuple[Callable[[], Told], ...] = (
    by_its_rule,
    by_sql,
    by_the_ledger,
    by_the_contract,
    by_the_letters,
    by_the_certificates,
)
"""Each compares what was kept with what is found again."""


def rows(query: str) -> Iterator[Any]:
    with reading() as connection:
        yield from connection.execute(query)


@contextmanager
def reading() -> Iterator[psycopg.Connection[Any]]:
    """As the owner of the cluster, who sees every row: no policy of ours is asked."""
    from django.conf import settings  # noqa: PLC0415

    url = settings.CLUSTER.url_of(settings.CLUSTER.owner)
    with psycopg.connect(url, row_factory=namedtuple_row) as connection:
        yield connection


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove recompute", description=__doc__)
    add = parser.add_argument
    add("--cases", type=int, default=300, help="drawn at random, besides the demo")
    add("--seconds", type=int, default=300, help="for them, at most")
    add("--bare", action="store_true", help="without the demo")
    add("--seed", type=int, default=77)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
