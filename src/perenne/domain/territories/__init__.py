"""Communes, and the areas that facilitators cover."""
