"""The desk of each role."""

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
desks:today              -         302 302 200 200 200 200 200 200 200 200
"""


def things(committee):
    return {}
