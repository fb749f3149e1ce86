"""The statistics as they were published: every page and file tells these, and computes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.assessments.models import Statistics
from perenne.domain.assessments.policy import STATISTICS
from perenne.domain.assessments.queries.labels import DIMENSIONS, UNKNOWN
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.secrecy.counting import CROSS, LISTS, TOTAL
from perenne.rules.secrecy.crowds import Key
from perenne.rules.secrecy.families import Family

TABLES = {
    TOTAL: "Ensemble",
    "segment": "Segment d’achat",
    "epci": "Intercommunalité du marché",
    "sex": "Sexe",
    "age": "Âge à l’embauche",
    "family": "Public",
    CROSS: "Segment d’achat × intercommunalité",
}


@dataclass(frozen=True, slots=True)
class StatisticsFigure:
    """Minutes and persons, both None where they are hidden. `codes`, `labels`: of its place."""

    period: str
    table: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    minutes: int | None
    persons: int | None

    @property
    def is_hidden(self) -> bool:
        return self.minutes is None


@dataclass(frozen=True, slots=True)
class StatisticsCard:
    id: int
    quarter: str
    made_on: date
    until: date
    figures: tuple[StatisticsFigure, ...]

    @property
    def year(self) -> str:
        """« 2026 » for the edition that closes it, else nothing."""
        year = self.quarter[:4]
        return year if any(one.period == year for one in self.figures) else ""

    @property
    def hides(self) -> bool:
        return any(one.is_hidden for one in self.figures)

    def table(self, code: str, period: str) -> tuple[StatisticsFigure, ...]:
        """The greatest first, those that are hidden after them, the unknown last."""
        mine = [one for one in self.figures if (one.table, one.period) == (code, period)]
        return tuple(
            sorted(
                mine,
                key=lambda it: (UNKNOWN in it.codes, it.is_hidden, -(it.minutes or 0), it.labels),
            )
        )

    def total(self, period: str) -> StatisticsFigure:
        return self.table(TOTAL, period)[0]


def statistics_editions() -> tuple[StatisticsCard, ...]:
    """All of them, the last quarter first: four a year. One query."""
    rows = Statistics.objects.order_by("-quarter").defer("behind")
    return tuple(map(_card, rows))


def statistics_edition(editions: Iterable[StatisticsCard], quarter: str) -> StatisticsCard:
    """NotFound when that quarter never came out."""
    found = next((one for one in editions if one.quarter == quarter), None)
    if found is None:
        raise NotFound(quarter)
    return found


def may_publish(actor: Actor) -> bool:
    """Without waiting for the night."""
    return not is_void(STATISTICS.grants["statistics.publish"](actor))


def labels_of(keys: Iterable[Key]) -> dict[str, dict[str, str]]:
    """Frozen with the edition, by table and code: an EPCI may change its name."""
    epcis = dict(Epci.objects.values_list("code", "name"))
    names = {
        "epci": epcis,
        "family": {one.value: one.label for one in Family},
        **{code: dict(DIMENSIONS[code].names) for code in ("segment", "sex", "age")},
    }
    found: dict[str, dict[str, str]] = {}
    for _, table, *codes in keys:
        if table in LISTS:
            (code,) = codes
            found.setdefault(table, {})[code] = names[table].get(code, "Non renseigné")
    return found


def _card(row: Statistics) -> StatisticsCard:
    said: dict[str, Any] = row.content
    return StatisticsCard(
        id=row.pk,
        quarter=row.quarter,
        made_on=row.made_on,
        until=row.until.date(),
        figures=tuple(_figure(one, said["labels"]) for one in said["figures"]),
    )


def _figure(
    one: tuple[list[str], int | None, int | None], names: dict[str, dict[str, str]]
) -> StatisticsFigure:
    key, minutes, persons = one
    period, table, *codes = key
    axes = ("segment", "epci") if table == CROSS else (table,)
    labels = tuple(names[axis].get(code, code) for axis, code in zip(axes, codes, strict=False))
    return StatisticsFigure(period, table, tuple(codes), labels, minutes, persons)
