"""What each role comes to do, page after page, as often as it does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from load_browser import Browser
from lxml import html

from perenne.kit.actors import Role

Journey = Callable[[Browser], None]


def bare(browser: Browser) -> None:
    """The Django view that does nothing: without a middleware, then through all of ours."""
    browser.go("/nu/")
    browser.go("/nu/chez-nous/")


def visitor(browser: Browser) -> None:
    browser.open("site:home")
    browser.open("site:questions")
    browser.follow("site:question")
    browser.open("tools:calibrate")
    browser.open("site:duty")
    browser.open("coverage:find", q=browser.chance.choice(("Meaux", "Melun", "Provins", "torcy")))
    browser.follow("coverage:card")
    browser.open("sourcing:offers")


def facilitator(browser: Browser) -> None:
    """Reads what waits, validates a month, looks at who is late and at what the months made."""
    browser.open("desks:today")
    browser.open("hours:sheets")
    if browser.follow("hours:sheet"):
        browser.open("hours:sheets")
    browser.press("Valider les relevés cochés", _one_sheet)
    browser.open("pace:list")
    browser.follow("pace:show")
    browser.open("clauses:commitments")
    if browser.follow("clauses:commitment"):
        browser.follow("hours:account")
    browser.open("hirings:list")
    browser.follow("hirings:show")
    browser.open("participants:list")
    browser.open("globalisation:list")
    browser.open("hours:sheets", vue="valides")


def buyer(browser: Browser) -> None:
    browser.open("desks:today")
    browser.open("procurement:contracts")
    browser.follow("procurement:contract")
    browser.open("clauses:list")
    browser.follow("clauses:show")
    browser.open("pace:list")
    browser.follow("pace:show")
    browser.open("bilans:list")
    browser.follow("bilans:show")
    browser.open("sourcing:list")


def company(browser: Browser) -> None:
    """Declares its month; takes it back the next time, to say it again."""
    browser.open("desks:today")
    browser.open("hours:statements")
    browser.follow("hours:statement", first=True)  # the latest month
    if not browser.press("Déclarer", _ten_hours):
        browser.press("Reprendre")
    browser.open("hirings:list")
    browser.follow("hirings:show")
    browser.open("clauses:commitments")
    browser.open("participants:list")


def structure(browser: Browser) -> None:
    """Answers what it was asked."""
    browser.open("desks:today")
    browser.open("sourcing:asked")
    if browser.follow("sourcing:answer"):
        browser.press("Proposer")
    browser.open("directory:own")
    browser.open("hirings:list")


def coordination(browser: Browser) -> None:
    browser.open("desks:today")
    browser.open("organisations:list")
    browser.follow("organisations:show")
    browser.open("hours:sheets")
    browser.open("pace:list")
    browser.open("procurement:contracts")
    browser.open("participants:list")
    browser.open("search:find", q=browser.chance.choice(("travaux", "entreprise 3", "M12")))
    browser.open("history:journal")


JOURNEYS: Mapping[Role, Journey] = {
    Role.VISITOR: visitor, Role.FACILITATOR: facilitator, Role.BUYER: buyer,
    Role.COMPANY: company, Role.INCLUSION_STRUCTURE: structure, Role.COORDINATION: coordination,
}  # fmt: skip


def _one_sheet(form: html.FormElement) -> Iterator[tuple[str, str]]:
    """The first that asks no question: nobody else validates it meanwhile."""
    pairs = list(form.form_values())
    yield from (pair for pair in pairs if pair[0] != "sheet")
    yield from [pair for pair in pairs if pair[0] == "sheet"][:1]


def _ten_hours(form: html.FormElement) -> Iterator[tuple[str, str]]:
    """For each person of the month whose box is empty: a box without a value is in no list."""
    boxes = {it.name: it for it in form.xpath(".//div[@class='box']/input[@type='text']")}
    yield from (pair for pair in form.form_values() if pair[0] not in boxes)
    yield from ((name, box.value or "10") for name, box in boxes.items())
