"""Excel add-in for the school working group that runs the electronic journal «ЭлЖур»."""

__version__ = "0.1.0"
