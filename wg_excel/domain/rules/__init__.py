"""Rules of validation, a module a noun.

A rule is one definition: its failure classes, each building its own sentence, and a function under `@rule`.
"""
