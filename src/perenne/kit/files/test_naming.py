"""Names that people, and worse than people, give to files: shown, and said in a header."""

import re
from email.message import Message
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.files.naming import (
    RESERVED,
    UNFIT_FOR_A_NAME,
    attachment,
    extension_of,
    fit,
    named_as,
)

FITTED = {
    "programme.csv": "programme.csv",
    "C:\\Users\\Camille\\programme.xlsx": "programme.xlsx",
    "../../../etc/passwd": "passwd",
    "..\\..\\windows\\system.ini": "system.ini",
    "/": "fichier",
    "": "fichier",
    "...": "fichier",
    "..": "fichier",
    " . ": "fichier",
    "\x00\x1f\x7f": "fichier",
    "progr\x00amme\r\n.csv": "programme.csv",
    "achats\u202evsc.exe": "achatsvsc.exe",
    "\u2066caché\u2069.csv": "caché.csv",
    "e\u0301te\u0301.csv": "été.csv",
    "a\u200bb\ufeff.csv": "ab.csv",
    ".htaccess": "htaccess",
    "sans-extension": "sans-extension",
    "été – Pérenne « 2027 ».ods": "été – Pérenne « 2027 ».ods",
}
HOSTILE = [
    *FITTED,
    "a.csv\r\nSet-Cookie: session=1", "a.csv\nContent-Type: text/html", "a\r\n\r\n<script>.csv",
    'a"; filename="virus.exe', "a'; filename*=UTF-8''virus.exe", 'a\\"b.csv', '"""', "a;b.csv",
    "; rm -rf ~.csv", "$(reboot).csv", "`reboot`.csv", "a|b.csv", "a&b.csv", "a>b<c.csv", "a*?.csv",
    "%2e%2e%2fpasswd", "%00.csv", "%0d%0aX: y.csv", "=1+1.csv", "@SUM(A1).csv", "-rf", "--help",
    "con.pdf", "CON", "nul.csv", "aux.tar.gz", "LPT1", "com9.csv", "prn .pdf", "con .", "nul:",
    "a.csv.", "a.csv...", "a.csv ", " a.csv", "\ta.csv", "a\u00a0.csv", "a\u3000.csv",
    "x" * 300 + ".csv", "é" * 300 + ".csv", "a." + "x" * 300, "." * 300, "🎉" * 200 + ".csv",
    "🎉.csv", "日本語.csv", "عربى.csv", "Ωmega.csv", "ﬁchier.csv", "a\u0301\u0301\u0301.csv",
    "facture.pdf.exe", "facture.exe", "facture.pdf\u202efdp.exe", "a:b.csv", "a::$DATA", "~.csv",
    "\ud800.csv", "\udfff", "a\ud83d.csv", "\u2028a.csv", "a\u0085b.csv", "//serveur/partage/a.csv",
    "file:///etc/passwd", "javascript:alert(1)", "<img src=x onerror=alert(1)>.csv", "{{7*7}}.csv",
]  # fmt: skip
HEADER = re.compile(
    r"attachment; filename=\"[A-Za-z0-9 ._()-]+\"(?:; filename\*=UTF-8''[A-Za-z0-9%._~-]+)?"
)


@pytest.mark.parametrize(("name", "label"), FITTED.items())
def test_a_name_is_brought_to_something_that_can_be_shown(name, label):
    assert fit(name) == label


def test_a_very_long_name_keeps_its_extension():
    assert fit("a" * 400 + ".xlsx") == "a" * 180 + ".xlsx"


def said_by(header):
    """The name that a browser understands: the second one, when there are two."""
    heard = Message()
    heard["Content-Disposition"] = header
    whole = re.search(r"filename\*=UTF-8''(\S+)", header)
    return unquote(whole[1]) if whole else heard.get_filename()


def test_there_are_enough_of_them():
    print(f"{len(set(HOSTILE))} hostile names")
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("extension", ["csv", ""])
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_escapes_from_its_header(name, extension):
    given_as = named_as(name, extension)
    header = attachment(given_as)
    assert HEADER.fullmatch(header)
    assert HttpResponse(headers={"Content-Disposition": header})["Content-Disposition"] == header
    assert said_by(header) == given_as
    assert given_as.endswith(extension)
    assert not RESERVED.match(given_as)
    assert not set('/\\:*?"<>|\r\n\x00') & set(given_as)


@given(some.text(max_size=600), some.sampled_from(["csv", "pdf", ""]))
def test_whatever_the_name_the_header_says_it_and_nothing_else(name, extension):
    label = fit(name)
    assert 0 < len(label) <= 200
    assert not UNFIT_FOR_A_NAME.search(label)
    assert label not in {".", ".."}
    assert fit(label) == label
    given_as = named_as(name, extension)
    assert HEADER.fullmatch(attachment(given_as))
    assert said_by(attachment(given_as)) == given_as


@pytest.mark.parametrize(
    ("name", "extension", "given_as"),
    [
        ("a.csv", "csv", "a.csv"),
        ("A.CSV", "csv", "A.CSV"),
        ("facture.exe", "csv", "facture.exe.csv"),
        ("facture.pdf", "xlsx", "facture.pdf.xlsx"),
        ("sans", "pdf", "sans.pdf"),
        ("con.pdf", "pdf", "_con.pdf"),
        ("a", "", "a"),
    ],
)
def test_a_file_is_given_back_under_the_extension_of_what_it_is(name, extension, given_as):
    assert named_as(name, extension) == given_as


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.CSV", "csv"), ("a", ""), ("a.tar.gz", "gz"), (".htaccess", ""), ("a.", ""), ("", "")],
)
def test_an_extension_is_the_last_one(name, extension):
    assert extension_of(name) == extension
