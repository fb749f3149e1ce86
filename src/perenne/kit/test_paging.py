"""Files stand for any row."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.files.models import StoredFile
from perenne.kit.paging import Page, page_of, words_in


@pytest.fixture
def files(db):
    StoredFile.objects.bulk_create(
        StoredFile(name=f"{number:02}", size=number, sha256="0" * 64) for number in range(1, 26)
    )
    return StoredFile.objects.order_by("name")


def numbers(files, number):
    page = page_of(files, number, size=10, card_of=lambda row: row.size)
    return page.number, list(page.items), (page.first_item, page.last_item)


@pytest.mark.parametrize(
    ("asked", "shown", "items"),
    [
        (1, 1, range(1, 11)),
        (2, 2, range(11, 21)),
        (3, 3, range(21, 26)),
        (4, 3, range(21, 26)),
        (10**9, 3, range(21, 26)),
        (0, 1, range(1, 11)),
        (-7, 1, range(1, 11)),
    ],
)
def test_a_number_out_of_range_gives_the_nearest_page(files, asked, shown, items):
    assert numbers(files, asked) == (shown, list(items), (items[0], items[-1]))


def test_an_empty_list_has_one_empty_page(db):
    page = page_of(StoredFile.objects.order_by("pk"), 3, size=10, card_of=str)
    assert page == Page([], 1, 10, 0)
    assert (page.last, page.first_item, page.last_item) == (1, 0, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_two_queries(files, number, django_assert_num_queries):
    with django_assert_num_queries(2):
        numbers(files, number)


@given(some.integers(1, 500), some.integers(0, 5_000))
def test_the_pages_together_hold_each_item_once(size, total):
    last = Page([], 1, size, total).last
    pages = [Page([], number, size, total) for number in range(1, last + 1)]
    held = [n for page in pages if total for n in range(page.first_item, page.last_item + 1)]
    assert held == list(range(1, total + 1))


@pytest.mark.parametrize(
    ("asked", "words"), [(" crèche ", "crèche"), ("cr\0èche", "crèche"), ("a" * 100, "a" * 80)]
)
def test_words_that_an_address_seeks(asked, words):
    assert words_in(asked) == words
