"""Whether the devices chosen for one lot go together, that day and under that regime."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from perenne.rules import texts
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.legal_bases.devices import RESERVED_TO, Device
from perenne.rules.legal_bases.names import founding_articles
from perenne.rules.legal_bases.pairings import COMBINATIONS, Outcome, Pairing
from perenne.rules.legal_bases.regimes import Regime
from perenne.rules.legal_bases.reservations import may_reserve

GRAVITY = tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: the code of its pair, or of the device that does not exist here."""

    code: str
    outcome: Outcome
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Combination:
    """The gravest outcome, and every remark, the gravest first."""

    outcome: Outcome
    notes: tuple[Note, ...]


@cites(
    texts.CRITERION,
    texts.RESERVED_BOTH,
    texts.CONCESSION_RESERVED_BOTH,
    texts.RESERVED_ESS,
    texts.ASAP_LAW,
    says="Ces dispositifs se combinent-ils ?",
    confidence=Confidence.LIKELY,
)
def combine(
    devices: frozenset[Device], *, on: date, regime: Regime = Regime.PUBLIC_CONTRACT
) -> Combination:
    """For one lot, whose consultation is launched that day. ValueError when nothing is chosen."""
    if not devices:
        raise ValueError(typeset("Choisissez au moins un dispositif."))
    notes = [
        *(note for device in sorted(devices) for note in _not_open(device, on, regime)),
        *(_note(row, on, regime) for row in COMBINATIONS if _applies(row, devices)),
    ]
    notes.sort(key=lambda note: GRAVITY.index(note.outcome), reverse=True)
    worst = notes[0].outcome if notes else Outcome.ALLOWED
    return Combination(worst, tuple(notes))


def _applies(row: Pairing, devices: frozenset[Device]) -> bool:
    alone = len(row.devices) == 1
    return row.devices == devices if alone else row.devices <= devices


def _not_open(device: Device, on: date, regime: Regime) -> Iterator[Note]:
    """The device itself does not exist under this regime, or not yet."""
    if not founding_articles(device.basis, regime):
        reason = f"Ce dispositif n'existe pas pour ce contrat : {device.label}."
        yield Note(device, Outcome.FORBIDDEN, typeset(reason), texts.PRINCIPLES)
        return
    if device in RESERVED_TO:
        access = may_reserve(RESERVED_TO[device], on=on, regime=regime)
        if not access.is_open:
            yield Note(device, Outcome.FORBIDDEN, access.reason, texts.RESERVED_SHARE)


def _note(row: Pairing, on: date, regime: Regime) -> Note:
    if row.under is not None:
        access = may_reserve(row.under, on=on, regime=regime)
        if not access.is_open:
            source = texts.CONCESSION_RESERVED_BOTH if regime is Regime.CONCESSION else row.source
            return Note(row.code, Outcome.FORBIDDEN, access.reason, source)
    return Note(row.code, row.outcome, row.reason, row.source)
