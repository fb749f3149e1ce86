"""No letter of a token can be changed, whatever the letter."""

import json
import time

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.web.account.proconnect.conftest import KEY, public
from perenne.web.account.proconnect.tokens import Expected, Forged, verified

ISSUER, CLIENT = "https://proconnect.example", "perenne"
EXPECTED = Expected(ISSUER, CLIENT, [public(KEY, "one")])
CLAIMS = {"iss": ISSUER, "aud": CLIENT, "sub": "camille", "exp": int(time.time()) + 3_600}
TOKEN = jwt.encode(CLAIMS, KEY, algorithm="RS256", headers={"kid": "one"})
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def test_a_whole_token_is_believed():
    assert verified(TOKEN, EXPECTED) == CLAIMS


@given(some.integers(0, len(TOKEN) - 2), some.sampled_from(LETTERS))
def test_no_letter_can_be_changed(place, letter):
    """But the last one, of which base64 leaves bits unused."""
    changed = TOKEN[:place] + letter + TOKEN[place + 1 :]
    if changed == TOKEN:
        return
    with pytest.raises(Forged):
        verified(changed, EXPECTED)


@given(some.text(max_size=60) | some.just("a.b.c") | some.just(".."))
def test_what_is_not_a_token_is_forged_and_breaks_nothing(text):
    with pytest.raises(Forged):
        verified(text, EXPECTED)


@pytest.mark.parametrize(
    "keys",
    [
        [],
        [{}],
        [{"kid": "one"}],
        [{"kid": "one", "kty": "RSA"}],
        [{**public(KEY, "one"), "use": "enc"}],
        [{**public(KEY, "one"), "n": "!"}],
        [{**public(KEY, "one"), "kty": "EC"}],
        [{**public(KEY, "one"), "kty": "oct", "k": "AA"}],
    ],
)
def test_a_key_that_is_not_one_for_this_opens_nothing(keys):
    with pytest.raises(Forged):
        verified(TOKEN, Expected(ISSUER, CLIENT, keys))


@pytest.mark.parametrize("claim", ["iss", "aud", "exp", "sub"])
@pytest.mark.parametrize("value", [None, 0, "", [], {}, "ailleurs"])
def test_every_claim_is_needed_and_is_what_it_must_be(claim, value):
    if (claim, value) == ("sub", "ailleurs"):
        return
    token = jwt.api_jws.encode(
        json.dumps({**CLAIMS, claim: value}).encode(),
        KEY, algorithm="RS256", headers={"kid": "one"},
    )  # fmt: skip
    with pytest.raises(Forged):
        verified(token, EXPECTED)
