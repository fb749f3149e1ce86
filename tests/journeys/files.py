"""The files that people drop, written as people write them."""

from django.utils.timezone import localdate

from perenne.kit.sheets.writing import Table, write_workbook
from perenne.values import Euros

YEAR = localdate().year + 1


def programme_csv() -> bytes:
    """As Excel saves it in French: semicolons, cp1252, a title, a total, a note."""
    return f"""Programmation des achats {YEAR};;;;;
N°;Intitulé de l’achat;Estimation € HT;Durée;Lancement prévu;Commune
1;Nettoyage des écoles et du gymnase;620 000;48 mois;avril {YEAR};Meaux
2;Entretien des espaces verts communaux;480 000;36 mois;mai {YEAR};Trilport
3;Rénovation de la toiture de la mairie;1,1 M€;10 mois;juin {YEAR};Meaux
4;Réfection des trottoirs, rue des Écoles;350 k€;8 mois;T2 {YEAR};Meaux
5;Gardiennage des bâtiments communaux;à définir;4 ans;septembre {YEAR};Meaux
6;Restauration scolaire en liaison froide;1 900 000;48 mois;juillet {YEAR};Villenoy
7;Fourniture de papier;38 000;12 mois;T3 {YEAR};Meaux
8;Assurance dommages aux biens;210 000;60 mois;T4 {YEAR};Meaux
9;Acquisition de licences bureautiques;90 000;36 mois;T1 {YEAR};Meaux
10;Collecte des encombrants;260 000;36 mois;octobre {YEAR};Crégy-lès-Meaux
;TOTAL;5 048 000;;;
;NB : montants sous réserve du vote du budget;;;;
""".encode("cp1252")


def programme_xlsx() -> bytes:
    """Four purchases, one of them of no use for a clause."""
    return _workbook(
        ("Objet", "Montant HT", "Durée (mois)", "Lancement", "Commune"),
        ("Construction du centre de loisirs", Euros.of(2_400_000), 16, f"03/{YEAR}", "Nemours"),
        ("Nettoyage des vitres", Euros.of(64_000), 12, f"05/{YEAR}", "Nemours"),
        ("Plantation de haies bocagères", Euros.of(350_000), 24, f"10/{YEAR}", "Avon"),
        ("Contrôle technique de la flotte", Euros.of(18_000), 36, f"06/{YEAR}", "Avon"),
    )


def two_amounts_xlsx() -> bytes:
    """Two columns that may both be the amount: only the buyer knows."""
    return _workbook(
        ("Objet", "Budget", "Coût total", "Commune"),
        ("Nettoyage du siège", Euros.of(90_000), Euros.of(360_000), "Meaux"),
        ("Entretien des berges", Euros.of(120_000), Euros.of(480_000), "Meaux"),
    )


def long_csv(lines: int) -> bytes:
    """A programme of a whole region: too long to be read while one waits."""
    rows = (
        f"Entretien des espaces verts, secteur {number};{60_000 + number};36 mois;Meaux"
        for number in range(1, lines + 1)
    )
    return "\n".join(("Objet;Montant HT;Durée;Commune", *rows)).encode()


def _workbook(headings: tuple[str, ...], *rows: tuple[object, ...]) -> bytes:
    return write_workbook([Table("Achats", headings, rows)])
