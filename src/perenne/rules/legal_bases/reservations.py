"""To whom a contract may be reserved, since when, and what share of workers is asked.

Sources: L2113-12 to L2113-14 and R2113-7 (public contracts), L3113-1 to L3113-3 and R3113-1
(concessions). Shares are parts of all the workers of the structure. A concession may not be
reserved at once to disability and to inclusion (L3113-3): loi ASAP changed public contracts only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules import texts
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, Source, Table, cites
from perenne.rules.legal_bases.regimes import Regime
from perenne.values import Share

CODE_SINCE = Dated(
    {date(2019, 4, 1): True}, texts.CODE_ORDER, meaning="Code de la commande publique en vigueur"
)
BOTH_SINCE = Dated(
    {date(2020, 12, 9): True},
    texts.ASAP_LAW,
    Confidence.LIKELY,
    meaning="Réservation d’un même marché au handicap et à l’insertion ensemble",
)
PRISON_SINCE = Dated(
    {date(2023, 1, 1): True},
    texts.PRISON_DECREE,
    meaning="Réservation à la production en établissement pénitentiaire, sa part étant fixée",
)
CODE_DAY = min(CODE_SINCE.values)

LEAST_SHARE = Dated(
    {CODE_DAY: Share.percent(50)},
    texts.RESERVED_SHARE,
    meaning="Part de travailleurs handicapés ou défavorisés d’une structure, marché réservé",
)
LEAST_DETAINED = Dated(
    {min(PRISON_SINCE.values): Share.percent(50)},
    texts.RESERVED_SHARE,
    meaning="Part de personnes détenues, marché réservé",
)
LEAST_SHARE_OF_CONCESSIONS = Dated(
    {CODE_DAY: Share.percent(50)},
    texts.CONCESSION_RESERVED_SHARE,
    Confidence.LIKELY,
    meaning="Part de travailleurs handicapés ou défavorisés d’une structure, concession réservée",
)
LEAST_DETAINED_OF_CONCESSIONS = Dated(
    {min(PRISON_SINCE.values): Share.percent(50)},
    texts.CONCESSION_RESERVED_SHARE,
    Confidence.LIKELY,
    meaning="Part de personnes détenues, concession réservée",
)


class ReservedTo(StrEnum):
    """The structures to which a contract or a lot is reserved."""

    DISABILITY = "disability"
    INCLUSION = "inclusion"
    DISABILITY_AND_INCLUSION = "disability_and_inclusion"
    PRISON = "prison"

    @property
    def label(self) -> str:
        return RESERVATIONS[self].label


@dataclass(frozen=True, slots=True)
class Reservation:
    """`workers`: those that are counted. No article for a concession: it is forbidden there."""

    code: ReservedTo
    label: str
    workers: str
    of_contracts: tuple[Source, ...]
    of_concessions: tuple[Source, ...]
    since: Dated[bool]
    share: Dated[Share]
    share_of_concessions: Dated[Share]
    confidence: Confidence = Confidence.SURE

    @property
    def source(self) -> Source:
        return self.of_contracts[0]


RESERVATIONS = Table(
    "reservations",
    "Structures auxquelles un contrat peut être réservé",
    (
        Reservation(
            ReservedTo.DISABILITY,
            "Entreprises adaptées, ESAT et structures équivalentes",
            "travailleurs handicapés",
            (texts.RESERVED_DISABLED, texts.RESERVED_SHARE),
            (texts.CONCESSION_RESERVED_DISABLED, texts.CONCESSION_RESERVED_SHARE),
            CODE_SINCE,
            LEAST_SHARE,
            LEAST_SHARE_OF_CONCESSIONS,
        ),
        Reservation(
            ReservedTo.INCLUSION,
            "Structures d’insertion par l’activité économique et structures équivalentes",
            "travailleurs défavorisés",
            (texts.RESERVED_INCLUSION, texts.RESERVED_SHARE),
            (texts.CONCESSION_RESERVED_INCLUSION, texts.CONCESSION_RESERVED_SHARE),
            CODE_SINCE,
            LEAST_SHARE,
            LEAST_SHARE_OF_CONCESSIONS,
        ),
        Reservation(
            ReservedTo.DISABILITY_AND_INCLUSION,
            "Structures du handicap et de l’insertion ensemble",
            "travailleurs handicapés ou défavorisés",
            (
                texts.RESERVED_BOTH,
                texts.RESERVED_DISABLED,
                texts.RESERVED_INCLUSION,
                texts.RESERVED_SHARE,
            ),
            (),
            BOTH_SINCE,
            LEAST_SHARE,
            LEAST_SHARE_OF_CONCESSIONS,
        ),
        Reservation(
            ReservedTo.PRISON,
            "Production en établissement pénitentiaire",
            "personnes détenues",
            (texts.RESERVED_PRISON, texts.RESERVED_SHARE),
            (texts.CONCESSION_RESERVED_PRISON, texts.CONCESSION_RESERVED_SHARE),
            PRISON_SINCE,
            LEAST_DETAINED,
            LEAST_DETAINED_OF_CONCESSIONS,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Access:
    """May it be done, why, and on which articles (none when it may not)."""

    is_open: bool
    reason: str
    articles: tuple[Source, ...] = ()


@cites(
    texts.RESERVED_DISABLED,
    texts.RESERVED_INCLUSION,
    texts.RESERVED_PRISON,
    texts.RESERVED_BOTH,
    texts.CONCESSION_RESERVED_BOTH,
    texts.ASAP_LAW,
    texts.PRISON_ORDER,
    says="Ce contrat peut-il être réservé à ces structures ?",
    confidence=Confidence.LIKELY,
)
def may_reserve(
    reserved_to: ReservedTo, *, on: date, regime: Regime = Regime.PUBLIC_CONTRACT
) -> Access:
    """Whether the buyer may reserve it, for a consultation launched that day."""
    row = RESERVATIONS[reserved_to]
    since = min(row.since.values)
    if regime is Regime.PRIVATE:
        return refused("Seul un acheteur public peut réserver un contrat : écrivez une clause.")
    if regime is Regime.CONCESSION and not row.of_concessions:
        return refused(
            "Une concession ne peut pas être réservée à la fois au handicap et à l'insertion "
            "(article L3113-3) : choisissez l'un des deux."
        )
    if on < since:
        return refused(
            f"Cette réservation n'est ouverte que depuis le {in_full(since)} : relisez le texte "
            "en vigueur au lancement de la consultation."
        )
    articles = row.of_concessions if regime is Regime.CONCESSION else row.of_contracts
    return Access(
        True,
        typeset(
            f"Le contrat peut être réservé : mentionnez-le dans l'avis ou, à défaut, dans les "
            f"documents de la consultation, avec l'{articles[0].article}."
        ),
        articles,
    )


@cites(
    texts.RESERVED_SHARE,
    texts.CONCESSION_RESERVED_SHARE,
    says="Cette structure emploie-t-elle assez de travailleurs concernés pour répondre ?",
    confidence=Confidence.LIKELY,
)
def may_answer(
    reserved_to: ReservedTo,
    workers: Share,
    *,
    on: date,
    regime: Regime = Regime.PUBLIC_CONTRACT,
) -> Access:
    """`workers`: the share of those that the reservation counts, in the whole structure."""
    opened = may_reserve(reserved_to, on=on, regime=regime)
    if not opened.is_open:
        return opened
    row = RESERVATIONS[reserved_to]
    least = (row.share_of_concessions if regime is Regime.CONCESSION else row.share).on(on)
    if workers < least:
        return refused(
            f"La structure emploie {workers} de {row.workers} : il en faut au moins {least} "
            f"({opened.articles[-1].article})."
        )
    return Access(
        True,
        typeset(f"La structure emploie {workers} de {row.workers}, pour {least} demandés."),
        opened.articles,
    )


def refused(reason: str) -> Access:
    """A refusal, told as it is printed."""
    return Access(False, typeset(reason))
