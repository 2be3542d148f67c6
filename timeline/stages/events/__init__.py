"""Events: what happened, who took part, whether the text vouches for it."""

from timeline.stages.events.stage import describe_events, find_events

__all__ = ["describe_events", "find_events"]
