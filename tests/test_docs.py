"""The laws of the documentation: every block runs, every link leads somewhere, nothing is stale.

A page is a script. Its blocks run in order, in an empty folder:

* ``toml FILE`` and ``text FILE`` write a file, ``toml FILE +`` adds to one;
* ``python`` runs, ``python FILE`` is written; a ``text`` block right behind is what it prints;
* ``console`` holds commands after ``$`` and what they print; a line ``…`` stands for any lines;
* ``toml`` without a file must be readable, and a whole ruleset must pass the check;
* ``json`` must be readable; what ``sh`` asks of make must be there.

Nothing installed but the core is seen by ``python`` blocks.
"""

import inspect
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from decimal import Decimal
from fnmatch import fnmatchcase
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from docs import generate
from docs.generating import key_tables, parts
from docs.generating.hooks import hooks

import ujikom_rules as ujikom
from ujikom_rules.catalogue import discovery
from ujikom_rules.cli import NAMES
from ujikom_rules.contract.hookspecs import OFFERS, PASSAGES
from ujikom_rules.errors import errors_in
from ujikom_rules.messages import REGISTER
from ujikom_rules.model.ruleset import ROUNDING_PLACES
from ujikom_rules.reading import nodes
from ujikom_rules.reading import ruleset as reading
from ujikom_rules.reading.overlay import opens

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
ALL_PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
# The blocks on the pages of the cities are tested beside the cities' own parts.
PAGES_WITH_BLOCKS = [
    page
    for page in ALL_PAGES
    if page.parent.name != "cities" and "\n```" in page.read_text("utf-8")
]
_FENCE = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@frozen
class Block:
    """A fenced block: its language, the file that it is, and whether it adds to it."""

    language: str
    file: str
    adds: bool
    text: str
    line: int
    follows: bool


def blocks_of(text: str) -> Iterator[Block]:
    end = -1
    for found in _FENCE.finditer(text):
        file, _, more = (found[2] or "").partition(" ")
        line = text.count("\n", 0, found.start()) + 1
        follows = end >= 0 and not text[end : found.start()].strip()
        yield Block(found[1], file, more == "+", found[3], line, follows)
        end = found.end()


def write(block: Block) -> None:
    path = Path(block.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") + "\n" if block.adds else ""
    path.write_text(before + block.text, "utf-8")


def run_console(text: str, where: str) -> None:
    lang = "id_ID.UTF-8" if where.startswith("docs/id/") else "C.UTF-8"
    env = {"LC_ALL": lang, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT / "src")}
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, expected = piece.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "ujikom", where
        done = subprocess.run(
            [sys.executable, "-m", "ujikom_rules", *arguments],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert_prints(done.stdout, expected, f"{where}: {command}")
        failed = re.search(
            r"(?:: |^)(?:error|kesalahan) UJ|^  (?:failed|gagal)  |, [1-9]\d* (?:failed|gagal)$",
            expected,
            re.MULTILINE,
        )
        assert done.returncode == (1 if failed else 0), where


def assert_prints(got: str, expected: str, where: str) -> None:
    """Compare line by line; a line ``…`` stands for any lines."""
    mine, theirs = (
        "\n".join(line.rstrip() for line in text.strip().splitlines()) for text in (got, expected)
    )
    if "\n…" not in f"\n{theirs}":
        assert mine == theirs, where
        return
    pattern = re.sub(r"([*?\[])", r"[\1]", f"\n{theirs}\n").replace("\n…\n", "\n*")
    assert fnmatchcase(f"\n{mine}\n", pattern), f"{where}\n{mine}"


def printed_by(behind: Block | None) -> str:
    """What a block of Python must print: the text right behind it, else nothing."""
    plain = behind is not None and behind.language == "text" and not behind.file
    return behind.text if behind is not None and plain and behind.follows else ""


def run_python(block: Block, expected: str, names: dict[str, object], where: str) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(block.text, where, "exec"), names)  # noqa: S102  the project's own pages
    assert_prints(printed.getvalue(), expected, where)


def check_toml(block: Block, where: str) -> None:
    ruleset = ujikom.parse_ruleset(block.text)
    if ruleset.root.get("schema") is not None:
        assert not errors_in(ujikom.check(ruleset, plugins={})), where


