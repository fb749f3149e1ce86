import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Amendment, Recalculation, volume_after
from perenne.rules.calibration.amendments import RECALCULATION
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours, Share

durations = some.integers(0, 10**7).map(Hours)
amounts = some.integers(1, 10**10).map(Euros)


def amendment(before, after, *, hours=1_000, done=0):
    return Amendment(Hours.of(hours), Euros.of(before), Euros.of(after), Hours.of(done))


def held(policy):
    return USUAL.choosing(RECALCULATION, policy)


def plain(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_silent_contract_keeps_its_volume_whatever_the_change():
    found = volume_after(amendment(100_000, 300_000))
    assert found.hours == Hours.of(1_000)
    assert plain(found.reason) == (
        "La clause ne prévoit pas de recalcul : le volume reste inchangé, sauf avenant."
    )


@pytest.mark.parametrize(
    ("policy", "after", "hours"),
    [
        (Recalculation.BEYOND_5, "105000", "1000"),
        (Recalculation.BEYOND_5, "105000.01", "1050"),
        (Recalculation.BEYOND_5, "95000", "1000"),
        (Recalculation.BEYOND_5, "94999.99", "950"),
        (Recalculation.BEYOND_10, "110000", "1000"),
        (Recalculation.BEYOND_10, "111000", "1110"),
        (Recalculation.BEYOND_15, "115000", "1000"),
        (Recalculation.BEYOND_15, "120000", "1200"),
        (Recalculation.BEYOND_15, "0", "0"),
        (Recalculation.BEYOND_15, "33333.33", "333.3333"),
    ],
)
def test_beyond_the_tolerance_the_volume_follows_the_amount(policy, after, hours):
    found = volume_after(amendment(100_000, after), practice=held(policy))
    assert found.hours == Hours.of(hours)
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("done", "hours"), [(399, 500), (500, 500), (501, 501), (1_000, 1_000), (1_400, 1_000)]
)
def test_hours_already_done_are_not_taken_back_and_never_add_to_what_was_owed(done, hours):
    found = volume_after(
        amendment(100_000, 50_000, done=done), practice=held(Recalculation.BEYOND_10)
    )
    assert found.hours == Hours.of(hours)
    kept = found.reason.endswith("l’avenant. Les heures déjà réalisées restent acquises.")
    assert kept is (hours > 500)


def test_the_reason_names_the_amounts_the_tolerance_and_the_volumes():
    policy = held(Recalculation.BEYOND_10)
    small = volume_after(amendment(100_000, 105_000), practice=policy).reason
    assert plain(small) == (
        "Le montant passe de 100 000 € à 105 000 €, sans dépasser 10 % d’écart : le volume reste "
        "inchangé."
    )
    great = volume_after(amendment(100_000, 150_000), practice=policy).reason
    assert plain(great) == (
        "Le montant passe de 100 000 € à 150 000 €, plus de 10 % d’écart : le volume passe de "
        "1 000 h à 1 500 h, à écrire dans l’avenant."
    )


@pytest.mark.parametrize(("before", "after"), [(0, 10), (-1, 10), (10, -1)])
def test_an_impossible_amount_is_refused(before, after):
    with pytest.raises(
        ValueError,
        match=r"^Le montant d’origine .* ne peut pas être négatif\u00a0: corrigez-les\.$",
    ):
        amendment(before, after)


@pytest.mark.parametrize(
    ("policy", "label", "tolerance"),
    [
        (Recalculation.NEVER, "jamais", None),
        (Recalculation.BEYOND_5, "au prorata au-delà de 5\u00a0%", Share.percent(5)),
        (Recalculation.BEYOND_10, "au prorata au-delà de 10\u00a0%", Share.percent(10)),
        (Recalculation.BEYOND_15, "au prorata au-delà de 15\u00a0%", Share.percent(15)),
    ],
)
def test_each_policy_is_told_in_french(policy, label, tolerance):
    assert (policy.label, policy.tolerance) == (label, tolerance)
    assert policy in RECALCULATION.choices


@given(durations, amounts, amounts, durations, some.sampled_from(Recalculation))
def test_no_amendment_takes_back_an_hour_done_or_moves_against_the_amount(
    hours, before, after, done, policy
):
    found = volume_after(Amendment(hours, before, after, done), practice=held(policy)).hours
    assert found >= min(hours, done)
    assert found >= hours or after < before
    assert found <= hours or after > before
