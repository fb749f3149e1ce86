"""Adhesion to the committee."""
