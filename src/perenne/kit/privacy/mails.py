"""Mails written in a folder (a machine without SMTP): those of an erased person go too."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

RULE = b"-" * 79 + b"\n"
"""What Django writes after each mail of a file."""


def forget_mails(marks: Iterable[str]) -> int:
    """Take out every mail that names one of these; how many there were."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or "/nonexistent")
    sought = {mark.casefold() for mark in marks}
    return sum(_forget_in(path, sought) for path in folder.glob("*.log")) if sought else 0


def _forget_in(path: Path, sought: set[str]) -> int:
    parts = path.read_bytes().split(RULE)
    staying = [part for part in parts if not _names(part, sought)]
    if len(staying) < len(parts):
        path.write_bytes(RULE.join(staying))
    return len(parts) - len(staying)


def _names(part: bytes, sought: set[str]) -> bool:
    mail = email.message_from_bytes(part, policy=email.policy.default)
    body = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
    said = [*(str(value) for value in mail.values()), body.get_content() if body else ""]
    text = "\n".join([*said, part.decode(errors="replace")]).casefold()
    return any(mark in text for mark in sought)
