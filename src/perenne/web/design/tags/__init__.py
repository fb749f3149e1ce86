"""The tags, by what they show; `{% load ui %}` gives them all."""
