"""Hours that are declared and hard to believe: each doubt is a question, some close the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from perenne.rules.hours.declared import DeclaredMonth
from perenne.rules.hours.oddities import (
    before_green_light,
    beyond_contract,
    day_beyond_agreement,
    day_to_come,
    full_day,
    long_day,
    long_month,
    long_week,
    month_to_come,
    negative,
    on_holiday,
    on_sunday,
    outside_employment,
    outside_performance,
    several_employers,
    sudden_change,
    young_day,
    young_week,
)
from perenne.rules.hours.severity import Doubt, DoubtCode, Holds, Severity, tuned
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import (
    AQUAREEL_2025,
    HOLIDAYS,
    LONGER_DAY,
    MAXIMUM_DAY,
    MAXIMUM_WEEK,
    PRACTICE,
    SEVERAL_JOBS,
    SUNDAY_REST,
    YOUNG_WORKERS,
)

INFO, ASK, BLOCK = Severity


def _closed(code: DoubtCode, label: str, asks: str, holds: Holds, source: Source) -> Doubt:
    """What cannot be, or what the database refuses: no committee makes it lighter."""
    return Doubt(code, label, BLOCK, asks, holds, source, Confidence.SURE)


def _tunable(
    code: DoubtCode,
    label: str,
    grave: tuple[Severity, Severity],
    asks: str,
    holds: Holds,
    stands_on: tuple[Source, Confidence],
) -> Doubt:
    """`grave`: the usual severity, and the least that a committee may choose."""
    usual, least = grave
    held = tuned(code, label, usual, least=least)
    return Doubt(code, label, usual, asks, holds, *stands_on, held)


@cites(
    MAXIMUM_DAY,
    MAXIMUM_WEEK,
    SEVERAL_JOBS,
    PRACTICE,
    says="Les heures déclarées pour ce mois sont-elles plausibles ?",
    confidence=Confidence.LIKELY,
)
def doubts(declared: DeclaredMonth, *, practice: Practice = USUAL) -> tuple[Doubt, ...]:
    """Those of the table that hold, in its order, as grave as this practice finds them."""
    return tuple(
        replace(doubt, severity=severity_of(doubt, practice))
        for doubt in PLAUSIBILITY
        if doubt.holds(declared, practice)
    )


def severity_of(doubt: Doubt, practice: Practice = USUAL) -> Severity:
    return doubt.severity if doubt.held is None else practice.of(doubt.held)


@cites(
    PRACTICE,
    says="Quels doutes empêchent encore d’enregistrer les heures ?",
    confidence=Confidence.VARIES,
)
def unanswered(raised: Sequence[Doubt], explained: Mapping[DoubtCode, str]) -> tuple[Doubt, ...]:
    """`explained`: the reason written for each doubt. No reason opens a door that is closed."""
    return tuple(
        doubt
        for doubt in raised
        if doubt.severity is Severity.BLOCK
        or (doubt.severity is Severity.ASK and not explained.get(doubt.code, "").strip())
    )


PLAUSIBILITY = Table(
    "plausibility",
    "Heures déclarées qui appellent une question",
    (
        _closed(
            DoubtCode.NEGATIVE,
            "Durée négative",
            "Une durée est négative : quelle est la durée travaillée ?",
            negative,
            PRACTICE,
        ),
        _closed(
            DoubtCode.MONTH_TO_COME,
            "Mois qui n’a pas commencé",
            "Ce mois n'a pas commencé : quel mois vouliez-vous déclarer ?",
            month_to_come,
            PRACTICE,
        ),
        _closed(
            DoubtCode.DAY_TO_COME,
            "Journée à venir",
            "Des heures sont déclarées pour un jour à venir : quel jour les dater ?",
            day_to_come,
            PRACTICE,
        ),
        _closed(
            DoubtCode.BEFORE_GREEN_LIGHT,
            "Avant le feu vert du facilitateur",
            "Des heures sont déclarées avant le feu vert : quel jour la personne a-t-elle commencé "
            "? Retirez-les, ou demandez une régularisation.",
            before_green_light,
            AQUAREEL_2025,
        ),
        _closed(
            DoubtCode.OUTSIDE_EMPLOYMENT,
            "En dehors du contrat de travail",
            "Les heures sont en dehors du contrat de travail connu : a-t-il été prolongé ou "
            "renouvelé ? Joignez l'avenant.",
            outside_employment,
            AQUAREEL_2025,
        ),
        _closed(
            DoubtCode.OUTSIDE_PERFORMANCE,
            "En dehors de l’exécution du marché",
            "Le marché n'est pas en cours d'exécution ces jours-là : sur quel marché les heures "
            "ont-elles été travaillées ?",
            outside_performance,
            AQUAREEL_2025,
        ),
        _closed(
            DoubtCode.FULL_DAY,
            "Plus de 24 h dans une journée, tous employeurs réunis",
            "La personne aurait travaillé plus de 24 h le même jour, tous employeurs réunis : "
            "quelle déclaration faut-il corriger ?",
            full_day,
            SEVERAL_JOBS,
        ),
        _tunable(
            DoubtCode.LONG_DAY,
            "Plus de 10 h dans une journée, tous employeurs réunis",
            (ASK, ASK),
            "Une journée dépasse 10 h : quel accord collectif, quelle autorisation ou quelle "
            "urgence le permet ?",
            long_day,
            (MAXIMUM_DAY, Confidence.SURE),
        ),
        _tunable(
            DoubtCode.DAY_BEYOND_AGREEMENT,
            "Plus de 12 h dans une journée, tous employeurs réunis",
            (ASK, ASK),
            "Une journée dépasse 12 h, ce qu'aucun accord collectif ne permet : quelle "
            "autorisation de l'inspection du travail ou quelle urgence l'explique ?",
            day_beyond_agreement,
            (LONGER_DAY, Confidence.SURE),
        ),
        _tunable(
            DoubtCode.LONG_WEEK,
            "Plus de 48 h dans une semaine, tous employeurs réunis",
            (ASK, ASK),
            "Une semaine dépasse 48 h : quelle autorisation de l'inspection du travail le permet ?",
            long_week,
            (MAXIMUM_WEEK, Confidence.SURE),
        ),
        _tunable(
            DoubtCode.YOUNG_DAY,
            "Plus de 8 h dans une journée avant 18 ans",
            (ASK, ASK),
            "La personne a moins de 18 ans et travaille plus de 8 h un même jour : quel chantier "
            "ou quelle autorisation le permet ?",
            young_day,
            (YOUNG_WORKERS, Confidence.SURE),
        ),
        _tunable(
            DoubtCode.YOUNG_WEEK,
            "Plus de 35 h dans une semaine avant 18 ans",
            (ASK, ASK),
            "La personne a moins de 18 ans et travaille plus de 35 h une même semaine : quel "
            "chantier ou quelle autorisation le permet ?",
            young_week,
            (YOUNG_WORKERS, Confidence.SURE),
        ),
        _tunable(
            DoubtCode.LONG_MONTH,
            "Mois très chargé, tous employeurs réunis",
            (ASK, INFO),
            "Le mois dépasse ce qu'une personne travaille d'ordinaire : les heures de plusieurs "
            "mois ou de plusieurs personnes sont-elles réunies ?",
            long_month,
            (PRACTICE, Confidence.VARIES),
        ),
        _tunable(
            DoubtCode.BEYOND_CONTRACT,
            "Plus d’heures que le contrat de travail n’en prévoit",
            (INFO, INFO),
            "Les heures dépassent celles du contrat de travail : des heures supplémentaires ou "
            "complémentaires ont-elles été faites ?",
            beyond_contract,
            (PRACTICE, Confidence.VARIES),
        ),
        _tunable(
            DoubtCode.SEVERAL_EMPLOYERS,
            "Plusieurs employeurs le même jour",
            (INFO, INFO),
            "Un autre employeur déclare la même personne le même jour : les horaires se "
            "suivent-ils ?",
            several_employers,
            (SEVERAL_JOBS, Confidence.LIKELY),
        ),
        _tunable(
            DoubtCode.SUNDAY,
            "Travail un dimanche",
            (INFO, INFO),
            "La personne a travaillé un dimanche : quelle dérogation au repos le permet ?",
            on_sunday,
            (SUNDAY_REST, Confidence.LIKELY),
        ),
        _tunable(
            DoubtCode.HOLIDAY,
            "Travail un jour férié",
            (INFO, INFO),
            "La personne a travaillé un jour férié : l'activité le demandait-elle ?",
            on_holiday,
            (HOLIDAYS, Confidence.LIKELY),
        ),
        _tunable(
            DoubtCode.SUDDEN_CHANGE,
            "Écart brusque avec le mois précédent",
            (INFO, INFO),
            "Les heures changent beaucoup d'un mois à l'autre : qu'est-ce qui a changé ?",
            sudden_change,
            (PRACTICE, Confidence.VARIES),
        ),
    ),
)
