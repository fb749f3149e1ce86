"""A letter, or the decision, as an accessible PDF: the same bytes whenever it is asked for."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import HttpResponse

from perenne.domain.clauses.queries import plain_paragraph
from perenne.domain.compliance.queries import Printed, printed_decision, printed_letter
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.rules.french import in_full
from perenne.web.tools.papers import download

TEMPLATE = "web/compliance/letter/letter.typ"


@page(act="shortfall.view")
def letter(request: Visit, shortfall_id: int, letter_id: int) -> HttpResponse:
    return _given(printed_letter(shortfall_id, letter_id, seen_by=request.actor), shortfall_id)


@page(act="shortfall.view")
def decision(request: Visit, shortfall_id: int) -> HttpResponse:
    return _given(printed_decision(shortfall_id, seen_by=request.actor), shortfall_id)


def _given(printed: Printed, shortfall_id: int) -> HttpResponse:
    name = f"{printed.name}-{shortfall_id}.pdf"
    return download(pdf_of(printed), "application/pdf", name)


def pdf_of(printed: Printed) -> bytes:
    """Dated of its own day."""
    facts = {
        "title": printed.paper.title,
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "sender": printed.sender,
        "company": printed.company,
        "day": in_full(printed.written_on),
        "sections": [
            {"title": part.title, "paragraphs": list(map(plain_paragraph, part.paragraphs))}
            for part in printed.paper.sections
        ],
    }
    made_at = datetime.combine(printed.written_on, time(), UTC)
    return compile_pdf(TEMPLATE, facts, made_at=made_at)
