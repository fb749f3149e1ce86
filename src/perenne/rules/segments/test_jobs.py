from perenne.rules.segments import TRADES
from perenne.rules.segments.jobs import JOBS
from perenne.rules.segments.matching import stems


def test_jobs_are_of_trades_and_each_name_says_something():
    assert JOBS.keys() <= {trade.code for trade in TRADES}
    names = [(code, name) for code, said in JOBS.items() for name in said.split(",")]
    assert [name for _, name in names if not stems(name)] == []
    assert len(set(names)) == len(names)
