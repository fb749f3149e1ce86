"""A bilan is frozen once, signed by name, replaced and never changed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from perenne.domain.assessments.actions import Of, freeze_bilan, sign_bilan, write_narrative
from perenne.domain.assessments.factories import ON, YEAR
from perenne.domain.assessments.models import FrozenBilan, Narrative, Signature
from perenne.domain.assessments.queries.bilans import bilan_of
from perenne.domain.assessments.queries.frozen import (
    changes_between,
    frozen_bilans_of,
    frozen_card,
    texts_of,
    versions_of,
)
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.states import Block
from perenne.domain.hours.tests.conftest import Scene
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once, refusals

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@dataclass
class Signed:
    """A contract with hours of two persons, followed by somebody, bought by somebody else."""

    scene: Scene
    buyer: Actor
    of: Of

    @property
    def facilitator(self) -> Actor:
        return self.scene.facilitator

    def write(self, text="Un chantier *exemplaire*.", base=0, **said):
        write_narrative(of=self.of, block=Block.CONTEXT, text=text, base=base, now=NOW,
                        **{"by": self.facilitator, **said})  # fmt: skip

    def freeze(self, base=0, **said):
        usual = {"quality": "Responsable du pôle clauses", "by": self.facilitator, "on": ON}
        return freeze_bilan(of=self.of, base=base, **{**usual, **said})


def new_signed():
    scene = Scene()
    scene.validated(6_000, 3_000)
    contract = scene.commitment.contract
    buyer = Actor(Role.BUYER, organisation_id=contract.buyer_id)
    colleague = new_colleague(buyer)
    return Signed(scene, colleague, Of(Scope(ScopeKind.CONTRACT, str(contract.pk)), YEAR))


@pytest.fixture
def signed(db):
    return new_signed()


def test_it_keeps_every_figure_and_text_with_who_signed(signed):
    signed.write()
    card = frozen_card(signed.freeze(), seen_by=signed.facilitator)
    living = bilan_of(signed.of.scope, YEAR, seen_by=signed.facilitator, on=ON)
    assert card.kept.bilan == living
    assert card.kept.bilan.value("hours_worked") == 9_000
    assert [(it.block, it.text) for it in card.kept.texts] == [
        (Block.CONTEXT, "Un chantier *exemplaire*.")
    ]
    assert [(it.name, it.quality) for it in card.signatures] == [
        ("Camille Martin", "Responsable du pôle clauses")
    ]
    assert (card.version, card.is_last, card.is_whole) == (1, True, True)


def test_what_comes_later_is_a_new_version_and_the_old_one_says_so(signed):
    first = signed.freeze()
    with pytest.raises(Refused, match="Rien n’a changé depuis la version 1"):
        signed.freeze(base=1, on=date(2026, 12, 24))
    signed.scene.validated(1_200, month=date(2026, 11, 1))
    card = frozen_card(first, seen_by=signed.facilitator)
    living = bilan_of(signed.of.scope, YEAR, seen_by=signed.facilitator, on=ON)
    changes = {it.code: (it.before, it.now) for it in changes_between(card.kept.bilan, living)}
    assert changes["hours_worked"] == (9_000, 10_200)
    second = signed.freeze(base=1)
    assert [one.id for one in versions_of(signed.of.scope, YEAR)] == [second, first]
    card = frozen_card(first, seen_by=signed.facilitator)
    assert (card.is_last, card.last_id, card.kept.bilan.value("hours_worked")) == (
        False, second, 9_000,
    )  # fmt: skip


def test_another_organisation_signs_once_and_only_what_it_reads(signed):
    number = signed.freeze()
    sign_bilan(bilan_id=number, quality="Directrice des achats", by=signed.buyer)
    with pytest.raises(Refused, match="a déjà signé"):
        sign_bilan(bilan_id=number, quality="Directrice", by=signed.buyer)
    stranger = new_actor(Role.BUYER)
    with pytest.raises(Refused, match="n’est pas à vous"):
        sign_bilan(bilan_id=number, quality="Maire", by=stranger)
    with pytest.raises(NotFound):
        frozen_card(number, seen_by=stranger)
    card = frozen_card(number, seen_by=signed.buyer)
    assert [it.quality for it in card.signatures] == [
        "Responsable du pôle clauses", "Directrice des achats",
    ]  # fmt: skip
    assert frozen_bilans_of(seen_by=signed.buyer, page=1).total == 1
    assert frozen_bilans_of(seen_by=stranger, page=1).total == 0


def test_what_is_refused_freezes_nothing(signed):
    for who, said, sentence in (
        ("buyer", {}, "ne permet pas"),
        ("facilitator", {"quality": " "}, "en quelle qualité"),
        ("facilitator", {"base": 3}, "vient d’être figé"),
        ("facilitator", {"on": date(2025, 12, 31)}, "n’a pas commencé"),
    ):
        with pytest.raises(Refused, match=sentence):
            signed.freeze(**{"by": getattr(signed, who), **said})
    assert not FrozenBilan.objects.exists()


def test_a_text_is_written_over_what_was_read(signed):
    signed.write()
    with pytest.raises(Refused, match="pendant que vous l’écriviez"):
        signed.write("Autre")
    signed.write("Autre", base=1)
    for wrong, sentence in ((" ", "Écrivez"), ("![](/a.png)", "Décrivez"), ("a" * 10_001, "Racc")):
        with pytest.raises(Refused, match=sentence):
            signed.write(wrong, base=2)
    with pytest.raises(Refused, match="ne permet pas"):
        signed.write("x", base=2, by=signed.buyer)
    first, *others = texts_of(signed.of.scope, YEAR)
    assert (first.text, first.number, first.author) == ("Autre", 2, "Camille Martin")
    assert [one.number for one in others] == [0, 0, 0]


def test_the_departement_is_for_the_coordination(signed):
    signed.of = Of(Scope(ScopeKind.DEPARTMENT, "77"), YEAR)
    with pytest.raises(Refused, match="La coordination"):
        signed.freeze()
    coordination = new_actor(Role.COORDINATION)
    card = frozen_card(signed.freeze(by=coordination), seen_by=coordination)
    assert [one.value("hours_worked") for one in card.kept.annexes] == [9_000]


COLUMNS = "scope_kind, scope_key, starts_on, ends_on, version, title, content, print, known_on"
COPY = (
    f"INSERT INTO assessments_frozenbilan ({COLUMNS}) SELECT scope_kind, scope_key, starts_on, "
    "ends_on, {version}, title, {content}, print, known_on FROM assessments_frozenbilan"
)
FORBIDDEN = {
    "UPDATE assessments_frozenbilan SET title = 'x'": "bilan_is_written_once",
    "DELETE FROM assessments_frozenbilan": "bilan_is_written_once",
    "UPDATE assessments_signature SET quality = 'Maire'": "bilan_is_written_once",
    "DELETE FROM assessments_signature": "bilan_is_written_once",
    COPY.format(version=2, content="'{}'"): "frozen_bilan_has_the_print_of_its_content",
    COPY.format(version=9, content="content"): "bilan_versions_follow",
}


def test_postgresql_writes_it_once(signed):
    signed.freeze()
    for sql, name in FORBIDDEN.items():
        with pytest.raises(IntegrityError) as broken, transaction.atomic():
            connection.cursor().execute(sql)
        assert broken.value.__cause__.diag.constraint_name == name


def test_at_once_one_version_is_frozen_one_text_kept_one_signature_given(real_commits):
    signed = new_signed()
    frozen = at_once(*(signed.freeze for _ in range(4)))
    (number,) = FrozenBilan.objects.values_list("pk", flat=True)
    written = at_once(*(lambda n=n: signed.write(f"Texte {n}") for n in range(4)))
    given = at_once(
        *(lambda: sign_bilan(bilan_id=number, quality="Maire", by=signed.buyer) for _ in range(4))
    )
    lost = [len(refusals(one)) for one in (frozen, written, given)]
    print(f"4 at once: {lost} refused of freezing, writing, signing")
    assert lost == [3, 3, 3]
    assert (Narrative.objects.count(), Signature.objects.count()) == (1, 2)
