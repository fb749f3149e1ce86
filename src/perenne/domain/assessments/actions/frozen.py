"""Words beside the figures; a bilan frozen with all it says, and signed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from perenne.domain.assessments.models import FrozenBilan, Narrative, Signature
from perenne.domain.assessments.models.frozen import LONGEST_TEXT
from perenne.domain.assessments.policy import FROZEN_BILANS
from perenne.domain.assessments.queries.annexes import contracts_in
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import may_write, said_of, texts_of
from perenne.domain.assessments.queries.keeping import Kept, print_of, written
from perenne.domain.assessments.scopes import Scope
from perenne.domain.assessments.states import Block
from perenne.domain.people.models import Person
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.markdown import objections
from perenne.kit.refusals import Refused
from perenne.values import Period

WRITTEN_MEANWHILE = (
    "Quelqu’un a enregistré ce texte pendant que vous l’écriviez : copiez ce que vous avez ajouté, "
    "rechargez la page, puis ajoutez-le à la nouvelle version."
)
FROZEN_MEANWHILE = (
    "Ce bilan vient d’être figé par quelqu’un d’autre : relisez sa dernière version avant d’en "
    "figer une nouvelle."
)
NOTHING_NEW = "Rien n’a changé depuis la version {} : relisez-la, elle est déjà signée."
NOT_BEGUN = "Cette période n’a pas commencé : choisissez des mois passés ou en cours."
SIGNED_ALREADY = "Votre organisme a déjà signé cette version."
BY_THE_COORDINATION = (
    "La coordination écrit et fige le bilan du département : proposez-lui un texte."
)
NO_QUALITY = "Dites en quelle qualité vous signez : votre fonction."


@dataclass(frozen=True, slots=True)
class Of:
    """Of what, over which months: a bilan that is not frozen has no other name."""

    scope: Scope
    months: Period


@transaction.atomic
def write_narrative(
    *, of: Of, block: Block, text: str, base: int, by: Actor, now: datetime
) -> None:
    """`base`: the number of the text that was read; 0 where there was none."""
    _admit("bilan.write", of, by)
    bilan_of(of.scope, of.months, seen_by=by, on=now.date())
    _check(text)
    row = (
        Narrative.objects.select_for_update(no_key=True)
        .filter(**said_of(of.scope, of.months), block=block.value)
        .first()
    )
    if (row.number if row else 0) != base:
        raise Refused(WRITTEN_MEANWHILE)
    row = row or Narrative(**said_of(of.scope, of.months), block=block.value, number=0)
    row.text, row.number, row.written_at = text.strip(), base + 1, now
    row.written_by_id, row.organisation_id = by.person_id or 0, by.organisation_id or 0
    with telling({"bilan_has_one_text_of_a_block": WRITTEN_MEANWHILE}):
        row.save()
    record("bilan.write", row, by=by, reason="", block=block.value)


@transaction.atomic
def freeze_bilan(*, of: Of, base: int, quality: str, by: Actor, on: date) -> int:
    """The id of the new version, signed by whoever freezes it; `base`: the last version read."""
    _admit("bilan.freeze", of, by)
    if of.months.start > on:
        raise Refused(NOT_BEGUN)
    bilan = bilan_of(of.scope, of.months, seen_by=by, on=on)
    kept = Kept(
        bilan, texts_of(of.scope, of.months), contracts_in(of.scope, of.months, seen_by=by, on=on)
    )
    content = written(kept)
    versions = FrozenBilan.objects.filter(**said_of(of.scope, of.months))
    before = versions.order_by("-version").first()
    if (before.version if before else 0) != base:
        raise Refused(FROZEN_MEANWHILE)
    if before and _says_the_same(before, content, on):
        raise Refused(NOTHING_NEW.format(before.version))
    row = FrozenBilan(
        **said_of(of.scope, of.months),
        version=base + 1,
        title=bilan.title,
        content=content,
        print=print_of(content),
        known_on=on,
    )
    clash = {"frozen_bilan_has_one_version_of_a_number", "bilan_versions_follow"}
    with telling(dict.fromkeys(clash, FROZEN_MEANWHILE)):
        row.save()
    record("bilan.freeze", row, by=by)
    _sign(row, quality, by)
    return row.pk


@transaction.atomic
def sign_bilan(*, bilan_id: int, quality: str, by: Actor) -> None:
    """Another organisation that reads it signs the last version, once."""
    row = FROZEN_BILANS.take("bilan.sign", by, bilan_id)
    _sign(row, quality, by)
    record("bilan.sign", row, by=by, quality=quality.strip())


def _admit(act: str, of: Of, by: Actor) -> None:
    FROZEN_BILANS.admit(act, by)
    if not may_write(of.scope, by):
        raise Refused(BY_THE_COORDINATION)


def _sign(row: FrozenBilan, quality: str, by: Actor) -> None:
    if len(quality.strip()) < 2:
        raise Refused(NO_QUALITY)
    person = Person.objects.get(pk=by.person_id or 0)
    with telling({"organisation_signs_a_bilan_once": SIGNED_ALREADY}):
        Signature.objects.create(
            bilan=row,
            person=person,
            organisation_id=by.organisation_id or 0,
            name=person.full_name,
            quality=quality.strip()[:120],
        )


def _says_the_same(before: FrozenBilan, content: str, on: date) -> bool:
    """Whatever the day on which the figures were read."""
    told = before.known_on.isoformat()
    return (
        before.content.replace(f'"known_on":"{told}"', f'"known_on":"{on.isoformat()}"') == content
    )


def _check(text: str) -> None:
    if not text.strip():
        raise Refused("Écrivez le texte.")
    if len(text) > LONGEST_TEXT:
        raise Refused(f"Raccourcissez ce texte : {LONGEST_TEXT} caractères au plus.")
    wrong = objections(text, blocks=(), words=())
    if wrong:
        raise Refused(" ".join(wrong))
