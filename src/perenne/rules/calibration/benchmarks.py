"""Euros of contract behind one hour of insertion: what real contracts and practice show."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Source, cites
from perenne.rules.segments import Segment, SegmentFinding
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, PRACTICE, SUD_77
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One figure, or a range up to `up_to`; euros before tax for one hour."""

    label: str
    euros_per_hour: Euros
    source: Source
    up_to: Euros | None = None


PUBLISHED = (
    Benchmark("Exemple publié en Seine-et-Marne, travaux", Euros.of(1_200), SUD_77),
    Benchmark("Marché de l’État de 2021, numérique", Euros.of(2_000), BAM_2021),
    Benchmark("Marché de l’État de 2025, informatique", Euros.of(2_857), AQUAREEL_2025),
)
WORKS = Benchmark("Travaux, ordre de grandeur", Euros.of(800), PRACTICE, Euros.of(2_000))
LABOUR_SERVICES = Benchmark(
    typeset("Services de main-d'œuvre, ordre de grandeur"),
    Euros.of(200),
    PRACTICE,
    Euros.of(800),
)
INTELLECTUAL = Benchmark(
    "Prestations intellectuelles, ordre de grandeur", Euros.of(2_000), PRACTICE, Euros.of(5_000)
)
_INTELLECTUAL = frozenset({Segment.IT_SUPPORT, Segment.ENGINEERING})


@cites(SUD_77, BAM_2021, AQUAREEL_2025, PRACTICE)
def benchmarks(finding: SegmentFinding) -> tuple[Benchmark, ...]:
    """The range of this kind of purchase first, then the published figures."""
    return (_range_of(finding.segment), *PUBLISHED)


def _range_of(segment: Segment | None) -> Benchmark:
    if segment is Segment.WORKS:
        return WORKS
    return INTELLECTUAL if segment in _INTELLECTUAL else LABOUR_SERVICES
