"""What is wrong with a contract: what the schema refuses, and what no schema can see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from perenne.kit.decp.items import Kind
from perenne.kit.decp.records import NONE_SOCIAL, Anomaly, Holder, Published
from perenne.kit.decp.schema import DAY, Fault, faults_in
from perenne.values import Siret

OLD = (
    "Ce contrat est publié dans l’ancien format (1.x) : les considérations sociales n’y "
    "figurent pas."
)
ALONE = "« Pas de considération sociale » doit être seule : d’autres valeurs l’accompagnent."
KEY = "La clé du numéro SIRET est fausse : un chiffre est mal saisi."
NOT_14 = "Un numéro SIRET compte 14 chiffres."
EARLY = "La modification est datée d’avant la notification du contrat ({on:%d/%m/%Y})."
TWICE = "Deux modifications portent le numéro {number}."
ACT_TWICE = "Deux actes de sous-traitance portent le numéro {number}."
NO_ACT = "Aucun acte de sous-traitance ne porte le numéro {number}."
BEFORE = "Les données sont publiées avant la notification ({on:%d/%m/%Y})."
NO_DAY = "« {value} » n’est pas un jour du calendrier."
NO_GROUP = "Pas de groupement"
SEVERAL = "Plusieurs titulaires sont nommés, et aucun groupement n’est déclaré."
FRANCE = "La part française dépasse la part européenne."
ADVANCE = "Un taux d’avance est donné alors qu’aucune avance n’est attribuée."
MENTIONED = frozenset({"procedure", "nature", "formePrix"})
"""Their lists of values changed in 2024."""
OF_THE_OLD = frozenset(
    {"id", "acheteur", "nature", "objet", "codeCPV", "procedure", "lieuExecution", "dureeMois",
     "dateNotification", "datePublicationDonnees", "montant", "titulaires", "autoriteConcedante",
     "dateSignature", "dateDebutExecution", "valeurGlobale", "concessionnaires"}
)  # fmt: skip


def anomalies_of(record: Published, raw: Mapping[str, Any]) -> Iterator[Anomaly]:
    """`raw` is the contract as it is held against the schema."""
    if record.is_old:
        yield Anomaly("considerationsSociales", "", OLD)
    for fault in faults_in(raw, record.kind):
        if not record.is_old or counts_in_the_old(fault):
            yield Anomaly(fault.field, fault.value, fault.sentence)
    yield from of_numbers(record)
    yield from of_days(record, raw)
    yield from of_changes(record)
    yield from of_acts(record, raw)
    if len(record.social) > 1 and NONE_SOCIAL in record.social:
        yield Anomaly("considerationsSociales", " ; ".join(record.social), ALONE)
    if len(record.holders) > 1 and record.grouping == NO_GROUP:
        yield Anomaly("typeGroupementOperateurs", record.grouping, SEVERAL)
    yield from of_shares(raw)


def counts_in_the_old(fault: Fault) -> bool:
    """What the old format asked for as well."""
    top = fault.field.partition(".")[0].partition("[")[0]
    if fault.sentence.startswith("«") and top in MENTIONED:
        return False
    return top in OF_THE_OLD


def of_numbers(record: Published) -> Iterator[Anomaly]:
    own = "autoriteConcedante.id" if record.kind is Kind.CONCESSION else "acheteur.id"
    if record.buyer and not has_right_key(record.buyer):
        yield Anomaly(own, record.buyer, KEY)
    for number, holder in enumerate(record.holders, start=1):
        yield from of_holder(holder, f"titulaires[{number}].id")
    for change in record.changes:
        for holder in change.holders:
            yield from of_holder(holder, f"modifications[{change.number}].titulaires")
    for act in record.acts:
        yield from of_holder(act.subcontractor, f"actesSousTraitance[{act.number}].sousTraitant")


def of_holder(holder: Holder, field: str) -> Iterator[Anomaly]:
    if holder.kind != "SIRET" or not holder.id:
        return
    if not holder.siret:
        yield Anomaly(field, holder.id, NOT_14)
    elif not has_right_key(holder.siret):
        yield Anomaly(field, holder.id, KEY)


def has_right_key(digits: str) -> bool:
    try:
        return bool(Siret.read(digits))
    except ValueError:
        return False


def of_days(record: Published, raw: Mapping[str, Any]) -> Iterator[Anomaly]:
    own = "dateSignature" if record.kind is Kind.CONCESSION else "dateNotification"
    said = raw.get(own)
    if isinstance(said, str) and re.search(DAY, said) and record.notified_on is None:
        yield Anomaly(own, said[:60], NO_DAY.format(value=said[:60]))
    if is_before(record.published_on, record.notified_on):
        value = f"{record.published_on:%Y-%m-%d}"
        yield Anomaly("datePublicationDonnees", value, BEFORE.format(on=record.notified_on))


def is_before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def of_changes(record: Published) -> Iterator[Anomaly]:
    for change in record.changes:
        if is_before(change.notified_on, record.notified_on):
            field = f"modifications[{change.number}].dateNotificationModification"
            sentence = EARLY.format(on=record.notified_on)
            yield Anomaly(field, f"{change.notified_on:%Y-%m-%d}", sentence)
    yield from twins([one.number for one in record.changes], "modifications", TWICE)


def of_acts(record: Published, raw: Mapping[str, Any]) -> Iterator[Anomaly]:
    numbers = [act.number for act in record.acts]
    yield from twins(numbers, "actesSousTraitance", ACT_TWICE)
    changed = raw.get("modificationsActesSousTraitance")
    for one in changed if isinstance(changed, list) else ():
        inside = one.get("modificationActeSousTraitance") if isinstance(one, dict) else None
        number = inside.get("id") if isinstance(inside, dict) else None
        if isinstance(number, int) and number not in numbers:
            field = "modificationsActesSousTraitance"
            yield Anomaly(field, str(number), NO_ACT.format(number=number))


def twins(numbers: list[int | None], field: str, sentence: str) -> Iterator[Anomaly]:
    for number, times in Counter(numbers).items():
        if times > 1 and number is not None:
            yield Anomaly(field, str(number), sentence.format(number=number))


def of_shares(raw: Mapping[str, Any]) -> Iterator[Anomaly]:
    france, europe = figure(raw.get("origineFrance")), figure(raw.get("origineUE"))
    if france is not None and europe is not None and france > europe:
        yield Anomaly("origineFrance", str(france), FRANCE)
    if raw.get("attributionAvance") is False and figure(raw.get("tauxAvance")):
        yield Anomaly("tauxAvance", str(raw["tauxAvance"]), ADVANCE)


def figure(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
