"""Words that tell that a sub-criterion oversteps: what it would note has no place in a criterion.

A reading of words is no judgement: it stops what is plainly wrong, and a lawyer reads the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from perenne.rules import texts
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.legal_bases import CLAUSE_LIMITS, Overstep
from perenne.values import fold


@dataclass(frozen=True, slots=True)
class TellingWords:
    """`pattern` is looked for in the folded text; the limit crossed has the same code."""

    code: str
    label: str
    pattern: re.Pattern[str]
    source: Source
    confidence: Confidence = Confidence.LIKELY


def _words(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(expressions)})\b")


TELLING_WORDS = Table(
    "telling_words",
    "Mots qui trahissent un sous-critère à retirer",
    (
        TellingWords(
            "RESIDENCE",
            "Résidence des personnes",
            _words(
                r"(?:resid|habit|domicili)\w* (?:dans |sur |de |a |en )?(?:la |le |l |du )?"
                r"(?:commune|ville|departement|region|agglomeration|territoire)",
                r"habitants (?:de|du|des)",
            ),
            texts.NO_DISCRIMINATION,
        ),
        TellingWords(
            "POLITIQUE_GENERALE",
            "Politique générale de l’entreprise",
            _words(
                r"rse",
                r"politique (?:\w+ )?(?:sociale|generale|d insertion|de l entreprise)",
                r"label\w*",
                r"charte\w*",
                r"responsabilite soci\w+",
                r"mecenat",
                r"effectifs? (?:total\w*|global\w*)",
            ),
            texts.NANTES,
        ),
        TellingWords(
            "SEXE",
            "Sexe des personnes",
            _words(r"femmes?", r"hommes?", r"femini[ns]\w*", r"masculin\w*", r"sexe"),
            texts.EQUALITY,
        ),
        TellingWords(
            "ORIGINE",
            "Origine ou nationalité des personnes",
            _words(r"nationalites?", r"origines?", r"(?<!langue )etrang\w+"),
            texts.NO_DISCRIMINATION,
        ),
        TellingWords(
            "STRUCTURE_NOMMEE",
            "Structure ou association désignée",
            _words(
                r"avec (?:l association|la structure|l entreprise d insertion) \w+",
                r"partenariat (?:avec|existant)",
            ),
            texts.PRINCIPLES,
        ),
        TellingWords(
            "PREFERENCE_LOCALE",
            "Implantation de l’entreprise",
            _words(
                r"(?:entreprise|societe|siege|agence|etablissement|implantation|ancrage)\w*"
                r"(?: \w+){0,2} (?:local\w*|locaux|departement\w*|communa\w*|region\w*|proximite)",
                r"(?:implantee?s?|situee?s?|installee?s?) (?:dans|sur|en) (?:le |la |l )?\w+",
            ),
            texts.LAVALIN,
        ),
    ),
)


@cites(
    texts.LINK,
    texts.NANTES,
    texts.NO_DISCRIMINATION,
    says="Ce sous-critère dépasse-t-il ce qu’un critère peut noter ?",
    confidence=Confidence.LIKELY,
)
def oversteps_in(text: str) -> tuple[Overstep, ...]:
    """The limits of a clause that these words cross, each with what to write instead."""
    folded = fold(text)
    crossed = (CLAUSE_LIMITS[row.code] for row in TELLING_WORDS if row.pattern.search(folded))
    return tuple(
        Overstep(
            row.code,
            row.label,
            row.effect,
            typeset(row.reason),
            typeset(row.instead),
            row.source,
        )
        for row in crossed
    )
