"""How fast and how large: the pipeline beside its bare model, each stage's share, growth, memory, start."""
