"""Thirty questions as people type them, and what must come first, judged by hand.

Accents left out, letters lost, words of the trade and of the street.
"""

from dataclasses import dataclass

from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.queries.rows import StructureRow
from perenne.rules.segments import Segment, trades_of


@dataclass(frozen=True, slots=True)
class Question:
    """`name`: that very one comes first. Else each of the first ones does one of `trades`, is of
    one of `kinds`, stands in `commune`: as far as these are said."""

    typed: str
    name: str = ""
    trades: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    commune: str = ""

    def is_answered_by(self, row: StructureRow) -> bool:
        done = {trade.code for trade in row.trades}
        return (
            (not self.name or row.name == self.name)
            and (not self.trades or bool(done & set(self.trades)))
            and (not self.kinds or row.kind in self.kinds)
            and (not self.commune or row.commune == self.commune)
        )


WORKS = tuple(trade.code for trade in trades_of(Segment.WORKS))
GREEN = tuple(trade.code for trade in trades_of(Segment.GREEN_SPACES))
KNOWN = (
    ("Peinture et Partage", "ei", ("painting", "plastering"), "77284", ""),
    ("Les Jardins d’Éole", "aci", ("green_upkeep",), "77288", "Maraîchage et espaces verts."),
    ("Propreté Solidaire 77", "ei", ("premises_cleaning",), "77284", ""),
    ("Intérim Passerelle", "etti", ("masonry", "removals"), "77288", ""),
    ("GEIQ Bâtiment de la Brie", "geiq", ("all_trades", "masonry"), "77288", ""),
    ("ESAT La Pierreuse", "esat", ("laundry", "printing"), "77284", ""),
    ("Ressourcerie du Pays de Meaux", "aci", ("waste_sorting",), "77284", "Meubles et vélos."),
    ("Kaléidoscope", "other", ("graphic_design",), "77288", "Création de sites internet."),
    ("Table d’Hélène", "ei", ("events_catering", "collective_catering"), "77288", ""),
    ("Mission locale du bassin meldois", "mission_locale", (), "77284", ""),
    ("Service de probation de Melun", "spip", (), "77288", ""),
    ("Main Verte", "ea", ("green_upkeep", "green_creation"), "77284", ""),
)
QUESTIONS = (
    Question("peinture", trades=("painting",)),
    Question("pientre", trades=("painting",)),
    Question("PEINTRES", trades=("painting",)),
    Question("espaces verts", trades=GREEN),
    Question("espace ver", trades=GREEN),
    Question("jardinier", trades=GREEN),
    Question("nettoyage", trades=("premises_cleaning",)),
    Question("netoyage des bureaux", trades=("premises_cleaning",)),
    Question("femme de menage", trades=("premises_cleaning",)),
    Question("nettoyage de la voirie", trades=("street_cleaning",)),
    Question("macon", trades=("masonry",)),
    Question("maçonerie", trades=("masonry",)),
    Question("carrelage", trades=("tiling",)),
    Question("électricien", trades=("electricity",)),
    Question("electrisité", trades=("electricity",)),
    Question("plombrie", trades=("plumbing",)),
    Question("demenagement", trades=("removals",)),
    Question("traiteur", trades=("events_catering",)),
    Question("blanchiserie", trades=("laundry",)),
    Question("recyclage", trades=("waste_sorting",)),
    Question("gardiennage", trades=("guarding",)),
    Question("interim d’insertion", kinds=("etti",)),
    Question("geiq batiment", kinds=("geiq",), trades=WORKS),
    Question("entreprise adaptée espaces verts", kinds=("ea", "eatt"), trades=GREEN),
    Question("esat blanchisserie", kinds=("esat",), trades=("laundry",)),
    Question("mission local", kinds=("mission_locale",)),
    Question("kaleidoscope", name="Kaléidoscope"),
    Question("kaleidoscpe", name="Kaléidoscope"),
    Question("jardins d'eole", name="Les Jardins d’Éole"),
    Question("je cherche un peintre à meaux", trades=("painting",), commune="Meaux"),
)


def known_structures() -> None:
    """The dozen that some questions name. Needs Meaux and Melun."""
    for name, kind, trades, commune, about in KNOWN:
        new_structure(
            name=name, kind=kind, trades=dict.fromkeys(trades, 200), commune_id=commune, about=about
        )
