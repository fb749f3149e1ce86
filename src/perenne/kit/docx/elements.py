"""The pieces of WordprocessingML that python-docx does not write itself."""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    """Characters that XML forbids become the replacement sign, visibly."""
    return NOT_XML.sub("\ufffd", text)


def element(name: str, **attributes: str) -> Any:
    """`element("w:tag", val="x")` is <w:tag w:val="x"/>."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def counter(instruction: str) -> Any:
    """A field that Word counts itself: PAGE, NUMPAGES."""
    field = element("w:fldSimple", instr=instruction)
    run = element("w:r")
    field.append(run)
    figure = element("w:t")
    figure.text = "1"
    run.append(figure)
    return field


def content_control(label: str, shown: str) -> Any:
    """A named field of the form; what it shows disappears when the reader types."""
    control = element("w:sdt")
    properties = element("w:sdtPr")
    name = readable(label)[:64]
    for item in (
        element("w:alias", val=name),
        element("w:tag", val=name),
        element("w:showingPlcHdr"),
        element("w:text", multiLine="1"),
    ):
        properties.append(item)
    run = element("w:r")
    look = element("w:rPr")
    look.append(element("w:rStyle", val="Blank"))
    run.append(look)
    words = element("w:t")
    words.text = readable(shown)
    run.append(words)
    content = element("w:sdtContent")
    content.append(run)
    control.append(properties)
    control.append(content)
    return control
