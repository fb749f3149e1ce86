"""Jobs whose worker died are taken up again; every task can be run twice."""

from asgiref.sync import async_to_sync
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="jobs.rescue", lock="jobs.rescue")
def rescue(timestamp: int) -> None:
    """Each minute; a worker is dead when its heart has not beaten for thirty seconds.

    Several may wait behind a long job: a queueing lock would stop the worker, since PostgreSQL
    does not say which key was taken where rows are secured.
    """
    async_to_sync(_take_up_again)()


async def _take_up_again() -> None:
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)
