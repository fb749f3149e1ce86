"""Social security numbers (NIR) in a text: they have no place on the platform.

Décret n° 2019-341 lists who may use them; a committee for clauses is not among them.
Fifteen digits with the right key, however they are spaced; thirteen without a key where they are
written together or spaced as people write them.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_GAP = r"[ .\-/_]?"
_END = r"(?![0-9])"
_START = r"(?<![0-9])"
_SEX, _YEAR, _PLACE = "[1-478]", r"\d\d", r"(?:\d\d|2[ABab])"
_MONTH = r"(?:0[1-9]|1[0-2]|[2-9]\d)"
_BORN = r"(?:0[1-9]|1[0-2])"  # without a key, real months only
SPACED = re.compile(
    f"{_START}([12]){_GAP}({_YEAR}){_GAP}({_BORN}){_GAP}({_PLACE}){_GAP}(\\d{{3}}){_GAP}(\\d{{3}})"
    f"(?:{_GAP}(\\d\\d))?{_END}"
)
KEYED = re.compile(f"{_START}{_SEX}(?:{_GAP}[0-9ABab]){{14}}{_END}")
SHAPE = re.compile(f"{_SEX}{_YEAR}{_MONTH}{_PLACE}\\d{{8}}")
IBAN = re.compile(
    r"\b(?:FR|MC)\d\d(?: ?[A-Z0-9]){23}\b|\b[A-Z]{2}\d\d[A-Z0-9]{11,30}\b", re.IGNORECASE
)
GAPS = re.compile(r"[ .\-/_]+")
CORSICA = {"2A": "19", "2B": "18"}
PLACES = {f"{n:02}" for n in range(1, 100)} | set(CORSICA)


def has_nir(text: str) -> bool:
    """Whether the text holds what can only be read as somebody's number."""
    plain = IBAN.sub(_unless_iban, normalize("NFKC", text))
    if any(_is_keyed(found.group()) for found in KEYED.finditer(plain)):
        return True
    return any(_is_spaced(found) for found in SPACED.finditer(plain))


def key_of(thirteen: str) -> str:
    """The key of the first thirteen characters; 2A counts as 19, 2B as 18."""
    place = thirteen[5:7].upper()
    number = f"{thirteen[:5]}{CORSICA.get(place, place)}{thirteen[7:]}"
    return f"{97 - int(number) % 97:02}"


def _is_keyed(found: str) -> bool:
    bare = GAPS.sub("", found)
    return bool(SHAPE.fullmatch(bare)) and key_of(bare[:13]) == bare[13:]


def _is_spaced(found: re.Match[str]) -> bool:
    *thirteen, key = found.groups()
    if thirteen[3].upper() not in PLACES or "000" in thirteen[4:]:
        return False
    return key is None or key_of("".join(thirteen)) == key


def _unless_iban(found: re.Match[str]) -> str:
    """A bank account holds digits enough to look like anything: it is set apart first."""
    bare = found.group().replace(" ", "").upper()
    moved = "".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])
    return " iban " if int(moved) % 97 == 1 else found.group()
