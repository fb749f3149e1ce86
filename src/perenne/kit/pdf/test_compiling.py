import io
from datetime import UTC, date, datetime
from decimal import Decimal
from time import process_time

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.kit.pdf import compile_pdf, compile_png, pages_in
from perenne.kit.pdf.printable import SQUARE, printable, without
from perenne.values import Euros, Hours, Share, Siret

TEMPLATE = "kit/pdf/example.typ"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FACTS = {
    "title": "Relevé d’heures – Été",
    "committee": "Comité départemental",
    "carrier": "Initiatives77",
    "intro": "Une phrase accentuée : œuvre, façade, forêt.",
    "figure": Hours.of(833),
    "bullets": ["un", "deux"],
    "rows": [["Bâti Seine", "mars", "35 h"]],
}
LONG = {**FACTS, "rows": [[f"Entreprise {n}", "mars", "35 h"] for n in range(95)]}
HOSTILE = [
    '#read("/etc/passwd")',
    '#import "/kit/pdf/house.typ": *',
    '"); #panic("no")',
    "*gras* _italique_ `code` $x^2$",
    "[] {} \\ @ref <label> // /* */ = - + #",
    "#sys.inputs",
    '"\\u{41}"',
    "</svg><script>alert(1)</script>",
]


def pdf_of(facts):
    return pikepdf.open(io.BytesIO(compile_pdf(TEMPLATE, facts, made_at=NOW)))


