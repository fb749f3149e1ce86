"""A company declares its month: what is impossible is refused, what is doubtful is asked."""

from datetime import date

import pytest

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.actions import end_hiring
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions import (
    Line,
    declare_nothing,
    declare_sheet,
    dispute_sheet,
    open_statement,
    take_sheet_back,
    validate_sheets,
)
from perenne.domain.hours.models import PersonDay, PersonMonth, Sheet, Work
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.rules.hours import DoubtCode, HourKind

DAY = date(2026, 10, 5)


def declare(scene, *lines, sheet=None):
    sheet = sheet or scene.opened()
    declare_sheet(sheet_id=sheet.pk, lines=lines, by=scene.company, now=NOW)
    return Sheet.objects.get(pk=sheet.pk)


def said_of(sheet):
    works = Work.objects.filter(sheet=sheet).order_by("pk")
    return list(works.values_list("hiring_id", "minutes"))


def test_a_month_is_opened_once_with_a_sheet_for_each_commitment(scene):
    sheet = scene.opened()
    assert scene.opened() == sheet
    assert Entry.objects.filter(act="statement.open").count() == 1
    other = scene.new_commitment(50)
    other.contract.parties.update(siret=scene.siret)
    assert scene.opened(commitment=other).statement_id == sheet.statement_id
    assert sheet.statement.sheets.count() == 2


@pytest.mark.parametrize(
    ("month", "said"),
    [(date(2026, 12, 1), "n’a pas commencé"), (date(2026, 10, 2), "n’a pas commencé"),
     (date(2026, 8, 1), "pas d’engagement en cours")],
)  # fmt: skip
def test_a_month_to_come_or_without_a_commitment_is_not_opened(scene, month, said):
    with pytest.raises(Refused, match=said):
        open_statement(siret=scene.siret, month=month, by=scene.company, on=ON)


def test_another_company_opens_nothing(scene):
    with pytest.raises(Refused, match="vérifiez son SIRET"):
        open_statement(siret=scene.siret, month=MONTH, by=new_actor(Role.COMPANY), on=ON)


def test_what_is_declared_again_takes_the_place_of_what_was_said(scene):
    one, two = scene.hirings
    sheet = declare(scene, Line(one.pk, 6_000), Line(two.pk, 600, days={DAY: 600}))
    assert (sheet.state, sheet.declared_at, sheet.is_nil) == (DECLARED, NOW, False)
    take_sheet_back(sheet_id=sheet.pk, by=scene.company)
    assert Sheet.objects.get(pk=sheet.pk).state == OPEN
    declare(scene, Line(two.pk, 420, days={DAY: 420}), sheet=sheet)

    assert said_of(sheet) == [(two.pk, 420)]
    assert dict(PersonMonth.objects.values_list("participant_id", "minutes")) == {
        one.participant_id: 0, two.participant_id: 420,
    }  # fmt: skip
    assert PersonDay.objects.get().minutes == 420


def test_nothing_is_declared_in_so_many_words(scene):
    sheet = declare(scene, Line(scene.hirings[0].pk, 60))
    dispute_sheet(sheet_id=sheet.pk, reason=WHY, by=scene.facilitator)
    assert Sheet.objects.get(pk=sheet.pk).state == DISPUTED
    declare_nothing(sheet_id=sheet.pk, by=scene.company, now=NOW)

    sheet.refresh_from_db()
    assert (sheet.state, sheet.is_nil, sheet.reason, said_of(sheet)) == (DECLARED, True, "", [])
    assert validate_sheets(sheet_ids=[sheet.pk], by=scene.facilitator, now=NOW) == 0


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([], "Aucune heure n’est saisie"),
        ([{"minutes": 0}], "une minute au moins"),
        ([{"minutes": -60}], "une minute au moins"),
        ([{}, {}], "figure deux fois"),
        ([{"days": {DAY: 59}}], "ne font pas le total"),
        ([{"minutes": 60, "days": {date(2026, 11, 2): 60}}], "n’est pas un jour dont"),
        ([{"minutes": 1_500, "days": {DAY: 1_500}}], "plus de 24"),
        ([{"minutes": 44_641}], "210|charg|dépasse"),
        ([{"hiring_id": 0}], "n’est pas de cet engagement"),
    ],
)
def test_what_is_impossible_is_refused_with_what_to_do(scene, facts, said):
    lines = [Line(**{"hiring_id": scene.hirings[0].pk, "minutes": 600, **one}) for one in facts]
    with pytest.raises(Refused, match=said):
        declare(scene, *lines)
    assert not Work.objects.exists()


def test_what_is_doubtful_is_kept_with_its_explanation(scene):
    line = {"hiring_id": scene.hirings[0].pk, "minutes": 660, "days": {DAY: 660}}
    with pytest.raises(Refused, match="Une journée dépasse 10"):
        declare(scene, Line(**line))
    told = {DoubtCode.LONG_DAY: "Accord d’entreprise du 3 mars 2025."}
    declare(scene, Line(**line, explained=told))

    assert Work.objects.get().reason == told[DoubtCode.LONG_DAY]


def test_the_days_of_another_employer_count_for_the_limits(scene):
    declare(scene, Line(scene.hirings[0].pk, 540, days={DAY: 540}))
    person = scene.hirings[0].participant
    verdict = scene.hirings[0].verdict
    elsewhere = new_commitment(scene.facilitator, company=scene.company)
    elsewhere.contract.parties.update(siret=scene.siret)
    again = new_hiring(person, elsewhere, verdict=verdict, verified_on=verdict.verified_on)
    sheet = scene.opened(commitment=elsewhere)

    with pytest.raises(Refused, match="Une journée dépasse 10"):
        declare(scene, Line(again.pk, 120, days={DAY: 120}), sheet=sheet)


def test_kinds_of_hours_are_told_apart(scene):
    one = scene.hirings[0].pk
    declare(scene, Line(one, 600), Line(one, 60, HourKind.INTERNAL_TRAINING))

    assert set(Work.objects.values_list("kind", flat=True)) == {"TRAVAIL", "FORMATION_INTERNE"}


def test_a_hiring_without_a_green_light_that_month_is_not_of_the_crew(scene):
    late = new_hiring(commitment=scene.commitment, counts_from=date(2026, 11, 1))
    over = new_hiring(commitment=scene.commitment, ends_on=date(2026, 10, 5),
                      counts_from=date(2026, 10, 20))  # fmt: skip
    for hiring in (late, over):
        with pytest.raises(Refused, match="feu vert"):
            declare(scene, Line(hiring.pk, 600))


def test_a_hiring_does_not_end_before_its_hours(scene):
    one = scene.hirings[0]
    declare(scene, Line(one.pk, 420, days={DAY: 420}))
    ending = {"hiring_id": one.pk, "by": scene.company, "on": ON}
    with pytest.raises(Refused, match="déclarées après ce jour"):
        end_hiring(**ending, ended_on=date(2026, 10, 4))
    with pytest.raises(Refused, match="déclarées après ce jour"):
        end_hiring(**ending, ended_on=date(2026, 9, 30))
    end_hiring(**ending, ended_on=DAY)
