"""Predicates to sentences: all, any and not as nested lists."""

from collections.abc import Mapping

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.values import Line, Said, beneath, joined, said
from ujikom_rules.compiling.predicates import JOINED, OPERATORS, SUBJECTS
from ujikom_rules.model.entry import Entry


def is_predicate(entry: Entry) -> bool:
    """Whether a table has the form of a predicate."""
    table = entry.table()
    known = {*JOINED, *SUBJECTS, *OPERATORS, "source"}
    if not table or not table.keys() <= known:
        return False
    join = table.keys() & set(JOINED)
    if join:
        return len(table.keys() - {"source"}) == 1 and all(
            is_predicate(each) for each in _inside(table[next(iter(join))])
        )
    return bool(table.keys() & set(SUBJECTS)) and any(key in table for key in OPERATORS)


def _inside(entry: Entry) -> tuple[Entry, ...]:
    return entry.items() or (entry,)


def predicate(speaker: Speaker, entry: Entry) -> tuple[Line, ...]:
    """The lines of a predicate, the first one at depth 0."""
    table = entry.table()
    for join in JOINED:
        if join in table:
            inside = (predicate(speaker, each) for each in _inside(table[join]))
            lines = (line for each in inside for line in beneath(each))
            return (Line(speaker.say(s.JOINS[join])), *lines)
    return (Line(_test(speaker, entry)),)


def _test(speaker: Speaker, entry: Entry) -> Said:
    keys = Keys(entry)
    taken = {kind: keys.take(kind) for kind in SUBJECTS}
    found: dict[str, Entry] = {k: each for k, each in taken.items() if each is not None}
    subject = joined(subjects(speaker, found), ", ")
    tests = []
    for operator in OPERATORS:
        operand = keys.take(operator)
        if operand is not None:
            tests.append(speaker.say(s.TESTS[operator], x=_operand(speaker, operand)))
    return said(subject, " ", joined(tests, s.AND.say(speaker.lang)))


def subjects(speaker: Speaker, found: Mapping[str, Entry]) -> list[Said]:
    """What is asked about, by the kind of subject; a criterion may stand beside its stage."""
    stage, criterion = found.get("stage"), found.get("criterion")
    if stage is not None and criterion is not None and len(found) == 2:
        address = f"{stage.data}.{criterion.data}"
        return [speaker.say(s.SUBJECTS["criterion"], name=speaker.name("criterion", address))]
    return [speaker.say(s.SUBJECTS[k], name=speaker.value(each, k)) for k, each in found.items()]


def _operand(speaker: Speaker, entry: Entry) -> Said:
    if is_single(entry):
        return speaker.value(entry)
    return joined((speaker.value(each) for each in entry.items()), "; ")
