"""A small committee and its work, built by the same acts as people do."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.clauses.actions import (
    Terms,
    calibrate_clause,
    open_clause,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.states import ClauseState
from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import PurchaseCard, every_purchase_in
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import VISITOR, Actor, Role
from perenne.rules.calibration import Hypotheses
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import BuyerKind
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros, Share

LIVED = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, 1234)"
MEAUX = OfficialCommune("77284", "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")
MELUN = OfficialCommune("77288", "Melun", "77", ("77000",), "247700057", "CA Melun Val de Seine")
HEADINGS = "Objet;Montant HT;Durée (mois);Lancement;Commune"
YEAR = localdate().year + 2
LINES = (
    f"Nettoyage des écoles;980 000;48;mars {YEAR};Meaux",
    f"Lot 1 - Gros œuvre, maçonnerie;1 450 000;18;mars {YEAR};Meaux",
    f"Ravalement et isolation par l’extérieur;1 850 000;14;mars {YEAR};Melun",
    f"Fourniture de papier;12 000;12;mars {YEAR};Meaux",
    f"Entretien des espaces verts;;36;mars {YEAR};Meaux",
    "Total;4 292 000;;;",
)
CLEANING, MASONRY, FACADE, PAPER, GARDENS = range(5)
"""The purchases of LINES; the façade alone is in Melun, the gardens have no amount."""

DOUBTFUL = "Objet;Colonne B;Colonne C\nNettoyage des écoles;980000;950000\nPeinture;120000;100000\n"
"""Two columns of which nothing says what they are."""

VISITOR_WITH_KEY = replace(VISITOR, visitor_key="clé-d-un-visiteur")
OTHER_VISITOR = replace(VISITOR, visitor_key="clé-d-un-autre")


@dataclass(frozen=True, slots=True)
class Committee:
    """Who acts. The facilitator covers Meaux, the other one Melun."""

    coordination: Actor
    facilitator: Actor
    other_facilitator: Actor
    buyer: Actor
    other_buyer: Actor
    company: Actor
    structure: Actor
    prescriber: Actor
    visitor: Actor = VISITOR_WITH_KEY
    other_visitor: Actor = OTHER_VISITOR
    nobody: Actor = VISITOR


def new_committee() -> Committee:
    """On a platform that has lived: its numbers have four digits, and French spaces them."""
    with connection.cursor() as cursor:
        for table in ("programming_plannedpurchase", "clauses_clause"):
            cursor.execute(LIVED, [table])
    load_communes([MEAUX, MELUN])
    committee = Committee(
        new_actor(Role.COORDINATION),
        new_actor(Role.FACILITATOR),
        new_actor(Role.FACILITATOR),
        new_actor(Role.BUYER, name="Ville de Meaux", commune_id=MEAUX.insee_code),
        new_actor(Role.BUYER),
        new_actor(Role.COMPANY),
        new_actor(Role.INCLUSION_STRUCTURE),
        new_actor(Role.PRESCRIBER),
    )
    new_coverage(committee.facilitator, commune_id=MEAUX.insee_code)
    new_coverage(committee.other_facilitator, commune_id=MELUN.insee_code)
    return committee


def sheet_of(*lines: str) -> bytes:
    return "\n".join((HEADINGS, *lines, "")).encode()


def many(number: int) -> tuple[str, ...]:
    """As many purchases, all in Meaux."""
    return tuple(
        f"Nettoyage des locaux, secteur {n};{n}000 €;24;mars {YEAR};Meaux"
        for n in range(100, 100 + number)
    )


def new_programme(
    by: Actor, *lines: str, title: str = "Achats", kind: BuyerKind = BuyerKind.LOCAL_AUTHORITY
) -> UUID:
    """A draft, screened."""
    return _received(by, sheet_of(*(lines or LINES)), title, kind)


def new_doubtful_programme(by: Actor, content: str = DOUBTFUL) -> UUID:
    """Some of its columns must be asked about before anything is screened."""
    return _received(by, content.encode(), "Achats", BuyerKind.LOCAL_AUTHORITY)


def _received(by: Actor, content: bytes, title: str, kind: BuyerKind) -> UUID:
    return receive_programme(
        SentFile(content, "achats.csv"),
        title=title,
        buyer_kind=kind,
        by=by,
        today=localdate(),
    )


def new_sent_programme(by: Actor, *lines: str, **said: Any) -> UUID:
    programme_id = new_programme(by, *lines, **said)
    send_programme(programme_id=programme_id, by=by, today=localdate())
    return programme_id


def purchases_of(programme_id: UUID, by: Actor) -> tuple[PurchaseCard, ...]:
    return every_purchase_in(programme_id, seen_by=by)


def new_clause(purchase_id: int, by: Actor, state: ClauseState = ClauseState.DRAFT) -> int:
    """A clause on a purchase received, as far as this state."""
    clause_id = open_clause(purchase_id=purchase_id, by=by)
    if state is not ClauseState.DRAFT:
        calibrate_clause(
            clause_id=clause_id,
            hypotheses=Hypotheses(
                Euros.of(1_000_000), Share.percent(50), Share.percent(5), Euros.of(30)
            ),
            by=by,
            on=localdate(),
        )
    if state in {ClauseState.WORDED, ClauseState.SUBMITTED}:
        word_clause(clause_id=clause_id, terms=TERMS, by=by)
    if state is ClauseState.SUBMITTED:
        submit_clause(clause_id=clause_id, by=by, on=localdate())
    return clause_id


TERMS = Terms(
    basis=LegalBasis.PERFORMANCE_CONDITION,
    ccag=Ccag.FCS,
    publics=Publics.OPEN_LIST,
    globalisation=Globalisation.ACCEPTED,
    penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
)
