"""Codes of the Common Procurement Vocabulary, as they survive in spreadsheets.

Regulation (EC) 213/2008: eight digits from the division (two first digits) to the category,
then a check digit. The check digit is kept as written and never verified: the publisher says
that the codes of 2008 do not all follow its method.
"""

from __future__ import annotations

import re

from perenne.kit.french.plain import LONGEST, plain, quoted, says_nothing
from perenne.kit.french.readings import CpvReading

DIVISIONS = frozenset(
    {
        "03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35",
        "37", "38", "39", "41", "42", "43", "44", "45", "48", "50", "51", "55", "60", "63", "64",
        "65", "66", "70", "71", "72", "73", "75", "76", "77", "79", "80", "85", "90", "92", "98"
    }
)  # fmt: skip
FULL = re.compile(r"(?<![0-9])([0-9]{8})(?: ?- ?([0-9])| ([0-9])|([0-9]))?(?![0-9])")
SPACED = re.compile(r"(?<![0-9])([0-9]{2})[ .]?([0-9]{3})[ .]?([0-9]{3})(?: ?- ?([0-9]))?(?![0-9])")
PAIRS = re.compile(r"(?<![0-9])((?:[0-9]{2}[ .]){3}[0-9]{2})(?: ?- ?([0-9]))?(?![0-9])")
STUB = re.compile(r"(?<![0-9])([0-9]{2,7})(?:-([0-9]))?(?![0-9])")
LENGTH = 8
WHICH = "Quel est le code CPV de cet achat ?"


def read_cpv(text: str) -> CpvReading:
    """Never raises. The first code is the main one; the others are kept beside it."""
    words = plain(text[:LONGEST])
    if says_nothing(words):
        return CpvReading(text)
    found = full_codes(words)
    if not found:
        return read_stub(text, words)
    code, check_digit = found[0]
    others = tuple(dict.fromkeys(other for other, _ in found[1:] if other != code))
    hypotheses = (f"{code} est lu comme code principal.",) if others else ()
    return CpvReading(text, code, check_digit, others, hypotheses, doubt(code))


def full_codes(words: str) -> list[tuple[str, str | None]]:
    codes = [(found[1], found[2] or found[3] or found[4]) for found in FULL.finditer(words)]
    if codes:
        return codes
    spaced = [(found[1] + found[2] + found[3], found[4]) for found in SPACED.finditer(words)]
    pairs = [(re.sub(r"[ .]", "", found[1]), found[2]) for found in PAIRS.finditer(words)]
    return spaced or pairs


def doubt(code: str) -> str | None:
    if code[:2] in DIVISIONS:
        return None
    return f"La division {code[:2]} n’existe pas, ou plus, dans le vocabulaire CPV. {WHICH}"


def read_stub(text: str, words: str) -> CpvReading:
    """A code cut short, or one whose first zero a spreadsheet has eaten."""
    found = STUB.search(words)
    if found is None:
        return CpvReading(text, question=f"Le code CPV {quoted(text)} n’a pas été compris. {WHICH}")
    stub, check_digit = found[1], found[2]
    if len(stub) == LENGTH - 1 and f"0{stub[0]}" in DIVISIONS:
        code = f"0{stub}"
        assumed = f"Le zéro du début semble avoir été effacé par le tableur : {code}."
        return CpvReading(text, code, check_digit, (), (assumed,), f"Le code est-il bien {code} ?")
    code = stub.ljust(LENGTH, "0")
    if code[:2] not in DIVISIONS:
        return CpvReading(text, question=f"Le code CPV {quoted(text)} n’a pas été compris. {WHICH}")
    assumed = f"Le code {stub} a été complété : {code}."
    asked = f"Le code est-il bien {code} ?" if len(stub) > LENGTH - 3 else None
    return CpvReading(text, code, check_digit, (), (assumed,), asked)
