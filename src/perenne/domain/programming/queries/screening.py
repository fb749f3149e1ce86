"""The verdict on planned purchases: what they are, what clause they can bear, who answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.coverage.queries import Router, Routing
from perenne.domain.programming.queries.facts import (
    PurchaseFacts,
    Question,
    facts_of,
    operations_in,
)
from perenne.domain.programming.queries.reading import ReadProgramme, ReadSheet
from perenne.kit.french import LineKind, SortedLine
from perenne.rules.needs import BuyerKind
from perenne.rules.screening import Verdict, screen
from perenne.rules.segments import Certainty, FoundBy


@dataclass(frozen=True, slots=True)
class ScreenedPurchase:
    facts: PurchaseFacts
    verdict: Verdict
    routing: Routing


@dataclass(frozen=True, slots=True)
class ScreenedLine:
    """One line of the file; `purchase` is None when the line was set aside."""

    sheet: str
    line: SortedLine
    purchase: ScreenedPurchase | None


@dataclass(frozen=True)
class Screening:
    """What stays the same from one purchase of a programme to the next."""

    buyer: BuyerKind
    seat: str
    router: Router
    today: date
    buyer_id: int | None = None

    def of(self, facts: PurchaseFacts) -> ScreenedPurchase:
        """The verdict on these facts; what is missing to conclude becomes a question."""
        verdict = screen(facts.need(self.buyer), today=self.today)
        routing = self.routing_of(facts.place, verdict.finding.segment or "")
        return ScreenedPurchase(with_questions(facts, verdict), verdict, routing)

    def routing_of(self, place: str, segment: str) -> Routing:
        """Who answers for a purchase of this buyer, on the day of the screening."""
        return self.router.route(place, seat=self.seat, segment=segment, buyer_id=self.buyer_id)

    def lines_of(self, programme: ReadProgramme) -> Iterator[ScreenedLine]:
        """Every line of every sheet, once, in order."""
        for sheet in programme.sheets:
            yield from self._lines_of(sheet)

    def _lines_of(self, sheet: ReadSheet) -> Iterator[ScreenedLine]:
        operations = operations_in(sheet.lines, sheet.headings)
        for line in sheet.lines:
            purchase = (
                self.of(facts_of(line, sheet.headings, operations=operations))
                if line.kind is LineKind.PURCHASE
                else None
            )
            yield ScreenedLine(sheet.name, line, purchase)


def with_questions(facts: PurchaseFacts, verdict: Verdict) -> PurchaseFacts:
    """What must be asked, and no more: a doubtful CPV code is no matter when the words decided."""
    finding = verdict.finding
    told = finding.found_by in {FoundBy.WORDS, FoundBy.BOTH}
    idle = {"cpv"} if told and finding.certainty is not Certainty.DOUBTFUL else set()
    kept = tuple(question for question in facts.questions if question.field not in idle)
    asked = {question.field for question in kept}
    missing = tuple(question for question in missing_in(facts) if question.field not in asked)
    return replace(facts, questions=kept + missing)


def missing_in(facts: PurchaseFacts) -> Iterator[Question]:
    """Without these two, no verdict can be given."""
    if not facts.object:
        yield Question("object", "Quel est l’objet de cet achat ?")
    if not facts.amount and not facts.amount_high:
        yield Question("amount", "Quel est le montant estimé de cet achat, hors taxes ?")
