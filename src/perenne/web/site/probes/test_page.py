"""What a watch reads of the server: alive, ready, counted; and what it may never read."""

import pytest
from django.db import DatabaseError, connection
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from perenne.kit.actors import VISITOR
from perenne.kit.files.models import StoredFile
from perenne.kit.jobs import enqueue
from perenne.kit.metrics.backlog import tables_are_there

pytestmark = pytest.mark.django_db
TOKEN = "un-jeton-de-mesure"


@pytest.fixture
def watch(client_of, settings):
    settings.METRICS_TOKEN = TOKEN
    tables_are_there.cache_clear()
    return client_of(VISITOR)


def samples_of(answer):
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


def test_a_process_says_that_it_lives_without_asking_anything(watch, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = watch.get("/sante/")
    assert (answer.status_code, answer.content) == (200, b"vivant\n")


def test_a_server_is_ready_with_its_tables_and_says_what_lacks_without(watch, monkeypatch):
    assert watch.get("/sante/prete/").content.decode() == "prêt\n"
    with monkeypatch.context() as newer:
        newer.setattr(StoredFile._meta.get_field("name"), "column", "not_yet")
        tables_are_there.cache_clear()
        for _ in range(2):  # a refusal is not remembered
            answer = watch.get("/sante/prete/")
            assert answer.status_code == 503
            assert "./run manage migrate" in answer.content.decode()
    assert watch.get("/sante/prete/").status_code == 200

    def cut(*_arguments):
        raise DatabaseError("cut")

    monkeypatch.setattr(connection, "cursor", cut)
    answer = watch.get("/sante/prete/")
    assert (answer.status_code, answer.content.decode()) == (
        503,
        "La base de données ne répond pas.\n",
    )


def test_what_is_counted_names_pages_and_never_addresses(watch):
    watch.get("/mon-parcours/un-secret-de-lien/")
    watch.get("/un-secret-nulle-part/")
    watch.get("/questions/")
    answer = watch.get("/metriques/", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer["Content-Type"].startswith("application/openmetrics-text")
    found = samples_of(answer)
    seen = ("perenne_request_seconds_count", (("answer", "2xx"), ("page", "site:questions")))
    assert found[seen] >= 1
    assert found["perenne_request_seconds_count", (("answer", "4xx"), ("page", "nowhere"))] >= 1
    assert ("perenne_mails_waiting", (("committee", "77"),)) in found
    assert found["perenne_oldest_job_seconds", (("committee", "77"),)] >= 0
    assert "un-secret" not in answer.content.decode()


@pytest.mark.parametrize("said", ["", "Bearer ", f"Bearer {TOKEN}e", TOKEN])
def test_nobody_else_reads_the_counts(watch, settings, said):
    assert watch.get("/metriques/", headers={"Authorization": said}).status_code == 404
    settings.METRICS_TOKEN = ""
    assert watch.get("/metriques/", headers={"Authorization": "Bearer "}).status_code == 404


def test_a_job_that_waits_is_counted(watch):
    held = {"Authorization": f"Bearer {TOKEN}"}
    waiting = ("perenne_jobs", (("committee", "77"), ("state", "todo")))
    before = samples_of(watch.get("/metriques/", headers=held)).get(waiting, 0)
    enqueue("clauses.offer_share", share_id=1)
    assert samples_of(watch.get("/metriques/", headers=held))[waiting] == before + 1
