"""Pérenne: the open platform of the clause sociale d'insertion."""
