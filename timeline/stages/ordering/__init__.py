"""Ordering: how the events of a text follow each other."""

from timeline.stages.ordering.stage import order_events, relate_pairs

__all__ = ["order_events", "relate_pairs"]
