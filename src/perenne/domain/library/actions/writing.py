"""The coordination writes: every save adds a revision, none is ever changed."""

from django.db import transaction

from perenne.domain.library.actions.revising import check, revision_of
from perenne.domain.library.models import Kind, Section, Text
from perenne.domain.library.policy import TEXTS
from perenne.domain.library.queries.cards import Said
from perenne.domain.library.queries.originals import original_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

LAST_PLACE = 100


@transaction.atomic
def open_text(*, kind: Kind, section: Section, slug: str, said: Said, by: Actor) -> int:
    """A new text, in draft; its id."""
    TEXTS.admit("text.open", by)
    check(said)
    if Text.objects.filter(kind=kind, slug=slug).exists():
        raise Refused("Choisissez une autre adresse : un texte la porte déjà.")
    text = Text.objects.create(
        kind=kind, section=section, slug=slug, position=LAST_PLACE, last_number=1
    )
    revision_of(text, said, author_id=by.person_id).save(force_insert=True)
    record("text.open", text, by=by)
    return text.pk


@transaction.atomic
def write_text(*, text_id: int, base: int, said: Said, by: Actor) -> None:
    """A new revision, over the one that was read; Refused when somebody wrote in between."""
    text = TEXTS.take("text.write", by, text_id)
    check(said)
    if text.last_number != base:
        raise Refused(
            "Quelqu’un a enregistré ce texte pendant que vous l’écriviez : copiez ce que vous avez "
            "ajouté, rechargez la page, puis ajoutez-le à la nouvelle version."
        )
    _add(text, said, by=by)
    record("text.write", text, by=by, number=text.last_number)


@transaction.atomic
def restore_text(*, text_id: int, by: Actor) -> None:
    """The text that was shipped, put back as a new revision: it is still to be published."""
    text = TEXTS.take("text.restore", by, text_id)
    original = original_of(text.kind, text.slug)
    if original is None:
        raise Refused("Ce texte a été écrit ici : il n’a pas de texte d’origine.")
    _add(text, original.said, by=by, is_original=True)
    record("text.restore", text, by=by, number=text.last_number)


def _add(text: Text, said: Said, *, by: Actor, is_original: bool = False) -> None:
    text.last_number += 1
    text.save(update_fields=["last_number"])
    revision = revision_of(text, said, author_id=by.person_id, is_original=is_original)
    revision.save(force_insert=True)
