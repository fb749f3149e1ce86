"""Tables told to those who listen, and to those who hold a phone."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from perenne.web.design.tags.tables import labelled

ROWS = """
<thead><tr><th scope="col">Lot</th>
<th scope="col" class="number">Montant <b>HT</b></th></tr></thead>
<tbody>
<tr><th scope="row">Lot 1</th><td class="number">10 €</td></tr>
<tr><th scope="row">Lot 2</th><td>20 €</td></tr>
<tr><td colspan="2">Rien d’autre</td></tr>
</tbody>
"""


def test_each_cell_carries_the_heading_of_its_column():
    told = labelled(ROWS)

    assert told.count('<td role="cell" data-label="Montant HT"') == 2
    assert '<td role="cell" data-label="" colspan="2">' in told


def test_each_part_keeps_its_role_when_phones_draw_it_as_blocks():
    told = labelled(ROWS)

    assert told.count('role="rowgroup"') == 2
    assert told.count('role="row"') == 4
    assert told.count('role="columnheader"') == 2
    assert told.count('role="rowheader"') == 2


def test_a_cell_after_a_wide_one_keeps_the_right_heading():
    rows = '<tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr>'

    assert '<td role="cell" data-label="C">' in labelled(
        rows + '<tr><td colspan="2">x</td><td>y</td></tr>'
    )


def test_a_heading_that_holds_quotes_cannot_leave_its_attribute():
    told = labelled('<tr><th scope="col">L&quot;ot &lt;x&gt;</th></tr><tr><td>1</td></tr>')

    assert 'data-label="L&quot;ot &lt;x&gt;"' in told


def draw(source, path="/"):
    request = RequestFactory().get(path)
    return Template("{% load ui %}" + source).render(Context({"request": request}))


def test_a_table_has_a_caption_even_when_the_eye_does_not_need_it():
    assert "<caption>Lots</caption>" in draw("{% table 'Lots' %}{% endtable %}")
    assert '<caption class="hidden">' in draw("{% table 'Lots' quiet=True %}{% endtable %}")


def test_a_wide_table_can_be_scrolled_with_the_keyboard():
    drawn = draw("{% table 'Lots' scroll=True %}{% endtable %}")

    assert 'role="region" tabindex="0" aria-label="Lots"' in drawn


@pytest.mark.parametrize(
    ("path", "aria", "link"),
    [
        ("/?q=x", "", "?q=x&amp;tri=nom"),
        ("/?tri=nom", ' aria-sort="ascending"', "?tri=-nom"),
        ("/?tri=-nom", ' aria-sort="descending"', "?tri=nom"),
        ("/?tri=autre", "", "?tri=nom"),
    ],
)
def test_a_heading_that_sorts_says_the_order_and_offers_the_other(path, aria, link):
    drawn = draw("{% sort_header 'Nom' 'nom' number=True %}", path)

    assert drawn == (
        f'<th scope="col" class="number"{aria}><a class="sort" href="{link}">Nom</a></th>'
    )


def test_a_heading_that_sorts_works_outside_a_request():
    drawn = Template("{% load ui %}{% sort_header 'Nom' 'nom' %}").render(Context())

    assert drawn == '<th scope="col"><a class="sort" href="?tri=nom">Nom</a></th>'
