"""The register of processing (GDPR, article 30), read from the classifications of the code."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from perenne.kit.privacy import Basis, Category, Gone, Processing, Table, tables
from perenne.rules.law import Dated
from perenne.rules.practice import USUAL, written
from perenne.rules.retention import RETENTION_PERIODS, RecordKind

BASES = {
    Basis.CONSENT: "Consentement (RGPD, article 6, 1, a)",
    Basis.CONTRACT: "Exécution du contrat ou des statuts (RGPD, article 6, 1, b)",
    Basis.LEGAL_DUTY: "Obligation légale (RGPD, article 6, 1, c)",
}
PUBLIC_BODY = "Mission d’intérêt public (RGPD, article 6, 1, e)"
PRIVATE_BODY = "Intérêt légitime du responsable de traitement (RGPD, article 6, 1, f)"


@dataclass(frozen=True, slots=True)
class FieldCard:
    table: str
    column: str
    label: str
    category: Category
    gone: Gone
    why_kept: str


@dataclass(frozen=True, slots=True)
class ProcessingCard:
    code: str
    title: str
    purpose: str
    basis: str
    people: str
    categories: tuple[str, ...]
    labels: tuple[str, ...]
    recipients: tuple[str, ...]
    keeps: tuple[str, ...]
    security: tuple[str, ...]
    fields: tuple[FieldCard, ...]

    @property
    def sensitive(self) -> tuple[FieldCard, ...]:
        return tuple(one for one in self.fields if one.category.is_sensitive)


def register() -> list[ProcessingCard]:
    """One entry for each processing, in the order of its code."""
    of: dict[str, list[Table]] = {}
    for table in tables():
        of.setdefault(table.processing.code, []).append(table)
    return [_card(of[code][0].processing, of[code]) for code in sorted(of)]


def period_of(kind: RecordKind) -> str:
    """How long a kind of record is kept, in a sentence."""
    said = []
    for period in RETENTION_PERIODS:
        if kind in period.kinds and period.ground is None:
            span = period.span.latest if isinstance(period.span, Dated) else USUAL.of(period.span)
            said.append(f"{written(span, period.span.unit)} après {period.event.label}")
    return f"{kind.label} : {' ; '.join(said)}"


def _card(processing: Processing, of: list[Table]) -> ProcessingCard:
    fields = tuple(_fields(of))
    return ProcessingCard(
        code=processing.code,
        title=processing.title,
        purpose=processing.purpose,
        basis=_basis(processing.basis),
        people=processing.people,
        categories=_once(field.category.label for field in fields),
        labels=_once(field.label for field in fields),
        recipients=processing.recipients,
        keeps=_once(period_of(RecordKind(table.keeps)) for table in of),
        security=processing.security,
        fields=fields,
    )


def _fields(of: Iterable[Table]) -> Iterable[FieldCard]:
    for table in of:
        for name, one in table.personal.items():
            yield FieldCard(table.name, name, one.label, one.category, one.gone, one.why_kept)


def _basis(basis: Basis) -> str:
    if basis is Basis.OF_THE_CONTROLLER:
        return PUBLIC_BODY if settings.CONTROLLER_IS_PUBLIC else PRIVATE_BODY
    return BASES[basis]


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
