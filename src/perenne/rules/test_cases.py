"""The golden cases: written in French for a lawyer to read, run here."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from perenne.rules.calibration import Hypotheses, calibrate, contractual
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.screening import Advice, screen
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import DutyVerdict, ExceptionGround, duty
from perenne.values import Euros, Share

FOLDER = Path(__file__).parent / "cases"
BUYERS = {
    "État": BuyerKind.STATE,
    "collectivité": BuyerKind.LOCAL_AUTHORITY,
    "établissement public": BuyerKind.PUBLIC_BODY,
    "hôpital": BuyerKind.HOSPITAL,
    "bailleur": BuyerKind.SOCIAL_LANDLORD,
    "réseaux": BuyerKind.NETWORK_OPERATOR,
    "privé": BuyerKind.PRIVATE,
}
KINDS = {
    "travaux": ContractKind.WORKS,
    "services": ContractKind.SERVICES,
    "fournitures": ContractKind.SUPPLIES,
    "concession": ContractKind.CONCESSION,
    None: None,
}
DUTIES = {
    "obligatoire": DutyVerdict.MUST,
    "obligatoire sauf motif": DutyVerdict.MUST_UNLESS_MOTIVATED,
    "facultative": DutyVerdict.MAY,
    "sans objet": DutyVerdict.NOT_CONCERNED,
    "à vérifier": DutyVerdict.UNKNOWN,
}
GROUNDS = {
    "solution disponible": ExceptionGround.IMMEDIATELY_AVAILABLE,
    "pas de lien suffisant": ExceptionGround.NO_SUFFICIENT_LINK,
    "concurrence ou difficulté": ExceptionGround.COMPETITION_OR_DIFFICULTY,
    "travaux de moins de six mois": ExceptionGround.SHORT_WORKS,
}
ADVICES = {
    "recommandée": Advice.RECOMMENDED,
    "à étudier": Advice.TO_STUDY,
    "déconseillée": Advice.NOT_ADVISED,
    "information manquante": Advice.UNDECIDED,
}


def cases(name, title):
    read = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(case, id=case[title]) for case in read]


def euros(written):
    return None if written in (None, "inconnu") else Euros.of(str(written))


def months(written):
    return None if written == "inconnue" else written


def need_of(case):
    return Need(
        object=case.get("objet", "Nettoyage des locaux"),
        cpv=case.get("cpv"),
        amount=euros(case["montant"]),
        amount_high=euros(case.get("montant_haut")),
        whole_amount=euros(case.get("marché_entier")),
        months=months(case.get("mois", 12)),
        consulted_on=case.get("consultation"),
        buyer=BUYERS[case.get("acheteur", "collectivité")],
        kind=KINDS[case.get("nature")],
        defence=case.get("défense") == "oui",
    )


def plain(sentences):
    return " ".join(sentences).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("case", cases("obligation", "cas"))
def test_the_duty_is_what_the_lawyer_wrote(case):
    need = need_of(case)
    found = duty(need, finding=find_segment(need.object, need.cpv))
    assert found.verdict is DUTIES[case["réponse"]], found.reasons
    if "seuil" in case:
        assert found.threshold == euros(case["seuil"])
    if "motifs" in case:
        assert found.exceptions == tuple(GROUNDS[ground] for ground in case["motifs"])
    assert case.get("dit", "") in plain(found.reasons)
    assert case.get("article", "") in " ".join(source.article for source in found.articles)


@pytest.mark.parametrize("case", cases("calibrage", "cas"))
def test_the_calibration_is_the_published_one(case):
    found = calibrate(
        Hypotheses(
            euros(case["montant"]),
            Share.percent(case["part"]),
            Share.percent(case["effort"]),
            Euros.of(case["coût"]),
        )
    )
    assert found.hours.whole == case["heures"]
    assert contractual(found.hours).whole == case["contrat"]
    if "euros_par_heure" in case:
        assert found.euros_per_hour == euros(case["euros_par_heure"])


@pytest.mark.parametrize("case", cases("programme", "objet"))
def test_every_line_of_the_programme_gets_its_answer(case):
    found = screen(need_of(case), today=date(2026, 11, 23))
    assert found.advice is ADVICES[case["avis"]], found.reasons
    assert (found.finding.segment.label if found.finding.segment else "aucun") == case["segment"]
    assert (found.calibration.hours.whole if found.calibration else None) == case.get("heures")
    assert found.duty.verdict is DUTIES[case["obligation"]]
    assert case.get("dit", "") in plain(found.reasons)


def test_the_programme_is_whole():
    assert len(cases("programme", "objet")) == 21
