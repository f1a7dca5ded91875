"""Scoresheets: JSON, folders of CSV, dictionaries and inline tables, all to one model."""

from ujikom_rules.reading.scoresheets.reader import (
    parse_scoresheet,
    read_scoresheet,
    scoresheet_from_entry,
)

__all__ = ["parse_scoresheet", "read_scoresheet", "scoresheet_from_entry"]
