"""What an error at each statement left of each action, told as a table."""

from __future__ import annotations

from os import getloadavg

import faults_scenes
import faults_world
from faults_statements import Told
from faults_world import Seen
from table import row

WIDTHS = (14, 8, 8, 8, 11, 8, 8)
NONE = Told()
TIMES = 16  # tests chosen for each action: one that leads to nothing new is not run
NEAREST = 2  # tests run alone for an act that all of these did not lead to
LEAST = 0.9  # of the acts, are tried: else nothing is told of the house
BATCHES = "each batch is whole; what waits stays waiting, and the next run takes it"
AT_NIGHT = "received first, then read; what a request that died left, the night reads"
ROUND = "a transaction for each thing that is due; run again, it does what is left"
SUMS = "sums are brought up to date first, true by themselves; then a quarter at a time"
LAST_MAIL = "erased for good; then its mail leaves, and no address is kept to send it again"
BY_PIECES = {
    "assessments.audit_summaries": BATCHES,
    "assessments.audit_tonight": BATCHES,
    "assessments.fold": BATCHES,
    "assessments.keep_footings": BATCHES,
    "assessments.publish_now": SUMS,
    "assessments.publish_statistics": SUMS,
    "assessments.send_digests": "a job for each address; one too many finds that the mail left",
    "assessments.sum_large_scopes": BATCHES,
    "hours.apply_import": AT_NIGHT,
    "hours.finish_left_behind": ROUND,
    "hours.match_columns": AT_NIGHT,
    "hours.receive_import": AT_NIGHT,
    "hours.settle_people": AT_NIGHT,
    "hours.write_import": AT_NIGHT,
    "notices.composed": "the link of an address is made once; the next digest says the same one",
    "notices.remind": "one address after the other; a mail is written down before it leaves",
    "programming.cover_absences": ROUND,
    "programming.match_headings": AT_NIGHT,
    "programming.receive_files": "each file is whole, and stands alone until all are there",
    "programming.receive_programme": AT_NIGHT,
    "programming.screen_left_behind": ROUND,
    "programming.screen_programme": AT_NIGHT,
    "rights.answer_request": LAST_MAIL,
    "rights.erase_for": LAST_MAIL,
    "rights.purge": ROUND,
    "rights.replay_erasures": ROUND,
    "sourcing.go_round": ROUND,
}
"""What works in several transactions, each read in its code: why what is done then is no half."""


def prove(until: float, only: str, hands: int) -> list[str]:
    """Sentences: what an act left behind it by half."""
    wanted = only.split(",")
    every = faults_scenes.every_action()
    actions = [name for name in every if any(one in name for one in wanted)]
    scenes = faults_scenes.scenes()
    chosen = faults_scenes.chosen(actions, scenes, TIMES)
    seen = faults_world.run(chosen, every, until, hands)
    for name in _left_by(seen, actions):  # other tests of its file stood in the way
        for scene in faults_scenes.nearest(name, scenes)[:NEAREST]:
            seen += faults_world.run([scene], {name: every[name]}, until, hands=1)
    told, inside = seen.told, seen.inside
    print(f"\n{seen.ran} scenes, {seen.spent:.0f} s in acts, load {getloadavg()[0]:.1f}")
    row(WIDTHS, ("app", "actions", "alone", "inside", "statements", "errors", "refused"))
    for app in sorted({name.partition(".")[0] for name in actions}):
        _line(app, [name for name in actions if name.startswith(f"{app}.")], told, inside)
    _line("all", actions, told, inside)
    left = _left_by(seen, actions)
    stopped = [name for name in left if told.get(name, NONE).runs]
    never = [name for name in left if name not in stopped]
    print(f"\nnot covered, {len(never)} of {len(actions)}: {', '.join(never) or 'none'}")
    print(f"ended by what an error left to the night: {', '.join(stopped) or 'none'}")
    broken = (
        []
        if len(left) <= len(actions) * (1 - LEAST)
        else [f"{len(left)} acts of {len(actions)} were not tried in the time allowed."]
    )
    unseen = [name for name in BY_PIECES if name in actions and not told.get(name, NONE).pieces]
    print(f"several transactions, of which this run saw one: {', '.join(unseen) or 'none'}")
    return broken + [sentence for name in sorted(told) for sentence in _judged(name, told[name])]


def _left_by(seen: Seen, actions: list[str]) -> list[str]:
    done = {name for name, one in seen.told.items() if one.is_done and one.ways}
    return [name for name in actions if name not in done | seen.inside]


def _judged(name: str, one: Told) -> list[str]:
    """What it left, told; what of it breaks the promise."""
    why = BY_PIECES.get(name, "")
    if one.pieces:
        print(f"by pieces: {name}, {one.by_pieces} of {one.runs} errors: {why or one.pieces}")
    if one.strays:
        print(f"files without a row, swept after a day: {name}, {one.strays}")
    if one.swallowed:
        print(f"gone back to the savepoint around instead: {name}, {one.swallowed}")
    if one.mails:
        print(f"mails gone before their departure was noted: {name}, {one.mails}")
    halves = [f"committed a part: {one.pieces[0]}"] if one.pieces and not why else []
    return [f"{name}: {sentence}" for sentence in halves + one.broken]


def _line(app: str, names: list[str], told: dict[str, Told], inside: set[str]) -> None:
    mine = [told[name] for name in names if name in told]
    alone = sum(one.is_done for one in mine)
    within = sum(name in inside and not (name in told and told[name].is_done) for name in names)
    row(WIDTHS, (
        app, len(names), alone, within, sum(len(one.ways) for one in mine),
        sum(one.runs for one in mine), sum(one.refused for one in mine),
    ))  # fmt: skip
