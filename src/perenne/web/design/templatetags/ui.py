"""`{% load ui %}`: every component of the house (see the README beside)."""

from django.template import Library

from perenne.web.design.tags import actions, content, dates, fields, frame, lists, tables

register = Library()
for shelf in (actions, content, dates, fields, frame, lists, tables):
    register.tags.update(shelf.register.tags)
    register.filters.update(shelf.register.filters)
