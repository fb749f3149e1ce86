"""How long a programme of so many lines takes, step by step."""

import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice
from typing import Any

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.programming.actions import receive_programme, screen_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import Screening, programme_card, programme_in
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.sheets import Workbook, read
from perenne.kit.sheets.writing import Table, write_workbook
from perenne.ops.demo.building import load_the_places
from perenne.rules.needs import BuyerKind

TODAY = date(2026, 11, 23)
HEADINGS = ("Objet", "Montant HT", "Durée (mois)", "Lancement", "Commune", "CPV")
PURCHASES = (
    ("Construction du groupe scolaire", 6_200_000, 18, "mars 2027", "Meaux", "45214210-5"),
    ("Nettoyage des locaux – secteur", 980_000, 48, "T2 2027", "Melun", "90911200-8"),
    ("Entretien des espaces verts – secteur", 620_000, 36, "avril 2027", "Nemours", ""),
    ("Fourniture de matériel informatique", 90_000, 12, "2027", "Chelles", ""),
    ("Mission de maîtrise d’œuvre", 140_000, 24, "février 2027", "Avon", "71200000-0"),
    ("Réfection de la voirie rue", 1_450_000, 12, "T3 2027", "Provins", "45233142-6"),
    ("Location de copieurs", None, 48, "à définir", "", ""),
)


def load_places() -> None:
    load_the_places()


def of(size: int) -> tuple[float, float, float]:
    """Seconds to read the file, to screen its lines, and for the whole act with its rows."""
    content = programme(size)
    workbook, reading = timed(lambda: read(content, "programme.xlsx"))
    understood, screening = timed(lambda: purchases_in(workbook))
    kept, upload = timed(lambda: purchases_kept(content))
    if (understood, kept) != (size, size):
        raise AssertionError(f"of {size} lines, {understood} were understood and {kept} kept")
    return reading, screening, upload


def programme(size: int) -> bytes:
    """An .xlsx of so many purchases, each with a name of its own."""
    lines = islice(enumerate(cycle(PURCHASES), start=1), size)
    rows = tuple((f"{first} {number}", *rest) for number, (first, *rest) in lines)
    return write_workbook([Table("Programmation", HEADINGS, rows)])


def purchases_in(workbook: Workbook) -> int:
    found = programme_in(workbook, remembered={}, answers={})
    screening = Screening(BuyerKind.LOCAL_AUTHORITY, "", facilitator_router(on=TODAY), TODAY)
    return sum(line.purchase is not None for line in screening.lines_of(found))


def purchases_kept(content: bytes) -> int:
    """As the page does; beyond what a page may wait for, the job is run here and now."""
    visitor = Actor(Role.VISITOR, visitor_key="proof")
    programme_id = receive_programme(
        SentFile(content, "programme.xlsx"),
        title="Preuve",
        buyer_kind=BuyerKind.LOCAL_AUTHORITY,
        by=visitor,
        today=TODAY,
    )
    if programme_card(programme_id, seen_by=visitor).state is ProgrammeState.READING:
        screen_programme(programme_id=programme_id, by=HOUSE, today=TODAY)
    return programme_card(programme_id, seen_by=visitor).counts.purchases


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - began
