"""Which of the fourteen segments a planned purchase belongs to, and the reason in French."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.french import listed, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.needs import ContractKind
from perenne.rules.segments.catalogue import Entry, entry_of_cpv, read_cpv, segment_of
from perenne.rules.segments.matching import Rank
from perenne.rules.segments.names import Segment
from perenne.rules.segments.reading import Reading, read_words
from perenne.rules.segments.trades import Excluded, Trade
from perenne.rules.texts import COMMITTEE_SEGMENTS
from perenne.values import fold

# Looking after what exists is a service, unless the object says works.
_UPKEEP = re.compile(
    r"\b(?:maintenance|depannage|exploitation|contrat d entretien|entretien des? (?:la )?"
    r"(?:ascenseurs?|chaudieres?|chaufferies?|installations?|equipements?)|verifications?)\b"
)
_WORKS = re.compile(r"\btravaux\b")
_CONCESSION = re.compile(r"\b(?:dsp|delegation de service public|concessions?|affermage)\b")


class FoundBy(StrEnum):
    BOTH = "both"
    WORDS = "words"
    CPV = "cpv"
    NOTHING = "nothing"


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"

    @property
    def label(self) -> str:
        return {"sure": "sûr", "likely": "probable", "doubtful": "à vérifier"}[self.value]


@dataclass(frozen=True, slots=True)
class SegmentFinding:
    """`trade` without `segment`: labour outside the fourteen. `excluded`: no hours clause."""

    segment: Segment | None
    trade: Trade | None
    contract_kind: ContractKind | None
    found_by: FoundBy
    reason: str
    certainty: Certainty
    conflict: str | None = None
    excluded: Excluded | None = None
    cpv: str | None = None

    @property
    def label(self) -> str:
        """What was understood, for a table or a card."""
        if self.excluded is not None:
            return self.excluded.label
        if self.segment is not None:
            return self.segment.label
        return self.trade.label if self.trade is not None else "Objet non reconnu"


@cites(
    COMMITTEE_SEGMENTS,
    says="De quel segment d’achat et de quel métier relève cet objet ?",
    confidence=Confidence.VARIES,
)
def find_segment(object: str, cpv: str | None) -> SegmentFinding:
    """Words win over the CPV code, which only confirms them, refines them or stands in."""
    code = read_cpv(cpv)
    words, coded = read_words(object), entry_of_cpv(code)
    if words is None and coded is None:
        return _nothing(object, cpv, code)
    if words is None or (words.hit.rank is Rank.WEAK and coded is not None):
        assert coded is not None
        return _by_cpv(object, coded, code, words)
    return _by_words(object, words, coded, code)


@cites(
    COMMITTEE_SEGMENTS,
    says="Que sait-on d’un achat dont on a choisi le métier dans la liste ?",
    confidence=Confidence.SURE,
)
def chosen(trade: Trade) -> SegmentFinding:
    """What `find_segment` would have found, with nothing to doubt."""
    said = (FoundBy.WORDS, f"Métier choisi : « {trade.label} ».", Certainty.SURE, None)
    return _finding("", trade, None, said)


def _nothing(object: str, cpv: str | None, code: str | None) -> SegmentFinding:
    said = f"le code CPV {code} n'y suffit pas" if code else "aucun code CPV ne l'éclaire"
    if cpv and not code:
        said = f"« {cpv.strip()[:40]} » n'est pas un code CPV à huit chiffres"
    named = f"L'intitulé « {_short(object)} »" if object.strip() else "L'intitulé vide"
    return SegmentFinding(
        None,
        None,
        _kind_said(object),
        FoundBy.NOTHING,
        typeset(f"{named} ne désigne aucun métier connu et {said} : précisez l'objet."),
        Certainty.DOUBTFUL,
        cpv=code,
    )


def _by_cpv(object: str, coded: Entry, code: str | None, words: Reading | None) -> SegmentFinding:
    agreed = words is not None and _agree(words.entry, coded)
    hint = f", que confirme « {words.hit.words} »" if words is not None and agreed else ""
    reason = f"Le code CPV {code} désigne {_named(coded)}{hint}."
    conflict = None
    if words is not None and not agreed:
        conflict = (
            f"Le mot « {words.hit.words} » évoque {_named(words.entry)}, mais il est trop général "
            "pour l'emporter sur le code CPV : vérifiez l'objet."
        )
    certainty = Certainty.DOUBTFUL if conflict else Certainty.LIKELY
    return _finding(object, coded, code, (FoundBy.CPV, reason, certainty, conflict))


def _by_words(object: str, words: Reading, coded: Entry | None, code: str | None) -> SegmentFinding:
    entry = words.entry
    agreed = coded is not None and _agree(entry, coded)
    reason = _why(words)
    if agreed:
        reason = f"{reason[:-1]} ; le code CPV {code} le confirme."
    elif code is not None:
        reason = f"{reason[:-1]} ; les mots l'emportent sur le code CPV {code}."
    conflict = None if agreed or code is None else _conflict(coded, code)
    found_by = FoundBy.BOTH if agreed else FoundBy.WORDS
    certainty = Certainty.SURE if agreed else Certainty.LIKELY
    if words.hit.rank is Rank.WEAK or (coded is not None and not agreed):
        certainty = Certainty.DOUBTFUL
    if entry.code in DOUBTFUL:
        certainty, reason = Certainty.DOUBTFUL, f"{reason} {DOUBTFUL[entry.code]}"
    return _finding(object, entry, code, (found_by, reason, certainty, conflict))


DOUBTFUL = {
    "technical_surveys": "Ces diagnostics relèvent d'opérateurs certifiés : rattachement à "
    "l'ingénierie à vérifier par le facilitateur."
}


def _agree(one: Entry, other: Entry) -> bool:
    """The same segment or, outside the fourteen, the same entry."""
    return one is other or (segment_of(one) is segment_of(other) is not None)


def _conflict(coded: Entry | None, code: str) -> str:
    if coded is None:
        return f"Le code CPV {code} n'appartient à aucun segment connu : vérifiez-le."
    return f"Le code CPV {code} désigne {_named(coded)} : vérifiez-le."


def _why(words: Reading) -> str:
    if words.several:
        trades = listed([f"« {hit.words} »" for hit in words.several])
        return f"Plusieurs corps d'état sont nommés ({trades}) : moyenne retenue."
    if isinstance(words.entry, Excluded):
        return f"« {words.hit.words} » : {words.entry.why}."
    return f"« {words.hit.words} » désigne {_named(words.entry)}."


def _named(entry: Entry) -> str:
    segment = segment_of(entry)
    if segment is None:
        return f"« {entry.label} », hors des quatorze segments"
    detail = "" if entry.label == segment.label else f" ({entry.label})"
    return f"le segment « {segment.label} »{detail}"


def _finding(
    object: str, entry: Entry, code: str | None, said: tuple[FoundBy, str, Certainty, str | None]
) -> SegmentFinding:
    found_by, reason, certainty, conflict = said
    return SegmentFinding(
        segment=segment_of(entry),
        trade=entry if isinstance(entry, Trade) else None,
        contract_kind=_kind(object, entry),
        found_by=found_by,
        reason=typeset(reason),
        certainty=certainty,
        conflict=typeset(conflict) if conflict else None,
        excluded=entry if isinstance(entry, Excluded) else None,
        cpv=code,
    )


def _kind(object: str, entry: Entry) -> ContractKind:
    """The kind of the trade, unless the object itself says concession, works or upkeep."""
    said = _kind_said(object)
    if said is ContractKind.CONCESSION or entry.contract_kind is not ContractKind.WORKS:
        return said if said is ContractKind.CONCESSION else entry.contract_kind
    return said or entry.contract_kind


def _kind_said(object: str) -> ContractKind | None:
    folded = fold(object)
    if _CONCESSION.search(folded) and not re.search(r"\b(?:assistance|amo)\b", folded):
        return ContractKind.CONCESSION
    if _WORKS.search(folded):
        return ContractKind.WORKS
    return ContractKind.SERVICES if _UPKEEP.search(folded) else None


def _short(object: str) -> str:
    words = " ".join(object.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
