"""What the law leaves to a buyer: it must, it may, it must not."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How any answer of the law is told; `TO_CHECK` while a fact is missing."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    TO_CHECK = "to_check"

    @property
    def label(self) -> str:
        return STANCE_LABELS[self]


STANCE_LABELS = {
    Stance.MUST: "L’acheteur doit",
    Stance.MAY: "L’acheteur peut",
    Stance.MUST_NOT: "L’acheteur ne doit pas",
    Stance.TO_CHECK: "À vérifier",
}
