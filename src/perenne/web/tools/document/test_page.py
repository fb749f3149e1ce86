import io
from zipfile import ZipFile

import pytest
from django.urls import reverse
from lxml import etree

from perenne.web.tools.devices import DEVICES
from perenne.web.tools.papers import WORD


def url_of(device="condition-d-execution", piece="ccap"):
    return reverse("tools:document", args=[device, piece])


def texts_in(answer):
    assert answer["Content-Type"] == WORD
    tree = etree.fromstring(ZipFile(io.BytesIO(answer.content)).read("word/document.xml"))
    return " ".join(" ".join("".join(line.itertext()) for line in tree.iter("{*}p")).split())


@pytest.mark.parametrize("device", [device.slug for device in DEVICES])
@pytest.mark.parametrize("piece", ["notice", "rc", "ccap", "cctp", "ae"])
def test_each_text_is_a_word_file_with_what_was_typed(visitor, device, piece):
    answer = visitor.get(url_of(device, piece), {"heures": "1 234", "acheteur": "Ville de Meaux"})
    assert f'filename="{piece}-{device}.docx"' in answer["Content-Disposition"]
    assert "1 234 heures" in texts_in(answer)


@pytest.mark.parametrize("piece", ["facture", "RC", "note"])
def test_a_text_that_does_not_exist_is_not_found(visitor, piece):
    assert visitor.get(url_of(piece=piece)).status_code == 404


def test_a_private_buyer_has_no_notice(visitor):
    assert visitor.get(url_of(piece="notice"), {"regime": "private"}).status_code == 404


def test_what_cannot_be_leads_back_to_the_clause_which_says_why(visitor):
    answer = visitor.get(url_of(), {"heures": "beaucoup"})
    assert answer.status_code == 302
    assert (
        answer.url == reverse("tools:clause", args=["condition-d-execution"]) + "?heures=beaucoup"
    )
    assert "Écrivez un nombre d’heures" in visitor.get(answer.url).content.decode()
