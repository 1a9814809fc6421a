"""The root of all failures whose message is one Russian sentence for the user."""


class Failure(Exception):
    """Something cannot be done as asked; a subclass a failure builds the sentence from typed arguments."""
