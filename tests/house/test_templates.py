"""A template includes only what lies in its folder, at its noun, or in the design system."""

import re

from tests.house.places import HOUSE, TEMPLATES, at_fault

REFERENCE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
INLINE = re.compile(r"""<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:""", re.IGNORECASE)
BY_ITSELF = re.compile(r"""<form[^>]*\shx-trigger=""")
ELSEWHERE = re.compile(r"""(?:src|href|action)=["']https?://""")


def strangers(path):
    """What it includes from elsewhere than its folder, its noun and the design system."""
    folder = str(path.parent.relative_to(HOUSE / "web"))
    noun = folder.split("/", maxsplit=1)[0]
    return [
        name
        for name in REFERENCE.findall(path.read_text())
        if not name.startswith((f"{folder}/", "design/")) and name.rpartition("/")[0] != noun
    ]


def fetched(path):
    return [found for found in ELSEWHERE.findall(path.read_text()) if found.startswith("src")]


def sent_elsewhere(path):
    told = path.read_text()
    return BY_ITSELF.findall(told) if "formaction" in told else []


def test_it_includes_its_own_folder_or_the_design_system():
    assert at_fault(TEMPLATES, strangers) == {}


def test_it_has_no_inline_script_and_no_inline_style():
    assert at_fault(TEMPLATES, lambda path: INLINE.findall(path.read_text())) == {}


def test_it_fetches_nothing_from_elsewhere():
    assert at_fault(TEMPLATES, fetched) == {}


def test_a_form_that_sends_itself_has_no_button_that_leads_elsewhere():
    """htmx would send to the address of the button that has the focus: nobody pressed it."""
    assert at_fault(TEMPLATES, sent_elsewhere) == {}
