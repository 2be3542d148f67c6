"""Engines: many documents on a distributed engine, one file each."""
