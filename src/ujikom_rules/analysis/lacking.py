"""Why a candidacy has no value: the marks that are owed, missing facts and documents, absences."""

from collections.abc import Iterator, Mapping, Sequence

from ujikom_rules.analysis.comparing import Difference
from ujikom_rules.analysis.coverage import Run
from ujikom_rules.evaluating.facts import by_title, name_of, named
from ujikom_rules.messages import Text
from ujikom_rules.model.outcome import Result
from ujikom_rules.model.predicate import Predicate, Test, tests_of
from ujikom_rules.planned import PlannedStage

_OWED = Text("nilai penguji {name} belum diisi", "the mark of examiner {name} is not entered")
_OWED_ALONE = Text("nilai belum diisi", "the mark is not entered")
_NO_FACT = Text("fakta '{name}' belum ada", "the fact '{name}' is missing")


def reasons_of(
    differences: Sequence[Difference], run: Run | None
) -> Mapping[str, tuple[Text, ...]]:
    """By candidacy, why it has no value where one was expected, or no verdict that decides.

    Args:
        differences: what is not as expected.
        run: what was evaluated; None where the ruleset or the scoresheet was refused.
    """
    if run is None:
        return {}
    lacking = [
        each.where.partition(" ")[0]
        for each in differences
        if each.got is None or (each.where.endswith("verdict") and each.got in _UNDECIDED)
    ]
    found = {
        who: tuple(dict.fromkeys(_reasons(run.evaluation[who], run)))
        for who in dict.fromkeys(lacking)
        if who in run.evaluation
    }
    return {who: reasons for who, reasons in found.items() if reasons}


_UNDECIDED = ("incomplete", "absent")


def _reasons(result: Result, run: Run) -> Iterator[Text]:
    for each in result.owed:
        node, _, examiner = each.partition("@")
        text = _filled(_OWED, Text.same(examiner)) if examiner else _OWED_ALONE
        yield _at(node, text, run)
    for stage in run.plan.stages:
        settled = result.stages[stage.id]
        if settled.value is None and settled.kept is None and settled.verdict != "qualified":
            for note in settled.notes:
                yield _at(stage.id, note, run)
        if settled.verdict == "incomplete":
            yield from _unknown(stage, result, run)


def _at(node: str, text: Text, run: Run) -> Text:
    """What is said of a stage or criterion, behind its title."""
    title = run.evaluation.node_titles.get(node, Text.same(node))
    return Text(f"{title.id}: {text.id}", f"{title.en}: {text.en}")


def _filled(text: Text, name: Text) -> Text:
    return Text(text.id.format(name=name.id), text.en.format(name=name.en))


def _unknown(stage: PlannedStage, result: Result, run: Run) -> Iterator[Text]:
    """What an undecided gate asks about and the scoresheet does not have."""
    require = getattr(stage.kind.part, "require", None)
    if not isinstance(require, Predicate):
        return
    there = _recorded(result, run)
    for test in tests_of(require):
        needed = _needed(test, run)
        if test.subject == "fact" and needed not in there and not _asks_whether_given(test):
            said = name_of(run.plan.facts[needed])
            yield _at(stage.id, _filled(_NO_FACT, said), run)


def _asks_whether_given(test: Test) -> bool:
    """Whether a fact that is not there answers the test all the same."""
    return all(operator == "given" for operator, _ in test.operators)


def _needed(test: Test, run: Run) -> str:
    """The fact that is recorded: of a derived one the date since which it counts."""
    spec = run.plan.facts.get(test.name)
    return spec.since if spec is not None and spec.derived else test.name


def _recorded(result: Result, run: Run) -> frozenset[str]:
    """The facts of a candidacy, its candidate and its position."""
    sheet = run.sheet
    facts = (
        *(each.facts for each in sheet.candidacies if each.id == result.candidacy),
        *(each.facts for each in sheet.candidates if each.id == result.candidate),
        *(each.facts for each in sheet.positions if each.id == result.position),
    )
    specs = run.plan.facts
    titles = by_title(specs)
    return frozenset(name for each in facts for name in named(each, specs, titles))
