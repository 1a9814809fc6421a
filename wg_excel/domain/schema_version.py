"""The version of the workbook's make-up, which each workbook carries as a defined name.

A new sheet, table, column, setting or list value needs no new version: every upgrade adds what is missing. Renaming
or removing one does: raise VERSION and add the step that carries the old workbooks over (`wg_excel/upgrades/`).
"""

VERSION = 2
# A name survives Excel, LibreOffice and the headless engine, and is reached by the public API of xlwings.
NAME = "wg_version"
