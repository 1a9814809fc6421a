"""Write what surrounds macros: `vbaProject.bin`, the ribbon, the macros' sources, checks of a built package.

Knows nothing of the domain; callers bring names and texts.
"""
