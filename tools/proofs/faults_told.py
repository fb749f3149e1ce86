"""What an error at each statement left of each action, told as a table."""

from __future__ import annotations

from os import getloadavg

import faults_scenes
import faults_world
from faults_statements import Told
from table import row

WIDTHS = (14, 8, 8, 8, 11, 8, 8)
TWICE = 2  # tests chosen for each action


def prove(until: float, only: str) -> list[str]:
    """Sentences: what an act left behind it by half."""
    actions = [name for name in faults_scenes.every_action() if only in name]
    scenes = faults_scenes.chosen(actions, faults_scenes.scenes(), TWICE)
    worlds = faults_world.run(scenes, until)
    told, inside = worlds.watch.told, worlds.watch.inside
    print(f"\n{worlds.ran} scenes, {worlds.watch.spent:.0f} s in acts, load {getloadavg()[0]:.1f}")
    row(WIDTHS, ("app", "actions", "alone", "inside", "statements", "errors", "refused"))
    for app in sorted({name.partition(".")[0] for name in actions}):
        _line(app, [name for name in actions if name.startswith(f"{app}.")], told, inside)
    _line("all", actions, told, inside)
    done = {name for name, one in told.items() if one.is_done}
    left = [name for name in actions if name not in done | inside]
    print(f"\nnot covered, {len(left)} of {len(actions)}: {', '.join(left) or 'none'}")
    broken = []
    for name, one in sorted(told.items()):
        if one.pieces:
            print(f"by pieces: {name}: {one.pieces[:3]} {dict(one.within)}")
        if one.strays:
            print(f"files without a row, swept after a day: {name}: {one.strays}")
        broken += [f"{name}: {sentence}" for sentence in one.broken]
    return broken


def _line(app: str, names: list[str], told: dict[str, Told], inside: set[str]) -> None:
    mine = [told[name] for name in names if name in told]
    alone = sum(one.is_done for one in mine)
    within = sum(name in inside and not (name in told and told[name].is_done) for name in names)
    row(WIDTHS, (
        app, len(names), alone, within, sum(one.statements for one in mine),
        sum(one.runs for one in mine), sum(one.refused for one in mine),
    ))  # fmt: skip
