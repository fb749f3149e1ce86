"""Questions and their answers, as they are searched from a desk."""

from perenne.domain.library.models import Kind
from perenne.domain.library.queries.public import shown
from perenne.kit.finding import Ground


def texts_to_find() -> tuple[Ground, ...]:
    """What visitors read, and whoever has signed in too."""
    return (
        Ground(
            "questions",
            "Questions et réponses",
            "site:question",
            shown(Kind.QUESTION),
            title="title",
            more="responsible",
            keys=("text__slug",),
        ),
    )
