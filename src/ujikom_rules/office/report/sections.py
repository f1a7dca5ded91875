"""What stands on a report's page, said in one language already: the template only lays it out."""

from attrs import field, frozen

from ujikom_rules.messages import Lang
from ujikom_rules.model.told import Told


@frozen
class Pair:
    """A label and what stands beside it."""

    label: str
    value: str


@frozen
class Notice:
    """Something that a reader must know before the numbers: a heading and its lines.

    Attributes:
        small: whether it is long and set in small type.
    """

    heading: str
    lines: tuple[str, ...]
    small: bool = False


@frozen
class Slip:
    """One candidacy: where it stands and how its total came about.

    Attributes:
        anchor: what a link within the page leads to.
        cells: the stages' values, in the order of the standing's heads.
        notes: what is said beside the numbers.
        working: what leads to the total; `beside` what does not. Its decimals have a point still.
    """

    anchor: str
    candidacy: str
    name: str
    position: str
    rank: str
    cells: tuple[str, ...]
    total: str
    category: str
    verdict: str
    notes: tuple[str, ...] = ()
    working: tuple[Told, ...] = ()
    beside: tuple[Told, ...] = ()


@frozen
class Standing:
    """The candidacies of one position or group, in their order, and whom a shortlist keeps.

    Attributes:
        shape: how a table that a standing page would cut is printed: ``lying`` on its side, or
            ``lying crowded`` where words must break even there; empty for the others.
    """

    heading: str
    slips: tuple[Slip, ...]
    kept: tuple[str, ...] = ()
    shape: str = ""


@frozen
class Segment:
    """A piece of a bar: its place and width in thousandths of the bar's room, and what it is."""

    x: int
    width: int
    colour: int
    title: str


@frozen
class Bar:
    """One candidacy's total, laid end to end from what made it.

    Attributes:
        said: the pieces with their points, for whoever hears the page.
    """

    label: str
    said: str
    total: str
    segments: tuple[Segment, ...]


@frozen
class Chart:
    """The contributions of the criteria to every total.

    Attributes:
        keys: the colours that are to be seen, and what each means.
        zero, cut: where 0 and the cut score lie, in thousandths; no line where None.
        ends: the numbers at the ends of the axis.
        whole: what could not be told apart by criteria, a sentence each.
    """

    bars: tuple[Bar, ...]
    keys: tuple[tuple[int, str], ...]
    zero: int
    cut: int | None
    cut_label: str
    ends: tuple[str, str]
    description: str
    whole: tuple[str, ...] = ()


@frozen
class Cell:
    """A category and who is in it."""

    name: str
    people: tuple[str, ...]


@frozen
class Map:
    """Who stands where: the rows from the highest down, the columns from the lowest up.

    Attributes:
        columns: the bands of the x axis with their ends; empty where there is one axis.
    """

    title: str
    x: str
    y: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    elsewhere: tuple[str, ...] = ()


@frozen
class Member:
    """An examiner of the panel, and what the marks look like beside those of the others.

    Attributes:
        marks: how many marks were given.
        missing: the reasons of those not given, with their numbers.
        mean: the mean of the marks, a stage a line.
        apart: how far the marks lie from the others' on average, a stage a line; empty where nobody
            else marked.
    """

    id: str
    name: str
    role: str
    kind: str
    origin: str
    room: str
    marks: int = 0
    missing: str = ""
    mean: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@frozen(kw_only=True)
class Page:
    """A whole report.

    Attributes:
        counts: how many people have each verdict.
        order: what decides the standing, in a sentence.
        mark: what stands at the foot of every printed page.
        settled: whether no document is awaited and nobody is incomplete.
    """

    lang: Lang
    title: str
    audience: str
    mark: str
    event: tuple[Pair, ...]
    status: str
    settled: bool
    notices: tuple[Notice, ...] = ()
    heads: tuple[str, ...] = ()
    with_names: bool = False
    with_categories: bool = False
    standings: tuple[Standing, ...] = ()
    counts: str = ""
    order: str = ""
    chart: Chart | None = None
    maps: tuple[Map, ...] = ()
    members: tuple[Member, ...] = ()
    overview: bool = False
    panel_notes: tuple[str, ...] = ()
    slip: Slip | None = None
    listed: tuple[str, ...] = ()
    kept: tuple[Pair, ...] = ()
    digests: tuple[Pair, ...] = ()
    words: dict[str, str] = field(factory=dict)
