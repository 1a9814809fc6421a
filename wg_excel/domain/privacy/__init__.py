"""What must not be written down or shown: secrets, personal data, names of pupils (A II.3; 152-ФЗ)."""
