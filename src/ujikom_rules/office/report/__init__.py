"""The report of an evaluated event as one HTML page, for the panel, the PPK, a candidate or all."""

from ujikom_rules.messages import Lang
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.office import pages
from ujikom_rules.office.report.audiences import Audience, audience_of
from ujikom_rules.office.report.building import page
from ujikom_rules.office.report.nesting import nested
from ujikom_rules.office.report.wording import words
from ujikom_rules.planned import Plan

__all__ = ["Audience", "audience_of", "report"]


def report(
    plan: Plan,
    sheet: Scoresheet,
    evaluation: Evaluation,
    audience: Audience = Audience(),  # noqa: B008 - frozen
    lang: Lang = "id",
) -> str:
    """The report as HTML: one file that loads nothing and runs no script.

    Args:
        plan: what the evaluation followed.
        sheet: what was evaluated.
        evaluation: the results; nothing is computed again.
        audience: for whom: everything for the panel, one's own slip for a candidate.
        lang: the language.

    Raises:
        KeyError: when the candidate of the audience is not there.
        Refused: when the extra `report` is missing, or marks cannot be shown without examiners.

    Example:
        ``report(plan, sheet, ujikom.evaluate(plan, sheet), Audience("ppk"))``
    """
    built = page(plan, sheet, evaluation, audience, lang)
    values = {"page": built, "words": words(lang), "nested": nested}
    return pages.render("report.html", lang, values)
