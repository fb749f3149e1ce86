from django.urls import reverse

from perenne.domain.participants.queries import notice_in_use
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import text_of


def test_everybody_reads_the_notice_with_its_version_and_who_is_responsible(
    client_of, settings, db
):
    settings.DPO = "Mme Dupré, dpo@exemple.test"
    said = text_of(client_of(VISITOR).get(reverse("person:notice")))
    notice = notice_in_use()
    assert f"Version {notice.version}" in said
    for words in (settings.CARRIER, "Mme Dupré", "CNIL", "Deux ans", "Il ne sait jamais pourquoi"):
        assert words in said
    assert max(len(one.split()) for _, many in notice.parts for one in many) <= 26
