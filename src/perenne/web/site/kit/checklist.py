"""What is to be done, in its order: the same lines in the PDF and in the workbook."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.kit.sheets.writing import Table, write_workbook
from perenne.rules.deadlines import Actor
from perenne.rules.deadlines.delays import DELAYS, DelayCode
from perenne.rules.deadlines.falling_due import SAID
from perenne.rules.french import typeset
from perenne.rules.law import Dated
from perenne.rules.legal_bases import CLAUSE_LIMITS
from perenne.web.site.booklet.parts import upper_first
from perenne.web.site.kit.reckoning import Kit
from perenne.web.tools.clause.settling import points_of

BEFORE, WRITING, DURING = "Avant la consultation", "Dans les documents", "Pendant l’exécution"
OF_ONE_CONTRACT = (
    DelayCode.OPPORTUNITY, DelayCode.CALIBRATION, DelayCode.ESSENTIAL_DATA,
    DelayCode.FIRST_CONTACT, DelayCode.KICK_OFF, DelayCode.ACTION_PLAN, DelayCode.ELIGIBILITY,
    DelayCode.STATEMENT, DelayCode.VALIDATION, DelayCode.ASSESSMENT,
    DelayCode.FINAL_ASSESSMENT,
)  # fmt: skip
"""The delays that every clause meets: those of a penalty, or of somebody’s rights, are left out."""


@dataclass(frozen=True, slots=True)
class Task:
    when: str
    what: str
    who: str
    mark: str
    """A delay, or what helps to decide."""


def tasks_of(kit: Kit) -> tuple[Task, ...]:
    buyer = upper_first(Actor.BUYER.label)
    terms = kit.segments[0].terms
    settled = [Task(WRITING, it.label, buyer, it.hint) for it in points_of(terms)]
    avoided = [
        Task(WRITING, f"Ne pas écrire : {it.label}", buyer, it.instead) for it in CLAUSE_LIMITS
    ]
    steps = calendar()
    before = [it for it in steps if it.when == BEFORE]
    return (*before, *settled, *avoided, *(it for it in steps if it.when == DURING))


def calendar() -> tuple[Task, ...]:
    return tuple(_step(code) for code in OF_ONE_CONTRACT)


def workbook_of(kit: Kit) -> bytes:
    rows = tuple(
        (typeset(it.when), typeset(it.what), typeset(it.who), typeset(it.mark), "")
        for it in tasks_of(kit)
    )
    headings = ("Étape", "À faire", "Qui", "Repère ou délai", "Fait le")
    return write_workbook([Table("Liste à cocher", headings, rows)])


def _step(code: DelayCode) -> Task:
    delay = DELAYS[code]
    span = delay.span.latest if isinstance(delay.span, Dated) else delay.span.value
    when = BEFORE if code in {DelayCode.OPPORTUNITY, DelayCode.CALIBRATION} else DURING
    mark = f"{SAID[delay.unit].format(span)}, à compter de : {delay.event.label}"
    return Task(when, delay.label, upper_first(delay.actor.label), mark)
