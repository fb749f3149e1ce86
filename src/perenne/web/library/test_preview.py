"""The preview stands under its own title, and names the blocks that the site fills."""

import re

from perenne.web.library.preview import preview_of


def test_headings_come_below_the_title_of_the_preview():
    ((html, block),) = preview_of("# A\n\n## B", {})
    assert re.findall(r"<h(\d)>", html) == ["4", "5"]
    assert block == ""


def test_a_known_block_is_named_and_the_words_of_the_settings_are_put_in():
    pieces = preview_of("Par [[porteur]].\n\n[[segments]]", {"porteur": "Nous"})
    assert [block for _, block in pieces] == ["", "segments"]
    assert "Par Nous." in pieces[0][0]


def test_an_unknown_block_is_not_promised():
    assert [block for _, block in preview_of("[[rien]]", {})] == [""]
