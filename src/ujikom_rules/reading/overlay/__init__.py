"""`extends` and `[[open]]`: a base and its overlays merged, every closed key guarded."""

from ujikom_rules.reading.overlay.resolving import (
    MAX_CHAIN,
    Find,
    bounds,
    handed_on,
    placed,
    resolve,
)

__all__ = ["MAX_CHAIN", "Find", "bounds", "handed_on", "placed", "resolve"]
