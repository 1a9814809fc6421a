"""Members of the group: composition, roles, orders, acquaintance, what each does (A IV; B 3, V)."""
