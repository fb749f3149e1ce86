"""Hide places of linked tables until nobody works any of them out: a reader, or who is inside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy.attacking import LinkedAttack, Side
from perenne.rules.secrecy.auditing import Interval
from perenne.rules.secrecy.crowds import Key, Linked
from perenne.rules.secrecy.grounds import LEAST_PERSONS, Hiding
from perenne.rules.secrecy.protecting import MAGNITUDE_MARGIN
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Quelles cases taire dans des tableaux liés, après ceux qui sont déjà publiés ?",
    confidence=Confidence.LIKELY,
)
def protect_linked(linked: Linked, *, practice: Practice = USUAL) -> Mapping[Key, Hiding]:
    """The places to hide, hours and persons together, and why; those settled before included.

    What each place that must be hidden keeps: `promised`. Hiding more only makes a figure vaguer,
    so each one is looked at once by each reader. What earlier editions gave away by themselves
    cannot be taken back: this one gives no more.
    """
    primary = {
        key: why
        for key, crowd in linked.crowds.items()
        if (why := crowd.hidden_for(practice)) and not linked.settled.get(key)
    }
    hidden = dict(primary)
    hidden.update(
        (key, Hiding.COMPLEMENTARY)
        for key, crowd in linked.crowds.items()
        if key not in hidden
        and (linked.settled.get(key) is False or (key in linked.veiled and crowd.is_empty))
    )
    asked: set[str | None] = set()
    while primary and (readers := [it for it in _readers(linked, hidden) if it not in asked]):
        for insider in readers:
            asked.add(insider)
            _blind(linked, primary, hidden, insider, practice)
    return hidden


def told(linked: Linked, hidden: Collection[Key]) -> dict[Key, tuple[int, int] | tuple[None, None]]:
    """What comes out: minutes and persons, nothing where they are hidden.

    Neither what was told before, nor the veiled places that are not told, comes out.
    """
    return {
        key: (None, None) if key in hidden else (crowd.total, crowd.persons)
        for key, crowd in linked.crowds.items()
        if key not in linked.settled and not (key in hidden and key in linked.veiled)
    }


@dataclass(frozen=True, slots=True)
class Promise:
    """Of a figure that must be hidden: what a reader must go on holding possible."""

    side: Side
    high: int
    width: int

    def is_kept(self, attack: LinkedAttack, key: Key) -> bool:
        return attack.reaches(self.side, key, self.high) and attack.is_wide(
            self.side, key, self.width
        )

    def within(self, found: Interval) -> Promise:
        """No more than what earlier editions left possible."""
        if found.high is None:
            return self
        return Promise(
            self.side, min(self.high, found.high), min(self.width, found.high - found.low)
        )


def promised(attack: LinkedAttack, key: Key, practice: Practice = USUAL) -> Iterator[Promise]:
    """A small number of persons stays as vague as « fewer than eleven »; the hours that others
    than the reader brought may be a good part more than they are (p % rule), in a range twice
    as wide.
    """
    crowd, who = attack.linked.crowds[key], attack.insider or ""
    least = practice.of(LEAST_PERSONS)
    if 0 < crowd.persons < least and crowd.persons > crowd.heads.get(who, 0):
        yield Promise(Side.PERSONS, crowd.persons, least - 2)
    others = abs(crowd.total - crowd.minutes.get(who, 0))
    if others:
        margin = max(1, others * practice.of(MAGNITUDE_MARGIN).basis_points // 10_000)
        room = max(1, others - 1)
        yield Promise(Side.MINUTES, crowd.total + margin, margin + min(margin, room))


def _readers(linked: Linked, hidden: Mapping[Key, Hiding]) -> Iterator[str | None]:
    """Anybody, then each company that stands alone somewhere.

    Where later tables come, any company that stands behind a hidden place: it may be alone in one
    of those, and nothing of these can be hidden any more.
    """
    yield None
    behind = (linked.crowds[key] for key in hidden)
    found = {who for one in behind if linked.goes_on or one.only for who in one.companies}
    yield from sorted(found)


def _blind(
    linked: Linked,
    primary: Mapping[Key, Hiding],
    hidden: dict[Key, Hiding],
    insider: str | None,
    practice: Practice,
) -> None:
    attack = LinkedAttack(linked, hidden, insider=insider)
    attack.stretch()
    for key in sorted(primary):
        for promise in promised(attack, key, practice):
            if promise.is_kept(attack, key):
                continue
            held = promise.within(_before(linked, insider).interval(promise.side, key))
            while not held.is_kept(attack, key):
                hidden[_cover(linked, hidden, key)] = Hiding.COMPLEMENTARY
                attack = LinkedAttack(linked, hidden, insider=insider)


def _before(linked: Linked, insider: str | None) -> LinkedAttack:
    """The attack on earlier editions alone, as if nothing of this one were told."""
    silent = [key for key in linked.crowds if not linked.settled.get(key)]
    return LinkedAttack(linked, silent, insider=insider)


def _cover(linked: Linked, hidden: Mapping[Key, Hiding], exposed: Key) -> Key:
    """The cheapest place to hide: where one is hidden alone, else beside it, else anywhere."""
    every = (*linked.lines, *linked.spans)
    alone = [line for line in every if sum(key in hidden for key in line) == 1]
    near = [line for line in alone if exposed in line]
    touched = [line for line in every if any(key in hidden for key in line)]
    # Never empty: once nothing of this edition is told, the promise is what was left before.
    shown = next(
        found
        for places in (*near, *alone, *linked.around[exposed], *touched, tuple(linked.crowds))
        if (found := [it for it in places if it not in hidden and it not in linked.settled])
    )
    return min(shown, key=lambda it: _loss(linked, hidden, it))


def _loss(
    linked: Linked, hidden: Mapping[Key, Hiding], key: Key
) -> tuple[bool, int, int, int, Key]:
    """What tells something, parts before totals, what calls for the fewest others, small figures
    before large ones.
    """
    crowd = linked.crowds[key]
    calls = sum(not any(it in hidden for it in line) for line in linked.around[key])
    return crowd.is_empty, linked.is_total_of[key], calls, crowd.total, key
