"""Background work, queued in the same transaction as the act that asks for it."""

from functools import partial

from procrastinate.contrib.django import app

from perenne.kit.journal.correlation import of_job

task = partial(app.task, task_middleware=[of_job])
every_night = app.periodic(cron="15 3 * * *")


def enqueue(name: str, **arguments: int | str) -> None:
    """Ask for a task by its name (`<app>.<verb>`); it runs once the transaction is committed."""
    app.configure_task(name, allow_unknown=False).defer(**arguments)
