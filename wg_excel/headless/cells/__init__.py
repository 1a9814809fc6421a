"""Cells of a sheet: read, written, moved, sorted; a row stays text until it is asked for."""
