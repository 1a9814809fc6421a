"""The sample exports and odd spreadsheets that may stand beside the project."""

from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
SAMPLES = SHARED / "samples"
CORPUS = SHARED / "corpus"
SOURCES = SHARED / "sources"
