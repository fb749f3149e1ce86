from datetime import UTC, date, datetime

import pytest
from django.template import engines

from perenne.kit.french.dates import written


@pytest.mark.parametrize(
    ("day", "form", "said"),
    [
        (date(2026, 11, 1), "j F Y", "1er novembre 2026"),
        (date(2026, 11, 2), "j F Y", "2 novembre 2026"),
        (date(2026, 11, 11), "j F", "11 novembre"),
        (date(2026, 11, 1), r"\j\o\u\r j", "jour 1er"),
        (date(2026, 11, 1), "l j F", "dimanche 1er novembre"),
        (date(2026, 11, 1), "d/m/Y", "01/11/2026"),
        (datetime(2026, 12, 1, 8, 5, tzinfo=UTC), r"j F Y \à H:i", "1er décembre 2026 à 08:05"),
    ],
)
def test_the_first_of_a_month_is_said_as_the_french_do(day, form, said):
    assert written(day, form) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 1), "1er novembre 2026"), (date(2026, 11, 21), "21 novembre 2026"),
     (None, "–"), ("", "–")],
)  # fmt: skip
def test_so_does_the_filter_of_any_template(day, said):
    page = engines["django"].from_string('{{ day|date:"j F Y"|default:"–" }}')
    assert page.render({"day": day}) == said
