"""A text on paper says the same words as on the page, in the same order."""

from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.markdown import printed
from perenne.kit.markdown.test_markdown import PIECES

SITE = "https://comite.example"


def words_in(blocks):
    """Every text of the blocks, in their order."""
    for block in blocks:
        match block["kind"]:
            case "list":
                for item in block["items"]:
                    yield from words_in(item)
            case "quote":
                yield from words_in(block["blocks"])
            case "rows":
                for row in [block["header"], *block["rows"]]:
                    yield from (run["text"] for cell in row for run in cell)
            case "block":
                continue
            case _:
                yield from (run["text"] for run in block["runs"])


def test_weights_links_and_lists_are_kept():
    (first, second) = printed("Un **gros *mot*** et [un lien](/a/).\n\n1. un\n2. deux", site=SITE)
    told = [(run["text"], run["bold"], run["italic"], run["link"]) for run in first["runs"]]
    assert told == [
        ("Un ", False, False, ""),
        ("gros ", True, False, ""),
        ("mot", True, True, ""),
        (" et ", False, False, ""),
        ("un lien", False, False, f"{SITE}/a/"),
        (".", False, False, ""),
    ]
    assert second["ordered"]
    assert [item[0]["runs"][0]["text"] for item in second["items"]] == ["un", "deux"]


def test_a_table_has_its_headings_apart():
    (table,) = printed("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")
    assert [cell[0]["text"] for cell in table["header"]] == ["A", "B"]
    assert [[cell[0]["text"] for cell in row] for row in table["rows"]] == [["1", "2"], ["3", "4"]]


def test_a_live_block_keeps_its_place():
    assert [block["kind"] for block in printed("Avant\n\n[[segments]]\n\n## Après")] == [
        "paragraph", "block", "heading",
    ]  # fmt: skip


@given(PIECES)
def test_whatever_is_written_can_be_printed(pieces):
    for word in words_in(printed("\n\n".join(pieces))):
        assert isinstance(word, str)


@given(some.text(max_size=60))
def test_any_line_at_all_can_be_printed(text):
    printed(text, site=SITE)
