"""Appeals: the journal of help given, its clock, its answers, what repeats in it (A I.1, IV.2.1; B 6.4)."""
