"""Every list of the house as a file: the same rows as its pages, and nothing that they keep back.

The walk goes through the addresses whose view is `listed`, in the scene of their noun, as each of
the ten people of the matrix. Pages hold two rows, so that there are several. Whatever they lead the
coordination to opens.
"""

import re
import sys
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver, reverse

from perenne.domain.hours.queries import sheets as hours_sheets
from perenne.kit import paging
from perenne.kit.journal.models import Entry
from perenne.kit.sheets import LIMITS
from perenne.kit.sheets.parsing import parse
from perenne.web.desks.today import waiting
from perenne.web.tests.browser import plain, tree_of
from perenne.web.tests.scenes import new_committee
from tests.house.matrix import procurement
from tests.house.test_matrix import NOUNS, WHO, rows_of

FILES = ("xlsx", "ods", "csv")
LOOKING = ("buyer", "facilitator", "coordination", "company")
MAIN = "//main//tbody/tr"
TEMPLATES = Path(__file__).parents[2] / "src/perenne/web"
WITHOUT_A_FILE = {
    "bilans/list/page.html": "each bilan has its own files",
    "history/journal/page.html": "its own file, which the journal notes",
    "history/show/page.html": "the history of one thing, told for its reader",
    "hirings/plan/choose.html": "a choice among persons, not a list",
    "hours/upload/show/page.html": "lines of the file that the reader just sent",
    "procurement/decp_buyer/page.html": "in the file of all gaps",
    "procurement/decp_publish/page.html": "published as open data",
    "procurement/decp_report/page.html": "its own file",
    "programming/compare/page.html": "two programmes side by side, each with its own file",
    "programming/show/page.html": "its own file, with the lines set aside",
    "globalisation/show/page.html": "one proposal, in sentences",
    "search/find/page.html": "answers of several kinds",
}
ROWS = {
    "desks:today": "//section[@aria-labelledby='attend']//tbody/tr",
    "boards:segments": "//section[@aria-labelledby='tous']//tbody/tr",
    "coverage:list": "//section[starts-with(@aria-labelledby, 'organisme-')]//tbody/tr",
    "coverage:report": "//details//tbody/tr",
    "directory:find": "//main//article",
}
"""Where the rows are, on a page with other tables."""
BEYOND = {
    "membership:list": {"Téléphone", "Charte signée par", "Version de la charte"},
    "coverage:list": {"Organisme"},
    "directory:find": {"Réseaux"},
    "coverage:report": {"Code INSEE", "Codes postaux", "Intercommunalité", "Couverture"},
    "hours:sheets": {"Référence", "Étape"},
    "hours:statements": {"SIRET"},
    "hirings:list": {"Employeur"},
    "desks:today": {"Échéance"},
}
"""What a file says that a page leaves to the page of the thing, or to its tabs."""
pytestmark = pytest.mark.django_db


def listings(resolver, namespace=""):
    """Name of the address → its listing."""
    for entry in resolver.url_patterns:
        if not isinstance(entry, URLPattern):
            yield from listings(entry, f"{entry.namespace}:" if entry.namespace else namespace)
        elif (found := getattr(entry.callback, "listing", None)) is not None:
            yield f"{namespace}{entry.name}", found


def is_of(name, noun):
    """Whether its rows are in the scene of this noun."""
    return name in SCENES or any(row[0] == name for row in rows_of(noun))


LISTINGS = dict(listings(get_resolver()))
HERE = [row for noun in NOUNS for row in rows_of(noun) if row[0] in LISTINGS]
SCENES = {"desks:today": procurement}
"""Where it takes another noun for something to wait."""
WALKED = [
    (noun, rows)
    for noun in NOUNS
    if (rows := [row for row in HERE if SCENES.get(row[0], noun) is noun and is_of(row[0], noun)])
]


def test_every_list_is_walked_and_every_page_of_pages_has_its_file():
    assert {name for _, rows in WALKED for name, *_ in rows} == set(LISTINGS)
    paged = {
        str(one.relative_to(TEMPLATES)): one.read_text()
        for one in TEMPLATES.rglob("*.html")
        if "{% pagination" in one.read_text() and "design/components" not in str(one)
    }
    assert {name for name, text in paged.items() if "{% downloads" not in text} == set(
        WITHOUT_A_FILE
    )


