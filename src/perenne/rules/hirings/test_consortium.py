import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.hirings import Consortium, agreed_split, split_by_amount
from perenne.values import Euros, Hours

PAIR = Consortium({"Alpha": Euros.of(200_000), "Bêta": Euros.of(100_000)}, "Bêta")
names = some.sampled_from(["Alpha", "Bêta", "Gamma", "Delta"])
consortia = some.dictionaries(names, some.integers(1, 10**9).map(Euros), min_size=1).flatmap(
    lambda amounts: some.builds(Consortium, some.just(amounts), some.sampled_from(sorted(amounts)))
)


def test_the_volume_is_shared_by_what_each_performs():
    found = split_by_amount(Hours.of(100), PAIR)
    assert found.hours == {"Alpha": Hours(4_000), "Bêta": Hours(2_000)}
    assert found.contact == "Bêta"
    assert found.reasons == (
        "Les 100\u00a0h sont réparties à due proportion des montants exécutés.",
        "Bêta, mandataire, est l’interlocuteur unique\u00a0: adressez-lui toutes les demandes.",
        "Arrêtez cette répartition avec le facilitateur au démarrage du marché.",
    )


@given(some.integers(0, 10**7).map(Hours), consortia)
def test_the_parts_always_make_the_volume(volume, consortium):
    found = split_by_amount(volume, consortium)
    assert sum(found.hours.values(), Hours(0)) == volume
    assert set(found.hours) == set(consortium.amounts)
    assert agreed_split(volume, consortium, found.hours).hours == found.hours


def test_no_amount_no_split():
    unknown = Consortium({"Alpha": Euros(0), "Bêta": Euros(0)}, "Alpha")
    with pytest.raises(ValueError, match="donnez des poids positifs"):
        split_by_amount(Hours(1), unknown)


def test_members_may_agree_otherwise():
    hours = {"Alpha": Hours.of(100), "Bêta": Hours(0)}
    found = agreed_split(Hours.of(100), PAIR, hours)
    assert found.hours == hours
    assert found.contact == "Bêta"
    assert found.reasons[0] == ("Les 100\u00a0h sont réparties comme les membres en conviennent.")


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"Alpha": Hours.of(100)}, "donnez-les tous"),
        ({"Alpha": Hours.of(99), "Bêta": Hours.of(1), "Gamma": Hours(0)}, "donnez-les tous"),
        ({"Alpha": Hours.of(101), "Bêta": Hours.of(-1)}, "heures négatives"),
        (
            {"Alpha": Hours.of(98), "Bêta": Hours.of(1)},
            "font 99\u00a0h et le volume est de 100\u00a0h",
        ),
        ({"Alpha": Hours.of(99), "Bêta": Hours(61)}, "font 100\u00a0h 01"),
    ],
)
def test_an_agreement_that_is_not_whole_is_refused(hours, said):
    with pytest.raises(ValueError, match=said):
        agreed_split(Hours.of(100), PAIR, hours)


def test_the_lead_is_a_member():
    with pytest.raises(ValueError, match="n’est pas membre du groupement"):
        Consortium({"Alpha": Euros(1)}, "Bêta")
