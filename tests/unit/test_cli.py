"""The program: what goes to which stream, in which language, with which exit status."""

import importlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import ujikom_rules
from tests.house import ROOT
from tests.sample_results import At, evaluation, result
from ujikom_rules.analysis.checking import Checked
from ujikom_rules.analysis.comparing import Difference
from ujikom_rules.builtin import ujikom_report_formats
from ujikom_rules.cli import NAMES, main, output
from ujikom_rules.cli.language import default_lang, wanted_lang
from ujikom_rules.errors import Finding, Place, PluginError, Refused, UjikomError, errors_in
from ujikom_rules.messages import Lang, Text, finding
from ujikom_rules.model.document import document, working
from ujikom_rules.model.outcome import Evaluation

WARNING = finding("UJ001", Place("kota.toml", 12, 5), severity="warning", got="x.toml")
ERROR = finding("UJ001", Place("lain.toml", 3, 1), related=(Place("kota.toml", 1),), got="y.toml")


class Api:
    """Stands in for `ujikom_rules.api`: notes what it is asked, answers with the sample."""

    def __init__(self) -> None:
        self.evaluation = evaluation(findings=())
        self.plan_findings: tuple[Finding, ...] = (WARNING,)
        self.checked: tuple[Finding, ...] = ()
        self.raises: Exception | None = None
        self.calls: dict[str, Any] = {}
        self.found: tuple[Any, ...] = ()

    def plan(
        self, ruleset: str, *, rulesets: Sequence[Path] = (), as_of: date | None = None
    ) -> Any:
        self.calls["plan"] = (ruleset, tuple(rulesets), as_of)
        if self.raises is not None:
            raise self.raises
        return SimpleNamespace(findings=self.plan_findings, plugins={})

    def looked(
        self, ruleset: str, *, rulesets: Sequence[Path] = (), as_of: date | None = None
    ) -> Checked:
        self.calls.setdefault("check", []).append((ruleset, tuple(rulesets), as_of))
        if self.raises is not None:
            if not isinstance(self.raises, Refused):
                raise self.raises
            return Checked(self.raises.findings, whole=False)
        return Checked(self.checked, whole=not errors_in(self.checked))

    def read_scoresheet(self, path: str) -> Any:
        self.calls["sheet"] = path
        return SimpleNamespace(event=SimpleNamespace(date=date(2025, 1, 31)), findings=())

    def parse_scoresheet(self, data: bytes) -> Any:
        self.calls["data"] = data
        return self.read_scoresheet("-")

    def evaluate(self, plan: Any, sheet: Any) -> Evaluation:
        assert plan.findings is self.plan_findings
        assert sheet.event.date
        return self.evaluation

    def render(
        self,
        shown: Evaluation,
        *,
        format: str = "text",
        lang: Lang = "id",
        candidacy: str = "",
        figures: bool = False,
    ) -> str | bytes:
        self.calls["format"] = format
        if ":" in format:
            return b"\x89bytes"
        part = next(part for part in ujikom_report_formats() if part.name == format)
        one = shown[candidacy] if candidacy else None
        return part.make().render(shown, At(lang=lang, figures=figures, result=one))

    def working(self, shown: Evaluation, candidacy: str, lang: Lang) -> dict[str, object]:
        return working(shown, candidacy, lang)

    def plugins(self) -> tuple[Any, ...]:
        return self.found


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Api:
    fake = Api()
    monkeypatch.setattr("ujikom_rules.analysis.checking.checked", fake.looked)
    monkeypatch.setitem(sys.modules, "ujikom_rules.api", fake)
    monkeypatch.setattr(ujikom_rules, "api", fake, raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "UJIKOM_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    return fake


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(each) for each in arguments])
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return running