def check_sh(block: Block, where: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make (\w+)", block.text, re.MULTILINE)) <= set(targets), where


@pytest.mark.parametrize("page", PAGES_WITH_BLOCKS, ids=_name)
def test_every_block_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(discovery, "entry_points", lambda group: ())  # noqa: ARG005
    before = set(sys.modules)
    names: dict[str, object] = {"__name__": "page"}
    found = list(blocks_of(page.read_text("utf-8")))
    for block, behind in zip_longest(found, found[1:]):
        where = f"{_name(page)}:{block.line}"
        match block.language:
            case _ if block.file:
                write(block)
            case "python":
                run_python(block, printed_by(behind), names, where)
            case "console":
                run_console(block.text, where)
            case "toml":
                check_toml(block, where)
            case "json":
                json.loads(block.text)
            case "sh":
                check_sh(block, where)
            case language:
                assert language == "text", where
    for module in set(sys.modules) - before:
        if (getattr(sys.modules[module], "__file__", None) or "").startswith(str(tmp_path)):
            monkeypatch.delitem(sys.modules, module)


@pytest.mark.parametrize("name", ["malang-2024", "kendari-2025"])
def test_the_auditors_digest_is_the_one_in_the_provenance(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "page"}
    for block in blocks_of((REFERENCE / "digests.md").read_text("utf-8")):
        if block.file:
            write(block)
        elif block.language == "python":
            with redirect_stdout(io.StringIO()):
                exec(compile(block.text, "digests.md", "exec"), names)  # noqa: S102  our own page
    text = (ROOT / f"examples/{name}.json").read_text("utf-8")
    sheet = json.loads(text, parse_float=Decimal)
    published = json.loads((ROOT / f"tests/golden/{name}.en.json").read_text("utf-8"))
    assert names["digest"](names["full"](sheet)) == published["provenance"]["scoresheet"]


def _slugs(page: Path) -> set[str]:
    text = _FENCE.sub("", page.read_text("utf-8"))
    titles = (re.sub(r"[`*]", "", title) for title in _HEADING.findall(text))
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", ALL_PAGES, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        if anchor:
            assert anchor in _slugs(target), link


@pytest.mark.parametrize("name", generate.PAGES)
def test_no_generated_page_is_stale(name: str) -> None:
    written = (DOCS / name).read_text("utf-8")
    assert written == generate.PAGES[name](), "run: python -m docs.generate"


def test_every_hook_is_on_its_page_with_its_exact_arguments() -> None:
    page = (REFERENCE / "hooks.md").read_text("utf-8")
    known = {each.__name__: each for each in hooks()}
    assert set(known) == {"ujikom_plugin_info", *OFFERS, *PASSAGES}
    for name, function in known.items():
        shown = re.search(rf"^def {name}\((.*?)\) -> ", page, re.MULTILINE)
        assert shown is not None, name
        arguments = [each.split(":")[0].strip() for each in shown[1].split(",") if each]
        assert arguments == list(inspect.signature(function).parameters), name


def test_every_built_in_part_has_a_section_with_its_keys() -> None:
    page = (REFERENCE / "parts.md").read_text("utf-8")
    sections = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL))
    for role, offers in parts.catalogue().offers.items():
        for name, offered in offers.items():
            section = sections[parts.title_of(role, name)]
            assert all(f"`{each.key}`" in section for each in offered.fields), name


def test_every_code_has_a_section_in_both_languages() -> None:
    page = (REFERENCE / "codes.md").read_text("utf-8")
    sections = dict(re.findall(r"^### (UJ\d+)\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(REGISTER)
    for code, section in sections.items():
        assert f"*{REGISTER[code].severity}*" in section, code
        assert all("|  |" not in line for line in section.splitlines()), code


def _keys(rows: Sequence[tuple[str, ...]]) -> set[str]:
    return {word for row in rows for word in re.findall(r"`([a-z-]+)`", row[0])}


def test_every_key_of_the_frame_is_documented_and_no_other() -> None:
    assert _keys(key_tables.DOCUMENT) == set(reading.TOP)
    assert _keys(key_tables.FACT) == {"type", "title", "source", *reading._FACT_READERS}
    assert _keys(key_tables.NODE) == nodes.STAGE_KEYS | nodes.DECISION_KEYS
    assert _keys(key_tables.RANKING) == opens._RANKING_KEYS
    assert _keys(key_tables.OPEN) == set(opens._OPEN_KEYS)
    keys_page = (REFERENCE / "keys.md").read_text("utf-8")
    assert all(f"| `{place}` |" in keys_page for place in ROUNDING_PLACES)


def test_every_key_of_the_result_document_is_explained() -> None:
    page = (REFERENCE / "results.md").read_text("utf-8")
    schema = json.loads((ROOT / "src/ujikom_rules/schemas/evaluation.json").read_text("utf-8"))
    keys = {*schema["properties"], *schema["$defs"]["result"]["properties"]}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_every_command_has_a_section() -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")
    assert re.findall(r"^## `ujikom (\w+)`$", page, re.MULTILINE) == list(NAMES)
