"""The master workbook as tables: everything here speaks the public xlwings API and nothing else."""
