"""The coordination opens its desk, finds what waits too long, and takes the list away."""

import pytest

from perenne.kit.sheets import read
from perenne.ops.demo.people import COORDINATION
from tests.journeys.test_eligibility import sign_in

pytestmark = pytest.mark.journey


def test_the_coordination_reads_its_boards_and_leaves_with_a_file(person, department):
    one = person()
    sign_in(one, COORDINATION.email)
    one.look()
    one.follow(one.link("Tableaux de bord").first)
    one.arrive("Tableaux de bord")
    one.sees("communes sans facilitateur")
    one.look()
    one.follow(one.link("Ce qui attend"))
    one.arrive("Ce qui attend")
    one.look()
    shown = one.page.locator("main tbody tr").count()
    name, content = one.download(one.link("LibreOffice (ods)"))
    _about, rows = read(content, name).sheets
    print(f"{shown} rows on the first page, {len(rows.rows) - 1} in {name}")
    assert len(rows.rows) - 1 >= shown > 0
    one.follow(one.link("Segments d’achat"))
    one.arrive("Segments d’achat")
    one.look()