def test_score_prints_results_and_findings_apart(api: Api, run: Run) -> None:
    status, out, err = run("score", "kota/2025", "event")
    assert status == 0
    assert out.startswith("Uji kompetensi Kota\n")
    assert err.startswith("kota.toml:12:5: peringatan UJ001 ")
    assert err.splitlines()[1].startswith("    ")
    assert api.calls["plan"] == ("kota/2025", (), date(2025, 1, 31))
    assert api.calls["sheet"] == "event"


def test_score_takes_rulesets_day_and_language(api: Api, run: Run, tmp_path: Path) -> None:
    options = ("--rulesets", tmp_path, "--rulesets", ".", "--as-of", "2024-02-29", "--lang", "en")
    status, out, err = run("score", "kota/2025", "event", *options)
    assert (status, out.splitlines()[0]) == (0, "Competency test, Kota")
    assert err.startswith("kota.toml:12:5: warning UJ001 ")
    assert api.calls["plan"] == ("kota/2025", (tmp_path, Path()), date(2024, 2, 29))


def test_score_as_json_prints_one_document_and_nothing_else(api: Api, run: Run) -> None:
    status, out, err = run("score", "kota/2025", "event", "--format", "json", "--figures")
    assert (status, err) == (0, "")
    assert json.loads(out) == document(api.evaluation, "id", figures=True)


def test_score_as_csv(api: Api, run: Run) -> None:
    status, out, _ = run("score", "kota/2025", "event", "--format", "csv")
    assert (status, api.calls["format"]) == (0, "csv")
    assert out.startswith("candidacy,candidate,")


