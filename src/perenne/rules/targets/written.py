"""The volume that the contract writes on a day: as signed, then amendment after amendment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.calibration.amendments import RECALCULATION, Amendment, volume_after
from perenne.rules.calibration.call_offs import Scheme
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets.facts import Change, Facts
from perenne.rules.targets.owing import NOTHING, owed_on
from perenne.rules.texts import AMENDMENTS, PRACTICE
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class Written:
    """`amount`: the one on which the volume was last written. `acquired`: what was owed and done
    on the eve of an amendment, which none takes back.
    """

    volume: Hours | Scheme
    amount: Euros
    acquired: Hours
    reasons: tuple[str, ...]


@cites(
    AMENDMENTS,
    PRACTICE,
    says="Quel volume le contrat écrit-il à ce jour, avenants compris ?",
    confidence=Confidence.VARIES,
)
def written_on(facts: Facts, day: date, *, practice: Practice = USUAL) -> Written:
    """The hours that an amendment writes, or the policy of the clause on the new amount."""
    held = practice.choosing(RECALCULATION, facts.recalculation)
    now = Written(facts.written, facts.amount, NOTHING, (_signed(facts.written),))
    for change in facts.changes_by(day):
        eve = change.effective_on - timedelta(1)
        before = owed_on(facts, now.volume, eve).due
        acquired = max(now.acquired, min(before, facts.done_by(eve)))
        now = _after(change, Written(now.volume, now.amount, acquired, now.reasons), held)
    return now


def _after(change: Change, now: Written, practice: Practice) -> Written:
    named = f"Avenant n° {change.number}, au {in_full(change.effective_on)} :"
    amount = now.amount if change.amount is None else change.amount
    if change.hours is not None:
        said = f"{named} il écrit un volume de {change.hours}, qui remplace le précédent."
        return Written(change.hours, amount, now.acquired, (*now.reasons, typeset(said)))
    if change.amount is None:
        return now
    if isinstance(now.volume, Scheme) or not now.amount.cents:
        said = f"{named} le montant passe à {amount}, ce qui ne change pas le volume."
        return Written(now.volume, amount, now.acquired, (*now.reasons, typeset(said)))
    found = volume_after(Amendment(now.volume, now.amount, amount, done=NOTHING), practice=practice)
    reference = amount if found.hours != now.volume else now.amount
    reasons = (*now.reasons, typeset(f"{named} {_lowered(found.reason)}"))
    return Written(found.hours, reference, now.acquired, reasons)


def _signed(written: Hours | Scheme) -> str:
    if isinstance(written, Hours):
        return typeset(f"Volume signé : {written}.")
    above = f" au-delà de {written.trigger}" if written.trigger.cents else ""
    whole = ", par tranches entières" if written.by_whole_steps else ""
    return typeset(
        f"Volume signé : {written.hours_per_step} par tranche de {written.step} facturés"
        f"{above}{whole}."
    )


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
