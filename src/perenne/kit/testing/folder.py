"""Mails that Django wrote in a folder (`EMAIL_FILE_PATH`), read again one by one."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from perenne.kit.privacy.mails import RULE


def mails_in(folder: Path) -> Iterator[EmailMessage]:
    """The latest file first. One file holds several, when they left in the same second."""
    for path in sorted(folder.glob("*.log"), reverse=True):
        for whole in path.read_bytes().split(RULE):
            if whole.strip():
                yield message_from_bytes(whole, policy=policy.default)
