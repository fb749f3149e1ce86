"""The terms of a clause as plain values, to be frozen with a version and compared with others."""

from typing import Any

from perenne.domain.clauses.events import FIELDS
from perenne.domain.clauses.models import Clause
from perenne.kit.journal.changes import plain
from perenne.kit.journal.models import Entry
from perenne.kit.journal.telling import UNTOLD
from perenne.kit.refusals import Refused

NO_TERMS = {
    "state", "version", "buyer_id", "facilitator_id", "calibrated_on", "approved_on",
    "consent_on", "consent_by_id", "drop_reason",
}  # fmt: skip
TERMS = {
    name: told
    for name, told in FIELDS["clauses.clause"].items()
    if told is not UNTOLD and name not in NO_TERMS
}
"""Each term by its column, with how it is told."""
REQUIREMENTS = "requirements"


def terms_of(clause: Clause) -> dict[str, Any]:
    """What the clause says today, by column; requirements by their kind."""
    asked = clause.requirements.values_list("kind", "quantity") if clause.pk else ()
    return {name: plain(getattr(clause, name)) for name in TERMS} | {REQUIREMENTS: dict(asked)}


def refuse_if_stale(clause: Clause, seen: int | None) -> None:
    """Refused, with what changed since, when the form was filled in upon an older version."""
    if seen is None or seen == clause.version:
        return
    changed = _changed_since(clause.pk, seen)
    raise Refused(
        "La clause a été modifiée depuis que vous avez ouvert cette page"
        f"{' : ' if changed else ''}{' ; '.join(changed)}. Votre saisie est gardée : vérifiez-la, "
        "puis enregistrez de nouveau."
    )


def _changed_since(clause_id: int, seen: int) -> list[str]:
    """By the journal: each term that was written since that version, before and now."""
    entries = Entry.objects.filter(
        subject_type="clauses.clause", subject_id=str(clause_id), changes__version__1__gt=seen
    )
    changed: dict[str, list[Any]] = {}
    for changes in entries.order_by("pk").values_list("changes", flat=True):
        for name in changes.keys() & TERMS.keys():
            before, after = changes[name] or (None, None)
            changed[name] = [changed.get(name, [before])[0], after]
    return [said for name, pair in changed.items() if (said := _told(name, *pair))]


def _told(name: str, before: Any, after: Any) -> str:
    if before == after:
        return ""
    told = TERMS[name]
    return f"{told.label} : {told.says(before) or 'vide'} → {told.says(after) or 'vide'}"
