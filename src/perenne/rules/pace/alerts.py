"""Three levels of alert, told by the first row that holds, with what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.pace.forecast import Forecast
from perenne.rules.pace.lateness import NOTHING_SETTLED, Lateness, Settlement
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import CCAG_FOLLOW_UP, PRACTICE
from perenne.values import Hours, Share

WATCH_FROM = parameter(
    "pace.watch_from",
    "Retard sur les heures attendues à partir duquel un marché est à surveiller",
    Share.percent(20),
    between=(Share.percent(5), Share.percent(50)),
)
ALARM_FROM = parameter(
    "pace.alarm_from",
    "Retard sur les heures attendues à partir duquel un marché est en alerte",
    Share.percent(40),
    between=(Share.percent(10), Share.percent(90)),
)
LEAST_GAP = parameter(
    "pace.least_gap",
    "Heures manquantes sous lesquelles aucune alerte n’est donnée",
    Hours.of(35),
    between=(Hours.of(0), Hours.of(350)),
)
LAST_STRETCH = parameter(
    "pace.last_stretch",
    "Part de l’exécution restante sous laquelle un volume hors d’atteinte est une alerte",
    Share.percent(25),
    between=(Share.percent(5), Share.percent(60)),
)


NOTHING_LEFT = Share(0)


class Level(IntEnum):
    """The higher, the more urgent."""

    ON_PACE = 0
    WATCH = 1
    ALARM = 2

    @property
    def label(self) -> str:
        return LEVEL_LABELS[self]


LEVEL_LABELS = {
    Level.ON_PACE: "À l’heure",
    Level.WATCH: "À surveiller",
    Level.ALARM: "En alerte",
}


class AlertCode(StrEnum):
    REACHED = "reached"
    SETTLED = "settled"
    ENDED_SHORT = "ended_short"
    NOT_STARTED = "not_started"
    SUSPENDED = "suspended"
    FAR_BEHIND = "far_behind"
    OUT_OF_REACH = "out_of_reach"
    BEHIND = "behind"
    SHORT_AT_THE_END = "short_at_the_end"
    ON_PACE = "on_pace"


@dataclass(frozen=True, slots=True)
class Reading:
    """A commitment on the last day whose hours are known. `due`: owed at the end; `left`: the
    part of the execution that is still to come, in basis points of its days of work.
    """

    due: Hours
    expected: Hours
    counted: Hours
    has_started: bool = True
    is_over: bool = False
    is_suspended: bool = False
    left: Share = NOTHING_LEFT
    forecast: Forecast | None = None
    settlement: Settlement = NOTHING_SETTLED

    @property
    def gap(self) -> Hours:
        """What lacks, and that nothing has settled."""
        return self.settlement.left_of(max(Hours(0), self.expected - self.counted))

    @property
    def is_settled(self) -> bool:
        """Nobody claims anything any more: what lacked at the end was decided, or all certified."""
        is_final = self.settlement.is_certified or (self.is_over and bool(self.settlement.hours))
        return is_final and not self.settlement.left_of(max(Hours(0), self.due - self.counted))


@dataclass(frozen=True, slots=True)
class AlertRow:
    """`advice`: what to do next, in French."""

    code: AlertCode
    label: str
    level: Level
    advice: str
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


ALERTS = Table(
    "pace_alerts",
    "Alertes sur le rythme des heures",
    (
        AlertRow(
            AlertCode.REACHED,
            "Le volume est atteint",
            Level.ON_PACE,
            "Rien à rattraper : préparez le bilan, et pensez aux suites de parcours.",
        ),
        AlertRow(
            AlertCode.SETTLED,
            "Le marché est soldé",
            Level.ON_PACE,
            "Rien à rattraper : ce qui manquait a été décidé, ou l’attestation finale est là.",
            CCAG_FOLLOW_UP,
        ),
        AlertRow(
            AlertCode.ENDED_SHORT,
            "Le marché est terminé et des heures manquent",
            Level.ALARM,
            "Vérifiez que tous les relevés sont validés, puis cherchez avec l’acheteur si des "
            "heures faites ailleurs peuvent compter ; à défaut, ouvrez un manquement.",
            CCAG_FOLLOW_UP,
        ),
        AlertRow(
            AlertCode.NOT_STARTED,
            "L’exécution commence, il est trop tôt pour juger",
            Level.ON_PACE,
            "Tenez la mise au point et préparez les premières embauches.",
        ),
        AlertRow(
            AlertCode.SUSPENDED,
            "Le marché est suspendu",
            Level.ON_PACE,
            "Le rythme reprendra à la reprise : gardez le contact avec les personnes embauchées.",
        ),
        AlertRow(
            AlertCode.FAR_BEHIND,
            "Le retard est important",
            Level.ALARM,
            "Appelez l’entreprise cette semaine et convenez d’un plan de rattrapage daté ; "
            "prévenez l’acheteur.",
            CCAG_FOLLOW_UP,
        ),
        AlertRow(
            AlertCode.OUT_OF_REACH,
            "La fin approche et le volume est hors d’atteinte au rythme actuel",
            Level.ALARM,
            "Réunissez l’acheteur et l’entreprise : plan de rattrapage, heures d’un autre marché, "
            "ou difficulté à constater par écrit.",
            CCAG_FOLLOW_UP,
        ),
        AlertRow(
            AlertCode.BEHIND,
            "Un retard se forme",
            Level.WATCH,
            "Appelez l’entreprise : que prévoit-elle ces deux prochains mois, et de quoi a-t-elle "
            "besoin ?",
        ),
        AlertRow(
            AlertCode.SHORT_AT_THE_END,
            "Même au rythme de ses meilleurs mois, le volume ne serait pas atteint",
            Level.WATCH,
            "Proposez une embauche de plus tant qu’il reste du temps.",
        ),
        AlertRow(
            AlertCode.ON_PACE,
            "Les heures suivent le calendrier",
            Level.ON_PACE,
            "Rien à faire avant le prochain relevé.",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Alert:
    row: AlertRow
    reasons: tuple[str, ...]

    @property
    def level(self) -> Level:
        return self.row.level


@cites(
    PRACTICE,
    CCAG_FOLLOW_UP,
    says="Le marché tient-il le rythme, et que faire sinon ?",
    confidence=Confidence.VARIES,
)
def alert_of(reading: Reading, *, practice: Practice = USUAL) -> Alert:
    """The first row that holds, and the figures behind it."""
    row = next(row for row in ALERTS if HOLDS[row.code](reading, practice))
    return Alert(row, tuple(map(typeset, _reasons(reading, row))))


@cites(
    PRACTICE,
    CCAG_FOLLOW_UP,
    says="Le retard est-il assez grand pour alerter l’entreprise ?",
    confidence=Confidence.VARIES,
)
def is_worth_telling(late: Lateness, *, practice: Practice = USUAL) -> bool:
    """As `alert_of` says it without a forecast: of what is over, any hour that lacks; of what is
    suspended or settled, none.
    """
    if late.is_over:
        return bool(late.open)
    return not late.is_suspended and _is_gap(
        late.open, late.expected, practice.of(WATCH_FROM), practice
    )


def _lags(reading: Reading, share: Share, practice: Practice) -> bool:
    return _is_gap(reading.gap, reading.expected, share, practice)


def _is_gap(gap: Hours, expected: Hours, share: Share, practice: Practice) -> bool:
    """By that share of what is expected, and by enough hours to speak of it."""
    enough = gap >= max(practice.of(LEAST_GAP), Hours(1))
    return enough and gap.minutes * 10_000 >= expected.minutes * share.basis_points


def _falls_short(reading: Reading, practice: Practice) -> bool:
    if reading.forecast is None:
        return False
    short = reading.settlement.left_of(max(Hours(0), reading.due - reading.forecast.high))
    return short >= max(practice.of(LEAST_GAP), Hours(1))


Holds = Callable[[Reading, Practice], bool]
HOLDS: Mapping[AlertCode, Holds] = {
    AlertCode.REACHED: lambda it, _: bool(it.due) and it.counted >= it.due,
    AlertCode.SETTLED: lambda it, _: it.is_settled,
    AlertCode.ENDED_SHORT: lambda it, _: it.is_over and it.counted < it.due,
    AlertCode.NOT_STARTED: lambda it, _: not it.has_started,
    AlertCode.SUSPENDED: lambda it, _: it.is_suspended,
    AlertCode.FAR_BEHIND: lambda it, held: _lags(it, held.of(ALARM_FROM), held),
    AlertCode.OUT_OF_REACH: lambda it, held: (
        _falls_short(it, held) and it.left <= held.of(LAST_STRETCH)
    ),
    AlertCode.BEHIND: lambda it, held: _lags(it, held.of(WATCH_FROM), held),
    AlertCode.SHORT_AT_THE_END: _falls_short,
    AlertCode.ON_PACE: lambda _, __: True,
}


def _reasons(reading: Reading, row: AlertRow) -> list[str]:
    if row.code in {AlertCode.NOT_STARTED, AlertCode.SUSPENDED}:
        return []
    if row.code in {AlertCode.REACHED, AlertCode.SETTLED, AlertCode.ENDED_SHORT}:
        return [f"{reading.counted} comptées sur {reading.due} dues.", *_settled(reading)]
    said = [f"{reading.counted} comptées pour {reading.expected} attendues"]
    if reading.gap and reading.expected:
        late = reading.gap.minutes * 100 // reading.expected.minutes
        said = [f"{said[0]} : il manque {reading.gap}, soit {late} % de retard"]
    found = [f"{said[0]}.", *_settled(reading)]
    if reading.forecast is not None:
        found.append(f"Prévision à la fin : {reading.forecast.said} sur {reading.due} dues.")
    return found


def _settled(reading: Reading) -> list[str]:
    hours = reading.settlement.hours
    return [f"Une décision a réglé {hours} qui manquaient."] if hours else []
