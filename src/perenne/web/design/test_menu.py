"""Which item of a menu is the one that is open."""

import pytest
from django.utils.functional import lazystr

from perenne.web.design.menu import MenuItem, open_item

HOME = MenuItem("Accueil", "/")
CLAUSES = MenuItem("Clauses", lazystr("/clauses/"))
NEW = MenuItem("Nouvelle", "/clauses/nouvelle/")


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("/", HOME),
        ("/clauses/", CLAUSES),
        ("/clauses/12/", CLAUSES),
        ("/clauses/nouvelle/", NEW),
        ("/clauses-type/", None),
        ("/heures/", None),
    ],
)
def test_the_deepest_item_that_holds_the_page_is_open(path, opened):
    assert open_item((HOME, CLAUSES, NEW), path) is opened


def test_an_item_said_to_be_current_wins():
    chosen = MenuItem("Lots", "?vue=lots", current=True)

    assert open_item((CLAUSES, chosen), "/clauses/") is chosen
