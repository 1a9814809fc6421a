"""The parts of charts (ECMA-376 part 1, 21.2)."""
