"""The core's report formats: an evaluation as a table, as JSON, as CSV, and one working in words.

A report recomputes nothing and writes no file: it gives back the whole document.
"""

from ujikom_rules.builtin.reports.csv_ import CsvReport
from ujikom_rules.builtin.reports.json_ import JsonReport
from ujikom_rules.builtin.reports.markdown import MarkdownReport
from ujikom_rules.builtin.reports.text import TextReport
from ujikom_rules.builtin.reports.working import WorkingReport
from ujikom_rules.plugin import Part, ReportFormat, Text

REPORTS: list[Part[ReportFormat]] = [
    Part(
        "text",
        TextReport,
        summary=Text("Daftar peringkat sebagai tabel teks.", "The standing as a plain-text table."),
    ),
    Part(
        "markdown",
        MarkdownReport,
        summary=Text("Daftar peringkat sebagai Markdown.", "The standing as Markdown."),
    ),
    Part(
        "json",
        JsonReport,
        summary=Text("Seluruh hasil sebagai JSON.", "The whole evaluation as JSON."),
    ),
    Part(
        "csv",
        CsvReport,
        summary=Text("Satu baris untuk tiap peserta.", "One line a candidacy."),
    ),
    Part(
        "working",
        WorkingReport,
        summary=Text("Rincian perhitungan seorang peserta.", "The working of one candidacy."),
    ),
]

__all__ = ["REPORTS"]
