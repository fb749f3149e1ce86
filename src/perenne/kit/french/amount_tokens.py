"""The words and signs around an amount, told apart from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perenne.kit.french.figures import FIGURE

UNITS = {"kilo": 1_000, "mega": 1_000_000, "giga": 1_000_000_000}
PER_YEAR = {"an": 1, "annee": 1, "semestre": 2, "trimestre": 4, "mois": 12}
NUMBER_WORDS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "douze": 12,
    "quinze": 15,
    "vingt": 20,
    "cinquante": 50,
    "cent": 100,
}
MONEY = r"(?:€(?:uros?)?|euros?|eur|e)"
LASTING = r"(?:ans?|annees?|mois)(?![a-z])"
TOKEN = re.compile(
    rf"""
    (?P<span>(?:sur|pour|pendant|durant|en)(?:\ une\ duree\ de)?\ ?
        (?P<sum>{FIGURE})\ ?(?P<sumof>{LASTING}))
  | (?P<years>(?P<count>{FIGURE})\ ?(?P<of>{LASTING}))
  | (?P<figure>{FIGURE})
  | (?P<word>(?:{"|".join(NUMBER_WORDS)})(?=\ (?:mille|millions?|milliards?)\b))
  | (?P<per>(?:/|\bpar\ |\bchaque\ |\bl')\ ?(?P<of_per>an|annee|mois|trimestre|semestre)(?![a-z])
        |(?P<yearly>annuel)(?:le)?s?(?:ment)?(?![a-z])
        |(?P<monthly>mensuel)(?:le)?s?(?:ment)?(?![a-z])|p\.?\ ?a\.?(?![a-z]))
  | (?P<ttc>t\.?\ ?t\.?\ ?c\.?(?![a-z])|toutes\ taxes(?:\ comprises)?|tva\ (?:comprise|incluse))
  | (?P<ht>h\.?\ ?t\.?(?![a-z])|hors\ (?:taxes?|tva)|hors-taxes?)
  | (?P<kilo>k(?:ilo)?[\ -]?{MONEY}?(?![a-z])|mille(?![a-z])|milliers?(?:\ d')?)
  | (?P<giga>milliards?(?![a-z])|mds?\ ?{MONEY}?(?![a-z]))
  | (?P<mega>millions?(?![a-z])|m(?:io)?\ ?{MONEY}?(?![a-z0-9]))
  | (?P<money>{MONEY}(?![a-z]))
  | (?P<times>[x×*](?![a-z])|fois(?![a-z]))
  | (?P<ceiling><=?|≤|maxi?(?:mum|mal|male)?(?![a-z])\.?|au\ plus|moins\ de|jusqu'a
        |inferieure?s?\ (?:ou\ egale?s?\ )?a|dans\ la\ limite\ de
        |(?:sous\ )?plafond(?:nee?s?|s)?(?:\ (?:a|de))?(?![a-z]))
  | (?P<no_floor>(?:sans|pas\ de)\ mini?(?:mum)?(?![a-z])\.?)
  | (?P<floor>>=?|≥|mini?(?:mum|mal|male)?(?![a-z])\.?|au\ moins|plus\ de|a\ partir\ de
        |superieure?s?\ (?:ou\ egale?s?\ )?a|plancher(?:\ (?:a|de))?)
  | (?P<equal>=|soit(?![a-z])|c'est-a-dire)
  | (?P<part>dont(?![a-z])|y\ compris|incluant)
  | (?P<plus>\+(?!/)|plus(?![a-z]))
  | (?P<range>-|/|a(?![a-z])|et(?![a-z])|ou(?![a-z]))
  | (?P<noise>(?:environ|env|approximati(?:f|vement)|approx|estimatif|estimation|estimee?(?:\ a)?
        |previsionnel(?:le)?|montant|budget|total|globale?|entre|de|du)(?![a-z])\.?
        |de\ l'ordre\ de|autour\ de|ca\.|d'|\+/-)
  | (?P<other>[a-z][a-z0-9'.-]*|%)
  | (?P<sign>[^a-z0-9\ ])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is the name of a group of TOKEN; `number` is the figure it carries, if any."""

    kind: str
    text: str
    number: str = ""
    unit: str = ""


def tokens(text: str) -> Iterator[Token]:
    """From plain text. « 1M5 » is « 1,5M »."""
    flat = re.sub(r"([0-9])([mk])([0-9]{1,3})(?![0-9])", r"\1,\3\2", text)
    for found in TOKEN.finditer(flat):
        yield token(found)


def token(found: re.Match[str]) -> Token:
    if found["span"]:
        return Token("span", found["span"], found["sum"], found["sumof"])
    if found["years"]:
        return Token("years", found["years"], found["count"], found["of"])
    if found["per"]:
        unit = found["of_per"] or ("mois" if found["monthly"] else "an")
        return Token("per", found["per"], unit=unit)
    kind = found.lastgroup or "sign"
    return Token(kind, found[kind], found[kind] if kind == "figure" else "")
