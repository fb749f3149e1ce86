"""What honest programs write is received: each kind, by each library that writes it here."""

import io

import docx
import openpyxl
import pikepdf
import pytest
import typst
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.text import P
from PIL import Image

from perenne.kit.files.receiving import receive
from perenne.kit.files.tests.makers import picture
from perenne.kit.files.uses import Use

CONTRACT = b"""#set document(title: "Attestation")
= Attestation
#link("https://perenne.example")[Perenne]
#lorem(3000)
"""


def saved(made, **saving):
    file = io.BytesIO()
    made.save(file, **saving)
    return file.getvalue()


def of_xlsxwriter():
    """A chart and a picture, as buyers like them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Objet", 12])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet1!$B$1:$B$2"})
        sheet.insert_chart("C1", chart)
        sheet.insert_image("A5", "a.png", {"image_data": io.BytesIO(picture("PNG"))})
    return file.getvalue()


def of_xlwt():
    book = xlwt.Workbook()
    book.add_sheet("Achats").write(0, 0, "Objet")
    return saved(book)


def of_odfpy(kind):
    made, file = kind(), io.BytesIO()
    if kind is OpenDocumentText:
        made.text.addElement(P(text="Bonjour"))
    made.write(file)
    return file.getvalue()


def of_docx():
    made = docx.Document()
    made.add_picture(io.BytesIO(picture("JPEG")))
    made.add_table(2, 2)
    return saved(made)


def linearized():
    with pikepdf.open(io.BytesIO(typst.compile(CONTRACT))) as made:
        return saved(made, linearize=True)


@pytest.mark.parametrize(
    ("make", "use", "kind"),
    [
        (of_xlsxwriter, Use.PROGRAMME, "xlsx"),
        (lambda: saved(openpyxl.Workbook()), Use.PROGRAMME, "xlsx"),
        (of_xlwt, Use.PROGRAMME, "xls"),
        (lambda: of_odfpy(OpenDocumentSpreadsheet), Use.PROGRAMME, "ods"),
        (lambda: of_odfpy(OpenDocumentText), Use.DOCUMENT, "odt"),
        (of_docx, Use.DOCUMENT, "docx"),
        (lambda: typst.compile(CONTRACT), Use.DOCUMENT, "pdf"),
        (linearized, Use.PROOF, "pdf"),
        (lambda: saved(Image.new("L", (1700, 2300)), format="PDF"), Use.PROOF, "pdf"),
        (lambda: picture("JPEG", (4000, 3000)), Use.PROOF, "jpg"),
        (lambda: picture("PNG", (4000, 3000)), Use.PROOF, "png"),
    ],
)
def test_it_is_received_as_what_it_is_and_kept_bit_for_bit(make, use, kind):
    content = make()
    received = receive(content, f"fichier.{kind}", use)
    assert (received.kind, received.notes) == (kind, ())
    assert received.content == content
