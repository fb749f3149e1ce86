"""Places come from an official list, which may be given again at any time."""

from dataclasses import replace

import pytest

from perenne.domain.territories.actions import (
    Account,
    OfficialCommune,
    OfficialDepartment,
    OfficialEpci,
    OfficialOldName,
    OfficialQpv,
    SetAside,
    load_communes,
    load_departments,
    load_epcis,
    load_old_names,
    load_qpvs,
)
from perenne.domain.territories.factories import (
    MEAUX_COUNTRY,
    MELUN_VALLEY,
    PLACES,
    load_places,
    official,
)
from perenne.domain.territories.models import Commune, Department, Epci, OldName, Qpv
from perenne.domain.territories.queries import (
    QpvCard,
    communes,
    communes_of,
    departments,
    epcis_of,
    qpvs_in,
)

pytestmark = pytest.mark.django_db


def test_loading_twice_gives_the_same_rows():
    load_places()
    once = communes(), list(Epci.objects.order_by("pk").values())
    load_places()
    assert (communes(), list(Epci.objects.order_by("pk").values())) == once


def test_it_says_how_many_communes_were_read():
    account = load_communes(iter(PLACES))
    assert account.read == account.added == len(PLACES) == Commune.objects.count()
    assert load_communes(PLACES) == Account(unchanged=len(PLACES))


def test_nothing_given_is_nothing_loaded():
    assert load_communes([]) == Account()
    assert communes() == ()


def test_a_newer_list_corrects_the_older_one():
    load_communes([official("77284", "Maux", "77101")])
    account = load_communes([official("77284", "Meaux", "77100", epci=MEAUX_COUNTRY)])

    assert account == Account(changed=1)
    (meaux,) = communes()
    assert (meaux.name, meaux.folded, meaux.postcodes) == ("Meaux", "meaux", ("77100",))
    assert (meaux.epci_code, meaux.epci_name) == MEAUX_COUNTRY


def test_an_epci_that_changes_its_name_keeps_its_communes():
    load_places()
    renamed = replace(PLACES[0], epci_name="CU du Grand Meaux")
    load_communes([renamed])

    names = {commune.epci_name for commune in communes() if commune.epci_code == MEAUX_COUNTRY[0]}
    assert names == {"CU du Grand Meaux"}


def test_a_commune_without_epci_has_none():
    load_places()
    (savigny,) = (commune for commune in communes() if commune.name == "Savigny-le-Temple")
    assert (savigny.epci_code, savigny.epci_name) == ("", "")


def test_homonyms_are_all_kept():
    load_places(official("51001", "Sainte-Colombe", "51300"))
    found = [commune for commune in communes() if commune.folded == "sainte colombe"]
    assert [commune.department_code for commune in found] == ["51", "77"]


def test_the_list_is_read_in_one_query(django_assert_num_queries):
    load_places()
    with django_assert_num_queries(1):
        communes()


def test_a_commune_is_shown_with_its_departement():
    assert str(Commune(name="Meaux", department_code="77")) == "Meaux (77)"
    assert str(Epci(name="CA du Pays de Meaux")) == "CA du Pays de Meaux"


UNKNOWN = "commune inconnue ici : chargez d’abord les communes de son département"


def test_what_a_list_does_not_say_stays_as_it_was():
    load_places()
    load_communes([OfficialCommune("77284", "Meaux", "77", population=56_659)])
    (meaux,) = (commune for commune in communes() if commune.insee_code == "77284")
    assert (meaux.epci_name, meaux.postcodes) == (MEAUX_COUNTRY[1], ("77100",))
    assert meaux.population == 56_659
    assert load_communes([PLACES[0]]) == Account(unchanged=1)  # the population is not forgotten


def test_a_row_given_twice_is_set_aside_with_its_reason():
    account = load_communes([PLACES[0], PLACES[0]])
    assert (account.read, account.added) == (2, 1)
    assert account.set_aside == (SetAside("Meaux (77)", "donné deux fois par le fichier"),)


