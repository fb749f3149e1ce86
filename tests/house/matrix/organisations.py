"""Organisations: their own people, the coordination, and whoever opens or joins one.

The structure’s is whole: a colleague, an invitation, somebody who asks to join.
"""

from django.utils import timezone

from perenne.domain.organisations.actions import ask_to_join, invite
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Invitation, JoinRequest, Organisation, Seat
from perenne.domain.organisations.queries.invitations import token_of
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.values import Siret

ROWS = """
                                              nob vis buy bu2 fac fa2 coo com str pre
organisations:list            -               302 302 404 404 404 404 200 404 404 404
organisations:choose          -               200 200 200 200 200 200 200 200 200 200
organisations:declare         company         200 200 200 200 200 200 200 200 200 200
organisations:declare         unknown_kind    404 404 404 404 404 404 404 404 404 404
organisations:complete        -          POST 204 204 204 204 204 204 204 204 204 204
organisations:mine            -               302 302 200 200 200 200 200 200 200 200
organisations:switch          -          POST 302 302 302 302 302 302 302 302 302 302
organisations:own             -               302 302 200 200 200 200 200 200 200 200
organisations:accept          link            200 200 200 200 200 200 200 200 200 200
organisations:accept          wrong_link      200 200 200 200 200 200 200 200 200 200
organisations:show            whole           302 302 404 404 404 404 200 404 200 404
organisations:show            declared        302 302 404 404 404 404 200 404 404 404
organisations:edit            whole           302 302 404 404 404 404 404 404 200 404
organisations:people          whole           302 302 404 404 404 404 404 404 200 404
organisations:leave           whole           302 302 404 404 404 404 404 404 200 404
organisations:close           whole      POST 302 302 404 404 404 404 404 404 302 404
organisations:name_admin      colleague  POST 302 302 404 404 404 404 302 404 302 404
organisations:withdraw_admin  admin      POST 302 302 404 404 404 404 404 404 302 404
organisations:remove          colleague  POST 302 302 404 404 404 404 404 404 302 404
organisations:resend          invitation POST 302 302 404 404 404 404 404 404 302 404
organisations:withdraw        invitation POST 302 302 404 404 404 404 404 404 302 404
organisations:grant           request    POST 302 302 404 404 404 404 404 404 302 404
organisations:decline         request    POST 302 302 404 404 404 404 404 404 302 404
organisations:verify          declared   POST 302 302 404 404 404 404 302 404 404 404
organisations:verify          whole      POST 302 302 404 404 404 404 404 404 404 404
organisations:refuse          declared        302 302 404 404 404 404 200 404 404 404
organisations:refuse          whole           302 302 404 404 404 404 404 404 404 404
organisations:suspend         whole           302 302 404 404 404 404 200 404 404 404
organisations:restore         suspended  POST 302 302 404 404 404 404 302 404 404 404
organisations:restore         whole      POST 302 302 404 404 404 404 404 404 404 404
organisations:present_again   refused    POST 302 302 404 404 404 404 404 404 404 404
organisations:present_again   mine       POST 302 302 404 404 404 404 404 404 404 404
"""
EVERYBODYS = {"company", "unknown_kind", "link", "wrong_link"}
"""Of no committee, or shown without a word of anybody: a link of another committee is unknown."""
SIRET = "73282932000074"


def things(committee):
    structure = committee.structure
    whole = structure.organisation_id
    Organisation.objects.filter(pk=whole).update(siret=SIRET)
    colleague = new_colleague(structure)
    mail = {"email": "invitee@exemple.test", "is_admin": False}
    invitation_id = invite(organisation_id=whole, **mail, by=structure, now=timezone.now())
    ask_to_join(siret=Siret(SIRET), by=Actor(Role.VISITOR, person_id=new_person().pk))
    kept_out = {"state": "suspended", "reason": "Adresse fausse."}
    return {
        "company": ["entreprise"],
        "unknown_kind": ["marchand"],
        "whole": [whole],
        "mine": [whole],
        "declared": [new_actor(Role.FACILITATOR, state="declared").organisation_id],
        "suspended": [new_actor(Role.FACILITATOR, **kept_out).organisation_id],
        "refused": [new_actor(Role.PRESCRIBER, **kept_out | {"state": "refused"}).organisation_id],
        "colleague": [Seat.objects.get(person_id=colleague.person_id).pk],
        "admin": [Seat.objects.get(person_id=structure.person_id).pk],
        "invitation": [invitation_id],
        "link": [token_of(Invitation.objects.get().seed)],
        "wrong_link": ["rien"],
        "request": [JoinRequest.objects.get().pk],
    }
