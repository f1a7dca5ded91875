"""The page of keys: every key of the frame. Words and places come from the code."""

from typing import get_args

from docs.generating.key_tables import (
    CASE,
    DOCUMENT,
    EFFECTIVE,
    FACT,
    HEAD,
    LEVEL,
    NODE,
    OPEN,
    PLUGIN,
    PREDICATE,
    RANKING,
    READS,
    SCALE,
    SOURCE,
)
from docs.generating.markdown import NOTE, one_of, table

from ujikom_rules.exact import MODES
from ujikom_rules.model.ruleset import ROUNDING_PLACES, FactType, Policy
from ujikom_rules.model.scoresheet import NO_MARKS
from ujikom_rules.reading.nodes import (
    CRITERION_KEYS,
    DECISION_KEYS,
    EACH_KEYS,
    MAX_DEPTH,
    STAGE_KEYS,
)
from ujikom_rules.reading.scoresheets.tables import KEYS, NEEDED

_HEADS = ("key", "type", "default", "meaning")
_INTRO = """# Keys

Every key of the frame, in TOML 1.0. Keys of parts stand on the page of [parts](parts.md); keys
of a city's parts on the city's own page. A *text* is `"…"`, or `{ id = "…", en = "…" }` where
people read it. A *number* is written with a point, or as a fraction in quotes (`"1/3"`). A
*part* is its name, or a table with `use` and the part's own keys. Inline tables stand on one
line.

"""
_PLACES = {
    "rating": "a mark that will be pooled, after `value`",
    "pooled": "the pooled marks of a leaf",
    "criterion": "a criterion's own value",
    "term": "the weighted terms of the children",
    "stage": "a stage's own value",
    "final": "the total",
}


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO
    text += "## The document\n\n" + table(_HEADS, DOCUMENT)
    text += "## `[ruleset]`\n\n" + table(_HEADS, HEAD)
    text += "`effective`:\n\n" + table(_HEADS, EFFECTIVE)
    text += "## `[plugins]`\n\n" + table(_HEADS, PLUGIN)
    text += "## `[facts.NAME]`\n\n" + _words("`type`", get_args(FactType)) + table(_HEADS, FACT)
    text += "## `[panel]`\n\nA [panel rule](parts.md#panel-rules), or a list of them: an examiner "
    text += "is seated whom all seat. Without one every examiner of the sheet is seated.\n\n"
    text += "## `[rounding]`\n\n" + _rounding()
    text += "## Stages, criteria, the decision\n\n" + _nodes()
    text += "### `scale`\n\n" + table(_HEADS, SCALE)
    text += "Each of `levels`:\n\n" + table(_HEADS, LEVEL)
    text += "### `reads`\n\n" + table(("value", "the leaf's value comes from"), READS)
    text += "### `no-marks`\n\n" + _no_marks()
    text += "## Predicates\n\n" + _predicates()
    text += "## `[ranking]`, `[rankings.ID]`\n\n" + table(_HEADS, RANKING)
    text += "## `[[open]]`\n\n" + table(_HEADS, OPEN)
    text += "## `source`\n\n" + _source()
    text += "## Cases\n\n`X.cases.toml` beside `X.toml` holds `[[cases]]`:\n\n"
    text += table(_HEADS, CASE)
    text += "## Tables of a scoresheet\n\n" + _sheet()
    return text.rstrip() + "\n"


def _words(key: str, words: tuple[str, ...]) -> str:
    return f"{key} is one of {one_of(words)}.\n\n"


def _rounding() -> str:
    text = "May stand in the document, on a stage, a criterion, in `each` and on `[decision]`; "
    text += 'the nearest wins. To each place belongs `{ places = 2, mode = "half-up" }`, or '
    text += '`"exact"`, which switches it off. `mode` is `"half-up"` where nothing is said, and '
    text += f"one of {one_of(MODES)}.\n\n"
    return text + table(("place", "rounds"), ((f"`{p}`", _PLACES[p]) for p in ROUNDING_PLACES))


def _nodes() -> str:
    """The keys of all nodes in one table, with where each may stand."""
    text = "A node is `[decision]`, one of `[[stages]]`, or a criterion, at most "
    text += f"{MAX_DEPTH} deep. `each` on a stage gives keys to its leaves. A stage also takes "
    text += "the keys of its [kind](parts.md#stage-kinds), and its criteria those that the kind "
    text += "adds.\n\n"
    rows = ((key, where(key), type_, default, said) for key, type_, default, said in NODE)
    return text + table(("key", "on", "type", "default", "meaning"), rows)


def where(key: str) -> str:
    """On which of stage, criterion, each and decision a key may stand."""
    places = {
        "stage": STAGE_KEYS,
        "criterion": CRITERION_KEYS,
        "each": EACH_KEYS,
        "decision": DECISION_KEYS,
    }
    return ", ".join(name for name, keys in places.items() if key.strip("`") in keys)


def _no_marks() -> str:
    text = f"To each of {one_of(NO_MARKS)} belongs {one_of(get_args(Policy))}. Where nothing is "
    return text + "said, `not-entered` is `incomplete` and the others are `leave-out`.\n\n"


def _predicates() -> str:
    text = "One subject, and operators that must all hold; or one of the three joins.\n\n"
    return text + table(("key", "type", "meaning"), PREDICATE)


def _source() -> str:
    text = '`"assumption"` for a number that nobody published, or a table. On any table it covers '
    text += "every number beneath, until another says otherwise.\n\n"
    return text + table(_HEADS, SOURCE)


def _sheet() -> str:
    """The tables of a scoresheet, from the reader's own list."""
    text = "Only `event`, `candidates` and `ratings` are required. Keys in bold must be there; of "
    text += "those joined by a stroke, one.\n\n"
    rows = []
    for name, keys in KEYS.items():
        groups = NEEDED[name]
        needed = [" / ".join(f"**`{key}`**" for key in group) for group in groups]
        taken = {key for group in groups for key in group}
        rows.append(
            (f"`{name}`", ", ".join([*needed, *(f"`{k}`" for k in keys if k not in taken)]))
        )
    return text + table(("table", "keys"), rows)
