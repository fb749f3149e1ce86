"""What a certificate of hours covers, and what must be settled before one is issued."""

from perenne.rules.certificates.issuing import (
    VERSION,
    CertificateFacts,
    CertificateKind,
    MonthWaiting,
    objections,
    span_of,
)

__all__ = [
    "VERSION",
    "CertificateFacts",
    "CertificateKind",
    "MonthWaiting",
    "objections",
    "span_of",
]