def roles_of(pdf):
    """The structure roles, in reading order."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def words_of(pdf):
    """What a reader of the structure hears: the characters that the fonts map to Unicode."""
    return "".join(_page_words(page) for page in pdf.pages)


def _page_words(page):
    maps = {name: _unicode_map(font) for name, font in page.Resources.Font.items()}
    said, current = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = maps[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            said += [current.get(code, "") for code in _codes(operands[0])]
    return "".join(said)


def _codes(operand):
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    for text in strings:
        if isinstance(text, pikepdf.String):
            raw = bytes(text)
            yield from (raw[at : at + 2] for at in range(0, len(raw), 2))


def _unicode_map(font):
    found = {}
    for line in font.ToUnicode.read_bytes().decode("latin-1").splitlines():
        parts = line.replace(">", "> ").split()
        if len(parts) == 2 and all(part.startswith("<") for part in parts):
            code, text = (bytes.fromhex(part.strip("<>")) for part in parts)
            found[code] = text.decode("utf-16-be")
    return found


def test_the_file_says_its_title_its_language_and_its_two_standards():
    pdf = pdf_of(FACTS)
    xmp = pdf.Root.Metadata.read_bytes().decode()
    assert str(pdf.docinfo["/Title"]) == FACTS["title"]
    assert str(pdf.docinfo["/Author"]) == "Initiatives77"
    assert str(pdf.Root.Lang) == "fr-FR"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_the_structure_is_tagged_for_those_who_listen():
    pdf = pdf_of(FACTS)
    roles = roles_of(pdf)
    assert bool(pdf.Root.MarkInfo.Marked)
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/Caption"} <= set(roles)
    assert roles.index("/H1") < roles.index("/H2")


def test_pages_are_counted_without_opening_the_file():
    assert [pages_in(compile_pdf(TEMPLATE, facts, made_at=NOW)) for facts in (FACTS, LONG)] == [
        1,
        3,
    ]
    assert pages_in(b"not a file") == 0


def test_a_template_of_one_page_becomes_a_picture():
    picture = compile_png(TEMPLATE, FACTS)
    assert picture.startswith(b"\x89PNG")
    assert [int.from_bytes(picture[at : at + 4]) for at in (16, 20)] == [595, 842]
    with pytest.raises(ValueError, match="outside the package"):
        compile_png("/etc/hostname", FACTS)


def test_a_table_of_three_pages_is_one_table_that_repeats_its_header():
    pdf = pdf_of(LONG)
    roles = roles_of(pdf)
    assert len(pdf.pages) == 3
    assert roles.count("/Table") == 1
    assert (roles.count("/TH"), roles.count("/TD")) == (3, 95 * 3)
    assert all("Entreprise" in _page_words(page)[:400] for page in pdf.pages)


def test_accents_and_french_values_are_printed():
    words = words_of(pdf_of({**FACTS, "carrier": Euros.of("1234.50")}))
    assert "accentuée : œuvre, façade, forêt." in words
    assert "833" in words
    assert "1\u202f234,50\u00a0€" in words


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_person_typed_is_shown_and_never_run(hostile):
    pdf = pdf_of({**FACTS, "intro": hostile, "title": hostile, "bullets": [hostile]})
    spaced = words_of(pdf).replace(" ", "")
    assert spaced.count(hostile.replace(" ", "")) >= 3
    assert str(pdf.docinfo["/Title"]) == hostile


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("école 🏗 neuve", f"école {SQUARE} neuve"),
        ("\x00\x1b[31m", f"{SQUARE}{SQUARE}[31m"),
        ("ville\ue000", f"ville{SQUARE}"),
        ("e\u20dd mail", f"e{SQUARE} mail"),
        ("\ufeffMelun", "Melun"),
    ],
)
def test_a_character_without_a_drawing_is_a_square_and_never_an_error(typed, printed):
    assert printed in words_of(pdf_of({**FACTS, "intro": typed}))


@settings(max_examples=30, deadline=None)
@given(some.text(max_size=40))
def test_any_text_makes_a_file(text):
    assert len(pdf_of({**FACTS, "intro": text, "bullets": [text]}).pages) >= 1


def test_the_same_facts_at_the_same_moment_are_the_same_bytes():
    first, second = (compile_pdf(TEMPLATE, FACTS, made_at=NOW) for _ in range(2))
    later = compile_pdf(TEMPLATE, FACTS, made_at=NOW.replace(year=2027))
    assert first == second != later
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:2026112309")


@pytest.mark.parametrize("elsewhere", ["/etc/hostname", "../../pyproject.toml"])
def test_typst_reads_nothing_outside_the_package(elsewhere):
    with pytest.raises(ValueError, match="outside the package"):
        compile_pdf(elsewhere, FACTS, made_at=NOW)


def test_only_the_fonts_of_the_house_are_embedded():
    fonts = {
        str(font.BaseFont).split("+")[1]
        for page in pdf_of(FACTS).pages
        for font in page.Resources.Font.values()
    }
    assert fonts
    assert all(font.startswith("SourceSansPro") for font in fonts)


def test_values_have_a_french_form_and_others_are_refused():
    said = {
        "carrier": Siret.read("732 829 320 00074"),
        "committee": Share.percent("2.5"),
        "intro": date(2026, 11, 23),
    }
    words = words_of(pdf_of({**FACTS, **said}))
    assert "732 829 320 00074" in words
    assert "2,5\u00a0%" in words
    assert "23/11/2026" in words
    with pytest.raises(TypeError, match="in words"):
        compile_pdf(TEMPLATE, {**FACTS, "intro": Decimal("1.5")}, made_at=NOW)


def test_a_template_that_lacks_a_fact_fails_loudly():
    with pytest.raises(RuntimeError, match="title"):
        compile_pdf(TEMPLATE, {"carrier": "x"}, made_at=NOW)


def test_three_pages_take_less_than_half_a_second():
    pdf_of(FACTS)
    started = process_time()
    compile_pdf(TEMPLATE, {**LONG, "intro": "jamais vu"}, made_at=NOW)
    assert process_time() - started < 0.5


json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=8,
)


@given(json_values)
def test_what_is_printable_once_stays_so(value):
    assert printable(printable(value)) == printable(value)


@given(some.text())
def test_cleaning_never_loses_a_character_but_the_byte_order_mark(text):
    cleaned = printable(text)
    assert isinstance(cleaned, str)
    assert len(cleaned) == len(text.replace("\ufeff", ""))


def test_the_lines_of_a_text_stay_lines():
    assert printable("une ligne\n\tune autre\x07") == f"une ligne\n\tune autre{SQUARE}"


def test_squares_never_replace_plain_letters():
    assert without({"k": ["eé\u200d"]}, ["e", "é", r"\u{200d}"]) == {"k": [f"e{SQUARE}{SQUARE}"]}
