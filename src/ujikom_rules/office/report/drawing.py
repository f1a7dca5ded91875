"""The contribution chart: every total laid end to end from its criteria, in whole thousandths."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve, field, frozen

from ujikom_rules.exact import to_text, total
from ujikom_rules.messages import Lang, Text
from ujikom_rules.messages.terms import term
from ujikom_rules.model.contributions import contributions, joined_nodes
from ujikom_rules.model.numerals import decimal
from ujikom_rules.model.outcome import Evaluation, Result
from ujikom_rules.model.versus import ROUNDING, Line
from ujikom_rules.model.working import TOTAL, text_at, titles_of
from ujikom_rules.office.report.sections import Bar, Chart, Segment

WHOLE = 1000
HUNDRED = Fraction(100)
MOST_KEYS = 12  # more criteria than can be told apart by colour are drawn as stages
DESCRIPTION = Text(
    "Sumbangan tiap kriteria pada nilai akhir; jumlah bagian satu batang tepat nilai akhirnya.",
    "What each criterion adds to the total; the pieces of a bar sum to exactly its total.",
)
WHOLE_NODE = Text(
    "{node} tidak dipisah menurut kriteria: nilainya bukan jumlah dari bagian-bagiannya.",
    "{node} is not told apart by criteria: its value is no sum of its parts.",
)


@frozen
class _Axis:
    """From the lowest to the highest number of the drawing."""

    low: Fraction
    high: Fraction
    width: Fraction = field(init=False)

    @width.default
    def _width(self) -> Fraction:
        return self.high - self.low

    def at(self, value: Fraction) -> int:
        """Where a number lies, in thousandths of the width."""
        (above, below), (low, parts) = value.as_integer_ratio(), self.low.as_integer_ratio()
        wide, of = self.width.as_integer_ratio()
        # In whole numbers to the nearest one: a chart has many pieces.
        beyond, unit = (above * parts - low * below) * WHOLE * of, below * parts * wide
        return max(0, (2 * beyond + unit) // (2 * unit))


def chart(evaluation: Evaluation, lang: Lang) -> Chart | None:
    """The chart of all candidacies that have a total; None where nobody has one."""
    scored = [each for each in evaluation if each.total is not None]
    apart = {each.candidacy: contributions(each) for each in scored}
    made_of_others = {each.candidacy: joined_nodes(each) for each in scored}
    parts = {who: _by_node(lines) for who, lines in apart.items()}
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
    undivided = {
        line.address
        for each, lines in apart.items()
        for line in lines
        if not line.own and line.address in made_of_others[each]
    }
    bars = tuple(_bar(each, parts[each.candidacy], told, axis, lang) for each in scored)
    seen = sorted({piece.colour for bar in bars for piece in bar.segments if piece.width})
    numbers = {colour: number for number, colour in enumerate(seen)}
    return Chart(
        bars=tuple(_numbered(bar, numbers) for bar in bars),
        keys=tuple((number, said[colour]) for colour, number in numbers.items()),
        zero=axis.at(Fraction(0)),
        cut=axis.at(cut) if drawn and cut is not None else None,
        cut_label="" if cut is None else f"{term('cut-score').say(lang)} {decimal(cut, lang)}",
        ends=(decimal(axis.low, lang), decimal(axis.high, lang)),
        description=DESCRIPTION.say(lang),
        whole=tuple(
            WHOLE_NODE.say(lang).format(node=_label(each, titles, lang))
            for each in sorted(undivided)
        ),
    )


def _by_node(lines: Sequence[Line]) -> dict[str, Fraction]:
    """Points by address; what a node's own rule adds stands apart with a colon."""
    return {f"{line.address}:" if line.own else line.address: line.points for line in lines}


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
    segments: list[Segment] = []
    told: list[str] = []
    up = down = Fraction(0)
    for colour, (key, said) in enumerate(keys):
        value = points.get(key)
        if not value:
            continue
        start, end = (up, up + value) if value > 0 else (down + value, down)
        up, down = (end, down) if value > 0 else (up, start)
        left = axis.at(start)
        told.append(f"{said}: {decimal(to_text(value), lang)}")
        title = f"{result.candidacy}, {told[-1]}"
        segments.append(Segment(left, axis.at(end) - left, colour, title))
    printed = "" if result.total is None else decimal(text_at(result.total, TOTAL), lang)
    return Bar(result.candidacy, "; ".join(told), printed, tuple(segments))


def _numbered(bar: Bar, numbers: Mapping[int, int]) -> Bar:
    """A bar of those pieces that are to be seen, with the numbers of the keys."""
    pieces = (
        Segment(piece.x, piece.width, numbers[piece.colour], piece.title)
        for piece in bar.segments
        if piece.colour in numbers
    )
    return evolve(bar, segments=tuple(pieces))


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
