"""Honest files of each kind, and what it takes to make them dishonest."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping

import docx
import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from perenne.kit.sheets.tests.containers import zipped

GPS = "48.8566 N 2.3522 E"
ODT = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def pdf(pages: int = 1, objects: str = "", root: str = "") -> bytes:
    """By hand, so that anything can be put in it."""
    kids = " ".join(f"{10 + n} 0 R" for n in range(pages))
    body = [
        f"1 0 obj\n<< /Type /Catalog /Pages 2 0 R {root} >>\nendobj\n",
        f"2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n",
        *(
            f"{10 + n} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
            for n in range(pages)
        ),
        objects,
    ]
    text = "%PDF-1.7\n" + "".join(body)
    return (
        text + f"xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    ).encode("latin-1")


def pdf_of_a_program(change=None, **saving) -> bytes:
    """By a library, as real programs make them: packed objects among others."""
    file = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        if change:
            change(made)
        made.save(file, **saving)
    return file.getvalue()


def with_javascript(made: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    made.Root.OpenAction = made.make_indirect(script)


def with_a_file(made: pikepdf.Pdf) -> None:
    made.attachments["virus.exe"] = b"MZ" + bytes(100)


PACKED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
LOCKED = {"encryption": pikepdf.Encryption(owner="a", user="b")}
LOCKED_OPEN = {"encryption": pikepdf.Encryption(owner="a", user="")}


def picture(kind: str, size: tuple[int, int] = (40, 30), **saving) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (10, 120, 200)).save(file, kind, **saving)
    return file.getvalue()


def photograph(orientation: int = 1) -> bytes:
    """A JPEG as telephones make them: its place on earth, a comment, a thumbnail."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telephone"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[0x1D] = GPS
    return picture("JPEG", exif=exif, comment=GPS.encode())


def screenshot() -> bytes:
    """A PNG that says who made it."""
    said = PngInfo()
    said.add_text("Author", GPS)
    said.add_itxt("Comment", GPS)
    exif = Image.Exif()
    exif[0x010F] = GPS
    return picture("PNG", pnginfo=said, exif=exif)


def png_saying(width: int, height: int) -> bytes:
    """A few bytes that announce an immense picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


def chunk(name: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def jpeg_saying(width: int, height: int) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    segments = b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
    scan = b"\x01\x01\x00\x00\x3f\x00"
    return (
        b"\xff\xd8" + segments + b"\xff\xda" + struct.pack(">H", len(scan) + 2) + scan + b"\xff\xd9"
    )


def letter() -> bytes:
    file = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("Bonjour")
    made.save(file)
    return file.getvalue()


def with_parts(package: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same package, with more in it."""
    file = io.BytesIO(package)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def open_document(media: str = ODT, more: Mapping[str, str | bytes] | None = None) -> bytes:
    parts = {"mimetype": media, "content.xml": "<office/>", "META-INF/manifest.xml": MANIFEST}
    return zipped({**parts, **(more or {})})


def with_a_link() -> bytes:
    """A package in which a part is a symbolic link."""
    file = io.BytesIO(letter())
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("word/media/lien.png")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return file.getvalue()


def twice(package: bytes) -> bytes:
    """Two parts of one name: two readers see two documents."""
    file = io.BytesIO(package)
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<autre/>")
    return file.getvalue()


def prefixed(package: bytes) -> bytes:
    """A whole zip before the zip."""
    return zipped({"leurre.txt": "x"}) + package
