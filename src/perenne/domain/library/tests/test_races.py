"""Two people, or two machines, at the same moment."""

from perenne.domain.library import queries
from perenne.domain.library.actions import load_originals, write_text
from perenne.domain.library.factories import TODAY, new_text, said
from perenne.domain.library.models import Revision, Text
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.testing.commits import at_once, refusals


def test_two_people_who_save_at_once_leave_one_revision_and_one_refusal(real_commits):
    coordination = new_actor(Role.COORDINATION)
    text_id = new_text(coordination)
    outcomes = at_once(
        *(
            lambda n=n: write_text(
                text_id=text_id, base=1, said=said(title=str(n)), by=coordination
            )
            for n in range(4)
        )
    )
    print(f"4 saves at once: {len(refusals(outcomes))} refused")
    assert len(refusals(outcomes)) == 3
    assert Revision.objects.filter(text_id=text_id).count() == 2


def test_two_machines_that_load_at_once_load_once(real_commits):
    outcomes = at_once(*(lambda: load_originals(on=TODAY) for _ in range(3)))
    assert sorted(outcomes) == [0, 0, len(queries.originals())]
    assert Text.objects.count() == len(queries.originals())
