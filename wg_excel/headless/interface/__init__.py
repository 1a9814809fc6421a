"""The engine as xlwings asks for it: applications, books, sheets, ranges and all that lies on them."""
