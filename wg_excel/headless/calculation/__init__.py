"""Formulas: their references, and results where every step is certain."""
