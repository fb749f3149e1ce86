"""The certificate as an accessible PDF, with the code that leads to its check."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

import qrcode
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from qrcode.image.svg import SvgPathImage

from perenne.domain.compliance.queries import CertificateCard, CertificateKind, CertificateState
from perenne.kit.pdf import compile_pdf
from perenne.rules.french import in_full
from perenne.web.tools.papers import download


def address_of(card: CertificateCard) -> str:
    """Where anybody checks it."""
    return settings.ADDRESS + reverse("certificates:check", args=[card.code])


def paper_of(card: CertificateCard) -> HttpResponse:
    """The same bytes each time, whoever asks and when, until its state changes."""
    made_at = datetime.combine(card.closed_on or card.issued_on, time(12), UTC)
    content = compile_pdf("web/certificates/paper.typ", paper_facts(card), made_at=made_at)
    return download(content, "application/pdf", f"attestation-{card.code[:8].lower()}.pdf")


def paper_facts(card: CertificateCard) -> Mapping[str, Any]:
    """In the shape that paper.typ reads (see its first lines)."""
    address, yearly = address_of(card), card.kind is CertificateKind.YEARLY
    return {
        "title": f"{card.kind.label} – {card.said.party}",
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "reference": f"Attestation {card.grouped_code}",
        "kind": card.kind.label,
        "invalid": _invalid(card),
        "party": card.said.party,
        "siret": card.siret,
        "buyer": card.said.buyer,
        "object": card.said.object,
        "contract": card.said.reference or "–",
        "facilitator": card.said.facilitator,
        "since": in_full(card.since),
        "until": in_full(card.until),
        "counted": card.counted,
        "yearly": yearly,
        "total": card.total,
        "due": card.due,
        "issued_on": in_full(card.issued_on),
        "code": card.grouped_code,
        "address": address,
        "drawing": drawn(address),
    }


def drawn(address: str) -> str:
    """The code as an SVG, for telephones."""
    image: bytes = qrcode.make(address, image_factory=SvgPathImage, border=0).to_string()
    return image.decode()


def _invalid(card: CertificateCard) -> str:
    if card.state is CertificateState.ISSUED or card.closed_on is None:
        return ""
    day = in_full(card.closed_on)
    return f"Cette attestation ne vaut plus : {card.state.label.lower()} le {day}."
