"""The evaluation as one JSON document."""

import json

from attrs import frozen

from ujikom_rules.plugin import Evaluation, Part, ReportAt, Text, document


@frozen(kw_only=True, eq=False, repr=False)
class JsonReport:
    """The document ``ujikom/evaluation@1`` as JSON text."""

    def render(self, evaluation: Evaluation, at: ReportAt) -> str:
        """The whole evaluation, indented by two."""
        said = document(evaluation, at.lang, figures=at.figures)
        return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


JSON = Part(
    "json",
    JsonReport,
    summary=Text("Seluruh hasil sebagai JSON.", "The whole evaluation as JSON."),
)
