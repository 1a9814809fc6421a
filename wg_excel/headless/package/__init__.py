"""The package of a workbook (ECMA-376 part 2): parts and relations, copied and saved without loss."""
