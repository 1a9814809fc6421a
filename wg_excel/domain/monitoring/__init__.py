"""The monitoring of the journals: counts, indicators, remarks, report (B 5.2; 2-eljur-exports 2.4–2.5)."""
