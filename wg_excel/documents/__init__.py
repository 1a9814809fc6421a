"""Documents that the workbook gives: protocol, findings, monitoring and summary sheets, files of Word."""
