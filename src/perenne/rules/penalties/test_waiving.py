import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.penalties import WAIVERS, Claim, Effect, Evidence, WaiverGround, waive
from perenne.values import Euros, Hours

PIECES = {
    "signalement": Evidence.ALERT,
    "recherches": Evidence.SEARCH,
    "lettre recommandée": Evidence.REGISTERED_LETTER,
    "jugement ou plan": Evidence.DIFFICULTY,
    "accord": Evidence.AGREEMENT,
    "décompte": Evidence.INVOICES,
    "décision d’arrêt": Evidence.ORDER,
    "décision motivée": Evidence.DECISION,
}
hours = some.integers(0, 10**6).map(Hours)
amounts = some.integers(0, 10**9).map(Euros)
claims = some.builds(
    Claim,
    ground=some.sampled_from(WaiverGround),
    evidence=some.frozensets(some.sampled_from(Evidence)) | some.just(frozenset(Evidence)),
    due=hours,
    validated=hours,
    hours=hours,
    executed=amounts,
    contract_amount=some.integers(1, 10**9).map(Euros),
    penalty=amounts,
    waived=amounts,
)


def read(written):
    return Hours.of(str(written))


def claim(ground, case):
    return Claim(
        ground=WaiverGround(ground),
        evidence=frozenset(PIECES[name] for name in case["pièces"]),
        due=read(case.get("dues", 0)),
        validated=read(case.get("validées", 0)),
        hours=read(case.get("heures", 0)),
        executed=Euros.of(case.get("exécuté", 0)),
        contract_amount=Euros.of(case["marché"]) if "marché" in case else None,
        penalty=Euros.of(case.get("pénalité", 0)),
        waived=Euros.of(case.get("demande", case.get("remis", 0))),
    )


@pytest.mark.parametrize(("code", "granted", "case"), rows_of("waivers"))
def test_a_waiver_is_granted_on_evidence_with_the_effect_that_a_lawyer_reads(code, granted, case):
    asked = claim(code, case)
    found = waive(asked)
    assert found.granted is granted
    assert (found.due, found.exonerated) == (
        read(case["dû"]) if "dû" in case else asked.due,
        read(case.get("exonéré", 0)),
    )
    assert found.waived == Euros.of(case.get("remis", 0))
    assert case.get("manque", "") in found.reasons[0]


def test_the_table_holds_every_ground_and_every_piece_serves():
    assert [row.code for row in WAIVERS] == list(WaiverGround)
    assert {piece for row in WAIVERS for piece in row.evidence} == set(Evidence)
    assert {row.effect for row in WAIVERS} == set(Effect)
    assert {piece.label for piece in Evidence}.isdisjoint(effect.label for effect in Effect)


def spoken(ground, case):
    return [reason.replace("\u00a0", " ") for reason in waive(claim(ground, case)).reasons]


def test_what_is_granted_is_told_with_its_figures():
    case = {"pièces": ["signalement", "recherches"], "dues": 833, "validées": 610, "heures": 60}
    assert spoken("no_solution", case) == [
        "Ni l’acheteur ni le facilitateur n’ont trouvé de solution pour une part des heures : des "
        "heures sont exonérées.",
        "Heures exonérées : 60 h, sur 223 h non réalisées.",
        "L’acheteur l’accorde par écrit et garde les pièces au dossier.",
    ]


@pytest.mark.parametrize(
    ("ground", "case", "told"),
    [
        (
            "amount_not_reached",
            {"pièces": ["décompte"], "dues": 3650, "heures": 202},
            ["Volume dû : 202 h, au lieu de 3\u202f650 h."],
        ),
        (
            "interrupted",
            {
                "pièces": ["décompte", "décision d’arrêt"],
                "dues": 100,
                "exécuté": 25,
                "marché": 100,
            },
            ["Montant exécuté : 25 € sur 100 €.", "Volume dû : 25 h, au lieu de 100 h."],
        ),
        (
            "remission",
            {"pièces": ["décision motivée"], "pénalité": 100, "remis": 40},
            ["Remise : 40 € ; reste dû : 60 €.".replace(" ;", "\u202f;")],
        ),
    ],
)
def test_each_effect_tells_its_figures(ground, case, told):
    assert spoken(ground, case)[1:-1] == told


def test_what_lacks_is_asked_for_piece_by_piece():
    (said,) = spoken("economic_difficulty", {"pièces": ["jugement ou plan"], "dues": 833})
    assert said == (
        "Difficulté économique : plan de sauvegarde de l’emploi, redressement, liquidation : "
        "l’exonération ne peut pas être accordée. Ajoutez au dossier la lettre recommandée du "
        "titulaire et l’accord écrit de l’acheteur sur le nouveau volume."
    )


@given(claims)
def test_a_waiver_never_makes_anything_heavier(asked):
    found = waive(asked)
    assert Hours(0) <= found.due <= asked.due
    assert Hours(0) <= found.exonerated <= max(Hours(0), asked.due - asked.validated)
    assert Euros(0) <= found.waived <= asked.penalty
    assert all(reason.endswith(".") for reason in found.reasons)


@given(claims)
def test_without_all_its_evidence_a_waiver_changes_nothing(asked):
    found = waive(asked)
    assert found.granted is (set(WAIVERS[asked.ground].evidence) <= asked.evidence)
    if not found.granted:
        assert (found.due, found.exonerated, found.waived) == (asked.due, Hours(0), Euros(0))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"due": Hours(-1)}, "Un nombre d’heures"),
        ({"validated": Hours(-1)}, "Un nombre d’heures"),
        ({"hours": Hours(-1)}, "Un nombre d’heures"),
        ({"executed": Euros(-1)}, "Un montant ne peut pas"),
        ({"penalty": Euros(-1)}, "Un montant ne peut pas"),
        ({"waived": Euros(-1)}, "Un montant ne peut pas"),
        ({"ground": WaiverGround.INTERRUPTED}, "Indiquez le montant hors taxes du marché"),
        (
            {"ground": WaiverGround.INTERRUPTED, "contract_amount": Euros(0)},
            "Indiquez le montant hors taxes du marché",
        ),
    ],
)
def test_an_impossible_claim_is_refused_with_what_to_do(wrong, said):
    with pytest.raises(ValueError, match=said):
        Claim(**{"ground": WaiverGround.NO_SOLUTION, "evidence": frozenset(), **wrong})


def test_one_cent_of_contract_is_enough_to_measure_what_was_executed():
    asked = Claim(
        ground=WaiverGround.INTERRUPTED,
        evidence=frozenset(Evidence),
        due=Hours(60),
        executed=Euros(1),
        contract_amount=Euros(1),
    )
    assert waive(asked).due == Hours(60)
