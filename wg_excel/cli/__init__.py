"""The command line `wg-excel`: thin over the buttons; Russian texts, English option names (4-contract 4.1)."""