def test_score_with_a_report_of_a_plugin(api: Api, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rekap.bin"
    status, out, _ = run("score", "kota/2025", "event", "--format", "kota:rekap", "-o", file)
    assert (status, out, api.calls["format"]) == (0, "", "kota:rekap")
    assert file.read_bytes() == b"\x89bytes"


@pytest.mark.parametrize(
    "form,said", [("xlsx", "sebutkan -o hasil.xlsx"), ("pdf", "Tidak ada bentuk 'pdf'")]
)
def test_a_form_that_cannot_be_written_is_wrong_usage(
    api: Api, run: Run, form: str, said: str
) -> None:
    status, out, err = run("score", "kota/2025", "event", "--format", form)
    assert (status, out, api.calls) == (2, "", {})
    assert said in err


def test_score_reads_standard_input(api: Api, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"event": 1}')))
    assert run("score", "kota/2025", "-")[0] == 0
    assert api.calls["data"] == b'{"event": 1}'


def test_score_writes_a_file_in_utf_8_at_once(api: Api, run: Run, tmp_path: Path) -> None:
    api.evaluation = evaluation(result(name="Siti – É"), findings=())
    file = tmp_path / "hasil.json"
    file.write_text("lama")
    status, out, _ = run("score", "kota/2025", "event", "--format", "json", "-o", file)
    assert (status, out) == (0, "")
    assert json.loads(file.read_text("utf-8"))["schema"] == "ujikom/evaluation@1"
    assert [each.name for each in tmp_path.iterdir()] == ["hasil.json"]


def test_a_file_open_elsewhere_gives_a_sentence_and_stays(
    api: Api, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hasil.csv"
    file.write_text("lama")

    def locked(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", locked)
    status, out, err = run("score", "kota/2025", "event", "--format", "csv", "-o", file)
    assert (status, out) == (1, "")
    assert "sedang dibuka di program lain" in err
    assert file.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_gives_a_sentence(api: Api, run: Run, tmp_path: Path) -> None:
    status, _, err = run("score", "k/1", "event", "--lang", "en", "-o", tmp_path / "x" / "y.txt")
    assert status == 1
    assert "Cannot write" in err


def test_an_error_stops_with_the_findings_on_standard_error(api: Api, run: Run) -> None:
    api.raises = Refused([ERROR])
    status, out, err = run("score", "kota/2025", "event")
    assert (status, out) == (1, "")
    assert err.startswith("lain.toml:3:1: kesalahan UJ001 ")
    assert err.splitlines()[-1] == "    lihat juga: kota.toml:1"


def test_an_error_with_json_prints_the_findings_document_alone(api: Api, run: Run) -> None:
    api.raises = Refused([ERROR])
    status, out, err = run("score", "kota/2025", "event", "--format", "json", "--lang", "en")
    assert (status, err) == (1, "")
    said = json.loads(out)
    assert (said["schema"], said["lang"]) == ("ujikom/findings@1", "en")
    assert [each["code"] for each in said["findings"]] == ["UJ001"]


def test_error_findings_beside_a_result_are_told_by_the_status(api: Api, run: Run) -> None:
    api.evaluation = evaluation(result(), findings=(ERROR,))
    assert run("score", "kota/2025", "event")[0] == 1


def test_a_plugin_that_fails_is_named(api: Api, run: Run) -> None:
    api.raises = PluginError("kota", "ujikom-rules-kota 1.0", "score", "ZeroDivisionError")
    status, out, err = run("score", "kota/2025", "event")
    assert (status, out) == (1, "")
    assert all(word in err for word in ("UJ514", "kota", "ujikom-rules-kota 1.0", "score"))
    status, out, err = run("score", "kota/2025", "event", "--format", "json")
    assert (status, err) == (1, "")
    assert json.loads(out)["findings"][0]["plugin"] == "kota"


@pytest.mark.parametrize(
    "error,said",
    [(RuntimeError("aduh\x1b[2J"), "RuntimeError: aduh [2J"), (UjikomError("sebab"), "sebab")],
)
def test_the_unexpected_is_one_sentence(
    api: Api, run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    api.raises = error
    status, out, err = run("score", "kota/2025", "event")
    assert (status, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1
    monkeypatch.setenv("UJIKOM_TRACEBACK", "1")
    with pytest.raises(type(error)):
        main(["score", "kota/2025", "event"])


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("hitung",),
        ("score", "kota/2025"),
        ("score", "kota/2025", "event", "--as-of", "kemarin"),
        ("score", "kota/2025", "event", "--rulesets", "folder-yang-tidak-ada"),
        ("score", "kota/2025", "event", "--lang", "jv"),
        ("why", "kota/2025", "event"),
        ("check",),
    ],
)
def test_wrong_usage(api: Api, run: Run, arguments: tuple[str, ...]) -> None:
    status, _, err = run(*arguments)
    assert (status, api.calls) == (2, {})
    assert err


def test_why_tells_the_working(api: Api, run: Run) -> None:
    status, out, _ = run("why", "kota/2025", "event", "A01")
    assert (status, api.calls["format"]) == (0, "working")
    assert out.splitlines()[0] == "Rincian perhitungan: A01"
    assert out.splitlines()[-1] == "Keputusan hasil: memenuhi syarat"


def test_why_as_json(api: Api, run: Run, tmp_path: Path) -> None:
    status, out, err = run("why", "kota/2025", "event", "A02", "--format", "json", "--lang", "en")
    assert (status, err) == (0, "")
    assert json.loads(out) == working(api.evaluation, "A02", "en")
    file = tmp_path / "why.json"
    assert run("why", "kota/2025", "event", "A02", "--format", "json", "-o", file)[:2] == (0, "")
    assert json.loads(file.read_text())["candidacy"] == "A02"


def test_why_of_nobody_names_the_nearest(api: Api, run: Run) -> None:
    status, out, err = run("why", "kota/2025", "event", "A1", "--lang", "en")
    assert (status, out) == (2, "")
    assert "There is no candidacy 'A1'. Did you mean 'A01'?" in err
    assert "Did you mean" not in run("why", "kota/2025", "event", "zzz", "--lang", "en")[2]
    assert api.calls["sheet"] == "event"


def test_check_says_every_finding_of_every_ruleset(api: Api, run: Run) -> None:
    api.checked = (ERROR, WARNING, WARNING)
    status, out, err = run("check", "a.toml", "b/1", "a.toml", "--lang", "en")
    assert status == 1
    later = "; what the rules do is looked into once there are no errors\n"
    assert out == f"a.toml: 1 error, 2 warnings{later}b/1: 1 error, 2 warnings{later}"
    assert [each for each in err.splitlines() if "UJ001" in each] == [
        each for each in err.splitlines() if not each.startswith(" ")
    ]
    assert err.count("error UJ001") == 1
    assert [name for name, _, _ in api.calls["check"]] == ["a.toml", "b/1"]


def test_check_without_errors_is_done(api: Api, run: Run) -> None:
    assert run("check", "a.toml") == (0, "a.toml: tidak ada catatan pemeriksaan\n", "")
    api.checked = (WARNING,)
    assert run("check", "a.toml")[0] == 0


def test_check_as_json_prints_the_findings_document(api: Api, run: Run) -> None:
    api.checked = (ERROR,)
    status, out, err = run("check", "a.toml", "--format", "json")
    assert (status, err) == (1, "")
    assert json.loads(out)["schema"] == "ujikom/findings@1"


def test_check_takes_what_is_refused_as_findings(api: Api, run: Run) -> None:
    api.raises = Refused([ERROR])
    status, out, err = run("check", "a.toml", "b.toml")
    assert (status, len(out.splitlines())) == (1, 2)
    assert err.count("UJ001") == 1


def test_what_rules_do_is_looked_into_where_only_their_cases_are_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """An error in the file of cases keeps nothing of the rules from being looked into."""
    rules = (ROOT / "rulesets/published/lampung-2016.toml").read_text("utf-8")
    (tmp_path / "a.toml").write_text(rules, "utf-8")
    (tmp_path / "a.cases.toml").write_text("cases = 1\n", "utf-8")
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path / "a.toml"), "--lang", "en"])
    assert capsys.readouterr().out.endswith("a.toml: 1 error\n")


