"""A button that does one thing: the answer is a sentence at the top of the page it came from."""

from collections.abc import Callable

from django.contrib import messages

from perenne.kit.pages import Visit
from perenne.kit.refusals import Refused


def told(request: Visit, act: Callable[[], object], said: str) -> bool:
    """Whether it was done."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, said)
    return True
