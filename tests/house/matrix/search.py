"""Search is open to whoever has a space: each finds what they may see."""

ROWS = """
                         nob vis buy bu2 fac fa2 coo com str pre
search:find    -         302 302 200 200 200 200 200 200 200 200
"""


def things(committee):
    return {}
