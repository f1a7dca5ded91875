"""What can go wrong: places and findings as values, each said once, and what is raised."""

from ujikom_rules.errors.once import said_once
from ujikom_rules.errors.raised import PluginError, Refused, UjikomError
from ujikom_rules.errors.values import (
    NOWHERE,
    SEVERITIES,
    Finding,
    Place,
    Severity,
    errors_in,
)

__all__ = [
    "NOWHERE",
    "SEVERITIES",
    "Finding",
    "Place",
    "PluginError",
    "Refused",
    "Severity",
    "UjikomError",
    "errors_in",
    "said_once",
]
