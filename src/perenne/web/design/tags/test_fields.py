"""Fields: label, hint, error and control are tied, in words and by ids."""

import re

from django import forms
from django.template import Context, Template

from perenne.web.design.forms import EurosField, Form, Look


class Sample(Form):
    subject = forms.CharField(label="Objet <b>", help_text="Tel qu’il & figure")
    amount = EurosField(label="Montant", required=False)
    answer = forms.ChoiceField(
        label="Réponse", widget=forms.RadioSelect, choices=[("y", "Oui <i>"), ("n", "Non")]
    )
    consent = forms.BooleanField(label="D’accord")
    programme = forms.FileField(label="Fichier", widget=forms.FileInput)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    looks = {"answer": Look(choice_hints={"y": "C’est mieux"})}


def draw(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


def field(name, form=None, **arguments):
    words = " ".join(f'{key}="{value}"' for key, value in arguments.items())
    return draw("{% field bound " + words + " %}", bound=(form or Sample())[name])


def test_a_field_says_its_label_and_hint_and_escapes_them():
    drawn = field("subject")

    assert '<label class="field__label" for="id_subject">Objet &lt;b&gt;</label>' in drawn
    assert '<p class="hint" id="id_subject_helptext">Tel qu’il &amp; figure</p>' in drawn
    assert 'aria-describedby="id_subject_helptext"' in drawn
    assert 'aria-required="true"' in drawn


def test_an_optional_field_says_so_and_its_unit_is_read_aloud():
    drawn = field("amount")

    assert "(facultatif)" in drawn
    assert "aria-required" not in drawn
    assert '<span class="box__unit" id="id_amount_unit">€</span>' in drawn
    assert 'aria-describedby="id_amount_unit"' in drawn
    assert 'inputmode="decimal"' in drawn


def test_a_wrong_field_is_tied_to_its_error():
    drawn = field("amount", Sample({"amount": "<script>"}))

    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_amount_unit id_amount_error"' in drawn
    assert 'id="id_amount_error"' in drawn
    assert 'value="&lt;script&gt;"' in drawn


def test_radio_buttons_stand_in_a_fieldset_with_their_hints():
    drawn = field("answer")

    assert '<fieldset id="id_answer">' in drawn
    assert '<legend class="field__label">Réponse</legend>' in drawn
    assert '<label for="id_answer_0">Oui &lt;i&gt;</label>' in drawn
    assert 'aria-describedby="id_answer_0_helptext"' in drawn
    assert '<p class="hint" id="id_answer_0_helptext">C’est mieux</p>' in drawn


def test_a_checkbox_comes_before_its_label():
    drawn = field("consent")

    assert drawn.index('type="checkbox"') < drawn.index('<label for="id_consent">')


def test_a_file_may_be_dropped_and_is_announced():
    drawn = field("programme")

    assert "data-file-drop" in drawn
    assert '<div role="status">' in drawn


def test_the_page_may_change_what_the_form_says():
    drawn = field("subject", label="Intitulé", hint="Court", autocomplete="off", width="short")

    assert ">Intitulé</label>" in drawn
    assert ">Court</p>" in drawn
    assert 'autocomplete="off"' in drawn
    assert "box--short" in drawn


def test_each_error_of_the_summary_leads_to_its_field():
    drawn = draw("{% error_summary form %}", form=Sample({"amount": "x"}))

    assert "<h2>Il y a 5 problèmes</h2>" in drawn
    for target in ("id_subject", "id_amount", "id_answer_0", "id_consent", "id_programme"):
        assert f'<a href="#{target}">' in drawn
    assert "autofocus" in drawn


def test_one_problem_is_said_in_the_singular_and_several_forms_are_gathered():
    class Short(Form):
        name = forms.CharField(label="Nom")

    right, wrong = Short({"name": "Ada"}), Short({}, prefix="b")
    wrong.add_error(None, "Choisissez <un> autre contrat.")
    both = draw("{% error_summary right wrong %}", right=right, wrong=wrong)

    assert "Il y a 2 problèmes" in both
    assert "<li>Choisissez &lt;un&gt; autre contrat.</li>" in both
    assert "<h2>Il y a un problème</h2>" in draw("{% error_summary form %}", form=Short({}))
    assert draw("{% error_summary form %}", form=right).strip() == ""


def test_a_whole_form_posts_files_and_checks_nothing_in_the_browser():
    drawn = draw(
        "{% form form %}{% button 'Envoyer' %}{% endform %}", form=Sample(), csrf_token="t"
    )

    assert '<form method="post" novalidate enctype="multipart/form-data">' in drawn
    assert 'name="csrfmiddlewaretoken"' in drawn
    assert 'name="secret"' in drawn
    assert "sauf ce qui est marqué" in drawn
    assert '<button class="button">Envoyer</button>' in drawn


def test_a_form_may_post_elsewhere():
    class Short(Form):
        name = forms.CharField(required=False)

    drawn = draw("{% form form action='/ici/' %}{% endform %}", form=Short(), csrf_token="t")

    assert '<form method="post" action="/ici/" novalidate>' in drawn
    assert "sauf ce qui est marqué" not in drawn


def test_every_id_that_is_referred_to_exists():
    drawn = draw("{% form_fields form %}", form=Sample({"amount": "x"}))
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    referred = " ".join(re.findall(r'aria-describedby="([^"]+)"', drawn)).split()
    referred += re.findall(r'\bfor="([^"]+)"', drawn) + re.findall(r'href="#([^"]+)"', drawn)

    assert set(referred) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_group_of_fields_has_a_legend():
    drawn = draw("{% fieldset x hint=hint %}…{% endfieldset %}", x="<Vous>", hint="Qui & où")

    assert "<legend>&lt;Vous&gt;</legend>" in drawn
    assert '<p class="hint">Qui &amp; où</p>' in drawn
