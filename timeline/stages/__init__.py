"""Stages: from a text to what it claims, one room each."""
