"""What the address of the list asks for, and what it may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from perenne.domain.assessments.queries.boards import PaceBoard
from perenne.domain.assessments.queries.footings import Asked
from perenne.kit.paging import key_in, words_in
from perenne.rules.pace import Level
from perenne.values import fold
from perenne.web.design.menu import MenuItem

LEVELS = {"alerte": Level.ALARM, "a-surveiller": Level.WATCH, "a-l-heure": Level.ON_PACE}
NAMES = {level: name for name, level in LEVELS.items()}


def asked_in(said: Mapping[str, str]) -> Asked:
    return Asked(
        words_in(said.get("q", "")),
        LEVELS.get(said.get("niveau", "")),
        key_in(said.get("facilitateur", "")),
        key_in(said.get("acheteur", "")),
        words_in(said.get("epci", "")),
    )


def address_of(asked: Asked, level: str = "") -> str:
    """The same choice at another level."""
    kept = {
        "niveau": level,
        "facilitateur": asked.facilitator,
        "acheteur": asked.buyer,
        "epci": asked.epci,
        "q": asked.words,
    }
    return "?" + urlencode({name: value for name, value in kept.items() if value})


@dataclass(frozen=True, slots=True)
class Choice:
    """A list of the form; `options`: key and label; `value`: the key that is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


def tabs_of(board: PaceBoard, asked: Asked) -> tuple[MenuItem, ...]:
    """By level, with how many there are in each."""
    everything = MenuItem(
        "Tous", address_of(asked), current=asked.level is None, count=board.levels.total()
    )
    return (
        everything,
        *(
            MenuItem(
                level.label,
                address_of(asked, name),
                current=level is asked.level,
                count=board.levels[level],
            )
            for name, level in LEVELS.items()
        ),
    )


def choices_in(board: PaceBoard, asked: Asked, *, shows_facilitators: bool) -> tuple[Choice, ...]:
    """Of what is there; a list of one leaves nothing to choose."""
    found = [
        _choice("acheteur", "Acheteur", board.buyers, str(asked.buyer)),
        _choice("epci", "Intercommunalité", board.epcis, asked.epci),
    ]
    if shows_facilitators:
        people = board.facilitators
        found.insert(0, _choice("facilitateur", "Facilitateur", people, str(asked.facilitator)))
    return tuple(choice for choice in found if len(choice.options) > 1)


def _choice(name: str, label: str, options: Mapping[str, str], value: str) -> Choice:
    in_order = sorted(options.items(), key=lambda it: fold(it[1]))
    return Choice(name, label, tuple(in_order), value)
