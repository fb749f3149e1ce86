"""Who counts: the publics, their proofs, the check before hiring, and for how long they count."""

from perenne.rules.eligibility.annex import annex_on_publics
from perenne.rules.eligibility.assessing import Decision, State, assess, said_outside
from perenne.rules.eligibility.categories import (
    EligibilityCategory,
    Ground,
    Group,
    Sensitivity,
)
from perenne.rules.eligibility.claims import Declaration
from perenne.rules.eligibility.contradictions import (
    CONTRADICTIONS,
    Contradiction,
    contradictions,
)
from perenne.rules.eligibility.facts import (
    Allowance,
    Difficulty,
    Disability,
    DisabilityTitle,
    Enrolment,
    FollowUp,
    JobSearch,
    Opinion,
    OpinionBody,
    Person,
    Residence,
    RuralZone,
    Scheme,
    Schooling,
    Stay,
    StayStatus,
    Structure,
)
from perenne.rules.eligibility.green_light import Checked, GreenLight, green_light
from perenne.rules.eligibility.iae import CRITERIA, Criterion, Pathway, criteria_met, pathway
from perenne.rules.eligibility.passes import Pass, PassReading, PassState, reads_pass
from perenne.rules.eligibility.pathways import Clock, Outlook, clock, outlook
from perenne.rules.eligibility.proof_kinds import PROOFS, ProofKind, ProofRule
from perenne.rules.eligibility.proofs import (
    Proof,
    ProofVerdict,
    accepts,
    lacking_proofs,
)
from perenne.rules.eligibility.publics import PUBLICS, grounds_open
from perenne.rules.eligibility.returns import Return, closed_by_leaving, on_return
from perenne.rules.eligibility.windows import (
    WINDOWS,
    Course,
    Entry,
    Window,
    WindowStart,
    counts_on,
    next_review,
    window,
)

__all__ = [
    "CONTRADICTIONS",
    "CRITERIA",
    "PROOFS",
    "PUBLICS",
    "WINDOWS",
    "Allowance",
    "Checked",
    "Clock",
    "Contradiction",
    "Course",
    "Criterion",
    "Decision",
    "Declaration",
    "Difficulty",
    "Disability",
    "DisabilityTitle",
    "EligibilityCategory",
    "Enrolment",
    "Entry",
    "FollowUp",
    "GreenLight",
    "Ground",
    "Group",
    "JobSearch",
    "Opinion",
    "OpinionBody",
    "Outlook",
    "Pass",
    "PassReading",
    "PassState",
    "Pathway",
    "Person",
    "Proof",
    "ProofKind",
    "ProofRule",
    "ProofVerdict",
    "Residence",
    "Return",
    "RuralZone",
    "Scheme",
    "Schooling",
    "Sensitivity",
    "State",
    "Stay",
    "StayStatus",
    "Structure",
    "Window",
    "WindowStart",
    "accepts",
    "annex_on_publics",
    "assess",
    "clock",
    "closed_by_leaving",
    "contradictions",
    "counts_on",
    "criteria_met",
    "green_light",
    "grounds_open",
    "lacking_proofs",
    "next_review",
    "on_return",
    "outlook",
    "pathway",
    "reads_pass",
    "said_outside",
    "window",
]
