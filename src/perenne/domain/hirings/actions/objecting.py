"""A refusal that says which fact each of its sentences speaks of."""

from collections.abc import Mapping

from perenne.kit.refusals import Refused


class Objected(Refused):
    """`by_fact`: a sentence for each fact that is wrong, by its name; all of them at once."""

    def __init__(self, by_fact: Mapping[str, str]) -> None:
        super().__init__(" ".join(by_fact.values()))
        self.by_fact = by_fact


def refuse(by_fact: Mapping[str, str]) -> None:
    """Nothing, or the refusal."""
    if by_fact:
        raise Objected(by_fact)