def test_each_member_of_an_epci_is_accounted_for():
    load_places()
    ourcq = OfficialEpci("247700000", "CC d’essai", ("77284", "77445", "99999"))
    account = load_epcis([ourcq, OfficialEpci(*MELUN_VALLEY, members=("77288",))])
    assert (account.added, account.changed, account.unchanged) == (1, 1, 1)
    assert account.set_aside == (SetAside("99999, membre de CC d’essai", UNKNOWN),)
    assert load_epcis([ourcq]).unchanged == 2
    assert {c.name for c in communes() if c.epci_code == ourcq.code} == {
        "Meaux",
        "Savigny-le-Temple",
    }


def test_an_epci_of_which_no_member_is_known_is_not_made():
    load_places()
    load_epcis([OfficialEpci("200000000", "CC d’ailleurs", ("99999",))])
    assert not Epci.objects.filter(code="200000000").exists()


def test_departments_have_their_article():
    given = [OfficialDepartment("02", "Aisne", 5), OfficialDepartment("45", "Loiret", 2),
             OfficialDepartment("75", "Paris", 0), OfficialDepartment("89", "Yonne", 5),
             OfficialDepartment("51", "Marne", 3), OfficialDepartment("92", "Hauts-de-Seine", 4),
             OfficialDepartment("27", "Eure", 5)]  # fmt: skip
    assert load_departments(given) == Account(added=7)
    assert load_departments(given) == Account(unchanged=7)
    assert [department.of for department in departments()] == [
        "de l’Aisne", "de l’Eure", "du Loiret", "de la Marne", "de Paris", "de l’Yonne",
        "des Hauts-de-Seine",
    ]  # fmt: skip
    assert str(Department.objects.get(code="02")) == "Aisne (02)"


def test_old_names_lead_to_a_commune_that_is_known():
    load_places()
    given = [
        OfficialOldName("77999", "Vieux-Meaux", "77284"),
        OfficialOldName("77998", "Perdu", "00000"),
    ]
    account = load_old_names(given)
    assert (account.added, account.set_aside) == (
        1,
        (SetAside("77998 Perdu → 00000", UNKNOWN),),
    )
    assert load_old_names(given).unchanged == 1
    moved = load_old_names([OfficialOldName("77999", "Vieux-Meaux", "77288")])
    assert moved == Account(changed=1)
    assert str(OldName.objects.get()) == "77999 Vieux-Meaux → 77288"


def test_quartiers_follow_the_newest_list():
    """An invented quartier, on real communes."""
    load_places()
    given = OfficialQpv("QN077XXM", "Quartier d’essai", 2024, ("77284", "77330"))
    assert load_qpvs([given]) == Account(added=1)
    assert load_qpvs([given]) == Account(unchanged=1)
    assert qpvs_in("77330") == (QpvCard("QN077XXM", "Quartier d’essai", 2024),)

    assert load_qpvs([replace(given, communes=("77284",))]) == Account(changed=1)
    assert (qpvs_in("77330"), len(qpvs_in("77284"))) == ((), 1)
    assert load_qpvs([replace(given, name="Autre", communes=("77330",))]) == Account(changed=1)
    lost = load_qpvs([OfficialQpv("QN000XXM", "Ailleurs", 2024, ("00000",))])
    assert [row.reason for row in lost.set_aside] == [UNKNOWN]
    assert str(Qpv.objects.get()) == "QN077XXM Autre"


def test_the_places_of_a_departement_are_told_apart_from_the_others():
    load_places(official("51001", "Sainte-Colombe", "51300", epci=("245100000", "CC d’à côté")))
    assert {commune.department_code for commune in communes_of("77")} == {"77"}
    assert {epci.code for epci in epcis_of("77")} == {MEAUX_COUNTRY[0], MELUN_VALLEY[0]}
