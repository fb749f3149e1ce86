"""Organisations: their page, seats, invitations."""
