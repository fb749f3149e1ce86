"""Bytes into text: the encodings that French spreadsheets save, told apart."""

from __future__ import annotations

import re

from perenne.kit.refusals import Refused

NOT_TEXT = (
    "Ce fichier n’est ni un classeur ni du texte lisible. Ouvrez-le dans votre tableur, "
    "enregistrez-le au format Excel (.xlsx), puis renvoyez-le."
)
MIXED = (
    "Le fichier mélange deux encodages : chaque ligne a été lue séparément, "
    "vérifiez les lettres accentuées."
)
GUESSED = "L’encodage du fichier a été deviné ({name}) : vérifiez les lettres accentuées."
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
ONE_BYTE = (("cp1252", "Windows"), ("mac-roman", "Mac"), ("cp850", "DOS"))
TWO_BYTES = ("utf-16-be", "utf-16-le")
FRENCH = frozenset("éèêëàâäîïôöùûüçœæÉÈÊËÀÂÎÏÔÙÛÜÇŒ’‘«»“”€°–—…²³½·\u00a0\u202f")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
DOUBLY_ENCODED = re.compile(r"Ã[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ©ª«®¨´¹]|â‚¬|â€™")
SAMPLE_BYTES = 200_000


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what the user should know; Refused when these bytes are not text."""
    text, notes = decode_marked(content) or decode_plain(content)
    if len(CONTROL.findall(text[:SAMPLE_BYTES])) * 500 > len(text[:SAMPLE_BYTES]):
        raise Refused(NOT_TEXT)
    return text, notes


def decode_marked(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """A byte order mark says the encoding; two-byte text without one shows by its zeros."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return strict(content, name), ()
    zeros = content[:SAMPLE_BYTES].count(0)
    if zeros * 3 < len(content[:SAMPLE_BYTES]):
        return None
    name = TWO_BYTES[0] if content[0] == 0 else TWO_BYTES[1]
    return strict(content, name), (GUESSED.format(name="UTF-16"),)


def strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeError:
        raise Refused(NOT_TEXT) from None


def decode_plain(content: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    windows = content.decode("cp1252", errors="replace")
    if DOUBLY_ENCODED.search(windows):
        return line_by_line(content), (MIXED,)
    return best_of_one_byte(content)


def line_by_line(content: bytes) -> str:
    """Two files pasted into one: each line in the first encoding that fits."""
    lines = []
    for line in content.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
    return "\n".join(lines)


def best_of_one_byte(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Windows unless another reading looks more French; no reading at all: not text."""
    sample = content[:SAMPLE_BYTES]
    scores = [(frenchness(sample, name), -rank) for rank, (name, _) in enumerate(ONE_BYTE)]
    score, rank = max(scores)
    if score < 0:
        raise Refused(NOT_TEXT)
    name, label = ONE_BYTE[-rank]
    notes = () if name == "cp1252" else (GUESSED.format(name=label),)
    return content.decode(name, errors="replace"), notes


def frenchness(sample: bytes, name: str) -> int:
    """French letters and marks, less the others: « Ž » in Windows is « é » on a Mac."""
    beyond = [letter for letter in sample.decode(name, errors="replace") if letter > "\x7f"]
    french = sum(letter in FRENCH for letter in beyond)
    return french - 2 * (len(beyond) - french)
