"""Which commune a text names: the places of a département, and of those around it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perenne.domain.territories.models import OldName
from perenne.domain.territories.queries.cards import (
    CommuneCard,
    DepartmentCard,
    communes,
    communes_of,
    departments,
)
from perenne.values import fold

CODE = re.compile(r"\b\d[\dAB]\d{3}\b")
SHORTEST_NAME_INSIDE = 4  # letters: « Ury » inside a sentence proves nothing
MOST_CANDIDATES = 12


@dataclass(frozen=True)
class Gazetteer:
    """`home` is the département of the committee; "" when it has none, and then nothing is abroad.

    A name is borne by one commune of the département, else by one around it; a name that several
    bear is told apart by its postcode only. Old names lead to the commune of today.
    """

    home: str
    by_name: Mapping[str, CommuneCard]
    abroad: Mapping[str, CommuneCard]
    """Names that no commune at home bears: recognised when they stand alone."""
    by_postcode: Mapping[str, tuple[CommuneCard, ...]]
    by_insee: Mapping[str, CommuneCard]
    """Current codes, then old ones."""
    names: Mapping[str, tuple[str, ...]]
    """INSEE code → every folded name, of today and of before."""
    departments: Mapping[str, DepartmentCard]

    def commune_in(self, place: str) -> CommuneCard | None:
        """The commune that a free text names: by a code, by its name, by a name inside."""
        text = _plain(place)
        for code in CODE.findall(place.upper()):
            coded = self._coded(code, f" {text} ")
            if coded:
                return coded
        alone = self.by_name.get(text) or self.abroad.get(text)
        return alone or self._inside(text)

    def candidates(self, typed: str) -> tuple[CommuneCard, ...]:
        """The one commune, else those that it may be: they share a postcode or a beginning."""
        found = self.commune_in(typed)
        if found:
            return (found,)
        for code in CODE.findall(typed.upper()):
            if code in self.by_postcode:
                return self.by_postcode[code]
        return self.beginning(typed)[:MOST_CANDIDATES]

    def beginning(self, typed: str) -> tuple[CommuneCard, ...]:
        """At home, in the order of names: those of which a word, or a postcode, begins so."""
        text = _plain(typed)
        if not text:
            return ()
        names = {name: c for name, c in self.by_name.items() if f" {text}" in f" {name}"}
        coded = [
            commune
            for code, sharing in self.by_postcode.items()
            if code.startswith(text)
            for commune in sharing
            if self.is_home(commune)
        ]
        first = sorted(names, key=lambda name: (not name.startswith(text), name))
        unique = {c.insee_code: c for c in (*(names[name] for name in first), *coded)}
        return tuple(unique.values())

    def at_home(self) -> tuple[CommuneCard, ...]:
        """The communes of the département, in the order of names."""
        ours = {c.insee_code: c for c in self.by_insee.values() if self.is_home(c)}
        return tuple(sorted(ours.values(), key=lambda c: (c.folded, c.insee_code)))

    def is_home(self, commune: CommuneCard) -> bool:
        return self.home in {"", commune.department_code}

    def department(self, code: str) -> DepartmentCard:
        return self.departments.get(code) or DepartmentCard(code, code, f"du département {code}")

    def _inside(self, text: str) -> CommuneCard | None:
        inside = [
            name
            for name in self.by_name
            if len(name) >= SHORTEST_NAME_INSIDE and f" {name} " in f" {text} "
        ]
        return self.by_name[max(inside, key=len)] if inside else None

    def _coded(self, code: str, words: str) -> CommuneCard | None:
        """Several communes share a postcode, which may be the INSEE code of yet another one:

        the name written beside it decides; a code alone is read as a postcode first.
        """
        sharing = self.by_postcode.get(code, ())
        numbered = self.by_insee.get(code)
        bearers = (*sharing, numbered) if numbered else sharing
        named = [
            (len(name), commune)
            for commune in bearers
            for name in self.names.get(commune.insee_code, ())
            if f" {name} " in words
        ]
        if named:
            return max(named, key=lambda found: found[0])[1]
        if len(sharing) == 1:
            return sharing[0]
        return None if sharing else numbered


def gazetteer(department_code: str) -> Gazetteer:
    """Three queries, whatever the number of places to recognise."""
    old = OldName.objects.order_by("code", "folded").values_list("code", "folded", "commune_id")
    return gazetteer_of(communes(), tuple(old), departments(), department_code)


def gazetteer_at_home(department_code: str) -> Gazetteer:
    """The communes of the département alone, by their name of today: one query, while typing."""
    return gazetteer_of(communes_of(department_code), (), (), department_code)


def gazetteer_of(
    known: tuple[CommuneCard, ...],
    old: Iterable[tuple[str, str, str]],
    around: Iterable[DepartmentCard],
    home: str,
) -> Gazetteer:
    """From communes, old names (code, folded name, current code) and départements."""
    current = {commune.insee_code: commune for commune in known}
    home = home if any(commune.department_code == home for commune in known) else ""
    former = [(code, name, current[to]) for code, name, to in old if to in current]
    names: dict[str, tuple[str, ...]] = {code: (c.folded,) for code, c in current.items()}
    for _, name, commune in former:
        names[commune.insee_code] += (name,)
    ours = [commune for commune in known if home in {"", commune.department_code}]
    theirs = [commune for commune in known if home not in {"", commune.department_code}]
    at_home = _told_apart(ours, former)
    borne = {commune.folded for commune in ours} | at_home.keys()
    return Gazetteer(
        home=home,
        by_name=at_home,
        abroad={
            name: commune
            for name, commune in _told_apart(theirs, former).items()
            if name not in borne
        },
        by_postcode=_by_postcode(known),
        by_insee={code: commune for code, _, commune in former} | current,
        names=names,
        departments={department.code: department for department in around},
    )


def _told_apart(
    known: list[CommuneCard], former: list[tuple[str, str, CommuneCard]]
) -> dict[str, CommuneCard]:
    """The names that one commune bears; an old name never takes that of a commune of today."""
    borne = Counter(commune.folded for commune in known)
    codes = {commune.insee_code for commune in known}
    old = {
        (name, commune.insee_code): commune
        for _, name, commune in former
        if commune.insee_code in codes and name not in borne
    }
    claimed = Counter(name for name, _ in old)
    named = {name: commune for (name, _), commune in old.items() if claimed[name] == 1}
    return named | {commune.folded: commune for commune in known if borne[commune.folded] == 1}


def _by_postcode(known: tuple[CommuneCard, ...]) -> dict[str, tuple[CommuneCard, ...]]:
    sharing: dict[str, tuple[CommuneCard, ...]] = {}
    for commune in known:
        for postcode in commune.postcodes:
            sharing[postcode] = (*sharing.get(postcode, ()), commune)
    return sharing


def _plain(place: str) -> str:
    """Folded, with the usual abbreviations written out."""
    words = ["saint" if w == "st" else "sainte" if w == "ste" else w for w in fold(place).split()]
    return " ".join(words)
