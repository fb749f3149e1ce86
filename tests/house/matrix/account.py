"""Accounts: signing in and out, and what one may do to one's own account.

The pages of an account are the same for every role; what they show is one's own. A step that
nobody has begun leads back to its beginning (302).
"""

import re

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from perenne.domain.people.factories import new_person
from perenne.web.account.engine import NAMES

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
account:login            -         200 200 200 200 200 200 200 200 200 200
account:authenticate     -         302 302 302 302 302 302 302 302 302 302
account:passkey_login    -         302 302 302 302 302 302 302 302 302 302
account:proconnect       -         404 404 404 404 404 404 404 404 404 404
account:proconnect_return -        404 404 404 404 404 404 404 404 404 404
account:logout           -    POST 302 302 302 302 302 302 302 302 302 302
account:forgotten        -         200 200 200 200 200 200 200 200 200 200
account:forgotten_sent   -         200 200 200 200 200 200 200 200 200 200
account:reset            reset     302 302 302 302 302 302 302 302 302 302
account:confirm_email    nothing   404 404 404 404 404 404 404 404 404 404
account:security         -         302 302 200 200 200 200 200 200 200 200
account:second_factor    -         302 302 302 302 302 302 302 302 302 302
account:reauthenticate   -         302 302 403 403 403 403 403 403 403 403
account:reauthenticate_by_code -   302 302 403 403 403 403 403 403 403 403
account:reauthenticate_by_passkey - 302 302 403 403 403 403 403 403 403 403
account:password         -         302 302 302 302 302 302 302 302 302 302
account:email            -         302 302 200 200 200 200 200 200 200 200
account:totp             -         302 302 200 200 200 200 200 200 200 200
account:totp_remove      -         302 302 404 404 404 404 404 404 404 404
account:passkey_add      -         302 302 200 200 200 200 200 200 200 200
account:passkey_rename   foreign   302 302 404 404 404 404 404 404 404 404
account:passkey_remove   foreign   302 302 404 404 404 404 404 404 404 404
account:codes            -         302 302 404 404 404 404 404 404 404 404
account:codes_renew      -         302 302 200 200 200 200 200 200 200 200
account:sessions         -         302 302 200 200 200 200 200 200 200 200
"""


def _said_again(ours, theirs):
    """The names that allauth reverses lead to the same pages: the same answers are expected."""
    (row,) = re.findall(rf"^account:{ours} .*$", ROWS, re.MULTILINE)
    return row.replace(f"account:{ours} ", f"{theirs} ", 1)


ROWS += "\n".join(_said_again(ours, theirs) for theirs, ours in NAMES.items()) + "\n"


def things(committee):
    person = new_person()
    return {
        "reset": [user_pk_to_url_str(person), default_token_generator.make_token(person)],
        "nothing": ["nothing"],
        "foreign": [123_456],
    }
