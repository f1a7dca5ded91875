"""Every code of the register has a bad file, and is said of it alone, at its line and column.

`tests/bad/` holds the files by code: a ruleset, a scoresheet, or a folder with what it takes to
go wrong: `kota.toml` with its bases, `event.json` or the tables of an event, the plugin `demo.py`,
or installed plugins under `site`. What is expected of each stands in `tests/bad/expected.txt`.
"""

import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import ujikom_rules as ujikom
from tests.bad_workbooks import BUILT
from ujikom_rules.analysis import showing
from ujikom_rules.analysis.cases import run_cases
from ujikom_rules.analysis.pace import SECOND, timed
from ujikom_rules.errors import Finding, Refused
from ujikom_rules.messages import LANGS, REGISTER, Lang, hint_of, page_of, text_of
from ujikom_rules.messages.register import say_argument
from ujikom_rules.model.document import finding_document
from ujikom_rules.office import pages
from ujikom_rules.office.minutes import minutes, minutes_page
from ujikom_rules.office.report import Audience, report
from ujikom_rules.reading.document import LIMIT

BAD = Path(__file__).parent / "bad"
EXPECTED: Mapping[str, tuple[str, str]] = {
    code: (place, path)
    for line in (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
    if line.startswith("UJ")
    for code, place, path in [(*line.split(maxsplit=2), "")[:3]]
}
FEW_BYTES = {"UJ002": 100, "UJ604": 100}  # the bound, for these alone
AS_OF = {"UJ806": date(2025, 3, 25)}
ALSO = {
    "UJ613": "UJ611",
    "UJ615": "UJ616",
    "UJ707": "UJ704",
    "UJ912": "UJ653",
}  # a misspelt key or column is told as well, and so are errors that are too many
SAID_AS = {"UJ616": "error", "UJ561": "warning"}  # nearly a known column; as the clause says
NO_FOLDER = {"UJ807": [BAD / "tidak-ada"]}


def failing(error: OSError) -> Callable[..., None]:
    def opened(*_: object, **__: object) -> None:
        raise error

    return opened


# What no file in a repository can be: one that is not there, is locked, or lies on a bad disk.
AWAY = {"UJ001": "UJ001.toml", "UJ601": "UJ601.json"}
BROKEN: Mapping[str, OSError] = {
    "UJ005": PermissionError(13, "locked"),
    "UJ007": OSError(5, "bad disk"),
    "UJ602": PermissionError(13, "locked"),
    "UJ603": OSError(5, "bad disk"),
}


def found_in(code: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """All findings of a code's bad file."""
    if code in BROKEN:
        monkeypatch.setattr(Path, "open", failing(BROKEN[code]))
    if code in BUILT:
        return BUILT[code]()
    if code == "UJ840":
        return without_jinja(monkeypatch)
    folder = BAD / code
    if not folder.is_dir():
        name = AWAY.get(code) or next(BAD.glob(f"{code}.*")).name
        return in_file(code, BAD / name)
    if (folder / "event.toml").exists():
        return in_sheet(folder)
    if code in ("UJ950", "UJ951"):
        return in_page(folder)
    if (folder / "kota.cases.toml").exists():
        return run_cases(folder / "kota.toml", plugins={}).findings
    return in_folder(code, folder, monkeypatch)


def without_jinja(monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """The bad file is sound: what is missing is the extra that writes the page."""
    shown = showing.page(str(BAD / "UJ840.toml"), plugins={})
    monkeypatch.setitem(sys.modules, "jinja2", None)
    pages.environment.cache_clear()
    with pytest.raises(Refused) as refused:
        pages.render("rules.html", "id", {"page": shown})
    return refused.value.findings


def in_page(folder: Path) -> tuple[Finding, ...]:
    """The minutes by the template of the folder, or the report for the PPK where there is none."""
    plan = ujikom.plan(str(folder / "kota.toml"), plugins=modules(folder))
    sheet = ujikom.read_scoresheet(folder / "event.json")
    evaluation = ujikom.evaluate(plan, sheet)
    pattern = folder / "pola.html"
    try:
        if pattern.exists():
            minutes_page(minutes(plan, sheet, evaluation, "id"), pattern)
        else:
            report(plan, sheet, evaluation, Audience("ppk"))
    except Refused as refused:
        return refused.findings
    return ()


def in_file(code: str, path: Path) -> tuple[Finding, ...]:
    if path.suffix != ".toml":
        return in_sheet(path, FEW_BYTES.get(code, LIMIT))
    if code in FEW_BYTES:
        with pytest.raises(Refused) as refused:
            ujikom.read_ruleset(path, limits=FEW_BYTES[code])
        return refused.value.findings
    if code == "UJ820":
        return run_cases(path, plugins={}).findings
    return ujikom.check(str(path), rulesets=NO_FOLDER.get(code, ()), plugins={})


def in_sheet(path: Path, limits: int = LIMIT) -> tuple[Finding, ...]:
    try:
        return ujikom.read_scoresheet(path, limits=limits).findings
    except Refused as refused:
        return refused.findings


def in_folder(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    plugins: dict[str, ModuleType] | None = modules(folder)
    if (folder / "site").is_dir():
        monkeypatch.syspath_prepend(folder / "site")
        plugins = None
    rules = str(folder / "kota.toml")
    event = next(
        (each for each in (folder / "event.json", folder / "acara") if each.exists()), None
    )
    if event is None:
        return ujikom.check(rules, rulesets=[folder], plugins=plugins, as_of=AS_OF.get(code))
    try:
        plan = ujikom.plan(rules, rulesets=[folder], plugins=plugins)
        slow, meter = timed(plan, count(0, 2 * SECOND).__next__)
        found = ujikom.evaluate(slow, ujikom.read_scoresheet(event)).findings
        return found + (meter.slow(5 * SECOND) if code == "UJ524" else ())
    except Refused as refused:
        return refused.findings


def modules(folder: Path) -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for path in folder.glob("*.py"):
        spec = importlib.util.spec_from_file_location(f"{folder.name}_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        found[path.stem] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return found


def shown(found: Finding) -> str:
    """The place of a finding, its file as it is called in this folder."""
    place = str(found.place).replace(" › ", "›")
    return place.removeprefix(str(BAD)).lstrip("\\/").replace("\\", "/")


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_a_bad_file_is_told_in_one_finding_at_its_place(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = found_in(code, monkeypatch)
    codes = [found.code for found in findings]
    assert set(codes) == {code, ALSO.get(code, code)}, [text_of(f, "en") for f in findings]
    assert codes.count(code) == 1
    found = findings[codes.index(code)]
    assert (shown(found), found.path) == EXPECTED[code]
    assert found.severity == SAID_AS.get(code, REGISTER[code].severity)
    for lang in LANGS:
        reads_well(found, lang)
        hint = REGISTER[code].hint
        assert bool(hint_of(found, lang)) is (hint is not None)
        written = finding_document(found, lang)
        assert (written["code"], written["message"]) == (code, text_of(found, lang))


def reads_well(found: Finding, lang: Lang) -> None:
    """A text and its hint with every argument filled in, in one plain sentence."""
    message = REGISTER[found.code]
    hint = None if message.otherwise else message.hint  # which of the two is said follows from args
    for template, said in (
        (message.text.say(lang), text_of(found, lang)),
        (hint.say(lang) if hint else "", hint_of(found, lang)),
    ):
        for _, name, _, _ in Formatter().parse(template):
            assert name is None or say_argument(found.args.get(name, ""), lang), name
        assert not re.search(r"\{\w+\}", said), said
        assert "''" not in said
        assert "  " not in said
        assert not said.endswith((".", " "))
    page = page_of(found.code, lang)
    assert page.startswith(f"{found.code} (")
    assert message.why.say(lang) in page


def test_every_code_has_a_bad_file_and_every_bad_file_a_code() -> None:
    there = {path.name.partition(".")[0] for path in BAD.iterdir()} - {"expected"}
    assert set(EXPECTED) == set(REGISTER)
    assert there | set(AWAY) | set(BUILT) == set(REGISTER)
