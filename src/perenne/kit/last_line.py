"""What PostgreSQL refuses at the last line, told in French as any other refusal."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from perenne.kit.refusals import Refused


@contextmanager
def telling(sentences: Mapping[str, str]) -> Iterator[None]:
    """By the name of the constraint: the block is undone, and refused with its sentence.

    Any other constraint is a fault of ours, and goes through.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as broken:
        diag = getattr(broken.__cause__, "diag", None)
        name = str(getattr(diag, "constraint_name", ""))
        if name not in sentences:
            raise
        raise Refused(sentences[name]) from broken
