"""The tables, brought up to date by their owner: commands themselves run as the application."""

import subprocess
import sys

from django.core.management import CommandError


def bring_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "perenne.config", "migrate", "--verbosity", "0", "--no-input"],
        check=False,
    )
    if done.returncode:
        raise CommandError("The tables could not be made: the words of the database are above.")
