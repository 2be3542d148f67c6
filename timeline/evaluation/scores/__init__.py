"""The field's scores: one score, one file; nothing here reads a corpus or runs the library."""
