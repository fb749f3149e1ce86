"""Verdicts for a terminal, and for a program."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from perenne.domain.programming.queries import ReadProgramme, ScreenedLine, card_of_verdict
from perenne.rules.screening import Advice
from perenne.values import Euros, Hours


def as_json(read: ReadProgramme, lines: Sequence[ScreenedLine]) -> str:
    told = {
        "notes": list(read.notes),
        "headings": [_headings(sheet) for sheet in read.sheets],
        "summary": _summary(lines),
        "lines": [_line(line) for line in lines],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_text(read: ReadProgramme, lines: Sequence[ScreenedLine]) -> str:
    summary = _summary(lines)
    told = [*read.notes, ""]
    for screened in lines:
        told += _told(screened)
    told += [
        "",
        f"{_several(summary['lines'], 'ligne')} : {_several(summary['purchases'], 'achat')} "
        f"({summary['doubtful']} à préciser), "
        f"{_several(summary['set_aside'], 'mise', ' de côté')}.",
        f"Clauses recommandées : {summary['advice'].get(Advice.RECOMMENDED.value, 0)}, "
        f"{Hours.of(summary['recommended_hours'])} estimées.",
    ]
    return "\n".join(told)


def _several(count: int, noun: str, rest: str = "") -> str:
    """« 1 achat », « 2 achats »: in French, zero is singular."""
    return f"{count} {noun}{'s' if count > 1 else ''}{rest}"


def _told(screened: ScreenedLine) -> list[str]:
    line, purchase = screened.line, screened.purchase
    if purchase is None:
        return [f"{line.number:>5}  mise de côté : {line.reason}"]
    card = card_of_verdict(purchase.verdict)
    calibration = purchase.verdict.calibration
    hours = f", {calibration.hours.rounded}\u00a0h" if calibration else ""
    return [
        f"{line.number:>5}  {purchase.facts.object}",
        f"       {card.advice.label}{hours} · {card.understood} · {card.duty.label}",
        f"       {card.reasons[0]}",
        *(f"       ? {question.sentence}" for question in purchase.facts.questions),
    ]


def _summary(lines: Sequence[ScreenedLine]) -> dict[str, Any]:
    """Kept and set aside add up to the lines of the file."""
    purchases = [line.purchase for line in lines if line.purchase]
    recommended = [p for p in purchases if p.verdict.advice is Advice.RECOMMENDED]
    hours = Hours(sum(p.verdict.calibration.hours.minutes for p in recommended
                      if p.verdict.calibration))  # fmt: skip
    amount = Euros(sum(p.facts.amount.cents for p in purchases if p.facts.amount))
    return {
        "lines": len(lines),
        "purchases": len(purchases),
        "set_aside": len(lines) - len(purchases),
        "doubtful": sum(bool(p.facts.questions) for p in purchases),
        "kinds": dict(Counter(line.line.kind.value for line in lines)),
        "advice": dict(Counter(p.verdict.advice.value for p in purchases)),
        "recommended_hours": hours.whole,
        "amount": str(amount.amount),
    }


def _headings(sheet: Any) -> dict[str, Any]:
    headings = sheet.headings
    return {
        "sheet": sheet.name,
        "row": headings.row_number,
        "title": headings.title,
        "columns": {column.value: index for column, index in headings.columns.items()},
        "ignored": [heading.text for heading in headings.ignored],
        "doubts": [doubt.question for doubt in headings.doubts],
    }


def _line(screened: ScreenedLine) -> dict[str, Any]:
    line = screened.line
    told: dict[str, Any] = {
        "sheet": screened.sheet,
        "number": line.number,
        "fate": line.fate.value,
        "kind": line.kind.value,
        "reason": line.reason,
        "cells": list(line.cells),
    }
    if screened.purchase:
        told["purchase"] = _purchase(screened)
    return told


def _purchase(screened: ScreenedLine) -> dict[str, Any]:
    assert screened.purchase is not None
    facts, verdict = screened.purchase.facts, screened.purchase.verdict
    routing = screened.purchase.routing
    card = card_of_verdict(verdict)
    return {
        "object": facts.object,
        "amount": str(facts.amount.amount) if facts.amount else None,
        "amount_high": str(facts.amount_high.amount) if facts.amount_high else None,
        "months": facts.months,
        "cpv": facts.cpv or None,
        "launch_on": facts.launch_on.isoformat() if facts.launch_on else None,
        "place": facts.place,
        "segment": verdict.finding.segment.value if verdict.finding.segment else None,
        "understood": card.understood,
        "advice": card.advice.value,
        "hours": verdict.calibration.hours.whole if verdict.calibration else None,
        "basis": card.basis.value if card.basis else None,
        "duty": card.duty.value,
        "reasons": list(card.reasons),
        "hypotheses": [*facts.hypotheses, *(f"{h.label} : {h.value} ({h.source})"
                                            for h in card.hypotheses)],
        "questions": [question.sentence for question in facts.questions],
        "facilitator": routing.facilitator.name if routing.facilitator else None,
        "routing": routing.reason,
        "next_step": {"label": card.next_label,
                      "on": verdict.next_step.on.isoformat() if verdict.next_step.on else None},
    }  # fmt: skip
