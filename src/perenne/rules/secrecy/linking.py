"""Hide places of linked tables until nobody works any of them out: a reader, or who is inside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy.attacking import LinkedAttack, Side
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

    What is promised of each place that must be hidden by itself: `promised`. Hiding more only
    makes a figure vaguer, so each one is looked at once by each reader. ValueError, in French,
    when what is already published gives a figure back: the edition is not published.
    """
    primary = {
        key: why
        for key, crowd in linked.crowds.items()
        if (why := crowd.hidden_for(practice)) and not linked.settled.get(key)
    }
    hidden = dict(primary)
    hidden.update(
        (key, Hiding.COMPLEMENTARY)
        for key, is_told in linked.settled.items()
        if not is_told and key not in hidden
    )
    asked: set[str | None] = set()
    while readers := [it for it in _readers(linked, hidden) if it not in asked]:
        for insider in readers:
            asked.add(insider)
            _blind(linked, primary, hidden, insider, practice)
    return hidden


def told(
    linked: Linked, hidden: Collection[Key]
) -> dict[Key, tuple[int, int] | tuple[None, None]]:
    """What comes out: minutes and persons, nothing where they are hidden or were told before."""
    return {
        key: (None, None) if key in hidden else (crowd.total, crowd.persons)
        for key, crowd in linked.crowds.items()
        if key not in linked.settled
    }


def promised(
    attack: LinkedAttack, key: Key, *, practice: Practice = USUAL
) -> bool:
    """A small number of persons stays as vague as « fewer than eleven »; the hours that others
    than the reader brought may be a good part more than they are, or less (p % rule).
    """
    crowd, who = attack.linked.crowds[key], attack.insider or ""
    others = crowd.persons - crowd.heads.get(who, 0)
    least = practice.of(LEAST_PERSONS)
    if 0 < crowd.persons < least and others and not attack.is_wide(Side.PERSONS, key, least - 2):
        return False
    known = crowd.minutes.get(who, 0)
    if not crowd.total - known:
        return True
    margin = abs(crowd.total - known) * practice.of(MAGNITUDE_MARGIN).basis_points // 10_000
    margin = max(1, margin)
    floor = min(crowd.total, max(1, known, crowd.heads.get(who, 0)))
    low = max(crowd.total - margin, floor)
    return attack.leaves(Side.MINUTES, key, low, crowd.total + margin)


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
    for key in sorted(primary):
        while not promised(attack, key, practice=practice):
            hidden[_cover(linked, hidden, key)] = Hiding.COMPLEMENTARY
            attack = LinkedAttack(linked, hidden, insider=insider)


def _cover(linked: Linked, hidden: Mapping[Key, Hiding], exposed: Key) -> Key:
    """The cheapest place to hide: where one is hidden alone, else beside it, else anywhere."""
    every = (*linked.lines, *linked.spans)
    alone = [line for line in every if sum(key in hidden for key in line) == 1]
    near = [line for line in alone if exposed in line]
    beside = linked.around[exposed]
    touched = [line for line in every if any(key in hidden for key in line)]
    for places in (*near, *alone, *beside, *touched, tuple(linked.crowds)):
        shown = [
            it
            for it in places
            if it not in hidden and it not in linked.settled and not linked.crowds[it].is_empty
        ]
        if shown:
            return min(shown, key=lambda it: _loss(linked, hidden, it))
    raise ValueError("Les éditions déjà parues ne laissent rien à taire : ne publiez pas celle-ci.")


def _loss(
    linked: Linked, hidden: Mapping[Key, Hiding], key: Key
) -> tuple[int, int, int, Key]:
    """Parts before totals, what calls for the fewest others, small figures before large ones."""
    calls = sum(not any(it in hidden for it in line) for line in linked.around[key])
    return linked.is_total_of[key], calls, linked.crowds[key].total, key
