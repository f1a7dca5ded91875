"""Loading rules: read, find every place, lay over two bases and compile, against a bare parser.

The same text on both sides: parsing the ruleset and the two bases over which it is laid is one,
and all that they go through until they can score is the other. The parser is measured as it is
installed (`tomli`, compiled where there is a wheel for it) and in plain Python (`tomllib`, the
same code in the standard library), which is what the rest of the work is written in.

Reading finds where every value and every key stands; the line and the column of one are worked out
when somebody asks, each time anew. So loading is measured as it is, and with the places of all
values and keys asked for besides. Where the time goes is measured step by step, in the order in
which loading takes them.
"""

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli
from measuring import by_step, in_turn, median_ms, ratio, write_rows

import ujikom_rules
from ujikom_rules.catalogue.catalogue import open_catalogue
from ujikom_rules.compiling import compile_ruleset
from ujikom_rules.errors import Finding, Place, errors_in
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.lines import Lines
from ujikom_rules.reading import overlay as overlays
from ujikom_rules.reading.document import entries, read_document
from ujikom_rules.reading.document.positions import scan
from ujikom_rules.reading.ruleset import structure

ROUNDS = 15
HEAD = """schema = 1

[ruleset]
id = "{id}"
version = "1.0"
title = {{ id = "Aturan {id}", en = "Rules {id}" }}
source = "assumption"
{extends}
"""
FRAME = """
[rounding]
stage = { places = 2, mode = "half-up" }
final = { places = 2, mode = "half-up" }

[decision]
cut-score = 70

[ranking]
within = "event"
"""
CRITERION = """
[[stages.criteria]]
id = "kriteria-{number}"
title = {{ id = "Kriteria {number}", en = "Criterion {number}" }}
weight = {weight}
reads = {{ fact = "fakta-{number}" }}
value = {{ use = "linear", from = [0, 50], to = [0, 100] }}
source = {{ title = "Peraturan {number}", article = "{number}" }}
"""
FACT = 'fakta-{number} = {{ type = "number", lower = 0, upper = 50, step = 0.5 }}\n'
OPEN = '\n[[open]]\nkey = "stages.{stage}.criteria.kriteria-{number}.weight"\nat-least = 0\n'
PER_STAGE = 20  # criteria


