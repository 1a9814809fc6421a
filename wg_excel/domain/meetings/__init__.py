"""Meetings: plan, agenda, attendance, protocol, decisions that come back, seals (B 3.2, 6.1–6.3)."""
