"""A contact as address books read it: vCard 3.0 (RFC 2426), which all of them know."""

from perenne.domain.organisations.queries import Contact

LONGEST = 75
"""Bytes of a line; a longer one goes on after a space."""
ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def vcard_of(contact: Contact, *, place: str, url: str) -> bytes:
    """Lines ended by CRLF; what is empty is left out."""
    given, _, family = contact.name.partition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_text(family or given)};{_text(given if family else '')};;;",
        f"FN:{_text(contact.name)}",
        f"ORG:{_text(contact.organisation)}",
        *([f"TEL;TYPE=WORK,VOICE:{_text(contact.phone)}"] if contact.phone else []),
        *([f"EMAIL;TYPE=INTERNET:{_text(contact.email)}"] if contact.email else []),
        f"URL:{url}",
        f"NOTE:{_text(f'Facilitateur de la clause sociale d’insertion pour {place}')}",
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _text(said: str) -> str:
    return said.translate(ESCAPED)


def _folded(line: str) -> str:
    """No letter is cut in two."""
    parts, size = [""], 0
    for sign in line:
        weight = len(sign.encode())
        if size + weight > LONGEST:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += weight
    return "\r\n".join(parts)
