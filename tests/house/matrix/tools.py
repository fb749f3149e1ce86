"""The public tools: everybody uses them, without an account."""

ROWS = """
                                      nob vis buy bu2 fac fa2 coo com str pre
tools:index              -            200 200 200 200 200 200 200 200 200 200
tools:calibrate          -            200 200 200 200 200 200 200 200 200 200
tools:note               -            302 302 302 302 302 302 302 302 302 302
tools:simulate           -            200 200 200 200 200 200 200 200 200 200
tools:annex_word         -            302 302 302 302 302 302 302 302 302 302
tools:annex_pdf          -            302 302 302 302 302 302 302 302 302 302
tools:share              -            200 200 200 200 200 200 200 200 200 200
tools:clauses            -            200 200 200 200 200 200 200 200 200 200
tools:clause             device       200 200 200 200 200 200 200 200 200 200
tools:clause             unknown      404 404 404 404 404 404 404 404 404 404
tools:document           piece        200 200 200 200 200 200 200 200 200 200
tools:document           no_piece     404 404 404 404 404 404 404 404 404 404
"""

EVERYBODYS = {"device", "unknown", "piece", "no_piece"}
"""What belongs to no committee."""


def things(committee):
    device = "condition-d-execution"
    return {
        "device": [device],
        "unknown": ["clause-inconnue"],
        "piece": [device, "ccap"],
        "no_piece": [device, "facture"],
    }
