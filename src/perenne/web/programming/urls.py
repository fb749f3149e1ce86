from django.urls import path, re_path

from perenne.web.programming.bundle.view import bundle
from perenne.web.programming.compare.view import compare, export_comparison, link
from perenne.web.programming.correct.view import correct
from perenne.web.programming.enclosure.view import enclosure
from perenne.web.programming.export.view import export
from perenne.web.programming.follow.view import follow
from perenne.web.programming.forget.view import forget
from perenne.web.programming.judge_match.view import judge_match
from perenne.web.programming.list.view import programmes
from perenne.web.programming.match_headings.view import match_headings
from perenne.web.programming.memo.view import justify, memo, memo_file
from perenne.web.programming.reassign.view import reassign
from perenne.web.programming.receive.view import receive
from perenne.web.programming.send.view import send
from perenne.web.programming.shares.view import shares
from perenne.web.programming.show.view import purchase_row, show
from perenne.web.programming.show_publicly.view import hide, show_again
from perenne.web.programming.source.view import source
from perenne.web.programming.study.view import keep, leave_aside, study, take_back

app_name = "programming"
urlpatterns = [
    path("", programmes, name="list"),
    path("deposer/", receive, name="receive"),
    path("envois/<uuid:bundle_id>/", bundle, name="bundle"),
    path("envois/<uuid:bundle_id>/pieces/<uuid:file_id>/", enclosure, name="enclosure"),
    path("<uuid:programme_id>/", show, name="show"),
    path("<uuid:programme_id>/colonnes/", match_headings, name="match_headings"),
    path("<uuid:programme_id>/transmettre/", send, name="send"),
    path("<uuid:programme_id>/effacer/", forget, name="forget"),
    path("<uuid:programme_id>/verdicts.xlsx", export, name="export"),
    path("<uuid:programme_id>/fichier/", source, name="source"),
    path("<uuid:programme_id>/comparaison/", compare, name="compare"),
    path("<uuid:programme_id>/comparaison.xlsx", export_comparison, name="export_comparison"),
    path("<uuid:programme_id>/comparaison/choisir/", link, name="link"),
    path("rapprochements/<int:pairing_id>/", judge_match, name="judge_match"),
    path("obligation/", shares, name="shares"),
    path("achats/", follow, name="follow"),
    path("achats/<int:purchase_id>/confier/", reassign, name="reassign"),
    path("achats/<int:purchase_id>/motiver/", justify, name="justify"),
    path("achats/<int:purchase_id>/motif/", memo, name="memo"),
    re_path(r"^motifs/(?P<memo_id>\d+)\.(?P<kind>docx|pdf)$", memo_file, name="memo_file"),
    path("achats/<int:purchase_id>/taire/", hide, name="hide"),
    path("achats/<int:purchase_id>/montrer/", show_again, name="show_again"),
    path("achats/<int:purchase_id>/", study, name="study"),
    path("achats/<int:purchase_id>/ligne/", purchase_row, name="purchase_row"),
    path("achats/<int:purchase_id>/preciser/", correct, name="correct"),
    path("achats/<int:purchase_id>/retenir/", keep, name="keep"),
    path("achats/<int:purchase_id>/ecarter/", leave_aside, name="leave_aside"),
    path("achats/<int:purchase_id>/reprendre/", take_back, name="take_back"),
]
