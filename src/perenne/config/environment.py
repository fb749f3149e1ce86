"""Every variable of the environment, typed, in one place; what is missing is named at once."""

from __future__ import annotations

import os
import sys
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

ROOT = Path(__file__).resolve().parents[3]
SIRENE = "recherche-entreprises.api.gouv.fr"
OWNERS_VERBS = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "dbshell"}
"""What only the owner of the tables may do; everything else connects as the application."""
KEY, NAME = 32, 40
"""Of a key that closes files: its bytes, and the letters of its name at most."""


SECOND_FACTOR = ("required", "offered")
LEVELS = (
    "eidas2 eidas3 https://proconnect.gouv.fr/assurance/self-asserted-2fa "
    "https://proconnect.gouv.fr/assurance/consistency-checked-2fa"
)


class Missing(SystemExit):
    """What production needs and was not given: whoever starts a program reads the sentence."""


@dataclass(frozen=True, slots=True)
class ProConnect:
    """How this site is known to ProConnect; nothing of it is shown without an issuer."""

    issuer: str
    client_id: str
    client_secret: str
    levels: tuple[str, ...]
    """The `acr` values by which ProConnect says that a second factor was asked."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Without PERENNE_PRODUCTION, a machine of ours: every value has a safe default."""

    production: bool
    home: Path
    """Where the embedded database, the files received and the mails sent are kept."""
    secret_key: str
    database_url: str
    """As the application, which owns no table; empty: the embedded PostgreSQL of `home` is used."""
    owner_database_url: str
    """As the owner of the tables: given to `migrate` only, never to the server."""
    replicas: tuple[str, ...]
    """Standbys of the database, as the application: pages may be read there."""
    as_owner: bool
    postgres_programs: str
    hosts: tuple[str, ...]
    address: str
    """Public address of the site, without a final slash."""
    mail_url: str
    """smtp://user:password@host:port, or empty: mails are written in `home`/mails."""
    mail_from: str
    sirene_address: str
    """Of the API « Recherche d’entreprises »; empty: forms are filled in by hand."""
    sirene_hosts: tuple[str, ...]
    """The only hosts that this address may name."""
    carrier: str
    """The body that carries the committee; printed in footers and documents."""
    committee: str
    dpo: str
    """Whom to write to about personal data (the data protection officer), as it is printed."""
    controller_is_public: bool
    """A public body acts on a mission, a private one on a legitimate interest (GDPR, article 6)."""
    committees: tuple[str, ...]
    """The codes of those served here; the first one answers to any name of the site."""
    committee_of_host: Mapping[str, str]
    second_factor: str
    """« required » of the roles that see persons, or « offered » (a demo)."""
    proconnect: ProConnect
    for_committee: str
    """The one that a command works for."""
    journal_witnesses: tuple[str, ...]
    """Two addresses outside, to which the end of the journal’s chain is sent every night."""
    base_map: str
    """Under the map of facilitators: « ign », or the address of tiles; empty: outlines alone."""
    metrics_token: str
    """What a watch shows to read /metriques/; empty: nobody reads it."""
    log_is_json: bool
    clamd: str
    """Where the antivirus listens: /path of a socket, or host:port; empty: nothing is scanned."""
    bucket: Mapping[str, str]
    """Of an S3 server: name, endpoint, region, key, secret; empty: files lie in `home`."""
    file_keys: Mapping[str, bytes]
    """That close the files at rest, the active one first; empty: they lie open."""

    @property
    def database_home(self) -> Path:
        return self.home / "database"


COMMITTEE = "Comité départemental pour l’insertion pérenne par les clauses sociales"
NEEDED_IN_PRODUCTION = {
    "PERENNE_SECRET_KEY": "a long random text (python -c 'import secrets; print(...)')",
    "DATABASE_URL": "postgresql://user:password@host:5432/perenne",
    "PERENNE_HOSTS": "the names of the site, separated by commas",
    "PERENNE_ADDRESS": "the public address, https://…",
    "PERENNE_MAIL_URL": "smtp://user:password@host:port",
}


