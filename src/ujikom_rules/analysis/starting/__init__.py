"""Starting a file: a ruleset of one's own, or the open terms of a base laid out to be filled."""

from ujikom_rules.analysis.starting.fresh import Started, fresh
from ujikom_rules.analysis.starting.overlay import overlay

__all__ = ["Started", "fresh", "overlay"]
