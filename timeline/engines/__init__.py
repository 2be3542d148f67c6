"""Engines for any number of texts: one picklable kernel, and a thin file each for Spark, Ray and Dask.

Each engine's module has one function, ``read_events``: a table of texts in, a table of their events out, both in the
engine's own kind of table. All give the records that `kernel.read_records` gives in one process.
"""
