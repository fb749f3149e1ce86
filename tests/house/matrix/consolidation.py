"""Consolidation files: for facilitators and coordination; those of persons, for facilitators."""

ROWS = """
                          nob vis buy bu2 fac fa2 coo com str pre
consolidation:show   -    302 302 404 404 200 200 200 404 404 404
consolidation:take  ave   302 302 404 404 200 200 200 404 404 404
consolidation:take  fse   302 302 404 404 200 200 404 404 404 404
consolidation:take  none  302 302 404 404 404 404 404 404 404 404
"""
EVERYBODYS = {"ave", "fse", "none"}


def things(_committee):
    return {"ave": ["ave", 2026, "csv"], "fse": ["fse", 2026, "ods"], "none": ["ave", 2026, "exe"]}
