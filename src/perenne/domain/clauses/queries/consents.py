"""Whether the hours of a commitment may move, by its clause or by the last answer of its buyer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Commitment, GlobalisationAnswer
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.procurement.queries.acts import acts_on
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.globalisation import Consent
from perenne.rules.wording import Globalisation
from perenne.values import Hours, Share

BY_CLAUSE = {
    Globalisation.ACCEPTED: Consent.OPEN,
    Globalisation.CAPPED: Consent.CAPPED,
    Globalisation.REFUSED: Consent.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Accord:
    """`cap` when it is capped; `since`: hours of the months before stay where they are.

    `by_clause` False: the clause says « case by case », and the buyer answers. `is_asked`: it has
    a question to answer.
    """

    consent: Consent
    cap: Share | None = None
    since: date = date.min
    by_clause: bool = True
    is_asked: bool = False
    is_answered: bool = True

    @property
    def label(self) -> str:
        if self.is_asked:
            return "demandée à l’acheteur"
        if not self.is_answered:
            return "au cas par cas, pas encore demandée"
        return f"{self.consent.label} ({self.cap})" if self.cap else self.consent.label


@dataclass(frozen=True, slots=True)
class AnswerRow:
    consent: Consent | None
    """None: not answered yet."""
    asked_on: date | None
    asked: Hours
    cap: Share | None
    since: date | None
    answered_on: date | None
    answered_by: str
    letter_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """`first_day`: of the contract."""

    id: int
    object: str
    buyer: str
    accord: Accord
    first_day: date
    due: Hours
    rows: tuple[AnswerRow, ...]
    may: frozenset[str]

    @property
    def asked(self) -> AnswerRow | None:
        return next((row for row in self.rows if row.consent is None), None)


def accords_of(rows: Collection[Commitment]) -> Mapping[int, Accord]:
    """Of commitments read with their clause; one query for all."""
    pending = [row.pk for row in rows if _said(row) is Globalisation.CASE_BY_CASE]
    last: dict[int, GlobalisationAnswer] = {}
    asked: set[int] = set()
    for one in GlobalisationAnswer.objects.filter(commitment__in=pending).order_by("pk"):
        if one.answer:
            last[one.commitment_id] = one
        else:
            asked.add(one.commitment_id)
    return {row.pk: _accord(row, last.get(row.pk), row.pk in asked) for row in rows}


def consent_card(commitment_id: int, *, seen_by: Actor) -> ConsentCard:
    """For the buyer who answers and the facilitator who asks; three queries."""
    found = COMMITMENTS.rows("consent.answer", seen_by).filter(pk=commitment_id)
    row = found.select_related("clause", "contract__buyer").first()
    if row is None:
        raise NotFound(commitment_id)
    answers = list(row.answers.select_related("answered_by"))
    last = next((one for one in reversed(answers) if one.answer), None)
    acts = acts_on(COMMITMENTS, ("consent.ask", "consent.answer"), seen_by, [row.pk])
    return ConsentCard(
        id=row.pk,
        object=row.contract.object,
        buyer=row.contract.buyer.name,
        accord=_accord(row, last, any(not one.answer for one in answers)),
        first_day=row.contract.starts_on or row.opened_on,
        due=Hours(row.due_minutes),
        rows=tuple(_row(one) for one in reversed(answers)),
        may=acts[row.pk],
    )


def _said(row: Commitment) -> Globalisation:
    return Globalisation(row.clause.globalisation)


def _accord(row: Commitment, last: GlobalisationAnswer | None, is_asked: bool) -> Accord:
    said = _said(row)
    if said is not Globalisation.CASE_BY_CASE:
        return Accord(BY_CLAUSE[said], _share(row.clause.globalisation_cap_bp))
    if last is None or last.since is None:
        return Accord(Consent.REFUSED, by_clause=False, is_asked=is_asked, is_answered=False)
    return Accord(
        Consent(last.answer), _share(last.cap_bp), last.since, by_clause=False, is_asked=is_asked
    )


def _row(one: GlobalisationAnswer) -> AnswerRow:
    return AnswerRow(
        consent=Consent(one.answer) if one.answer else None,
        asked_on=one.asked_on,
        asked=Hours(one.asked_minutes),
        cap=_share(one.cap_bp),
        since=one.since,
        answered_on=one.answered_on,
        answered_by=one.answered_by.name if one.answered_by else "",
        letter_on=one.letter_on,
        reason=one.reason,
    )


def _share(basis_points: int | None) -> Share | None:
    return None if basis_points is None else Share(basis_points)
