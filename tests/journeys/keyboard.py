"""Somebody at a keyboard: no mouse, and eyes that see where the focus is."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Download, Locator, Page, Response
from playwright.sync_api import expect as expect_of

from tests.journeys.sight import DESK, SIGHTS, SUFFIXES, Sight, faults_of, put_on, take_picture

MOST_TABS = 400
WAIT = 30_000  # milliseconds: machines may be busy

FOCUS = """(wanted) => {
  const one = document.activeElement;
  if (!one || one === document.body) return { there: false, lost: true };
  const ringed = [one, one.parentElement, one.nextElementSibling].some((near) => {
    if (!near) return false;
    const style = getComputedStyle(near);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = one.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 0), innerHeight - 1);
  const over = document.elementFromPoint(x, y);
  const covered = !over || !(one.contains(over) || over.contains(one));
  const skips = one.hash === "#contenu" && document.querySelector("main").contains(wanted);
  return { there: one === wanted, lost: false, ringed, seen, covered, skips,
           said: one.outerHTML.slice(0, 200) };
}"""


class Person:
    """One browser with its own cookies. Remembers the screens crossed and what went wrong."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.screens: list[str] = []
        self.clicks = 0
        self.knows_menus = False
        self.complaints: list[str] = []
        self.checked = 0
        self.page.set_default_timeout(WAIT)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("response", self._received)
        put_on(self.page, DESK)

    # Going somewhere

    def open(self, path: str) -> None:
        """Only how a journey begins: the rest is walked with the keyboard."""
        self.page.goto(f"{self.site}{path}")

    def arrive(self, heading: str) -> None:
        """The page that has this title is there, whole."""
        expect_of(self.page.locator("h1")).to_contain_text(heading, timeout=WAIT)
        expect_of(self.page.locator("footer")).to_be_visible()
        self.page.wait_for_load_state("load")
        self.screens.append(heading)

    # Keys

    def reach(self, wanted: Locator) -> None:
        """Tab until the focus is there; at every stop it is seen, ringed and uncovered.

        Who has crossed the menus once skips them, as the first link of the page offers.
        """
        target = wanted.element_handle()
        lost = 0
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS, target)
            lost += focus["lost"]
            assert lost <= 1, "the focus went twice around the page"
            if focus["lost"]:
                continue
            assert focus["ringed"], f"no ring around {focus['said']}"
            assert focus["seen"], f"out of sight: {focus['said']}"
            assert not focus["covered"], f"something lies over {focus['said']}"
            if focus["there"]:
                self.knows_menus = True
                return
            if focus["skips"] and self.knows_menus:
                self.press("Enter")
        raise AssertionError(f"Tab never reaches {wanted}")

    def skip_to_content(self) -> None:
        self.reach(self.link("Aller au contenu"))
        self.press("Enter")
        expect_of(self.page.locator("main")).to_be_focused()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def follow(self, wanted: Locator) -> None:
        """What would be a click of a mouse: budgets count them."""
        self.clicks += 1
        self.reach(wanted)
        self.press("Enter")

    def fill(self, label: str, text: str) -> None:
        """Type over what the field holds."""
        self.reach(self.field(label))
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        self.reach(self.field(label))
        self.press("Space")

    def choose_file(self, label: str, name: str, content: bytes) -> None:
        """The dialog that opens belongs to the system: only what it gives back is played."""
        self.reach(self.field(label))
        kind = "application/octet-stream"
        self.field(label).set_input_files({"name": name, "mimeType": kind, "buffer": content})

    def download(self, wanted: Locator) -> tuple[str, bytes]:
        """The name and the bytes of the file that a link gives."""
        self.reach(wanted)
        with self.page.expect_download() as given:
            self.press("Enter")
        file: Download = given.value
        return file.suggested_filename, Path(file.path()).read_bytes()

    # What is on the page

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label)

    def sees(self, text: str) -> None:
        expect_of(self.page.get_by_text(text).first).to_be_visible(timeout=WAIT)

    def sees_in(self, place: Locator, text: str) -> None:
        expect_of(place).to_contain_text(text, timeout=WAIT)

    def stands_on(self, place: Locator) -> None:
        """The focus is there, and not lost in the page."""
        expect_of(place).to_be_focused(timeout=WAIT)

    def look(self, picture: str = "", *also: Sight, at: str = "") -> None:
        """Check the page in every sight.

        `picture` names what the guide shows, `also` in which other sights; `at` is the selector
        of what a picture begins with, else the page stays where it is.
        """
        faults = []
        for sight in SIGHTS:
            put_on(self.page, sight)
            faults += faults_of(self.page, sight)
            if picture and (sight == DESK or sight in also):
                if at:
                    self.page.locator(at).first.evaluate("one => one.scrollIntoView()")
                take_picture(self.page, picture + SUFFIXES[sight])
            self.checked += 1
        assert not faults, "\n".join(faults)

    # What went wrong

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")

    def _received(self, response: Response) -> None:
        if not response.url.startswith(self.site):
            self.complaints.append(f"fetched from elsewhere: {response.url}")
        elif response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
