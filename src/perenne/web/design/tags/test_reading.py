"""Components that one reads: escaped, named, and refused when misused."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.html import strip_tags

from perenne.web.design.menu import Desk, MenuItem
from perenne.web.design.tags.lists import pages_shown

HOSTILE = "<script>alert(1)</script>\"'&"


def draw(source, *, path="/", **context):
    request = RequestFactory().get(path)
    return Template("{% load ui %}" + source).render(Context({"request": request, **context}))


@pytest.mark.parametrize(
    "source",
    [
        "{% tag x %}",
        "{% facts x %}",
        "{% button x value=x %}",
        "{% button_link x x %}",
        "{% notice 'info' title=x %}{{ x }}{% endnotice %}",
        "{% inset %}{{ x }}{% endinset %}",
        "{% disclosure x %}{{ x }}{% enddisclosure %}",
        "{% tiles %}{% tile x x unit=x hint=x url=x %}{% endtiles %}",
        "{% summary_list %}{% summary_row x x url=x action=x hint=x %}{% endsummary_list %}",
        "{% progress 1 2 x unit=x %}",
        "{% level 1 2 x said=x %}",
        "{% empty_state x %}{{ x }}{% endempty_state %}",
        "{% page_header x lede=x caption=x %}{{ x }}{% endpage_header %}",
        "{% hero x lede=x %}{{ x }}{% endhero %}",
        "{% doors %}{% door x x x %}{% enddoors %}",
        "{% breadcrumbs x x x %}",
        "{% copy_button target=x label=x %}",
        "{% dialog_button x opens=x %}",
        "{% dialog x title=x %}{{ x }}{% enddialog %}",
        "{% table x %}<thead><tr><th scope='col'>{{ x }}</th></tr></thead>"
        "<tbody><tr><td>{{ x }}</td></tr></tbody>{% endtable %}",
        "{% table x scroll=True %}{% sort_header x x %}{% endtable %}",
        "{% steps labels 1 %}",
        "{% tabs items label=x %}",
    ],
)
def test_what_users_wrote_never_becomes_markup(source):
    drawn = draw(source, x=HOSTILE, labels=[HOSTILE], items=(MenuItem(HOSTILE, HOSTILE),))

    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    assert "1)</" not in drawn


@pytest.mark.parametrize("source", ["{% tag 'x' tone='pink' %}", "{% button 'x' kind='pink' %}"])
def test_a_tone_or_a_kind_that_does_not_exist_is_an_error(source):
    with pytest.raises(ValueError, match="pink"):
        draw(source)


def test_attributes_for_htmx_are_written_with_dashes_and_false_ones_left_out():
    drawn = draw("{% button 'Lire' kind='quiet' hx_get='/x/' disabled=True hidden=False %}")

    assert drawn == '<button class="button button--quiet" hx-get="/x/" disabled>Lire</button>'


@pytest.mark.parametrize(
    ("tone", "live", "role", "name"),
    [
        ("error", True, ' role="alert"', "Erreur"),
        ("info", True, ' role="status"', "À savoir"),
        ("warning", False, "", "Attention"),
    ],
)
def test_a_notice_is_named_in_words_and_read_aloud_only_when_it_comes_later(tone, live, role, name):
    drawn = draw("{% notice tone live=live %}…{% endnotice %}", tone=tone, live=live)

    assert f'<div class="notice notice--{tone}"{role}>' in drawn
    assert f"<strong>{name}</strong>" in drawn


def test_messages_are_told_with_their_kind():
    drawn = draw(
        "{% flash_messages %}",
        messages=[Message(constants.SUCCESS, "Enregistré <b>"), Message(constants.WARNING, "Tard")],
    )

    assert 'role="status"' in drawn
    assert "C’est fait : </strong>Enregistré &lt;b&gt;" in drawn.replace("\u00a0:", " :")
    assert "notice--warning" in drawn


def test_no_message_leaves_an_empty_place_where_later_ones_are_read_aloud():
    assert strip_tags(draw("{% flash_messages %}")).strip() == ""


def test_a_figure_that_is_not_known_says_so():
    assert "Non renseigné" in draw("{% tile x 'mois' unit='mois' %}", x=None)
    assert "Non renseigné" in draw("{% summary_row 'Durée' x %}", x="")


def test_numbers_keep_their_plain_form_where_machines_read_them():
    drawn = draw("{% progress 1200 5000 'Lecture' %}{% level 1200 5000 'Heures' %}")

    assert '<progress value="1200" max="5000"' in drawn
    assert '<meter value="1200" max="5000"' in drawn


def test_empty_facts_are_left_out():
    assert draw("{% facts 'Lot 3' '' none %}", none=None).count("<li>") == 1


def test_crumbs_end_with_this_page():
    drawn = draw("{% breadcrumbs 'Accueil' '/' 'Ici' %}{% breadcrumbs 'Seul' '/a/' %}")

    assert '<a href="/">Accueil</a>' in drawn
    assert '<span aria-current="page">Ici</span>' in drawn
    assert drawn.count("aria-current") == 1


@pytest.mark.parametrize(
    ("current", "said", "done"),
    [(1, "Étape 1 sur 3", 0), (2, "Étape 2 sur 3", 1), (4, "Étape 3 sur 3", 3)],
)
def test_a_journey_says_where_one_stands(current, said, done):
    drawn = draw("{% steps labels current %}", labels=["A", "B", "C"], current=current)

    assert said in drawn
    assert drawn.count("(terminée)") == done
    assert drawn.count('aria-current="step"') == (current <= 3)


def test_the_open_tab_is_told():
    items = (MenuItem("Lots", "/lots/", count=0), MenuItem("Journal", "/journal/"))
    drawn = draw("{% tabs items label='Vues' %}", path="/journal/", items=items)

    assert '<a href="/journal/" aria-current="page">' in drawn
    assert '<span class="count">0</span>' in drawn


def test_the_bar_of_a_workspace_names_the_organisation_and_the_person():
    desk = Desk("Ville <X>", "Camille", "acheteuse", (MenuItem("Heures", "/heures/"),))
    drawn = draw("{% desk_header %}{% desk_menu %}", path="/heures/3/", desk=desk, csrf_token="t")

    assert "Ville &lt;X&gt;" in drawn
    assert "Camille, acheteuse" in drawn
    assert drawn.count('aria-current="page"') == 2
    assert "Mon compte" not in drawn
    assert 'name="csrfmiddlewaretoken"' in drawn


def test_the_public_bar_offers_to_sign_in_or_to_come_back_to_the_desk():
    assert "Se connecter" in draw("{% site_header %}")
    assert "Mon espace" in draw("{% site_header %}", desk=Desk("Ville", "Camille"))
    assert "Porté par X" in draw("{% site_footer %}", committee="Comité", carrier="X")


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (2, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (4, 6, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_the_pages_around_are_shown_and_gaps_are_real(number, last, shown):
    assert pages_shown(number, last) == shown


def test_turning_the_page_keeps_the_other_parameters():
    drawn = draw("{% pagination number=2 last=3 %}", path="/?tri=-nom&page=2")

    assert 'href="?tri=-nom&amp;page=1"' in drawn
    assert 'rel="next"' in drawn
    assert draw("{% pagination number=1 last=1 %}").strip() == ""