def base(stages: int) -> str:
    """A base of so many stages, every weight of a criterion left open."""
    text = HEAD.format(id="bench/base", extends="") + FRAME + "\n[facts]\n"
    numbers = range(1, PER_STAGE + 1)
    text += "".join(FACT.format(number=number) for number in numbers)
    for stage in range(1, stages + 1):
        weight = '"rest"' if stage == 1 else "1"
        text += f'\n[[stages]]\nid = "tahapan-{stage}"\nkind = "weighted-criteria"\n'
        text += f"weight = {weight}\n"
        text += "".join(CRITERION.format(number=n, weight=100 // PER_STAGE) for n in numbers)
    for stage in range(1, stages + 1):
        text += "".join(OPEN.format(stage=f"tahapan-{stage}", number=n) for n in numbers)
    return text


def overlay(id: str, over: str, first: int, second: int) -> str:
    """A level above: two weights of the first stage moved."""
    text = HEAD.format(id=id, extends=f'extends = "{over}"')
    for number, weight in ((1, first), (2, second)):
        text += '\n[[stages]]\nid = "tahapan-1"\n' if number == 1 else ""
        text += f'[[stages.criteria]]\nid = "kriteria-{number}"\nweight = {weight}\n'
    return text + (OPEN.format(stage="tahapan-1", number=1) if id.endswith("middle") else "")


def texts(stages: int) -> dict[str, str]:
    """A ruleset by its id, with the two above which it is laid."""
    return {
        "bench/base": base(stages),
        "bench/middle": overlay("bench/middle", "bench/base", 4, 6),
        "bench/top": HEAD.format(id="bench/top", extends='extends = "bench/middle"'),
    }


def read(text: str) -> Entry:
    """The root of a text."""
    root, findings = read_document(text)
    if root is None or errors_in(findings):
        raise SystemExit(f"the text cannot be read: {findings[:3]}")
    return root


def places(root: Entry) -> list[tuple[Place, Place]]:
    """Where every value of a document and its key stand."""
    return [(entry.place, entry.key_place) for entry in root.walk()]


def steps(found: list[str]) -> Iterator[str]:
    """Loading step by step, each named when it is done; without looking for files."""
    walks = [scan(text, brief=True) for text in found]
    yield "find all places"
    tables = [tomli.loads(text, parse_float=entries.number) for text in found]
    yield "parse"
    roots = [
        entries.Entries(text, Lines(text), ()).root(table, walk.root)
        for text, table, walk in zip(found, tables, walks, strict=True)
    ]
    yield "make entries of both"
    bases = {"bench/base": roots[0], "bench/middle": roots[1]}

    def base(id: str, _version: str, _place: Place) -> tuple[Entry, tuple[Finding, ...]]:
        return bases[id], ()

    root, _, files = overlays.resolve(roots[-1], base)
    bounds = overlays.bounds(root)
    yield "merge, hold to open terms"
    ruleset, _ = structure(root, files, bounds)
    yield "check all keys, digest"
    if ruleset is None:
        raise SystemExit("the ruleset cannot be read")
    catalogue, _ = open_catalogue(ruleset.plugins, {})
    yield "open the catalogue"
    compile_ruleset(ruleset, catalogue)
    yield "compile"


def split(stages: int) -> list[dict[str, Any]]:
    """What each step takes."""
    found = list(texts(stages).values())
    taken = by_step(lambda: steps(found), ROUNDS)
    lines = sum(text.count("\n") for text in found)
    return [{"lines": lines, "step": name, "ms": median_ms(taken, name)} for name in taken]


def measured(stages: int) -> list[dict[str, Any]]:
    """Both steps of one ruleset, each against both parsers."""
    found = list(texts(stages).values())
    with TemporaryDirectory() as folder:
        for number, text in enumerate(found):
            Path(folder, f"{number}.toml").write_text(text, encoding="utf-8")
        top, given = str(Path(folder, "2.toml")), {"plugins": {}, "rulesets": [folder]}
        if said := errors_in(ujikom_rules.check(top, **given)):
            raise SystemExit(f"the ruleset has errors: {said[:3]}")
        roots = [read(text) for text in found]
        taken = in_turn(
            {
                "tomli": lambda: [tomli.loads(text) for text in found],
                "tomllib": lambda: [tomllib.loads(text) for text in found],
                "read": lambda: [places(read(text)) for text in found],
                "load": lambda: ujikom_rules.plan(top, **given),
                "told": lambda: (ujikom_rules.plan(top, **given), [places(each) for each in roots]),
            },
            ROUNDS,
        )
    return [
        {
            "lines": sum(text.count("\n") for text in found),
            "name": name,
            "ms": median_ms(taken, job),
            "tomli": ratio(taken, job, "tomli"),
            "tomllib": ratio(taken, job, "tomllib"),
            "version": f"tomli {metadata.version('tomli')}",
        }
        for job, name in (
            ("read", "values with their places"),
            ("load", "load and compile"),
            ("told", "load and compile, all places"),
        )
    ]


def main() -> None:
    rows = [row for stages in (1, 19) for row in measured(stages)]
    for row in rows:
        print(
            f"{row['lines']:,} lines  {row['name']:28} {row['ms']:8.1f} ms"
            f"   ours / tomli {row['tomli']:6.2f}   ours / tomllib {row['tomllib']:6.2f}"
        )
    parts = [row for stages in (1, 19) for row in split(stages)]
    for row in parts:
        print(f"{row['lines']:,} lines  {row['step']:28} {row['ms']:8.1f} ms")
    write_rows(rows + parts)


if __name__ == "__main__":
    main()
