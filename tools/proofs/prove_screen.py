"""1 000 lines are screened in less than 5 s, and ten times more in proportion."""

import sys

from bound import bound
from empty_house import empty_house
from table import conclude, row

PROMISE = 5.0  # seconds for 1 000 lines, from the bytes of the file to rows in the database
STEEPEST = 13.0  # times longer that ten times more lines may take
BOUND = 300  # seconds for the whole proof
SIZES = (1_000, 10_000)
WIDTHS = (6, 8, 9, 8, 8, 20)


def main() -> int:
    bound(BOUND)
    with empty_house():
        import screen_times  # noqa: PLC0415 - needs the apps

        screen_times.load_places()
        row(WIDTHS, ("lines", "reading", "screening", "upload", "a line", "growth of the upload"))
        uploads = []
        for size in SIZES:
            reading, screening, upload = screen_times.of(size)
            uploads.append(upload)
            seconds = [f"{spent:.2f} s" for spent in (reading, screening, upload)]
            growth = f"× {upload / uploads[0]:.1f} for × {size // SIZES[0]}"
            row(WIDTHS, (size, *seconds, f"{upload / size * 1000:.2f} ms", growth))
    return conclude(
        f"1 000 lines in less than {PROMISE:.0f} s, and in proportion beyond.", broken(uploads)
    )


def broken(uploads: list[float]) -> list[str]:
    small, large = uploads
    told = []
    if small >= PROMISE:
        told.append(f"1 000 lines took {small:.1f} s.")
    if large > STEEPEST * small:
        told.append(f"Ten times more lines took {large / small:.1f} times longer.")
    return told


if __name__ == "__main__":
    sys.exit(main())
