"""What the buttons do to the workbook: read whole tables, let the domain decide, write blocks back."""
