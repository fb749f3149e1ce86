"""What is accepted, and where: each use of a file names its kinds and its limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Kind(StrEnum):
    """Told by the content. The value is the extension under which the file is given back."""

    CSV = "csv"
    JSON = "json"
    XML = "xml"
    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]


LABELS = {
    Kind.CSV: "un texte CSV",
    Kind.JSON: "du JSON",
    Kind.XML: "du XML",
    Kind.XLSX: "un classeur Excel (.xlsx)",
    Kind.XLS: "un ancien classeur Excel (.xls)",
    Kind.XLSB: "un classeur Excel binaire (.xlsb)",
    Kind.ODS: "un classeur LibreOffice (.ods)",
    Kind.DOCX: "un document Word (.docx)",
    Kind.ODT: "un document LibreOffice (.odt)",
    Kind.PDF: "un document PDF",
    Kind.PNG: "une image PNG",
    Kind.JPG: "une image JPEG",
}
MEDIA_TYPES = {
    Kind.CSV: "text/csv",
    Kind.JSON: "application/json",
    Kind.XML: "application/xml",
    Kind.XLSX: EXCEL,
    Kind.XLS: "application/vnd.ms-excel",
    Kind.XLSB: "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.DOCX: WORD,
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPG: "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a file is accepted, once its kind is known."""

    file_bytes: int = 10_000_000
    unpacked_bytes: int = 100_000_000
    unpacked_ratio: int = 200
    zip_entries: int = 2_000
    pages: int = 100
    pixels: int = 50_000_000


class Use(StrEnum):
    """What a file is sent for."""

    PROGRAMME = "programme"
    """Planned purchases, read by a machine."""
    TIMESHEET = "timesheet"
    """Hours worked, read by a machine."""
    PROOF = "proof"
    """What a person shows of a situation: a scan or a photograph."""
    DOCUMENT = "document"
    """Whatever people write to each other."""
    DECP = "decp"
    """Published contracts, read by a machine."""
    STRUCTURES = "structures"
    """Structures of a territory, as official lists give them, read by a machine."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return KINDS[self]

    @property
    def bounds(self) -> Bounds:
        return BOUNDS[self]

    @property
    def accepted(self) -> str:
        """« PDF (.pdf), JPEG (.jpg) ou PNG (.png), 10 Mo au plus »."""
        *names, last = [SHORT[kind] for kind in self.kinds]
        megabytes = self.bounds.file_bytes // 1_000_000
        return f"{', '.join(names)} ou {last}, {megabytes} Mo au plus"


SHORT = {
    Kind.CSV: "CSV (.csv)",
    Kind.JSON: "JSON (.json)",
    Kind.XML: "XML (.xml)",
    Kind.XLSX: "Excel (.xlsx)",
    Kind.XLS: "Excel ancien (.xls)",
    Kind.XLSB: "Excel binaire (.xlsb)",
    Kind.ODS: "LibreOffice Calc (.ods)",
    Kind.DOCX: "Word (.docx)",
    Kind.ODT: "LibreOffice Writer (.odt)",
    Kind.PDF: "PDF (.pdf)",
    Kind.PNG: "PNG (.png)",
    Kind.JPG: "JPEG (.jpg)",
}
KINDS = {
    Use.PROGRAMME: (Kind.XLSX, Kind.ODS, Kind.CSV, Kind.XLS, Kind.XLSB),
    Use.TIMESHEET: (Kind.XLSX, Kind.ODS, Kind.CSV, Kind.XLS, Kind.XLSB),
    Use.DECP: (Kind.JSON, Kind.XML),
    Use.STRUCTURES: (Kind.CSV, Kind.XLSX, Kind.XLS, Kind.ODS, Kind.JSON),
    Use.PROOF: (Kind.PDF, Kind.JPG, Kind.PNG),
    Use.DOCUMENT: (Kind.PDF, Kind.DOCX, Kind.ODT, Kind.XLSX, Kind.ODS),
}
BOUNDS = {
    Use.PROGRAMME: Bounds(),
    Use.TIMESHEET: Bounds(),
    Use.DECP: Bounds(file_bytes=20_000_000),
    Use.STRUCTURES: Bounds(file_bytes=20_000_000),
    Use.PROOF: Bounds(pages=50),
    Use.DOCUMENT: Bounds(file_bytes=20_000_000, pages=500),
}
