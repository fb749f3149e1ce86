"""Jobs whose worker died are taken up again; every task can be run twice."""

from contextlib import suppress

from asgiref.sync import async_to_sync
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue")
def rescue(timestamp: int) -> None:
    """Each minute; a worker is dead when its heart has not beaten for thirty seconds.

    No lock: that of a rescue whose worker died would hold back all others, for ever. Several may
    wait behind a long job: a queueing lock would stop the worker, since PostgreSQL does not say
    which key was taken where rows are secured.
    """
    async_to_sync(_take_up_again)()


async def _take_up_again() -> None:
    for job in await app.job_manager.get_stalled_jobs():
        with suppress(ConnectorException):  # another rescue was quicker
            await app.job_manager.retry_job(job)
