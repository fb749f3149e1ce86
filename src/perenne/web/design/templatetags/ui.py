"""`{% load ui %}`: every component of the house (see the README beside)."""

from django.template import Library

from perenne.web.design.tags import actions, content, fields, frame, lists, tables

register = Library()
for shelf in (actions, content, fields, frame, lists, tables):
    register.tags.update(shelf.register.tags)
