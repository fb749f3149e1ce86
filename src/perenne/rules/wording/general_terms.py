"""The six CCAG of 2021 and the article of each that holds the insertion clause."""

from dataclasses import dataclass

from perenne.rules import texts
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.wording.terms import Ccag


@dataclass(frozen=True, slots=True)
class GeneralTerms:
    """`is_printed`: the number is sure enough to stand in a contract."""

    code: Ccag
    label: str
    article: str
    source: Source
    confidence: Confidence
    is_printed: bool = True


# Numbers of MI and MOE follow from the distance between penalties and insertion in the others.
GENERAL_TERMS = Table(
    "general_terms",
    "Article de la clause d’insertion dans chaque CCAG",
    (
        GeneralTerms(Ccag.TRAVAUX, "CCAG-Travaux", "20.1", texts.CCAG_TRAVAUX, Confidence.LIKELY),
        GeneralTerms(Ccag.FCS, "CCAG-FCS", "16.1", texts.CCAG_FCS, Confidence.SURE),
        GeneralTerms(Ccag.TIC, "CCAG-TIC", "16.1", texts.CCAG_TIC, Confidence.SURE),
        GeneralTerms(Ccag.PI, "CCAG-PI", "16.1", texts.CCAG_PI, Confidence.LIKELY),
        GeneralTerms(
            Ccag.MI, "CCAG-MI", "17.1", texts.CCAG_MI, Confidence.LIKELY, is_printed=False
        ),
        GeneralTerms(
            Ccag.MOE, "CCAG-MOE", "18.1", texts.CCAG_MOE, Confidence.LIKELY, is_printed=False
        ),
    ),
)
