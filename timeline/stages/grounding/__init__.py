"""Proposals: what another reader tells of a text, held against its words; see `timeline.extract`.

``proposals`` reads what was handed over, ``reading`` holds its events against the text (``quotes``, ``names``,
``labels``, ``telling``), ``times``, ``order`` and ``offices`` the rest, and ``stage`` settles it with what the text
tells. Nothing is imported here, so that the schema is at hand without any stage.
"""