def cases(
    monkeypatch: pytest.MonkeyPatch, *results: Any, findings: Any = (), coverage: Any = ()
) -> None:
    fake = ModuleType("ujikom_rules.analysis.cases")
    report = SimpleNamespace(results=results, findings=findings, coverage=coverage)
    monkeypatch.setattr(fake, "run_cases", lambda _name, **_options: report, raising=False)
    package = ModuleType("ujikom_rules.analysis")
    monkeypatch.setitem(sys.modules, "ujikom_rules.analysis", package)
    monkeypatch.setitem(sys.modules, "ujikom_rules.analysis.cases", fake)


def case(
    passed: bool,
    *differences: Any,
    findings: Any = (),
    workings: Any = None,
    unshown: int = 0,
    whole: bool = True,
    reasons: Any = None,
) -> Any:
    title = Text("Contoh satu", "Case one")
    return SimpleNamespace(
        id="satu",
        title=title,
        passed=passed,
        differences=tuple(Difference(*each) for each in differences),
        findings=findings,
        workings=workings or {},
        unshown=unshown,
        whole=whole,
        reasons=reasons or {},
    )


@pytest.mark.usefixtures("api")
def test_test_says_which_cases_pass(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cases(monkeypatch, case(True))
    assert run("test", "a.toml") == (
        0,
        "a.toml\n  berhasil  satu  Contoh satu\n1 contoh uji, 0 gagal\n",
        "",
    )


@pytest.mark.usefixtures("api")
def test_test_says_what_a_failing_case_expected(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cases(monkeypatch, case(False, ("A01 total", "82.64", "82.65"), ("A01 rank", 1, None)))
    status, out, _ = run("test", "a.toml", "--lang", "en")
    assert status == 1
    assert out.splitlines() == [
        "a.toml",
        "  failed  satu  Case one",
        "      A01 total: expected 82.64, got 82.65",
        "      A01 rank: expected 1, got nothing",
        "1 cases, 1 failed",
    ]


@pytest.mark.usefixtures("api")
def test_test_says_verdicts_in_words_and_why_there_is_no_value(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    differences = (
        ("A01 total", "80", None),
        ("A01 verdict", "qualified", "incomplete"),
        ("A01 category", "absent", "qualified"),
    )
    reasons = {"A01": (Text("w: nilai penguji E4 belum diisi", "w: E4 owes a mark"),)}
    cases(monkeypatch, case(False, *differences, reasons=reasons))
    _, out, _ = run("test", "a.toml")
    assert out.splitlines()[2:-1] == [
        "      A01 total: diharapkan 80, didapat tidak ada",
        (
            '      A01 verdict: diharapkan memenuhi syarat ("qualified"), '
            'didapat belum lengkap ("incomplete")'
        ),
        "      A01 category: diharapkan absent, didapat qualified",
        "      A01: w: nilai penguji E4 belum diisi",
    ]


@pytest.mark.usefixtures("api")
def test_what_test_prints_agrees_with_its_status(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cases(monkeypatch, case(False, whole=False), findings=(ERROR, WARNING))
    status, out, _ = run("test", "a.toml")
    assert (status, out.splitlines()[1:]) == (
        1,
        [
            "  gagal  satu  Contoh satu",
            "      tidak semua yang diharapkan contoh ini dapat dibaca; lihat kesalahan di atas",
            "1 contoh uji, 1 gagal, 1 kesalahan",
        ],
    )
    cases(monkeypatch, case(True), findings=(ERROR,))
    status, out, _ = run("test", "a.toml", "--lang", "en")
    assert (status, out.splitlines()[-1]) == (1, "1 cases, 0 failed, errors: 1")


@pytest.mark.usefixtures("api")
def test_test_shows_the_working_down_to_what_differs(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = SimpleNamespace(
        depth=0, label="nilai akhir", value="82.65", rule="jumlah", source="", place=""
    )
    mark = SimpleNamespace(
        depth=1, label="penguji E1", value="80", rule="", source="", place="r.csv:2"
    )
    steps = (
        SimpleNamespace(told=top, expected=""),
        SimpleNamespace(told=mark, expected="81"),
    )
    other = (SimpleNamespace(told=top, expected="82.66"),)
    failed = case(
        False,
        ("A01 w@E1:raw", "81", "80"),
        ("A02 total", "82.66", "82.65"),
        ("A01 rank", "1", "2"),
        workings={"A01": steps, "A02": other},
        unshown=4,
    )
    cases(monkeypatch, failed)
    _, out, _ = run("test", "a.toml")
    assert out.splitlines()[2:-1] == [
        "      A01 w@E1:raw: diharapkan 81, didapat 80",
        "      A01 rank: diharapkan 1, didapat 2",
        "      Rincian perhitungan A01:",
        "        nilai akhir = 82.65 (jumlah)",
        "          penguji E1 = 80, diharapkan 81 (r.csv:2)",
        "      A02 total: diharapkan 82.66, didapat 82.65",
        "      Rincian perhitungan A02:",
        "        nilai akhir = 82.65, diharapkan 82.66 (jumlah)",
        "      Angka 4 peserta lain juga berbeda; ujikom why memberi rinciannya.",
    ]


@pytest.mark.usefixtures("api")
def test_test_tells_what_no_case_exercises(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def thing(id_: str, *, covered: bool) -> Any:
        return SimpleNamespace(
            what=Text(id_, id_.upper()), place=Place("a.toml", 3, 1), covered=covered
        )

    things = (thing("a", covered=True), thing("b", covered=False))
    cases(monkeypatch, case(True), coverage=things)
    status, out, _ = run("test", "a.toml", "--cover", "--lang", "en")
    assert status == 0
    assert out.splitlines()[2:4] == ["  a.toml:3:1: not tested: B", "  1 of 2 things are tested"]


@pytest.mark.usefixtures("api")
def test_test_fails_on_an_error_in_the_ruleset(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cases(monkeypatch, case(False, findings=(WARNING,)), findings=(ERROR,))
    status, _, err = run("test", "a.toml")
    assert status == 1
    assert err.count("UJ001") == 2


def plugin(**keys: Any) -> Any:
    known = {
        "namespace": "kota",
        "distribution": "ujikom-rules-kota",
        "version": "1.0",
        "title": Text("Kota", "City"),
        "parts": {"aggregators": ("rata",), "classifiers": ()},
        "problem": "",
        "findings": (),
    }
    return SimpleNamespace(**(known | keys))


def test_plugins_lists_what_is_installed(api: Api, run: Run) -> None:
    assert run("plugins") == (0, "Tidak ada plugin yang terpasang.\n", "")
    broken = plugin(namespace="rusak", title="", parts={}, problem="UJ001", findings=(ERROR,))
    api.found = (plugin(), broken)
    status, out, err = run("plugins", "--lang", "en")
    assert (status, err.startswith("lain.toml:3:1: error UJ001 ")) == (0, True)
    assert out.splitlines() == [
        "kota (ujikom-rules-kota 1.0), City",
        "  aggregators: rata",
        "rusak (ujikom-rules-kota 1.0)",
        "  ! UJ001",
    ]
    said = json.loads(run("plugins", "--format", "json")[1])
    assert said["schema"] == "ujikom/plugins@1"
    assert said["plugins"][0]["parts"] == {"aggregators": ["rata"]}
    assert said["plugins"][1]["findings"][0]["code"] == "UJ001"


def test_explain_prints_the_page_of_a_code(api: Api, run: Run) -> None:
    status, out, err = run("explain", "uj001")
    assert (status, err) == (0, "")
    assert out.startswith("UJ001 (kesalahan)\n")
    assert run("explain", "UJ001", "--lang=en")[1].startswith("UJ001 (error)\n")
    assert api.calls == {}


def test_explain_of_an_unknown_code_names_the_nearest(run: Run) -> None:
    status, out, err = run("explain", "UJ00", "--lang", "en")
    assert (status, out) == (2, "")
    assert "There is no code 'UJ00'." in err
    assert "UJ001" in err
    assert "Similar" not in run("explain", "?", "--lang", "en")[2]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_command_has_help_in_both_languages(
    api: Api, run: Run, name: str, lang: Lang
) -> None:
    module = importlib.import_module(f"ujikom_rules.cli.{name}")
    status, out, _ = run(name, "--help", "--lang", lang)
    assert (status, api.calls) == (0, {})
    assert module.HELP.say(lang).split()[0] in out
    assert name in run("--lang", lang, "--help")[1]


@pytest.mark.parametrize(
    "environment,lang",
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "id_ID", "LANG": "en_US"}, "id"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "id_ID"}, "en"),
    ],
)
def test_the_language_comes_from_the_locale(environment: dict[str, str], lang: str) -> None:
    assert default_lang(environment) == lang


@pytest.mark.parametrize(
    "name,lang", [("Indonesian_Indonesia", "id"), ("id_ID", "id"), ("English", "en"), (None, "en")]
)
def test_without_variables_the_language_comes_from_the_system(
    monkeypatch: pytest.MonkeyPatch, name: str | None, lang: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (name, "1252"))
    assert default_lang({}) == lang


def test_the_language_may_be_said_anywhere() -> None:
    assert wanted_lang(["--lang", "en", "score"]) == "en"
    assert wanted_lang(["score", "--lang=id"]) == "id"
    assert wanted_lang(["score", "en", "--lang"]) is None
    assert wanted_lang(["--lang", "jv"]) is None


def test_a_finding_without_a_place_begins_with_its_key_or_its_severity() -> None:
    keyed = finding("UJ001", path="decision.cut-score", got="x")
    assert output.finding_lines(keyed, "en")[0].startswith("decision.cut-score: error UJ001 ")
    assert output.finding_lines(finding("UJ001", got="x"), "en")[0].startswith("error UJ001 ")
    cell = finding("UJ001", Place("isian.xlsx", cell="Wawancara!D14"), got="x\x1b")
    assert output.finding_lines(cell, "en")[0].startswith(
        "isian.xlsx › Wawancara › D14: error UJ001 "
    )
    assert "\x1b" not in output.finding_lines(cell, "en")[0]


def test_an_old_console_prints_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    output.settle_streams()
    sys.stdout.write("skor ≥ 70")
    console.flush()
    assert console.buffer.getvalue() == b"skor \\u2265 70"


def test_a_stream_of_another_make_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    output.settle_streams()
    assert sys.stderr is stream


def test_the_module_is_the_same_program() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "ujikom_rules", "explain", "UJ001", "--lang", "id"],
        capture_output=True,
        check=True,
    )
    assert said.stdout.startswith(b"UJ001 (kesalahan)")
    assert said.stderr == b""


def test_help_loads_neither_the_extras_nor_any_part() -> None:
    code = (
        "import sys\n"
        "from ujikom_rules.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'rich', 'openpyxl', 'jinja2', 'ujikom_rules.builtin'}\n"
        "sys.exit(','.join(heavy & set(sys.modules)) or 0)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert said.returncode == 0, said.stderr


RULES = """
schema = 1
[ruleset]
id = "kota/2025"
version = "1.0"
title = "Uji Kota"
source = "assumption"
[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100 }
rounding = { stage = { places = 2, mode = "half-up" } }
[decision]
cut-score = 70
"""
EVENT = {
    "event": {"id": "e-1", "date": "2025-03-01"},
    "candidates": [{"id": "A01"}, {"id": "A02"}],
    "examiners": [{"id": "E1"}, {"id": "E2"}, {"id": "E3"}],
    "ratings": [
        {"candidacy": c, "stage": "wawancara", "examiner": e, "value": v}
        for c, marks in (("A01", (80, 81, 81)), ("A02", (69, 70, 70)))
        for e, v in zip(("E1", "E2", "E3"), marks, strict=True)
    ],
}


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, Path]:
    rules, event = tmp_path / "kota.toml", tmp_path / "event.json"
    rules.write_text(RULES, "utf-8")
    event.write_text(json.dumps(EVENT), "utf-8")
    return rules, event


def test_an_event_is_scored_from_its_files(office: tuple[Path, Path], run: Run) -> None:
    rules, event = office
    status, out, err = run("score", rules, event, "--format", "json", "--lang", "en")
    assert (status, err) == (0, "")
    found = {each["candidacy"]: each for each in json.loads(out)["results"]}
    assert (found["A01"]["total"], found["A01"]["verdict"]) == ("80.67", "qualified")
    assert (found["A02"]["total"], found["A02"]["verdict"]) == ("69.67", "not-qualified")
    assert run("score", "kota/2025", event, "--rulesets", rules.parent)[0] == 0
    assert run("check", rules)[0] == 0


def test_a_working_is_told_from_the_files(office: tuple[Path, Path], run: Run) -> None:
    rules, event = office
    status, out, _ = run("why", rules, event, "A02", "--lang", "en")
    assert status == 0
    assert f"{event}:1:" in out
    assert out.splitlines()[-1] == "Verdict: not qualified"


def test_mistakes_in_the_files_are_told_with_their_place(
    office: tuple[Path, Path], run: Run
) -> None:
    rules, event = office
    rules.write_text(RULES.replace("cut-score", "cut-skore"), "utf-8")
    status, out, err = run("score", rules, event, "--lang", "en")
    assert (status, out) == (1, "")
    assert err.startswith(f"{rules}:14:1: error UJ")
    said = json.loads(run("score", rules, event, "--format", "json")[1])
    assert (said["findings"][0]["line"], said["findings"][0]["column"]) == (14, 1)
    assert run("score", rules, rules.parent / "tidak-ada.json")[0] == 1
