"""The domain of the working group: nouns, rules and figures; knows no spreadsheet."""
