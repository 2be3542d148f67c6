"""Display: a timeline to look at, in a notebook, on a page, as a chart."""
