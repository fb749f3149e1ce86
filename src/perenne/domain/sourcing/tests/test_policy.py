"""Who may do what to a need: X its company, F its facilitator, S the structure asked, P a
prescriber, C the coordination, H the house; other ones (x, f, s), its buyer (B), a visitor never.
"""

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_file
from perenne.domain.sourcing.factories import new_offer, new_opening, new_solicitation
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.policy import (
    CANDIDATE_GRANTS,
    CANDIDATES,
    COMMITMENTS,
    OFFER_GRANTS,
    OFFERS,
    OPENING_GRANTS,
    OPENINGS,
    SOLICITATION_GRANTS,
    SOLICITATIONS,
)
from perenne.kit.actors import HOUSE, VISITOR, Role

TABLE = """
opening.view          open    XFC
opening.view          filled  XFC
opening.send_wave     open    H
opening.send_wave     filled  .
opening.fill          open    XF
opening.fill          filled  .
opening.close         open    XF
opening.lapse         open    H
opening.propose       open    SPp
opening.propose       filled  .
solicitation.view     open    S
solicitation.view     filled  S
solicitation.offer    open    SF
solicitation.offer    filled  .
solicitation.decline  open    SF
solicitation.decline  filled  .
solicitation.resume   open    .
solicitation.lapse    open    H
solicitation.close    open    XFH
offer.keep            open    XF
offer.keep            filled  .
offer.leave           open    XF
offer.leave           filled  .
offer.withdraw        open    SF
offer.withdraw        filled  SF
candidate.view        open    XFCP
candidate.hire        open    XF
candidate.hire        filled  XF
candidate.leave       open    XF
candidate.withdraw    open    P
candidate.withdraw    filled  P
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.fixture
def people(scene):
    return {
        "F": scene.facilitator, "X": scene.company, "S": scene.space, "P": scene.prescriber,
        "f": new_actor(Role.FACILITATOR), "x": new_actor(Role.COMPANY),
        "s": new_actor(Role.INCLUSION_STRUCTURE), "p": new_actor(Role.PRESCRIBER),
        "B": new_actor(Role.BUYER), "C": new_actor(Role.COORDINATION), "v": VISITOR, "H": HOUSE,
    }  # fmt: skip


def test_who_may_do_what(scene, people):
    ours, other = scene.structures(2)
    type(ours).objects.filter(pk=ours.pk).update(organisation=scene.space.organisation_id)
    wrong = []
    for state, ended in (("open", None), ("filled", "2026-11-26")):
        opening = new_opening(scene.commitment, state=state, ended_on=ended)
        asked = new_solicitation(opening, ours)
        answered = new_opening(scene.commitment, state=state, ended_on=ended)
        offer = new_offer(answered, ours)
        new_offer(answered, other)
        candidate = Candidate.objects.create(
            opening=opening, file=new_file(facilitator=scene.facilitator),
            proposed_by_id=scene.prescriber.organisation_id, proposed_on="2026-11-26",
        )  # fmt: skip
        policies = {
            "opening": (OPENINGS, opening), "solicitation": (SOLICITATIONS, asked),
            "offer": (OFFERS, offer), "candidate": (CANDIDATES, candidate),
        }  # fmt: skip
        for act, when, letters in ROWS:
            if when != state:
                continue
            policy, row = policies[act.partition(".")[0]]
            found = {letter for letter, one in people.items() if policy.allows(act, one, row.pk)}
            if found != set(letters) - {"."}:
                wrong.append((act, when, letters, "".join(sorted(found))))
    assert wrong == []
    opens = {
        letter for letter, one in people.items()
        if COMMITMENTS.allows("opening.open", one, scene.commitment.pk)
    }  # fmt: skip
    assert opens == {"X", "F"}


def test_every_act_is_in_the_table():
    grants = (OPENING_GRANTS, SOLICITATION_GRANTS, OFFER_GRANTS, CANDIDATE_GRANTS)
    assert {act for act, *_ in ROWS} == {act for grant in grants for act in grant}
    assert {Opening, Solicitation, Offer, Candidate} == {
        policy.model for policy in (OPENINGS, SOLICITATIONS, OFFERS, CANDIDATES)
    }
