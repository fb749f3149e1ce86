"""Bilans: figures of a scope over months, told, compared, signed, handed out."""
