"""How every learned weight comes about: a command each, cross-validated by document."""
