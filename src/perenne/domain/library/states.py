"""The life of a text: written, shown, taken back."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class TextState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {TextState.DRAFT: "Brouillon", TextState.PUBLISHED: "Publié"}

TEXT_LIFE = Machine(
    start=TextState.DRAFT,
    moves={
        "text.publish": Move(
            frozenset({TextState.DRAFT, TextState.PUBLISHED}), TextState.PUBLISHED, "Publier"
        ),
        "text.withdraw": Move(
            frozenset({TextState.PUBLISHED}), TextState.DRAFT, "Retirer de la publication"
        ),
    },
)
