"""Companies whose hours are late, each with the last mail that asked for them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from perenne.domain.assessments.queries.boards.late import last_month_due
from perenne.domain.hours.models import Sheet, StatementLink
from perenne.rules.deadlines import statement_due_on
from perenne.values import add_months
from perenne.web.tests.browser import plain, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("boards:late")


def rows_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    return [[plain(cell.text_content()) for cell in row.xpath("th|td")] for row in rows]


def test_a_company_is_there_with_its_months_and_the_last_mail(client_of, committee, board):
    _commitment, party = board
    late = Sheet.objects.get(state="open")
    ((name, first, months, days, mail, who),) = rows_in(client_of(committee.facilitator).get(URL))
    assert party.name in name
    assert str(late.month.year) in first
    assert months == "1"
    assert days.startswith(str((localdate() - statement_due_on(late.month)).days))
    assert mail == "Aucun"
    assert who
    for day in (9, 3):
        StatementLink.objects.create(
            statement=late.statement, email=f"a{day}@exemple.fr", seed=f"s{day}",
            token_print=f"p{day}", expires_at=now(), asked_on=localdate() - timedelta(day),
        )  # fmt: skip
    ((_, _, months, _, mail, _),) = rows_in(client_of(committee.coordination).get(URL))
    assert months == "1"
    assert mail.startswith(str((localdate() - timedelta(3)).day))
    late.delete()
    assert "Aucun relevé en retard" in text_of(client_of(committee.coordination).get(URL))
    assert rows_in(client_of(committee.other_facilitator).get(URL)) == []


@pytest.mark.parametrize("on", [date(2027, 1, 1) + timedelta(days) for days in range(0, 70, 3)])
def test_the_last_month_due_is_the_last_whose_day_has_gone_by(on):
    month = last_month_due(on)
    assert statement_due_on(month) < on <= statement_due_on(add_months(month, 1))
