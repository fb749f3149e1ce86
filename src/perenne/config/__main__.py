"""`python -m perenne.config VERB`: Django's commands, on a database that is there."""

import os
import signal
import sys
from types import FrameType

WITHOUT_DATABASE = {"help", "version", "collectstatic", "makemessages", "compilemessages"}


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perenne.config.settings")
    signal.signal(signal.SIGTERM, _leave_as_interrupted)
    from django.conf import settings  # noqa: PLC0415 - after the settings module is named
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    from perenne.config.environment import ENVIRONMENT  # noqa: PLC0415
    from perenne.kit.postgres import NoPostgres  # noqa: PLC0415

    try:
        own = not ENVIRONMENT.database_url and not WITHOUT_DATABASE & set(sys.argv[1:2])
        if own:
            settings.CLUSTER.enter()
        try:
            execute_from_command_line(["run manage", *sys.argv[1:]])
        finally:
            if own:
                settings.CLUSTER.leave()
    except NoPostgres as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _leave_as_interrupted(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
