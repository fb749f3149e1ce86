"""Who may do what: F facilitator, B buyer, X party, C coordination; others never.

Another facilitator (f), buyer (b), company (x) and a visitor are refused everything; the house (H)
closes what is settled.
"""

from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.compliance.policy import (
    COMMITMENTS,
    LETTERS,
    OPENING_GRANTS,
    SHORTFALL_GRANTS,
    SHORTFALLS,
)
from perenne.domain.compliance.states import ShortfallState
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import HOUSE, VISITOR, Role

TABLE = """
                    open  proposed decided closed
shortfall.view      FBXC  FBXC     FBXC    FBXC
shortfall.read_history FBC FBC    FBC     FBC
shortfall.summon    B     B        .       .
shortfall.answer    X     X        .       .
shortfall.propose   F     .        .       .
shortfall.withdraw  .     F        .       .
shortfall.decide    .     B        .       .
shortfall.close     FH    .        .       .
"""
HEADS, *ROWS = (row.split() for row in TABLE.strip().splitlines())


def people_of(scene):
    return {
        "F": scene.facilitator, "B": scene.buyer, "X": scene.company,
        "C": new_actor(Role.COORDINATION), "f": new_actor(Role.FACILITATOR),
        "b": new_actor(Role.BUYER), "x": new_actor(Role.COMPANY), "v": VISITOR, "H": HOUSE,
    }  # fmt: skip


def granted(policy, act, people, pk):
    return {letter for letter, one in people.items() if policy.allows(act, one, pk)}


def test_who_may_do_what_at_each_step(scene):
    people, found = people_of(scene), {}
    for number, state in enumerate(ShortfallState):
        row = Shortfall.objects.create(
            commitment=scene.commitment if number == 0 else scene.another(),
            opened_on="2026-09-01", measured_on="2026-07-31", expected_minutes=60,
            counted_minutes=0, state=state,
            reason="Rattrapé." if state == "closed" else "",
        )  # fmt: skip
        for act in SHORTFALL_GRANTS:
            found[act, state.value] = granted(SHORTFALLS, act, people, row.pk)
    said = {
        (act, state): set(letters) - {"."}
        for act, *cells in ROWS
        for state, letters in zip(HEADS, cells, strict=True)
    }
    assert found == said


def test_who_alerts_who_sees_what_it_costs_and_who_notes_a_receipt(scene):
    people, commitment = people_of(scene), scene.commitment.pk
    found = {act: granted(COMMITMENTS, act, people, commitment) for act in OPENING_GRANTS}
    assert found == {"shortfall.open": {"F"}, "exposure.view": {"F", "B", "C"}}
    letter = Letter.objects.get(shortfall=scene.opened())
    assert granted(LETTERS, "letter.receive", people, letter.pk) == {"F", "B"}
