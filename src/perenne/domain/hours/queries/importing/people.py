"""Whose hours these are: the crew of the company, by code, by name, or as somebody said before.

What is said of a person is kept as a print: no name of a file stays when the file goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.queries.importing.facts import Said
from perenne.domain.participants.models import Participant
from perenne.domain.participants.queries.duplicates import sound_of
from perenne.values import fold

MOST_CANDIDATES = 5
NEAR = 0.6
NOT_OURS = 0
"""What is answered of somebody who is not of the crew: their rows are left out, told as refused."""
NOBODY_KNOWN = "personne à préciser : dites qui c’est dans « Personnes à reconnaître »"
LEFT_OUT = "personne que vous avez dite hors de l’équipe"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody hired for this company; `name` is as the house writes it."""

    id: int
    code: str
    name: str
    words: tuple[str, ...]
    born: str
    spellings: tuple[object, ...]
    """Words in any order; run in, in both orders: « Ndiaye » is « N’Diaye »."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whom the file names and nobody knows: the likeliest members first."""

    print: str
    label: str
    rows: int
    candidates: tuple[int, ...]


class Crew:
    """Everybody whom this company employs or employed, on whatever contract of whoever imports."""

    def __init__(self, siret: str, hirings: Iterable[Hiring], known: Mapping[str, int]) -> None:
        self.siret = siret
        self.known = known
        self.members: dict[int, Member] = {}
        self.hirings: dict[int, list[Hiring]] = defaultdict(list)
        for hiring in hirings:
            self.hirings[hiring.participant_id].append(hiring)
            if hiring.participant_id not in self.members:
                self.members[hiring.participant_id] = _member(hiring.participant)
        self._by_code = {fold(one.code): one for one in self.members.values()}
        self._by_name: dict[object, list[Member]] = defaultdict(list)
        for one in self.members.values():
            for spelling in one.spellings:
                self._by_name[spelling].append(one)
        self._found: dict[Said, int | None] = {}

    def find(self, said: Said) -> int | None:
        """The person; NOT_OURS when somebody said so; None when it has to be asked."""
        if said not in self._found:
            self._found[said] = self._look_for(said)
        return self._found[said]

    def _look_for(self, said: Said) -> int | None:
        answer = self.known.get(print_of(self.siret, said))
        if answer is not None and (answer == NOT_OURS or answer in self.members):
            return answer
        if said.code:
            member = self._by_code.get(fold(said.code))
            return member.id if member and _agrees(member, said) else None
        run_in = "".join(fold(said.name).split())
        named = {one.id: one for key in (said.words, run_in) for one in self._by_name.get(key, ())}
        fitting = [one for one in named.values() if _agrees(one, said)]
        return fitting[0].id if said.words and len(fitting) == 1 else None

    def candidates(self, said: Said) -> tuple[int, ...]:
        """Same birthday, or names that look or sound alike."""
        scored = [(_likeness(one, said), one) for one in self.members.values()]
        near = sorted((-score, one.name, one.id) for score, one in scored if score >= NEAR)
        return tuple(number for _, _, number in near[:MOST_CANDIDATES])


def _member(person: Participant) -> Member:
    last, first = fold(person.last_name).split(), fold(person.first_name).split()
    words = tuple(sorted(last + first))
    return Member(
        person.pk,
        person.code,
        f"{person.last_name} {person.first_name}".strip() or person.code,
        words,
        f"{person.born_on:%d/%m/%Y}" if person.born_on else "",
        tuple(dict.fromkeys((words, "".join(last + first), "".join(first + last)))),
    )


def print_of(siret: str, said: Said) -> str:
    """By the number that the company gives, else by all that is said of the person."""
    parts = (
        ("n", fold(said.number))
        if said.number
        else ("w", " ".join(said.words), said.born, fold(said.code))
    )
    return sha256("|".join((siret, *parts)).encode()).hexdigest()


def _agrees(member: Member, said: Said) -> bool:
    """Nothing that the row says of the person is contrary to what is known."""
    born = said.born_on
    if born is not None and member.born and f"{born:%d/%m/%Y}" != member.born:
        return False
    return not said.code or not said.words or bool(set(said.words) & set(member.words))


def _likeness(member: Member, said: Said) -> float:
    """From 0 to 1.5: letters in common, words in common as they are heard, the same birthday."""
    if not said.words:
        return 0.0
    heard, known = set(map(sound_of, said.words)), set(map(sound_of, member.words))
    letters = SequenceMatcher(None, " ".join(said.words), " ".join(member.words)).ratio()
    words = 0.7 + 0.3 * len(heard & known) / len(heard | known) if heard & known else 0.0
    born = said.born_on
    same_day = 0.5 if born is not None and f"{born:%d/%m/%Y}" == member.born else 0.0
    return max(letters, words) + same_day
