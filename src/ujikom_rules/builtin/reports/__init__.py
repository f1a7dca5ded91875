"""The core's report formats: an evaluation as a table, as JSON, as CSV, and one working in words.

A report recomputes nothing and writes no file: it gives back the whole document.
"""
