"""Care for a workbook over the years: backups, archives, comparison and merging of copies, the doctor."""
