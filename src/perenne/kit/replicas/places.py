"""Places in the write-ahead log of PostgreSQL, as it says them (« 16/B374D848 ») and as numbers.

Source: PostgreSQL manual, 8.20 « pg_lsn Type ».
"""

import re

LAST = "FFFFFFFF/FFFFFFFF"
"""Beyond anything that will ever be written."""
SAID = re.compile(r"([0-9A-F]{1,8})/([0-9A-F]{1,8})")


def place_in(said: str) -> int:
    """0, from which everything is known, for what is no place."""
    found = SAID.fullmatch(said)
    return (int(found[1], 16) << 32) + int(found[2], 16) if found else 0
