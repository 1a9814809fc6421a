"""Build the master workbook from the domain's schema with XlsxWriter: `build.build` makes the file."""
