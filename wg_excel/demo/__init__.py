"""A synthetic school year with deliberate mistakes, and synthetic exports: what the product is for, shown."""
