"""The group's other work: assignments, plan, documents, training, requests, readiness, duties (A III, IV; B 2–5)."""
