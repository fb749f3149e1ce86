"""The many names that buyers give to the same columns."""

from __future__ import annotations

import re

from perenne.kit.french.columns import Column
from perenne.values import fold

NAMES = {
    Column.OBJECT: """objet; objet du marché; objet du marché / lot; objet de l'achat; marché
        objet de la consultation; objet du contrat; objet marché; objet détaillé; objet du besoin
        intitulé; intitulé du marché; intitulé de la consultation; intitulé du lot; intitulé lot
        libellé; libellé du marché; libellé de l'achat; désignation; désignation du marché
        description; description du besoin; besoin; expression du besoin; dénomination
        achat; achats; achat prévu; prestation; nom du marché; projet d'achat; titre
        titre du marché
        consultation; nature et objet du marché; objet de l'opération; objet / lot; nature du besoin
        objet des prestations; description de l'achat; marché à lancer""",
    Column.AMOUNT: """montant; montant estimé; montant estimatif; montant prévisionnel
        montant prévu; montant total; montant global; montant annuel; montant du marché
        montant estimé du marché; montant estimé annuel; montant de l'opération; montants
        montant total estimé; montant prévisionnel total; montant estimé sur la durée totale
        estimation; estimation financière; estimation du besoin; estimation du montant
        estimation prévisionnelle; estimation annuelle; budget; budget prévisionnel; budget estimé
        budget alloué; coût; coût estimé; coût prévisionnel; coût estimatif; prix; valeur
        valeur estimée; valeur estimée du besoin; enveloppe; enveloppe financière
        enveloppe prévisionnelle; montant estimé toutes reconductions comprises; €; euros; k€""",
    Column.AMOUNT_LOW: """minimum; mini; montant minimum; montant mini; montant minimal; min
        montant minimum annuel; estimation basse; montant min; fourchette basse; seuil minimum""",
    Column.AMOUNT_HIGH: """maximum; maxi; montant maximum; montant maxi; montant maximal; max
        montant maximum annuel; estimation haute; montant max; fourchette haute; plafond
        seuil maximum""",
    Column.CPV: """cpv; code cpv; cpv principal; code cpv principal; nomenclature cpv
        code nomenclature cpv; n° cpv; référence cpv""",
    Column.DURATION: """durée; durée du marché; durée du contrat; durée totale; durée prévisionnelle
        durée d'exécution; durée prévue; délai; délai d'exécution; nombre de mois; durée globale
        durée maximale; durée reconductions comprises; durée et reconductions; mois
        durée des travaux; durée du marché reconductions comprises; durée ferme; durée estimée""",
    Column.RENEWALS: """reconduction; nombre de reconductions; renouvellement
        nombre de renouvellements; modalités de reconduction; reconductible
        reconduction possible""",
    Column.LAUNCH: """lancement; lancement prévu; lancement prévisionnel; date de lancement
        date prévisionnelle de lancement; date de lancement prévue; lancement consultation
        lancement de la consultation; date de lancement de la consultation; période de lancement
        date prévisionnelle de lancement de la consultation; trimestre de lancement
        date de publication; date publication prévue; date prévisionnelle de publication
        publication; publication prévue; mise en ligne; date de consultation; consultation prévue
        date aapc; envoi aapc; échéance; calendrier; calendrier prévisionnel; planning
        planning prévisionnel; trimestre; période; période prévue; date; date prévue
        date prévisionnelle; date de mise en concurrence; quand; mois de lancement""",
    Column.NOTIFICATION: """notification; date de notification; notification prévue
        date notification prévue; date prévisionnelle de notification; démarrage
        date de démarrage; début; date de début; début d'exécution; début du marché
        date de début d'exécution; prise d'effet; date d'effet; attribution; début des travaux
        date prévisionnelle de début; démarrage prévu; démarrage des prestations""",
    Column.PLACE: """lieu; lieu d'exécution; lieu principal d'exécution; localisation; commune
        ville; site; adresse; territoire; lieu des travaux; lieu exécution commune insee
        commune d'exécution; lieu de livraison; code postal; secteur géographique
        sites concernés""",
    Column.LOT: """lot; n° lot; n° de lot; numéro de lot; num lot; numéro du lot; n° du lot
        n° marché ou lot; no lot""",
    Column.NUMBER: """n°; numéro; no; num; réf; référence; n° marché; n° de marché; numéro de marché
        numéro du marché; id; identifiant; n° opération; numéro d'opération; ligne; n° d'ordre
        n° consultation; n° de consultation; code; référence du marché; n° de dossier""",
    Column.OPERATION: """opération; intitulé opération; intitulé de l'opération
        nom de l'opération; programme; projet; libellé de l'opération; nom du projet""",
    Column.DEPARTMENT: """service; direction; service technique; service acheteur
        direction / service
        service demandeur; pôle; service gestionnaire; entité; service prescripteur
        prescripteur; direction concernée; service concerné; direction opérationnelle
        service instructeur; direction acheteuse; service pilote; direction gestionnaire""",
    Column.KIND: """nature; type; type de marché; nature du marché; catégorie; type d'achat
        catégorie d'achat; nature de l'achat; type de contrat
        travaux fournitures services; tfs; fournitures services travaux; type de besoin""",
    Column.PROCEDURE: """procédure; type de procédure; procédure envisagée; mode de passation
        procédure de passation; procédure prévue; forme du marché; technique d'achat
        mode de consultation; type de consultation; forme du contrat""",
    Column.CONTACT: """contact; référent; acheteur; responsable; interlocuteur; nom de l'acheteur
        chargé d'opération; pilote; chef de projet; mail; email; e-mail; courriel; téléphone
        acheteur en charge; personne à contacter; acheteur référent; gestionnaire""",
    Column.SEGMENT: """segment; famille; famille d'achat; segment d'achat; domaine
        domaine d'achat; secteur; secteur d'activité; famille homogène; catégorie homogène""",
    Column.CLAUSE: """clause; clause sociale; clause sociale envisagée; clause envisagée; insertion
        clause d'insertion; clause insertion; considération sociale; considérations sociales
        volet social; clause sociale oui non; clause sociale d'insertion""",
    Column.HOURS: """heures; heures d'insertion; nombre d'heures; volume d'heures; heures souhaitées
        nombre d'heures d'insertion; nb heures; nb d'heures d'insertion; heures insertion
        volume horaire""",
    Column.NOTES: """observation; commentaire; remarque; note; précision
        informations complémentaires; divers; information; remarques éventuelles""",
}
OF_NO_USE = """siret; siret acheteur; acheteur siret; siren; nombre de lots; nb lots; nb de lots
    allotissement; alloti; marché alloti; allotissement oui non; code naf; tva; taux de tva"""
