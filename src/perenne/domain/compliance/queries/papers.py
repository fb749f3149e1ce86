"""The letters and the decision as papers, from what was kept on their day: the same for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.compliance.models import Decision, Letter
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.states import LetterKind
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.kick_off import Paper
from perenne.rules.letters import (
    Decided,
    Reckoning,
    Shortage,
    alert,
    decision,
    formal_notice,
    hearing,
)
from perenne.rules.penalties import recompute
from perenne.rules.texts import CCAG_FOLLOW_UP, CCAG_HEARING, CCAG_PENALTIES
from perenne.rules.wording.pieces import Piece, PieceCode, Section
from perenne.values import Euros, Hours

TEXTS = {
    LetterKind.ALERT: CCAG_FOLLOW_UP,
    LetterKind.FORMAL_NOTICE: CCAG_PENALTIES,
    LetterKind.HEARING: CCAG_HEARING,
}
NAMES = {
    LetterKind.ALERT: "point-sur-vos-heures",
    LetterKind.FORMAL_NOTICE: "mise-en-demeure",
    LetterKind.HEARING: "invitation-observations",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """`name`: of the file, without its kind. `sender` is the organisation that writes."""

    paper: Paper
    name: str
    sender: str
    company: str
    written_on: date

    @property
    def text(self) -> str:
        """For a mail."""
        return text_of(self.paper.sections)


def printed_letter(shortfall_id: int, letter_id: int, *, seen_by: Actor) -> Printed:
    """Not found for who may not see its shortfall."""
    letter = _of(Letter, "shortfall", shortfall_id, seen_by).filter(pk=letter_id).first()
    if letter is None:
        raise NotFound(letter_id)
    return letter_of(letter)


def printed_decision(shortfall_id: int, *, seen_by: Actor) -> Printed:
    row = _of(Decision, "proposal__shortfall", shortfall_id, seen_by).first()
    if row is None:
        raise NotFound(shortfall_id)
    return decision_of(row)


def letter_of(letter: Letter) -> Printed:
    """For those whose right to read it is checked already; the hearing tells its amount."""
    kind, commitment = LetterKind(letter.kind), letter.shortfall.commitment
    own = f"CCAP, article {commitment.clause.ccap_article}, « Clause sociale d’insertion »"
    said = _shortage(
        commitment.contract,
        on=letter.sent_on,
        measured_on=letter.measured_on,
        expected=Hours(letter.expected_minutes),
        counted=Hours(letter.counted_minutes),
        settled=Hours(letter.settled_minutes),
        days=letter.days,
        articles=(own, str(TEXTS[kind])) if commitment.clause.ccag else (own,),
    )
    paper = _paper(kind, said, letter)
    return Printed(paper, NAMES[kind], letter.sent_by.name, said.company, letter.sent_on)


def decision_of(row: Decision) -> Printed:
    found, facts = recompute(row.proposal.inputs), row.proposal.inputs["facts"]
    said = _shortage(
        row.proposal.shortfall.commitment.contract,
        on=row.decided_on,
        measured_on=row.proposal.measured_on,
        expected=Hours(facts["due_minutes"]),
        counted=Hours(facts["validated_minutes"]),
        articles=found.articles,
    )
    reckoned = Reckoning(found.amount, tuple(row.proposal.reasons), found.version)
    decided = Decided(row.outcome, Euros(row.amount_cents), row.motive, row.catch_up_by)
    paper = decision(said, reckoned, decided)
    return Printed(paper, "decision", said.buyer, said.company, row.decided_on)


def text_of(sections: tuple[Section, ...]) -> str:
    """Plain text, the title of each section first."""
    return Piece(PieceCode.FOLLOW_UP, "", sections).as_text().strip()


def _of(model: Any, path: str, shortfall_id: int, seen_by: Actor) -> Any:
    seen = SHORTFALLS.rows("shortfall.view", seen_by).filter(pk=shortfall_id)
    contract = f"{path}__commitment__contract"
    told = [f"{contract}__buyer", f"{contract}__facilitator", f"{path}__commitment__clause"]
    return model.objects.filter(**{f"{path}__in": seen}).select_related(*told)


def _shortage(contract: Any, **said: Any) -> Shortage:
    lead = contract.parties.filter(role=PartyRole.LEAD).values_list("name", flat=True).first()
    return Shortage(
        contract=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        facilitator=contract.facilitator.name,
        company=lead or "",
        **said,
    )


def _paper(kind: LetterKind, said: Shortage, letter: Letter) -> Paper:
    if kind is LetterKind.ALERT:
        return alert(said)
    if kind is LetterKind.FORMAL_NOTICE:
        return formal_notice(said)
    if not letter.inputs:
        return hearing(said)
    found = recompute(letter.inputs)
    lines = (*found.reasons, *found.cautions)
    return hearing(said, Reckoning(found.amount, lines, found.version))
