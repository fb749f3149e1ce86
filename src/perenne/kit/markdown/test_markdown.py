"""Nothing that people write can harm; headings never skip a level; images say what they show."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.markdown import (
    html_of,
    objections,
    parts_of,
    plain_of,
    with_french_spaces,
    with_words,
)

ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[lien](javascript:alert(1))",
    "[lien](JaVaScRiPt:alert(1))",
    "[lien](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    '[x](/a "onmouseover=alert(1)")',
    "<a href='x' style='color:red'>x</a>",
    "<iframe src='https://ailleurs.example'></iframe>",
    "`<script>` et <svg onload=alert(1)>",
]
ELEMENT = re.compile(r"<([a-z0-9]+)([^>]*)>")
PIECES = some.lists(
    some.one_of(
        some.sampled_from(
            [*ATTACKS, "# Un", "## Deux", "##### Cinq", "- a\n- b", "[[bloc]]", "> q"]
        ),
        some.text(max_size=40),
    ),
    max_size=8,
)


def elements(html):
    return [(name, attributes) for name, attributes in ELEMENT.findall(html)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_could_run_is_shown_as_text_or_not_at_all(attack):
    html = html_of(attack)
    assert not {"script", "iframe", "svg", "style"} & {name for name, _ in elements(html)}
    assert not re.search(r"<[^>]*\s(?:on[a-z]+|style)=(?!&)", html)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html).lower()


@given(PIECES)
def test_whatever_is_written_only_allowed_elements_come_out(pieces):
    html = html_of("\n\n".join(pieces))
    named = {name for name, _ in elements(html)}
    assert named <= {
        *[
            "p",
            "a",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "s",
            "blockquote",
            "hr",
            "br",
            "code",
            "pre",
            "img",
            "div",
        ],
        *["h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
    }
    levels = [1, *(int(level) for level in re.findall(r"<h([1-6])>", html))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert 1 not in levels[1:]


@pytest.mark.parametrize(
    ("text", "under", "levels"),
    [
        ("# A\n\n## B\n\n# C", 1, [2, 3, 2]),
        ("## A\n\n### B", 1, [2, 3]),
        ("### A", 1, [2]),
        ("# A\n\n#### B", 1, [2, 3]),
        ("# A\n\n## B", 3, [4, 5]),
        ("# A\n\n[[x]]\n\n### B", 1, [2, 2]),
    ],
)
def test_headings_stand_under_the_title_of_the_page(text, under, levels):
    assert [int(found) for found in re.findall(r"<h(\d)>", html_of(text, under=under))] == levels


def test_live_blocks_stand_alone_on_their_line_and_split_the_text():
    parts = parts_of("Avant\n\n[[segments]]\n\naprès [[porteur]].")
    assert [(bool(part.html), part.block) for part in parts] == [
        (True, ""), (False, "segments"), (True, ""),
    ]  # fmt: skip


def test_the_names_of_the_settings_are_words_and_never_markup():
    assert "<em>" not in html_of(with_words("Porté par [[porteur]].", {"porteur": "*A* <b>"}))
    assert (
        html_of(with_words("[[porteur]]", {"porteur": "Initiatives_77_"}))
        == "<p>Initiatives_77_</p>"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![](/plan.png)", "Décrivez l’image « /plan.png »"),
        ("![Plan](https://ailleurs.example/plan.png)", "doit être sur ce site"),
        ("[x](ftp://a)", "Corrigez le lien « ftp://a »"),
        ("[[inconnu]]", "ce bloc n’existe pas"),
        ("Voir [[inconnu]].", "de la phrase"),
        ("a" * 60_001, "Raccourcissez"),
    ],
)
def test_what_cannot_be_kept_is_said_in_french(text, said):
    (sentence,) = objections(text, blocks={"segments"}, words={"porteur"})
    assert said in sentence


def test_a_good_text_meets_no_objection():
    text = (
        "# Titre\n\n![Plan du site](/plan.png) par [[porteur]], [ici](/a/) ou "
        "[là](mailto:a@b.fr).\n\n[[segments]]"
    )
    assert objections(text, blocks={"segments"}, words={"porteur"}) == []


def test_a_table_is_read_by_all_and_scrolls_on_a_phone():
    html = html_of("| A | B |\n|---|--:|\n| 1 | 2 |")
    assert 'role="region" tabindex="0"' in html
    assert html.count('<th scope="col">') == 2
    assert "style" not in html


def test_the_words_alone_are_kept_for_those_who_search():
    assert plain_of(
        "# Titre\n\n- un **mot**\n\n[[segments]]\n\n`code`"
    ) == "Titre un  mot code".replace("  ", " ")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("216 000 €", "216\u202f000\u00a0€"),
        ("loi n° 2021-1104 : article 35", "loi n°\u00a02021-1104\u00a0: article 35"),
        ("le 22 août 2026", "le 22 août 2026"),
        ("https://a.example/?b", "https://a.example/?b"),
    ],
)
def test_french_spaces_are_not_broken_at_the_end_of_a_line(typed, shown):
    assert with_french_spaces(typed) == shown
    assert with_french_spaces(shown) == shown


def test_the_addresses_of_links_are_left_as_they_are():
    assert 'href="/a%20?b"' in html_of("[lien ?](</a ?b>)")
