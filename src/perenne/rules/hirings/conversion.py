"""An invoice of a structure told in hours: the hours attested, or else an amount converted.

The first method that can be used is used alone: two methods are never added for one invoice.
Hours are rounded half up to the minute. Amounts are before tax.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import typeset
from perenne.rules.hirings.invoices import WHOLE, ConversionTerms, Invoice
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import AQUAREEL_2025, CCAG_FOLLOW_UP, PRACTICE, SUD_77
from perenne.values import Euros, Hours

FLAT_RATE_LEAST = parameter(
    "hirings.flat_rate_least",
    "Taux de conversion d’une heure en dessous duquel la clause est à vérifier",
    Euros.of(25),
    between=(Euros.of(15), Euros.of(30)),
)
FLAT_RATE_MOST = parameter(
    "hirings.flat_rate_most",
    "Taux de conversion d’une heure au-dessus duquel la clause est à vérifier",
    Euros.of(30),
    between=(Euros.of(30), Euros.of(60)),
)


class ConversionMethod(StrEnum):
    ATTESTED = "ATTESTATION"
    CALIBRATED = "CALIBRAGE"
    FLAT = "FORFAIT"


Converts: TypeAlias = Callable[[Invoice, ConversionTerms], Hours | None]


@dataclass(frozen=True, slots=True)
class MethodRow:
    """`converts` answers None when the method lacks what it needs."""

    code: ConversionMethod
    label: str
    converts: Converts
    source: Source
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Conversion:
    """The hours of one invoice, with all that they come from; no method, no hours."""

    invoice: Invoice
    terms: ConversionTerms
    method: ConversionMethod | None
    hours: Hours
    reason: str


@cites(
    CCAG_FOLLOW_UP,
    SUD_77,
    PRACTICE,
    says="Combien d’heures représente la facture d’une structure ?",
    confidence=Confidence.VARIES,
)
def convert(invoice: Invoice, terms: ConversionTerms, *, practice: Practice = USUAL) -> Conversion:
    """The first method of the table that can be used."""
    for row in CONVERSION_METHODS:
        hours = row.converts(invoice, terms)
        if hours is not None:
            said = f"{row.label} : {hours} pour une facture de {invoice.amount} HT."
            if row.code is ConversionMethod.FLAT:
                said += _unusual(terms.flat_rate, practice)
            return Conversion(invoice, terms, row.code, hours, typeset(said))
    return Conversion(
        invoice,
        terms,
        None,
        Hours(0),
        typeset("Rien ne permet de compter cette facture : demandez l'attestation des heures."),
    )


@cites(
    PRACTICE,
    says="Combien d’heures représentent plusieurs factures ?",
    confidence=Confidence.VARIES,
)
def convert_all(
    invoices: Sequence[Invoice], terms: ConversionTerms, *, practice: Practice = USUAL
) -> tuple[Conversion, ...]:
    """One conversion for each invoice. ValueError, in French, when one is given twice."""
    numbers = [(invoice.supplier, invoice.number) for invoice in invoices]
    if len(numbers) != len(set(numbers)):
        raise ValueError(
            typeset("Une facture est donnée deux fois : ne convertissez chacune qu'une fois.")
        )
    return tuple(convert(invoice, terms, practice=practice) for invoice in invoices)


def _attested(invoice: Invoice, terms: ConversionTerms) -> Hours | None:
    return invoice.attested


def _calibrated(invoice: Invoice, terms: ConversionTerms) -> Hours | None:
    if terms.labour_share is None or terms.hourly_cost is None:
        return None
    labour = Fraction(invoice.amount.cents * terms.labour_share.basis_points, WHOLE.basis_points)
    return Hours(half_up(labour * 60 / terms.hourly_cost.cents))


def _flat(invoice: Invoice, terms: ConversionTerms) -> Hours | None:
    if terms.flat_rate is None:
        return None
    return Hours(half_up(Fraction(invoice.amount.cents * 60, terms.flat_rate.cents)))


def _unusual(rate: Euros | None, practice: Practice) -> str:
    least, most = practice.of(FLAT_RATE_LEAST), practice.of(FLAT_RATE_MOST)
    if rate is None or least <= rate <= most:
        return ""
    return f" Le taux de {rate} est d'ordinaire de {least} à {most} : vérifiez la clause."


CONVERSION_METHODS = Table(
    "conversion_methods",
    "Conversion d’une facture en heures, par ordre de préférence",
    (
        MethodRow(
            ConversionMethod.ATTESTED,
            "Heures attestées par la structure",
            _attested,
            AQUAREEL_2025,
            Confidence.LIKELY,
        ),
        MethodRow(
            ConversionMethod.CALIBRATED,
            "Part de main-d’œuvre et coût horaire du calibrage",
            _calibrated,
            SUD_77,
            Confidence.VARIES,
        ),
        MethodRow(
            ConversionMethod.FLAT,
            "Taux forfaitaire écrit dans la clause",
            _flat,
            PRACTICE,
            Confidence.VARIES,
        ),
    ),
)