SKIPPED = re.compile(r"de|du|des|la|le|les|l|d|en|a|au|aux|et|ou|un|une|(?:19|20)[0-9]{2}")
NUMBER = re.compile(r"^(?:no|num|numero|nr)$")
UNIT_WORDS = re.compile(r"k|ke|keur|keuro|m|me|meur|meuro|euro|eur|ht|ttc|hors|taxe|htva|an|moi")


def key(text: str) -> str:
    """Two spellings of one heading have the same key: no small word, no plural, no year."""
    words = fold(text.replace("€", " euro ")).split()
    kept = (NUMBER.sub("n", singular(word)) for word in words if not SKIPPED.fullmatch(word))
    return " ".join(kept)


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) else word


def without_units(known: str) -> str:
    """The key of « Montant (k€ HT) » without what its bracket says; itself if nothing is left."""
    return " ".join(word for word in known.split() if not UNIT_WORDS.fullmatch(word)) or known


def keys_of(names: str) -> list[str]:
    return [key(name) for line in names.splitlines() for name in line.split(";") if key(name)]


KEYS: dict[Column, tuple[str, ...]] = {
    column: tuple(dict.fromkeys(keys_of(names))) for column, names in NAMES.items()
}
EXACT: dict[str, Column] = {
    name: column for column, names in reversed(KEYS.items()) for name in names
}
USELESS = frozenset(keys_of(OF_NO_USE))
