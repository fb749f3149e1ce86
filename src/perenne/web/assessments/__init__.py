"""Figures that anybody may read: the hours to come."""
