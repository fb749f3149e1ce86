"""The comparison as a sheet: a line for each purchase of either programme."""

from collections.abc import Iterable

from perenne.domain.programming.queries import PairingRow
from perenne.kit.sheets.writing import Cell, Table

HEADINGS = (
    "Évolution", "Objet avant", "Objet après", "Lot", "Référence", "Montant avant", "Montant après",
    "Durée avant (mois)", "Durée après (mois)", "Lancement avant", "Lancement après",
    "Ce qui change", "Ressemblance sur 100", "Vérifié", "Pourquoi",
    "Clause ouverte et ligne retirée",
)  # fmt: skip


def table_of(rows: Iterable[PairingRow]) -> Table:
    return Table("Comparaison", HEADINGS, tuple(map(_row, rows)))


def _row(row: PairingRow) -> tuple[Cell, ...]:
    old, new = row.before, row.after
    told = row.shown
    return (
        row.fate.label,
        old.object if old else "",
        new.object if new else "",
        told.lot if told else "",
        told.reference if told else "",
        old.amount if old else None,
        new.amount if new else None,
        old.months if old else None,
        new.months if new else None,
        old.launch_on if old else None,
        new.launch_on if new else None,
        " ; ".join(f"{label} : {before} → {after}" for label, before, after in row.changes),
        row.points if old and new else None,
        "oui" if row.is_settled else "non",
        " ".join(row.reasons),
        "oui" if row.is_claused_and_removed else "",
    )
