"""Formats: `styles.xml` is only ever added to."""
