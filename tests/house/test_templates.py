"""A template includes only what lies in its folder, at its noun, or in the design system."""

import re

import pytest

from tests.house.places import HOUSE, TEMPLATES, named

REFERENCE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
INLINE = re.compile(r"""<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:""", re.IGNORECASE)
ELSEWHERE = re.compile(r"""(?:src|href|action)=["']https?://""")


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_it_includes_its_own_folder_or_the_design_system(path):
    folder = str(path.parent.relative_to(HOUSE / "web"))
    noun = folder.split("/", maxsplit=1)[0]
    strangers = [
        name
        for name in REFERENCE.findall(path.read_text())
        if not name.startswith((f"{folder}/", "design/")) and name.rpartition("/")[0] != noun
    ]
    assert strangers == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_it_has_no_inline_script_and_no_inline_style(path):
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_it_fetches_nothing_from_elsewhere(path):
    links = [found for found in ELSEWHERE.findall(path.read_text()) if found.startswith("src")]
    assert links == []
