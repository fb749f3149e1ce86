"""What a proof prints: a small table, then whether its promise is kept."""

import sys
from collections.abc import Sequence


def row(widths: Sequence[int], cells: Sequence[object]) -> None:
    """Numbers to the right, words to the left; the last cell takes the room that it needs."""
    told = [
        f"{cell:>{width}}" if isinstance(cell, int | float) else f"{cell!s:<{width}}"
        for width, cell in zip(widths, cells, strict=True)
    ]
    print("  ".join(told).rstrip(), flush=True)


def conclude(promise: str, broken: Sequence[str]) -> int:
    """The exit status: 0 when nothing broke the promise."""
    for sentence in broken:
        print(f"BROKEN  {sentence}", file=sys.stderr)
    print(f"\n{'Broken' if broken else 'Kept'}: {promise}")
    return 1 if broken else 0
