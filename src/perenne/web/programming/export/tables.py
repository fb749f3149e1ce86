"""The two sheets of the export: purchases with their verdict, lines that are none."""

from collections.abc import Iterable

from perenne.domain.programming.queries import AsideRow, PurchaseCard
from perenne.kit.sheets.writing import Cell, Table

PURCHASE_HEADINGS = (
    "Feuille", "Ligne", "Objet", "Segment", "Montant HT", "Durée (mois)", "Lancement", "Lieu",
    "Code CPV", "Avis", "Heures d’insertion", "Fondement proposé", "Obligation légale",
    "Facilitateur", "Prochaine étape", "Pour le", "Pourquoi", "À préciser",
)  # fmt: skip
ASIDE_HEADINGS = ("Feuille", "Ligne", "Nature", "Contenu", "Pourquoi")


def purchases_table(purchases: Iterable[PurchaseCard]) -> Table:
    return Table("Avis", PURCHASE_HEADINGS, tuple(map(_purchase, purchases)))


def aside_table(lines: Iterable[AsideRow]) -> Table:
    rows = ((line.sheet, line.number, line.kind, line.text, line.reason) for line in lines)
    return Table("Lignes mises de côté", ASIDE_HEADINGS, tuple(rows))


def _purchase(purchase: PurchaseCard) -> tuple[Cell, ...]:
    verdict = purchase.verdict
    return (
        purchase.sheet,
        purchase.line_number,
        purchase.object,
        verdict.understood,
        purchase.amount,
        purchase.months,
        purchase.launch_on or purchase.launch_text,
        purchase.commune or purchase.place,
        purchase.cpv,
        verdict.advice.label,
        purchase.hours,
        verdict.basis.label if verdict.basis else "",
        verdict.duty.label,
        purchase.facilitator,
        verdict.next_label,
        purchase.next_on,
        " ".join(verdict.reasons),
        " ".join(question.sentence for question in purchase.questions),
    )
