"""The words by which structures are found: written by the database, with the structure itself.

A trigger (migration 0002) reads the name, the networks, the commune and the first lines of what
a structure says of itself, whoever writes it. Row-level security lets an index serve for equality
alone: what is misspelt is looked for among the words, then the words among the structures.
"""

from django.db import models

from perenne.domain.directory.models.structures import Structure
from perenne.kit.tenancy.models import Owned

LONGEST = 40


class Term(Owned):
    """A word that some structure has said, once: folded, its plural and feminine taken off."""

    word = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "word"], name="term_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.word


class Mention(Owned):
    """A structure says a word; `worth` is what that tells of it, in hundredths."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="+")
    word = models.CharField(max_length=LONGEST)
    worth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "word", "structure"],
                include=["worth"],
                name="structure_mentions_a_word_once",
            ),
            models.CheckConstraint(
                name="mention_tells_something", condition=models.Q(worth__range=(1, 100))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure_id}: {self.word}"
