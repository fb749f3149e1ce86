"""Files of structures: the coordination alone brings them in."""

from datetime import date

from perenne.domain.directory.tests.imports import new_import

ROWS = """
                            nob vis buy bu2 fac fa2 coo com str pre
imports:list    -           302 302 404 404 404 404 200 404 404 404
imports:show    applied     302 302 404 404 404 404 200 404 404 404
imports:apply   tried  POST 302 302 404 404 404 404 302 404 404 404
imports:drop    other  POST 302 302 404 404 404 404 302 404 404 404
"""


def things(committee):
    day = date(2026, 11, 1)
    return {
        "applied": [new_import(committee.coordination, day, applied=True)],
        "tried": [new_import(committee.coordination, day)],
        "other": [new_import(committee.coordination, day)],
    }
