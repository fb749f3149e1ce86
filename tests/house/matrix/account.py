"""Accounts: signing in and out, and what one may do to one's own account."""

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
account:login            -         200 200 200 200 200 200 200 200 200 200
account:logout           -    POST 302 302 302 302 302 302 302 302 302 302
"""


def things(committee):
    return {}
