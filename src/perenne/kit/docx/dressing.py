"""How our Word files look: A4, French, deep green titles, visible blanks."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from perenne.kit.docx.elements import element

INK = RGBColor(0x14, 0x34, 0x2B)
GREY = RGBColor(0x52, 0x5C, 0x57)
BLANK_GROUND = "FBF3DF"
RULE = "B9C4BE"
FONT = "Calibri"
BODY_SIZE = Pt(11)
SIZES = {"Title": Pt(22), "Heading 1": Pt(16), "Heading 2": Pt(13), "Heading 3": Pt(11.5)}
MARGIN = Cm(2.5)


def dress(word: WordFile) -> None:
    """Set page, language and styles of an empty Word file."""
    _on_a4(word)
    _in_french(word)
    _fonts(word)
    _titles(word)
    _blank_style(word)


def _on_a4(word: WordFile) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN


def _in_french(word: WordFile) -> None:
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")
        language.set(qn("w:eastAsia"), "fr-FR")
    for theme in word.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), "fr-FR")


def _fonts(word: WordFile) -> None:
    normal = word.styles["Normal"]
    _font(normal, BODY_SIZE)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name in ("Header", "Footer"):
        word.styles[name].font.size = Pt(9)
        word.styles[name].font.color.rgb = GREY
    caption = word.styles["Caption"]
    caption.font.color.rgb = INK
    caption.font.size = Pt(10)
    caption.paragraph_format.keep_with_next = True


def _titles(word: WordFile) -> None:
    for name, size in SIZES.items():
        style = word.styles[name]
        _font(style, size)
        style.font.bold = True
        style.font.color.rgb = INK
        style.paragraph_format.space_before = Pt(0 if name == "Title" else 14)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
    for border in word.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _font(style: Any, size: Any) -> None:
    style.font.name = FONT
    style.font.size = size
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), FONT)
    fonts.set(qn("w:eastAsia"), FONT)


def _blank_style(word: WordFile) -> None:
    style = word.styles.add_style("Blank", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = INK
    style.element.rPr.append(element("w:shd", val="clear", color="auto", fill=BLANK_GROUND))
