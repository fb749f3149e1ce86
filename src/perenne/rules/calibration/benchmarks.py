"""Euros of contract behind one hour of insertion: what real contracts and practice show."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Default, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.segments import Segment, SegmentFinding
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, PRACTICE, SUD_77
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One figure, or a range up to `up_to`; euros before tax for one hour."""

    code: str
    label: str
    euros_per_hour: Euros
    source: Source
    confidence: Confidence
    up_to: Euros | None = None


PUBLISHED_PRICES = Table(
    "published_prices",
    "Euros de marché pour une heure : contrats et exemples publiés",
    (
        Benchmark(
            "sud_77",
            "Exemple publié en Seine-et-Marne, travaux",
            Euros.of(1_200),
            SUD_77,
            Confidence.LIKELY,
        ),
        Benchmark(
            "bam_2021",
            "Marché de l’État de 2021, numérique",
            Euros.of(2_000),
            BAM_2021,
            Confidence.SURE,
        ),
        Benchmark(
            "aquareel_2025",
            "Marché de l’État de 2025, informatique",
            Euros.of(2_857),
            AQUAREEL_2025,
            Confidence.SURE,
        ),
    ),
)


def _price(code: str, meaning: str, usual: int, *, between: tuple[int, int]) -> Default[Euros]:
    low, high = map(Euros.of, between)
    return parameter(
        f"calibration.price.{code}",
        f"Euros de marché pour une heure, {meaning}",
        Euros.of(usual),
        between=(low, high),
    )


WORKS_LEAST = _price("works_least", "travaux, au moins", 800, between=(400, 1_200))
WORKS_MOST = _price("works_most", "travaux, au plus", 2_000, between=(1_200, 4_000))
SERVICES_LEAST = _price("services_least", "services, au moins", 200, between=(100, 400))
SERVICES_MOST = _price("services_most", "services, au plus", 800, between=(400, 1_600))
STUDIES_LEAST = _price("studies_least", "études, au moins", 2_000, between=(1_000, 3_000))
STUDIES_MOST = _price("studies_most", "études, au plus", 5_000, between=(3_000, 10_000))

_STUDIES = frozenset({Segment.IT_SUPPORT, Segment.ENGINEERING})


@dataclass(frozen=True, slots=True)
class PriceRange:
    """The usual range of a kind of purchase."""

    code: str
    label: str
    least: Default[Euros]
    most: Default[Euros]
    segments: frozenset[Segment]
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES

    def held(self, practice: Practice) -> Benchmark:
        return Benchmark(
            self.code,
            self.label,
            practice.of(self.least),
            self.source,
            self.confidence,
            practice.of(self.most),
        )


PRICE_RANGES = Table(
    "price_ranges",
    "Euros de marché pour une heure : ordres de grandeur",
    (
        PriceRange(
            "works",
            "Travaux, ordre de grandeur",
            WORKS_LEAST,
            WORKS_MOST,
            frozenset({Segment.WORKS}),
        ),
        PriceRange(
            "services",
            typeset("Services de main-d'œuvre, ordre de grandeur"),
            SERVICES_LEAST,
            SERVICES_MOST,
            frozenset(Segment) - {Segment.WORKS} - _STUDIES,
        ),
        PriceRange(
            "studies",
            "Prestations intellectuelles, ordre de grandeur",
            STUDIES_LEAST,
            STUDIES_MOST,
            _STUDIES,
        ),
    ),
)


@cites(
    SUD_77,
    BAM_2021,
    AQUAREEL_2025,
    PRACTICE,
    says="Combien d’euros de marché pour une heure, ailleurs ?",
    confidence=Confidence.VARIES,
)
def benchmarks(finding: SegmentFinding, *, practice: Practice = USUAL) -> tuple[Benchmark, ...]:
    """The range of this kind of purchase first, then the published figures."""
    return (price_range(finding).held(practice), *PUBLISHED_PRICES)


@cites(
    PRACTICE,
    says="Quel ordre de grandeur convient à ce genre d’achat ?",
    confidence=Confidence.VARIES,
)
def price_range(finding: SegmentFinding) -> PriceRange:
    """That of services when the segment is not known."""
    known = (row for row in PRICE_RANGES if finding.segment in row.segments)
    return next(known, PRICE_RANGES["services"])
