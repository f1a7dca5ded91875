"""What a case expected, beside what is printed: compared digit by digit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from ujikom_rules import api, names
from ujikom_rules.analysis.reading_cases import Case, Expected, ExpectedFinding, shown_yes_no
from ujikom_rules.errors import Finding
from ujikom_rules.exact import NumberError, parse_ratio
from ujikom_rules.messages import LANGS, Lang, Text
from ujikom_rules.model.outcome import Evaluation, Result

RESULT = Text("hasil", "a result")
_UNKNOWN = Text("tidak dikenal", "not known")
_NOBODY = Text(
    "tidak ada peserta '{got}', yang disebut pada baris {line}",
    "there is no candidacy '{got}', which line {line} names",
)
_MEANT = Text("mungkin maksudnya '{near}'", "perhaps '{near}' is meant")
_NOT = Text("bukan {value}", "not {value}")

Printed: TypeAlias = Mapping[str, Mapping[str, str | None]]


class Difference(NamedTuple):
    """What a case expected and did not get; `got` is None where nothing is there.

    Attributes:
        where: the candidacy and the address: ``A01 wawancara:stage``.
    """

    where: str
    expected: str
    got: str | None


def meets(expected: ExpectedFinding, said: Finding) -> bool:
    """Whether a finding is the expected one."""
    return expected.code == said.code and expected.path in ("", said.path)


def findings_differ(case: Case, said: Sequence[Finding]) -> Iterator[Difference]:
    """Expected findings that were not said; beside them the same code at other paths."""
    for expected in case.findings:
        if not any(meets(expected, each) for each in said):
            near = [
                f"{each.code} {each.path}".strip() for each in said if each.code == expected.code
            ]
            wanted = f"{expected.code} {expected.path}".strip()
            yield Difference("findings", wanted, ", ".join(near) or None)


def results_differ(
    expected: Expected, evaluation: Evaluation | None, printed: Printed, lang: Lang
) -> Iterator[Difference]:
    """The differences of one candidacy, in the order of the document and the working."""
    who = expected.candidacy
    got = printed.get(who)
    if got is None or evaluation is None:
        yield Difference(who, RESULT.say(lang), _nobody(expected, printed, lang))
        return
    order = {address: number for number, address in enumerate(got)}
    for address in sorted(expected.values, key=lambda each: order.get(each, len(order))):
        wanted = expected.values[address]
        if address not in got and ":" not in address:
            yield Difference(f"{who} {address}", wanted, _UNKNOWN.say(lang))
        elif wanted != (got.get(address) or "") and not _is_note(wanted, address, evaluation[who]):
            yield Difference(f"{who} {address}", wanted, got.get(address))
    for address, wrong in expected.printed.items():
        right = got.get(address)
        if right is None or _same_number(wrong, right):
            yield Difference(f"{who} {address}", _NOT.say(lang).format(value=wrong), right)


def _nobody(expected: Expected, printed: Printed, lang: Lang) -> str | None:
    """That nobody in the scoresheet has the id, where the case names it, and who was meant."""
    if not printed:
        return None
    near = names.nearest(expected.candidacy, printed)
    said = [_NOBODY.say(lang).format(got=expected.candidacy, line=expected.place.line)]
    said += [_MEANT.say(lang).format(near=near)] if near else []
    return "; ".join(said)


def _is_note(wanted: str, address: str, result: Result) -> bool:
    """Whether a text is the note at an address, in whichever language."""
    stage = result.stages.get(address.removeprefix("stages.").removesuffix(".note"))
    if stage is None or not address.endswith(".note"):
        return False
    return any(wanted == "; ".join(note.say(lang) for note in stage.notes) for lang in LANGS)


def _same_number(one: str, other: str) -> bool:
    """Whether two texts print one number: 82.5 and 82.50 do."""
    try:
        return parse_ratio(one) == parse_ratio(other)
    except NumberError:
        return one == other


def printed_of(evaluation: Evaluation) -> Printed:
    """Every value of every candidacy as printed, by the addresses that cases use."""
    document: Mapping[str, Any] = api.document(evaluation, figures=True)
    return {result["candidacy"]: _addressed(result) for result in document["results"]}


def _addressed(result: Mapping[str, Any]) -> dict[str, str | None]:
    keys = ("total", "rank", "shared", "verdict", "category")
    found = {key: _text(result[key]) for key in keys}
    for name, rank in result["ranks"].items():
        found |= {f"ranks.{name}.{key}": _text(value) for key, value in rank.items()}
    for name, stage in result["stages"].items():
        found |= {f"stages.{name}.{key}": _text(value) for key, value in stage.items()}
        found.setdefault(f"stages.{name}.note", None)
    found |= result["figures"]
    return found


def _text(value: object) -> str | None:
    """A value of the document as a case writes it."""
    if isinstance(value, bool):
        return shown_yes_no(value)
    return None if value is None else str(value)