def read_environment(
    variables: Mapping[str, str] = os.environ, *, as_owner: bool = False
) -> Environment:
    """Read once, at start. Raises Missing in production when anything needed is not there."""
    hosts_of = committees_in(variables.get("PERENNE_COMMITTEES") or "77")
    home = Path(variables.get("PERENNE_HOME") or ROOT / ".local").absolute()
    return Environment(
        production=_is_production(variables),
        home=home,
        secret_key=variables.get("PERENNE_SECRET_KEY") or _own_secret(home),
        database_url=variables.get("DATABASE_URL", ""),
        owner_database_url=variables.get("PERENNE_OWNER_DATABASE_URL", ""),
        replicas=_names(variables.get("PERENNE_REPLICAS", "")),
        as_owner=as_owner,
        postgres_programs=variables.get("PG_BIN", ""),
        hosts=_names(variables.get("PERENNE_HOSTS", "localhost,127.0.0.1")),
        address=variables.get("PERENNE_ADDRESS", "http://127.0.0.1:8077").rstrip("/"),
        mail_url=variables.get("PERENNE_MAIL_URL", ""),
        mail_from=variables.get("PERENNE_MAIL_FROM", "Pérenne <ne-pas-repondre@perenne.example>"),
        sirene_address=variables.get("PERENNE_SIRENE_ADDRESS", "").rstrip("/"),
        sirene_hosts=_names(variables.get("PERENNE_SIRENE_HOSTS", SIRENE)),
        carrier=variables.get("PERENNE_CARRIER", "Initiatives77"),
        committee=variables.get("PERENNE_COMMITTEE", COMMITTEE),
        dpo=variables.get("PERENNE_DPO", ""),
        controller_is_public=_said(variables, "PERENNE_CONTROLLER_IS_PUBLIC"),
        committees=tuple(hosts_of),
        for_committee=variables.get("PERENNE_FOR_COMMITTEE") or next(iter(hosts_of)),
        journal_witnesses=_names(variables.get("PERENNE_JOURNAL_WITNESSES", "")),
        committee_of_host={host: code for code, hosts in hosts_of.items() for host in hosts},
        second_factor=_second_factor(variables),
        proconnect=_proconnect(variables),
        base_map=variables.get("PERENNE_BASE_MAP", ""),
        metrics_token=variables.get("PERENNE_METRICS_TOKEN", ""),
        log_is_json=variables.get("PERENNE_LOG", "") == "json",
        clamd=variables.get("PERENNE_CLAMD", ""),
        bucket=bucket_in(variables),
        file_keys=file_keys_in(variables.get("PERENNE_FILE_KEYS", "")),
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _second_factor(variables: Mapping[str, str]) -> str:
    said = variables.get("PERENNE_SECOND_FACTOR") or SECOND_FACTOR[0]
    if said not in SECOND_FACTOR:
        raise Missing(f"PERENNE_SECOND_FACTOR is « {said} »: say {' or '.join(SECOND_FACTOR)}.")
    return said


def _proconnect(variables: Mapping[str, str]) -> ProConnect:
    issuer, client_id, secret = (
        variables.get(f"PERENNE_PROCONNECT_{name}", "") for name in ("ISSUER", "CLIENT", "SECRET")
    )
    if issuer and not (client_id and secret):
        raise Missing(
            "PERENNE_PROCONNECT_ISSUER is set: PERENNE_PROCONNECT_CLIENT and "
            "PERENNE_PROCONNECT_SECRET are needed too."
        )
    levels = variables.get("PERENNE_PROCONNECT_LEVELS") or LEVELS
    return ProConnect(issuer.rstrip("/"), client_id, secret, tuple(levels.split()))


def committees_in(text: str) -> dict[str, tuple[str, ...]]:
    """« 77=clausesociale77.fr 34=clausesociale34.fr,www.clausesociale34.fr » → code → names."""
    said = (word.partition("=") for word in text.split())
    return {code: tuple(filter(None, hosts.split(","))) for code, _, hosts in said}


def _said(variables: Mapping[str, str], name: str) -> bool:
    return variables.get(name, "") not in {"", "0", "no"}


def bucket_in(variables: Mapping[str, str]) -> dict[str, str]:
    """PERENNE_S3_BUCKET, and what it takes to reach it."""
    if not variables.get("PERENNE_S3_BUCKET"):
        return {}
    parts = ("BUCKET", "ENDPOINT", "REGION", "KEY", "SECRET")
    return {part.lower(): variables.get(f"PERENNE_S3_{part}", "") for part in parts}


def file_keys_in(text: str) -> dict[str, bytes]:
    """« 2027:base64 2026:base64 » → name → 32 bytes; to change keys, put the new one first."""
    try:
        keys = {
            name: b64decode(key) for name, _, key in (word.partition(":") for word in text.split())
        }
    except ValueError as wrong_key:
        raise Missing(
            f"PERENNE_FILE_KEYS: what follows a colon must be base64: {wrong_key}"
        ) from None
    wrong = [name for name, key in keys.items() if len(key) != KEY or not 0 < len(name) <= NAME]
    if wrong:
        raise Missing(f"PERENNE_FILE_KEYS: {KEY} bytes in base64 are needed under {wrong}")
    return keys


def _is_production(variables: Mapping[str, str]) -> bool:
    """Raises Missing when it is, and anything needed is not there."""
    if not _said(variables, "PERENNE_PRODUCTION"):
        return False
    missing = [name for name in NEEDED_IN_PRODUCTION if not variables.get(name)]
    if missing:
        lines = "\n".join(f"  {name}: {NEEDED_IN_PRODUCTION[name]}" for name in missing)
        raise Missing(f"Production needs these variables, which are not set:\n{lines}")
    return True


def _own_secret(home: Path) -> str:
    """Made once for this machine, so that sessions outlive a restart."""
    place = home / "secret-key"
    if not place.exists() or not place.stat().st_size:
        home.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(token_urlsafe(50))
    return place.read_text()


def asked_of_the_owner(argv: Sequence[str]) -> bool:
    program = Path(argv[0]).parts[-2:] if argv else ()
    return program == ("config", "__main__.py") and bool(OWNERS_VERBS & set(argv[1:2]))


ENVIRONMENT = read_environment(as_owner=asked_of_the_owner(sys.argv))
