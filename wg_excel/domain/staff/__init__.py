"""Teachers, and lists of people that bring «Педагоги» and «Члены группы» up to date."""
