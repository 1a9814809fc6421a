"""The pages that others read: «Сводка» for the director, the page of the school's site (1-domain 1.6; B 5.4)."""
