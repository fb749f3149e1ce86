"""Once traffic is over: who read, and whether all that was told done is there, once."""

from __future__ import annotations

from collections import Counter

import backups
import restoring
from scale_house import House
from scale_people import Said
from scale_servers import STANDBYS, Servers, streams, until

from perenne.config.test_bucket import NAME, Server
from perenne.kit.journal.chain import broken as broken_links
from perenne.kit.journal.chain import entries_written
from perenne.kit.testing.folder import mails_in

LEFT = """SELECT count(*) FROM procrastinate_jobs
    WHERE status = 'doing' OR (status = 'todo' AND coalesce(scheduled_at, now()) <= now())"""
FAILED = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'"
JOBS = 100
"""Seconds, at most, for jobs to end: one whose worker died is taken up again each minute."""
SHARE = 50
"""Of a hundred pages, how many replicas answer at least."""


def reads(house: House) -> list[str]:
    found = house.reads()
    by_replicas = sum(found.get(name, 0) for name in STANDBYS)
    share = 100 * by_replicas / max(1, sum(found.values()))
    told = ", ".join(f"{name} {number}" for name, number in sorted(found.items()))
    print(f"pages read: {told} (replicas: {share:.0f} of 100; « again »: asked of both)")
    broken = [f"{name} was read by nobody." for name in STANDBYS if not found.get(name)]
    if share < SHARE:
        broken.append(f"replicas answered {share:.0f} pages of 100, not {SHARE}.")
    return broken


def audited(servers: Servers, said: Said, s3: Server) -> list[str]:
    """On the server that was promoted; the one that follows it has the same rows."""
    with backups.owner_of(servers.primary) as owner:
        try:
            waited = until(lambda: owner.execute(LEFT).fetchone() == (0,), JOBS)
        except TimeoutError:
            return [f"jobs still wait {JOBS} s after the traffic: no worker came back."]
        lists = {name for (name,) in owner.execute("SELECT name FROM directory_savedlist")}
        files = owner.execute("SELECT name, place FROM files_storedfile").fetchall()
        (failed,) = owner.execute(FAILED).fetchone() or (0,)
    lost = {
        "lists": said.kept.get("lists", set()) - lists,
        "files": said.kept.get("files", set()) - {name for name, _ in files},
        "mails": said.kept.get("mails", set()) - set(mails(servers)),
    }
    twice = [to for to, times in mails(servers).items() if times > 1]
    lying = {item["Key"] for item in s3.client.list_objects_v2(Bucket=NAME).get("Contents", [])}
    with restoring.inside(servers.primary):
        linked, links = entries_written(), broken_links([])
    done = {kind: len(kept) for kind, kept in said.kept.items()}
    print(
        f"told done: {done}; lost: {sum(map(len, lost.values()))}; mails twice: {len(twice)}; "
        f"{len(files)} files, {len(lying)} objects in the bucket; journal: {linked} entries "
        f"linked; jobs ended {waited:.1f} s after the traffic, {failed} failed"
    )
    wrong = [
        f"{kind}: told done and lost: {sorted(gone)[:5]}" for kind, gone in lost.items() if gone
    ]
    wrong += [f"{to} was written to twice." for to in twice]
    wrong += [f"the bucket lacks {place}." for _, place in files if place not in lying]
    wrong += [f"journal: {link}." for link in links]
    wrong += [f"{failed} jobs failed."] * bool(failed)
    wrong += [f"nobody was told of any {kind}." for kind in lost if not said.kept.get(kind)]
    return wrong


def different(servers: Servers) -> list[str]:
    """Once nobody writes any more: a standby has the rows of its new primary."""
    here, wrong = backups.prints(servers.primary), []
    for name, cluster in servers.standbys.items():
        until(lambda name=name: streams(servers.primary, name, 0))
        there = backups.prints(cluster)
        others = [table for table in here if here[table] != there.get(table)]
        wrong += [f"{table} differs on {name}." for table in others]
        print(f"{name}: {len(there)} tables, {len(others)} differ from those of its new primary")
    return wrong


def mails(servers: Servers) -> Counter[str]:
    """By whom they are to."""
    return Counter(str(mail["To"]) for mail in mails_in(servers.home / "mails"))
