"""Boards: whoever follows sees what they follow, a buyer their own contracts."""

from django.utils.timezone import localdate

from perenne.web.tests.boards import new_board

ROWS = """
                         nob vis buy bu2 fac fa2 coo com str pre
boards:loads       -     302 302 404 404 200 200 200 404 404 404
boards:waiting     -     302 302 404 404 200 200 200 404 404 404
boards:late        -     302 302 404 404 200 200 200 404 404 404
boards:segments    -     302 302 404 404 200 200 200 404 404 404
boards:contracts   -     302 302 200 200 404 404 404 404 404 404
"""


def things(committee):
    new_board(committee, today=localdate())
    return {}
