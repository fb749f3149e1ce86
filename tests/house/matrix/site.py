"""The public site: everybody reads."""

ROWS = """
                                   nob vis buy bu2 fac fa2 coo com str pre
site:home                -         200 200 200 200 200 200 200 200 200 200
site:privacy             -         200 200 200 200 200 200 200 200 200 200
site:register            -         200 200 200 200 200 200 200 200 200 200
site:cookies             -         200 200 200 200 200 200 200 200 200 200
site:gallery             -         200 200 200 200 200 200 200 200 200 200
"""


def things(committee):
    return {}
