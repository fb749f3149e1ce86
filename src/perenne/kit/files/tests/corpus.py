"""Files of every kind, honest or not: what each is, or a part of the sentence that refuses it.

The corpus of tables (`kit.sheets.tests.hostile`) is added to these where the uses are tried.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from perenne.kit.files.tests import makers
from perenne.kit.files.tests.makers import letter, open_document, pdf, pdf_of_a_program, picture
from perenne.kit.files.uses import Kind
from perenne.kit.sheets.tests.containers import GOOD_ROWS, ole, types, xlsx, xlsx_of_rows, zipped
from perenne.kit.sheets.tests.heavy import many_parts

BROKEN, LOCKED, FLOOD = "abîmé", "mot de passe", "c’est trop"
NATURES, TRAP, BOMB = "cache", "dangereux", "décompressé"
CONTENT_TYPES = "[Content_Types].xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACRO_WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"
MACRO_EXCEL = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
BEGINNING = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)


@dataclass(frozen=True, slots=True)
class Sent:
    """`kind`: what it is, for the uses that accept it; None: nobody may send it, and `says`."""

    name: str
    content: bytes
    kind: Kind | None
    says: str = ""


def corpus() -> Iterator[Sent]:
    for make in (honest, strangers, pdfs, images, packages, compounds, second_natures):
        yield from make()


def honest() -> Iterator[Sent]:
    yield Sent("achats.csv", b"Objet;Montant\nVoirie;12\n", Kind.CSV)
    yield Sent("achats-utf16.csv", "Objet;Montant\nVoirie;12\n".encode("utf-16"), Kind.CSV)
    yield Sent("achats.xlsx", xlsx_of_rows(GOOD_ROWS), Kind.XLSX)
    yield Sent("achats.ods", open_document(SHEETS), Kind.ODS)
    yield Sent("achats.xls", ole({"Workbook": BEGINNING + bytes(600)}), Kind.XLS)
    yield Sent("lettre.docx", letter(), Kind.DOCX)
    yield Sent("lettre.odt", open_document(), Kind.ODT)
    picture_of_it = {"Thumbnails/thumbnail.pdf": pdf()}
    yield Sent("lettre-d-un-mac.odt", open_document(more=picture_of_it), Kind.ODT)
    yield Sent("attestation.pdf", pdf(), Kind.PDF)
    yield Sent("d-un-programme.pdf", pdf_of_a_program(**makers.PACKED), Kind.PDF)
    yield Sent("photo.jpg", makers.photograph(6), Kind.JPG)
    yield Sent("progressive.jpg", picture("JPEG", progressive=True), Kind.JPG)
    yield Sent("capture.png", makers.screenshot(), Kind.PNG)
    yield Sent("photo-sans-extension", picture("JPEG"), Kind.JPG)
    yield Sent("menteuse.pdf", picture("PNG"), Kind.PNG)


def strangers() -> Iterator[Sent]:
    for name, content, says in (
        ("zero.pdf", b"", "est vide"),
        ("blanc.pdf", b" \r\n\x00", "est vide"),
        (
            "facture.pdf",
            b"MZ\x90\x00" + bytes(200),
            "porte l’extension « .pdf » mais c’est un prog",
        ),
        ("facture.jpg", b"\x7fELF\x02\x01" + bytes(200), "un programme"),
        ("script.csv", b"#!/bin/sh\nrm -rf /\n", "un programme"),
        ("page.pdf", b"<html><script>alert(1)</script></html>", "une page web"),
        ("dessin.png", b'<svg xmlns="x"><script>alert(1)</script></svg>', "une page web"),
        ("dessin2.png", b'<?xml version="1.0"?><svg onload="x"/>', "une page web"),
        ("bombe.csv", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>', "du XML"),
        ("photo.heic", b"\x00\x00\x00\x18ftypheic" + bytes(60), "HEIC"),
        ("scan.tif", b"II*\x00" + bytes(60), "TIFF"),
        ("anim.gif", b"GIF89a" + bytes(60), "GIF"),
        ("web.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(30), "WebP"),
        ("film.jpg", b"\x00\x00\x00\x18ftypisom" + bytes(60), "une vidéo"),
        ("raccourci.pdf", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60), "raccourci"),
        ("notes.one", b"\xe4R\\{\x8c\xd8\xa7M" + bytes(60), "OneNote"),
        ("lettre.rtf", b"{\\rtf1 bonjour}", "RTF"),
        ("archive.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), "une archive"),
        ("archive.tar", bytes(257) + b"ustar" + bytes(300), "une archive"),
        ("hasard.csv", bytes(range(256)) * 20, "binaire inconnu"),
        ("nuls.csv", b"a;b\x00\x00\x00c" * 10, "binaire inconnu"),
        ("bip.csv", b"a;b\x07\x08;c\n" * 10, "binaire inconnu"),
    ):
        yield Sent(name, content, None, says)


def pdfs() -> Iterator[Sent]:
    script = "5 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n"
    named = script.replace("/JavaScript", "/J#61vaScr#69pt")
    launch = "5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n"
    packed = zlib.compress(b"5 0 << /S /JavaScript /JS (x) >>")
    hidden = "5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] >>\n"
    for name, content, says in (
        ("script.pdf", pdf(objects=script, root="/OpenAction 5 0 R"), "JavaScript"),
        ("script-maquille.pdf", pdf(objects=named, root="/OpenAction 5 0 R"), "JavaScript"),
        ("script-en-commentaire.pdf", pdf(objects=f"%stream\n{script}%endstream\n"), "JavaScript"),
        ("script-range.pdf", pdf_of_a_program(makers.with_javascript, **makers.PACKED), "JavaScr"),
        ("script-seul.pdf", pdf_of_a_program(makers.with_javascript), "JavaScript"),
        ("lance.pdf", pdf(objects=launch), "lance un programme"),
        ("joint.pdf", pdf_of_a_program(makers.with_a_file), "un autre fichier"),
        ("joint-range.pdf", pdf_of_a_program(makers.with_a_file, **makers.PACKED), "un autre"),
        ("envoi.pdf", pdf(objects="5 0 obj\n<</S/SubmitForm/F(http://x)>>\nendobj\n"), "actif"),
        ("xfa.pdf", pdf(root="/AcroForm << /XFA [] >>"), "formulaire actif"),
        ("media.pdf", pdf(objects="5 0 obj\n<</Subtype/RichMedia>>\nendobj\n"), "multimédia"),
        ("secret.pdf", pdf_of_a_program(**makers.LOCKED), LOCKED),
        ("secret-ouvert.pdf", pdf_of_a_program(**makers.LOCKED_OPEN), LOCKED),
        ("filtre-double.pdf", pdf(objects=f"{hidden}stream\nx\nendstream\nendobj\n"), "cachés"),
        ("sans-type.pdf", pdf() [:-6] + b"6 0 obj\n<< /N 1 >>\nstream\n" + packed
         + b"\nendstream\nendobj\n%%EOF\n", "JavaScript"),
        ("dix-mille-pages.pdf", pdf(pages=10_000), "10000 pages"),
        ("compte-menteur.pdf", pdf().replace(b"/Count 1", b"/Count 99999"), "99999 pages"),
        ("tronque.pdf", pdf()[:60], BROKEN),
        ("tete-seule.pdf", b"%PDF-1.7\n%%EOF\n", BROKEN),
        ("boucle.pdf", b"%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF\n", BROKEN),
        ("suivi.pdf", pdf() + b"MZ" + b"\x90" * 4_000, NATURES),
    ):  # fmt: skip
        yield Sent(name, content, None, says)


def images() -> Iterator[Sent]:
    png, jpeg = picture("PNG"), picture("JPEG")
    moving = png[:33] + makers.chunk(b"acTL", bytes(8)) + png[33:]
    for name, content, says in (
        ("deluge.png", makers.png_saying(50_000, 50_000), FLOOD),
        ("deluge.jpg", makers.jpeg_saying(65_000, 65_000), FLOOD),
        ("nulle.png", makers.png_saying(0, 10), BROKEN),
        ("animee.png", moving, "animée"),
        ("tronquee.png", png[:-20], BROKEN),
        ("tronquee.jpg", jpeg[: len(jpeg) // 2], BROKEN),
        ("sans-fin.jpg", jpeg[:-2], BROKEN),
        ("tete-seule.png", png[:8], BROKEN),
        ("inconnue.png", png[:33] + makers.chunk(b"ABCD", b"x") + png[33:], BROKEN),
        ("longueur-folle.png", png[:33] + b"\xff\xff\xff\xffIDAT" + png[41:], BROKEN),
        ("suivie-d-un-zip.jpg", jpeg + zipped({"a.exe": "MZ"}), NATURES),
        ("suivie-d-un-pdf.jpg", jpeg + pdf(), NATURES),
        ("suivie-d-une-page.png", png + b"<script>alert(1)</script>", NATURES),
        ("suivie-d-un-programme.png", png + b"MZ" + bytes(300), NATURES),
    ):
        yield Sent(name, content, None, says)
    yield Sent("suivie-d-une-trainee.jpg", jpeg + bytes(500), Kind.JPG)


def packages() -> Iterator[Sent]:
    good = letter()
    inside, parts = zipped({"dedans.txt": "x"}), makers.with_parts
    outside = 'Type="http://x/attachedTemplate" Target="http://x/x.dotm" TargetMode="External"'
    entities = {"word/notes.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
    for name, content, says in (
        ("macros.docx", parts(good, {"word/vbaProject.bin": b"VBA"}), "des macros"),
        ("macros.docm", zipped({CONTENT_TYPES: types(MACRO_WORD)}), "des macros"),
        ("macros.xlsm", xlsx("<a/>", {"xl/vbaProject.bin": b"VBA"}, MACRO_EXCEL), "des macros"),
        ("macros4.xlsx", parts(xlsx_of_rows(GOOD_ROWS), {"xl/macrosheets/s1.xml": "x"}), "macros"),
        ("macros.odt", open_document(more={"Basic/Standard/m.xml": "x"}), "des macros"),
        ("activex.docx", parts(good, {"word/activeX/activeX1.xml": "x"}), "ActiveX"),
        ("poupee.docx", parts(good, {"word/media/a.png": inside}), "une archive"),
        ("incorpore.docx", parts(good, {"word/embeddings/oleObject1.bin": b"x"}), "un autre fich"),
        ("pdf.odt", open_document(more={"Pictures/a.png": pdf()}), "un PDF"),
        ("programme.odt", open_document(more={"Pictures/a.png": b"MZ" + bytes(90)}), "programme"),
        ("modele.docx", parts(good, {"word/_rels/s.xml.rels": f"<R {outside}/>"}), "liens actifs"),
        ("dde.xlsx", parts(xlsx_of_rows(GOOD_ROWS), {"xl/externalLinks/e.xml": "<ddeLink a='c'/>"}),
         "liens actifs"),
        ("entites.docx", parts(good, entities), "liens actifs"),
        ("evasion.docx", parts(good, {"../../../etc/passwd": "x"}), TRAP),
        ("absolu.docx", parts(good, {"/etc/passwd": "x"}), TRAP),
        ("disque.docx", parts(good, {"C:/a.exe": "x"}), TRAP),
        ("antislash.docx", parts(good, {"..\\a.exe": "x"}), TRAP),
        ("lien.docx", makers.with_a_link(), TRAP),
        ("double.docx", makers.twice(good), TRAP),
        ("bombe.docx", parts(good, {"word/a.xml": b"A" * 60_000_000}), BOMB),
        ("morceaux.docx", many_parts(3_000), "morceaux"),
        ("tronque.docx", good[: len(good) // 2], BROKEN),
        ("expose.pptx", zipped({CONTENT_TYPES: types(SLIDES)}), "un diaporama"),
        ("archive.docx", zipped({"a.txt": "bonjour"}), "une archive zip"),
        ("java.docx", zipped({"META-INF/MANIFEST.MF": "x", "A.class": "x"}), "une archive zip"),
        ("dessin.odt", open_document(SHEETS.replace("sheet", "graph")), "OpenDocument"),
        ("secret.odt", open_document(more={"META-INF/manifest.xml": "<encryption-data/>"}), LOCKED),
    ):  # fmt: skip
        yield Sent(name, content, None, says)


def compounds() -> Iterator[Sent]:
    book = {"Workbook": BEGINNING + bytes(600)}
    for name, content, says in (
        ("macros.xls", ole({**book, "_VBA_PROJECT": b"x"}), "des macros"),
        ("objet.xls", ole({**book, "\x01Ole10Native": b"x"}), "un autre fichier"),
        ("objet2.xls", ole({**book, "MBD0001": b"x"}), "un autre fichier"),
        ("secret.docx", ole({"EncryptedPackage": bytes(600)}), LOCKED),
        ("ancien.doc", ole({"WordDocument": b"x"}), "ancien document Word"),
        ("courriel.msg", ole({"__properties_version1.0": b"x"}), "courriel"),
        ("inconnu.xls", ole({"Truc": b"x"}), BROKEN),
    ):
        yield Sent(name, content, None, says)


def second_natures() -> Iterator[Sent]:
    good, package = letter(), zipped({"a.exe": "MZ"})
    for name, content in (
        ("table-et-pdf.csv", b"a;b\n1;2\n%PDF-1.7\n" + pdf()),
        ("table-et-zip.csv", b"a;b\n1;2\n" * 10_000 + package),
        ("pdf-et-zip.pdf", pdf() + package),
        ("pdf-et-zip-caches.pdf", pdf()[:-6] + package + b"\n%%EOF\n"),
        ("zip-et-zip.docx", makers.prefixed(good)),
        ("apres-la-fin.docx", good + b"MZ\x90\x00"),
        ("deux-documents.docx", makers.with_parts(good, {"mimetype": SHEETS})),
        ("ole-et-zip.xls", ole({"Workbook": BEGINNING + bytes(600)}) + package),
    ):
        yield Sent(name, content, None, NATURES)
