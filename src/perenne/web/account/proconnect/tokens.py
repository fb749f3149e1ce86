"""What ProConnect signs is believed once everything about it was checked (OpenID Connect Core 1.0).

Pure: keys, issuer and the rest are given; a `Forged` says in English, for the log, what is wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any

import jwt

ALGORITHMS = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}
"""Asymmetric, with the kind of their keys: neither `none`, nor a secret that we would share."""
TOLERANCE = 30  # seconds between two clocks
CLAIMS = ("iss", "aud", "exp", "sub")


class Forged(Exception):  # noqa: N818 - what it is, not what went wrong with us
    """The token is not what it says."""


@dataclass(frozen=True, slots=True)
class Expected:
    issuer: str
    client_id: str
    keys: Sequence[Mapping[str, Any]]
    """Of the issuer (`jwks_uri`)."""


def identity_in(id_token: str, userinfo: str, *, nonce: str, expected: Expected) -> dict[str, Any]:
    """The claims of both, which must be about the same person; what the id token says wins."""
    said = verified(id_token, expected)
    if not nonce or not compare_digest(str(said.get("nonce", "")), nonce):
        raise Forged("nonce: not the one of this request")
    told = verified(userinfo, expected)
    if told["sub"] != said["sub"]:
        raise Forged("sub: the userinfo is about somebody else")
    return {**told, **said}


def verified(token: str, expected: Expected) -> dict[str, Any]:
    try:
        header = jwt.get_unverified_header(token)
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_key(header, expected.keys),
            algorithms=list(ALGORITHMS),
            audience=expected.client_id,
            issuer=expected.issuer,
            leeway=TOLERANCE,
            options={"require": list(CLAIMS)},
        )
    except (jwt.PyJWTError, TypeError, ValueError) as wrong:
        raise Forged(f"token: {wrong}") from wrong
    if isinstance(claims["aud"], list) and claims["aud"] != [expected.client_id]:
        raise Forged("aud: for others too")
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise Forged("sub: empty")
    return claims


def _key(header: Mapping[str, Any], keys: Sequence[Mapping[str, Any]]) -> Any:
    """The one key that the header names, made for this algorithm and for signing."""
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise Forged(f"alg: {algorithm}")
    for one in keys:
        named = one.get("kid") == header.get("kid") and one.get("use", "sig") == "sig"
        if named and one.get("kty") == ALGORITHMS[algorithm]:
            return jwt.PyJWK.from_dict(dict(one), algorithm=algorithm).key
    raise Forged("kid: no such key")
