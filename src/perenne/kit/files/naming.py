"""Names of files: shown, and said in a header; they decide nothing and open nothing."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

# Controls, path separators, and the marks that turn the reading direction of a name around.
UNFIT_FOR_A_NAME = re.compile(
    r"[\x00-\x1f\x7f-\x9f/\\\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    r"|[\ud800-\udfff]"
)
UNFIT_FOR_A_DISK = re.compile(r'[<>:"|?*%]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:$|[. ])", re.IGNORECASE)
NAMELESS = "fichier"


def fit(name: str) -> str:
    """A name that can be shown and downloaded: no path, no control, 200 characters at most."""
    whole = unicodedata.normalize("NFC", name)
    bare = UNFIT_FOR_A_NAME.sub("", whole.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    stem, dot, extension = bare.rpartition(".")
    return f"{stem[:180]}{dot}{extension[:19]}".strip(". ") if bare else NAMELESS


def extension_of(name: str) -> str:
    """In lower case, without its dot; empty when there is none."""
    return fit(name).lower().rpartition(".")[2] if "." in fit(name) else ""


def named_as(name: str, extension: str) -> str:
    """The name under which a file is given back: with the extension of what it really is."""
    label = UNFIT_FOR_A_DISK.sub("_", fit(name))
    if RESERVED.match(label):
        label = f"_{label}"
    if not extension or label.lower().endswith(f".{extension}"):
        return label
    return f"{label}.{extension}"


def attachment(name: str) -> str:
    """The header of RFC 6266: a name in ASCII for old programs, the whole one after RFC 5987."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", plain).strip(". ") or NAMELESS
    if plain == name:
        return f'attachment; filename="{plain}"'
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