@pytest.fixture
def pages_of_two(monkeypatch):
    """All lists of the house, wherever they say how long a page is."""
    whole = paging.page_of

    def short(rows, number, *, size, card_of, total=None):
        return whole(rows, number, size=2, card_of=card_of, total=total)

    for name, module in list(sys.modules.items()):
        if name.startswith("perenne.") and getattr(module, "page_of", None) is whole:
            monkeypatch.setattr(module, "page_of", short)
    monkeypatch.setattr(hours_sheets, "SIZE", 2)
    monkeypatch.setattr(waiting, "ON_A_PAGE", 2)


@pytest.mark.parametrize(
    ("noun", "rows"), WALKED, ids=[noun.__name__.rsplit(".")[-1] for noun, _ in WALKED]
)
def test_a_file_holds_the_rows_of_its_pages(noun, rows, client_of, pages_of_two):
    committee = new_committee()
    things = {"-": [], **noun.things(committee)}
    seen = {}
    for name, thing, _method, statuses in rows:
        for who, status in zip(WHO, statuses, strict=True):
            if status != "200" or who not in LOOKING:
                continue
            browser, url = client_of(getattr(committee, who)), reverse(name, args=things[thing])
            views = views_in(browser.get(url))
            steers = who == "coordination" or statuses[WHO.index("coordination")] != "200"
            if who == "coordination":  # it reads most of all, and may act on least
                assert dead_links_on(browser.get(url), browser) == []
            for nth, view in enumerate(views if steers else views[:1]):
                forms = FILES[2:] if nth else FILES
                seen[f"{name}{view} {who}"] = same_rows(browser, name, url + view, forms)
    print({place: count for place, count in seen.items() if count})
    assert any(seen.values())


def dead_links_on(page, browser):
    """What it leads to that answers neither a page nor another address."""
    links = {link.partition("#")[0] for link in tree_of(page).xpath("//main//a/@href")}
    there = sorted(link for link in links if link.startswith("/"))
    return [link for link in there if browser.get(link).status_code not in {200, 302}]


def views_in(page):
    """What its tabs ask for; the page as it opens when it has none."""
    links = tree_of(page).xpath("//main//nav[@class='tabs']//a/@href")
    return [link for link in links if link.startswith("?")] or [""]


def same_rows(browser, name, url, forms):
    """How many rows there are, on the pages as in the files."""
    also = f"{url}{'&' if '?' in url else '?'}"
    shown, more, number = [], True, 0
    while more:
        number += 1
        tree = tree_of(browser.get(f"{also}page={number}"))
        shown += [plain(row.text_content()) for row in tree.xpath(ROWS.get(name, MAIN))]
        more = tree.xpath("//a[@rel='next']")
    before = Entry.objects.filter(act="list.take_away").count()
    (headings, *lines), *others = (table_in(browser.get(f"{also}fichier={it}"), it) for it in forms)
    assert [[list(map(as_read, line)) for line in one] for one in others] == [
        [list(map(as_read, line)) for line in (headings, *lines)]
    ] * len(others)
    told = Entry.objects.filter(act="list.take_away").count() - before
    assert told == (len(forms) if LISTINGS[name].personal else 0)
    assert len(lines) == len(shown), (name, headings, lines, shown)
    kept = [
        (heading, cell, row)
        for row, line in zip(shown, lines, strict=True)
        for heading, cell in zip(headings, line, strict=True)
        if is_words(cell) and heading not in BEYOND.get(name, ()) and plain(cell) not in row
    ]
    assert kept == [], name
    return len(lines)


def table_in(answer, form):
    """What a spreadsheet reads; the first sheet of a workbook says what it is about."""
    assert answer.status_code == 200
    assert re.search(rf'filename="[a-z-]+-20\d\d-\d\d-\d\d\.{form}"', answer["Content-Disposition"])
    sheets = [rows for _name, _hidden, rows, *_ in parse(answer.content, LIMITS)["sheets"]]
    if form != "csv":
        about = {row[0]: row[1] for row in sheets[0] if len(row) > 1}
        assert about["Lignes"] == str(len(sheets[1]) - 1)
        assert about["Pour"]
    width = len(sheets[-1][0])
    return tuple((*row, *[""] * (width - len(row))) for row in sheets[-1])


def as_read(cell):
    """A figure as it is shown: files keep more digits, each its own number of them."""
    whole, comma, rest = cell.partition(",")
    return round(float(f"{whole}.{rest}"), 2) if comma and (whole + rest).isdecimal() else cell


def is_words(cell):
    """Figures and days are written otherwise on a page."""
    return bool(re.search(r"[^\W\d]{2}", cell)) and cell not in {"oui", "non"}
