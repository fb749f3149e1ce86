"""Two hundred malformed submissions of each public form: no crash, nothing lost, all in French."""

import os
import sys

import pytest

TESTS = (
    "tests/house/test_hostile_forms.py",
    "src/perenne/web/tools/test_hostile.py",
    "src/perenne/web/programming/receive/test_hostile.py",
)


def main() -> int:
    os.environ["SUBMISSIONS"] = "200"
    return int(pytest.main([*TESTS, "-q", "-s", "-p", "no:randomly", "-p", "no:cacheprovider"]))


if __name__ == "__main__":
    sys.exit(main())
