"""Bilans: of a contract, of the département, frozen; who reads, writes, freezes and signs."""

from perenne.web.bilans.conftest import new_story

ROWS = """
                                nob vis buy bu2 fac fa2 coo com str pre
bilans:list         -           302 302 200 200 200 200 200 200 404 404
bilans:compare      -           302 302 200 200 200 200 200 200 404 404
bilans:show         contract    302 302 200 404 200 404 200 200 404 404
bilans:show         department  302 302 404 404 200 200 200 404 404 404
bilans:file         sheet       302 302 200 404 200 404 200 200 404 404
bilans:write        text        302 302 404 404 200 404 200 404 404 404
bilans:write        territory   302 302 404 404 404 404 200 404 404 404
bilans:freeze       contract    302 302 404 404 200 404 200 404 404 404
bilans:freeze       department  302 302 404 404 404 404 200 404 404 404
bilans:frozen       frozen      302 302 200 404 200 404 200 200 404 404
bilans:frozen_file  csv         302 302 200 404 200 404 200 200 404 404
bilans:sign         frozen POST 302 302 200 404 200 404 200 200 404 404
"""


def things(committee):
    story = new_story(committee)
    story.works(6_000)
    frozen, (contract, months) = story.freeze(), story.slugs
    return {
        "contract": [contract, months],
        "department": ["departement-77", months],
        "sheet": [contract, months, "csv"],
        "text": [contract, months, "context"],
        "territory": ["departement-77", months, "context"],
        "frozen": [frozen],
        "csv": [frozen, "csv"],
    }
