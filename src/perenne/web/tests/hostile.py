"""What no browser of good will would send: values for any field, bodies for any form."""

import random
from collections.abc import Iterator, Mapping
from urllib.parse import quote

LONE_SURROGATE = "%ED%A0%80%ED%BF%BF"
HUGE = "a" * 1_000_000
HOSTILE = (
    "\0", "12\0", LONE_SURROGATE, HUGE, "9" * 1_000_000, "NaN", "nan", "inf", "-Infinity", "1e308",
    "-1e308", "1e-308", "٣", "٣/٣/٢٠٢٧", "１２", "😀", "👨‍👩‍👧", "{{7*7}}", "{% load x %}",
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "../", "../../etc/passwd", "%2e%2e%2f", "%00",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' OR 1=1 --", "[]", "{}",
    "[object Object]", "null", "undefined", "true", "-0", "-1", "0x1F", "1_000", "1,2,3", "½",
    "\u202e12", "\ufeff12", "\r\nSet-Cookie: a=b", "\t", " ", "é" * 200, "31/02/2027", "00/00/0000",
    "9999999999999999", "0,000000001", "−5", "1 2 3 4", "٪", "💶100",
)  # fmt: skip
WORSE = (
    "\u202ecod.exe", "\u2066abc\u2069", "\u200f\u200eאבג", "\u200b", "\ufffe", "\x01\x02\x1b[31m",
    "\x7f", "a\r\nBcc: a@b.test", "a@b.test\nBcc: c@d.test", "a@b.test,c@d.test", "<a@b.test>",
    "a@b@c.test", '"); DROP TABLE people_person; --', "%s%s%n", "${jndi:ldap://a.test}",
    "&lt;b&gt;", "&#0;", "</textarea>", "]]>", "1" * 400, "9" * 19, "99999999999999999999",
    "-9223372036854775809", "1e400", "29/02/2027", "31/12/9999", "01/01/0001",
    "0000000000000000", "73282932000074", "on", "off", "0", "\n" * 50, "Ⅻ", "ﷺ" * 50,
    "Z\u0351\u036b\u0353A\u0334\u0335", "a" * 20_000,
    "é" * 6_000, "un mot " * 900,
)  # fmt: skip
EVERYTHING = tuple(value for value in (*HOSTILE, *WORSE) if len(value) < 100_000)


def submissions(
    names: list[str], base: Mapping[str, str], *, seed: str, number: int
) -> Iterator[list[tuple[str, str]]]:
    """So many malformed sendings of a form: a good one with something wrong, or nothing right."""
    chance = random.Random(seed)
    for turn in range(number):
        typed = dict(base)
        for name in chance.sample(names, min(len(names), chance.randint(1, 3))):
            typed[name] = EVERYTHING[(turn * 7 + chance.randrange(9)) % len(EVERYTHING)]
        shapes = [
            lambda typed=typed: [*typed.items()],
            lambda: [(name, chance.choice(EVERYTHING)) for name in names],
            lambda typed=typed: [*base.items(), *typed.items()],  # twice each
            lambda typed=typed: [*typed.items(), *((f"{n}[]", "x") for n in names), ("extra", "1")],
            lambda typed=typed: [
                item for item in typed.items() if chance.random() < 0.5 or item[0] not in base
            ],
        ]
        yield chance.choice(shapes)()


def encoded(typed: list[tuple[str, str]]) -> str:
    """Lone surrogates are left as they are: no text of Python holds one."""
    return "&".join(
        f"{quote(name)}={value if value == LONE_SURROGATE else quote(value, safe='')}"
        for name, value in typed
    )
