"""Plan × scoresheet → evaluation: pure; no plugin manager, no TOML, no clock, no files here."""

from ujikom_rules.evaluating.events import evaluate

__all__ = ["evaluate"]
