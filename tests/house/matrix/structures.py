"""The directory: anybody reads it; lists are kept by who has a seat; an offer is said by the
structure, its facilitator or the coordination. One structure is hidden."""

from perenne.domain.directory.actions import make_list, save_structure
from perenne.domain.directory.factories import new_structure

ROWS = """
                                    nob vis buy bu2 fac fa2 coo com str pre
directory:find      -               200 200 200 200 200 200 200 200 200 200
directory:points    -               200 200 200 200 200 200 200 200 200 200
directory:suggest   -               200 200 200 200 200 200 200 200 200 200
directory:show      listed          200 200 200 200 200 200 200 200 200 200
directory:show      hidden          404 404 404 404 404 404 200 404 404 404
directory:keep      listed     POST 302 302 302 302 302 302 302 302 302 302
directory:publish   listed     POST 302 302 404 404 404 404 302 404 404 404
directory:say       own             302 302 404 404 200 200 200 404 200 404
directory:say       hidden          302 302 404 404 404 404 200 404 404 404
directory:own       -               302 302 404 404 404 404 404 404 200 200
directory:lists     -               302 302 200 200 200 200 200 200 200 200
directory:rename    list       POST 302 302 404 404 404 404 404 302 404 404
directory:drop      list       POST 302 302 404 404 404 404 404 302 404 404
directory:take      kept       POST 302 302 404 404 404 404 404 302 404 404
"""


def things(committee):
    """The structure has its space; the company keeps a list of it."""
    own = new_structure(
        name="Ateliers de la Brie", organisation_id=committee.structure.organisation_id,
        trades={"painting": 300}, commune_id="77284", latitude=48_960_000, longitude=2_888_000,
    )  # fmt: skip
    others = [new_structure(trades={"masonry": 10 * n}, commune_id="77284") for n in (1, 2, 3)]
    hidden = new_structure(state="hidden")
    list_id = make_list(name="Peinture", by=committee.company)
    for one in (own, *others):
        save_structure(list_id=list_id, structure_id=one.pk, by=committee.company)
    return {
        "listed": [others[0].pk],
        "own": [own.pk],
        "hidden": [hidden.pk],
        "list": [list_id],
        "kept": [list_id, own.pk],
    }
