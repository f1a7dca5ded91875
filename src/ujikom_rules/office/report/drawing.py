"""The contribution chart: every total laid end to end from its criteria, in whole thousandths."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from ujikom_rules.exact import to_text, total
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.versus import ROUNDING, Line, contributions
from ujikom_rules.model.working import TOTAL, text_at, titles_of
from ujikom_rules.office.report.sections import Bar, Chart, Segment

WHOLE = 1000
LETTER, LONGEST = 12, 24  # the width of a letter in thousandths; an NIP has 18 digits
HUNDRED = Fraction(100)
MOST_KEYS = 12  # more criteria than can be told apart by colour are drawn as stages
DESCRIPTION = Text(
    "Sumbangan tiap kriteria pada nilai akhir; jumlah bagian satu batang tepat nilai akhirnya.",
    "What each criterion adds to the total; the pieces of a bar sum to exactly its total.",
)


@frozen
class _Axis:
    """From the lowest to the highest number of the drawing."""

    low: Fraction
    high: Fraction

    def at(self, value: Fraction) -> int:
        """Where a number lies, in thousandths of the width."""
        (above, below), (low, parts) = value.as_integer_ratio(), self.low.as_integer_ratio()
        wide, of = (self.high - self.low).as_integer_ratio()
        # In whole numbers to the nearest one: a chart has many pieces.
        beyond, unit = (above * parts - low * below) * WHOLE * of, below * parts * wide
        return max(0, (2 * beyond + unit) // (2 * unit))


def chart(evaluation: Evaluation, lang: Lang) -> Chart | None:
    """The chart of all candidacies that have a total; None where nobody has one."""
    scored = [each for each in evaluation if each.total is not None]
    parts = {each.candidacy: _by_node(contributions(each)) for each in scored}
    keys = list(dict.fromkeys(key for found in parts.values() for key in found))
    if len(keys) > MOST_KEYS:
        parts = {who: _by_stage(found) for who, found in parts.items()}
        keys = list(dict.fromkeys(key for found in parts.values() for key in found))
    if not keys:
        return None
    axis = _axis(list(parts.values()))
    titles = titles_of(evaluation, scored[0])
    said = [_label(key, titles, lang) for key in keys]
    told = tuple(zip(keys, said, strict=True))
    cut = None if evaluation.cut_score is None else evaluation.cut_score.value
    drawn = cut is not None and axis.low <= cut <= axis.high
    bars = tuple(_bar(each, parts[each.candidacy], told, axis, lang) for each in scored)
    drawn_keys = {piece.colour for bar in bars for piece in bar.segments if piece.width}
    return Chart(
        bars=bars,
        left=20 + LETTER * max(len(bar.label) for bar in bars),
        keys=tuple((colour, name) for colour, name in enumerate(said) if colour in drawn_keys),
        zero=axis.at(Fraction(0)),
        cut=axis.at(cut) if drawn and cut is not None else None,
        cut_label="" if cut is None else f"{term('cut-score').say(lang)} {decimal(cut, lang)}",
        ends=(decimal(axis.low, lang), decimal(axis.high, lang)),
        description=DESCRIPTION.say(lang),
    )


def _by_node(lines: Sequence[Line]) -> dict[str, Fraction]:
    """Points by address; what a node's own rule adds stands apart with a colon."""
    found: dict[str, Fraction] = {}
    for line in lines:
        key = f"{line.address}:" if line.own else line.address
        found[key] = found.get(key, Fraction(0)) + line.points
    return found


def _by_stage(found: dict[str, Fraction]) -> dict[str, Fraction]:
    stages: dict[str, Fraction] = {}
    for key, points in found.items():
        stage = key if key == f"{_ROOT}:" else key.partition(".")[0].removesuffix(":")
        stages[stage] = stages.get(stage, Fraction(0)) + points
    return stages


_ROOT = TOTAL.partition(":")[0]


def _axis(parts: Sequence[dict[str, Fraction]]) -> _Axis:
    """From nothing, or the most negative sum, to 100, or to the greatest."""
    high = max(total(value for value in found.values() if value > 0) for found in parts)
    low = min(total(value for value in found.values() if value < 0) for found in parts)
    if HUNDRED / 10 < high <= HUNDRED:
        high = HUNDRED
    if -low * WHOLE < high:  # what only rounding took away is too thin to be drawn
        low = Fraction(0)
    return _Axis(low, high if high > low else low + 1)


def _bar(
    result: Result,
    points: dict[str, Fraction],
    keys: Sequence[tuple[str, str]],
    axis: _Axis,
    lang: Lang,
) -> Bar:
    segments = []
    up = down = Fraction(0)
    for colour, (key, said) in enumerate(keys):
        value = points.get(key, Fraction(0))
        if not value:
            continue
        start, end = (up, up + value) if value > 0 else (down + value, down)
        up, down = (end, down) if value > 0 else (up, start)
        left = axis.at(start)
        title = f"{result.candidacy}, {said}: {decimal(to_text(value), lang)}"
        segments.append(Segment(left, axis.at(end) - left, colour, title))
    printed = "" if result.total is None else decimal(text_at(result.total, TOTAL), lang)
    return Bar(_short(result.candidacy), printed, tuple(segments))


def _short(id: str) -> str:
    """An id as it fits beside a bar; each piece's title has it whole."""
    return id if len(id) <= LONGEST else f"{id[: LONGEST - 1]}…"


def _label(key: str, titles: Mapping[str, Text], lang: Lang) -> str:
    node = key.removesuffix(":")
    if node == _ROOT:
        name = term("total").say(lang)
    else:
        stage, _, criterion = node.partition(".")
        name = titles[node].say(lang) if node in titles else criterion or stage
        if criterion and stage in titles:
            name = f"{titles[stage].say(lang)}: {name}"
    return f"{name} ({ROUNDING.say(lang)})" if key.endswith(":") else name
