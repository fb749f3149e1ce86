"""Which things somebody has in hand or has done: for processes that share the work."""

from __future__ import annotations

from collections.abc import Iterable
from multiprocessing import get_context

FORKS = get_context("fork")


class Claims:
    def __init__(self, names: Iterable[str]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._taken = FORKS.Array("b", len(self._places))

    def take(self, name: str) -> bool:
        """Whether nobody had it, and it is among those to be done."""
        if name not in self._places:
            return False
        with self._taken:
            was = self._taken[self._places[name]]
            self._taken[self._places[name]] = 1
        return not was

    def give_back(self, name: str) -> None:
        self._taken[self._places[name]] = 0

    @property
    def left(self) -> set[str]:
        return {name for name, place in self._places.items() if not self._taken[place]}
