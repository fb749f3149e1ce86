import pytest
from django.urls import reverse

from perenne.domain.compliance.actions import revoke_certificate
from perenne.web.tests.browser import facts_in, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(followed):
    followed.works(120, 3)
    followed.held(shared=True)
    return followed.certificate()


def check(code):
    return reverse("certificates:check", args=[code])


def test_whoever_has_the_code_reads_what_the_certificate_says_and_nothing_more(
    client_of, committee, followed, row
):
    page = client_of(committee.nobody).get(check(row.code))
    assert "est valable" in text_of(page)
    assert facts_in(page).keys() == {
        "Entreprise", "Marché", "Acheteur", "Période attestée", "Délivrée par", "sur la période",
        "depuis le début du marché", "dues par le marché",
    }  # fmt: skip
    assert followed.lead.name in facts_in(page)["Entreprise"]
    assert page["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    links = tree_of(page).xpath("//main//a/@href")
    assert links == [reverse("certificates:paper_behind", args=[row.code])]
    assert client_of(committee.nobody).get(links[0]).content.startswith(b"%PDF")
    assert client_of(committee.nobody).get(check(row.code.lower())).status_code == 200

    why = "L’entreprise a fermé."
    revoke_certificate(
        certificate_id=row.pk, reason=why, by=committee.facilitator, on=followed.today
    )
    page = client_of(committee.nobody).get(check(row.code))
    assert "Ne vous y fiez pas" in text_of(page)
    assert why not in text_of(page)


def test_all_unknown_codes_get_one_answer_and_trying_many_is_slowed_down(client_of, committee, row):
    browser = client_of(committee.nobody)
    wrong = ("A" * 20, "a", "é", row.code[:-1], f"{row.code}0", "%00", "'; --")
    answers = {(text_of(page), page.status_code) for page in map(browser.get, map(check, wrong))}
    assert {status for _, status in answers} == {404}
    assert len(answers) == 1
    tried = [browser.get(check("B" * 20)).status_code for _ in range(60)]
    print(f"{tried.count(404)} answered, then {tried.count(429)} held back")
    assert tried[-1] == 429
