"""The bar: where it is seen, what it says, and that it leaves nothing behind."""

import codecs
import io
import os
import re
import signal
import subprocess
import sys
import time  # noqa: TID251 - a bar is about time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from ujikom_rules import api
from ujikom_rules.cli import main, progress
from ujikom_rules.cli.progress import EVALUATING, READING, WRITING, Bar
from ujikom_rules.model.outcome import Evaluation
from ujikom_rules.model.scoresheet import Scoresheet
from ujikom_rules.planned import Plan

ROOT = Path(__file__).parents[2]
EVENT = ROOT / "examples" / "malang-2024"
SHOWN, HIDDEN = "\x1b[?25h", "\x1b[?25l"  # the cursor
ERASED = "\x1b[2K"
SOON = 1 / 50  # seconds
LIMIT = 20  # seconds in which a slow machine must have drawn
SLEEPS = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have let it be ignored
from ujikom_rules.cli import commands, progress
import ujikom_rules.cli.scoring as scoring
progress.DELAY = 0
scoring.planned = lambda *_: time.sleep(60)
commands().main(args=["score", "malang/2024", "-", "--lang", "en"])
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo terminal")


class Terminal:
    """A pseudo terminal, and all that was written to it."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self._master, slave = os.openpty()
        os.set_blocking(self._master, False)
        self.stream = os.fdopen(
            slave, "w", encoding=encoding, errors="backslashreplace", newline=""
        )
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._written = ""

    @property
    def written(self) -> str:
        """What was written up to now."""
        try:
            while piece := os.read(self._master, 65536):
                self._written += self._decoder.decode(piece)
        except BlockingIOError:
            pass
        return self._written

    def until(self, said: str) -> None:
        """Wait until something was written."""
        end = time.monotonic() + LIMIT
        while said not in self.written:
            assert time.monotonic() < end, self.written
            time.sleep(SOON)

    def close(self) -> None:
        self.stream.close()
        os.close(self._master)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Standard error is a terminal, on which a bar comes at once."""
    made = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=made.stream))
    monkeypatch.setattr(progress, "DELAY", 0)
    monkeypatch.setattr(progress, "PACE", SOON)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    yield made
    made.close()


def assert_no_trace(written: str) -> None:
    """The cursor is to be seen again, and the last that happened to the bar's line is its end."""
    assert written.count(HIDDEN) == written.count(SHOWN) > 0
    assert written.rindex(SHOWN) > written.rindex(HIDDEN)
    assert written.endswith(ERASED)


def plain(written: str) -> str:
    """Without what steers the terminal."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written)


# --- where it is seen


def test_it_is_seen_when_work_lasts(terminal: Terminal) -> None:
    with Bar("id", READING):
        terminal.until("Membaca lembar nilai")
    assert_no_trace(terminal.written)


def test_it_is_not_seen_in_the_first_second(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Bar.__module__ == progress.__name__
    monkeypatch.setattr(progress, "DELAY", LIMIT)
    began = time.monotonic()
    with Bar("id", READING):
        time.sleep(SOON)
    assert terminal.written == ""
    assert time.monotonic() - began < LIMIT  # what is over does not wait for the bar


def test_a_second_is_what_it_waits() -> None:
    assert progress.DELAY == 1


def test_work_that_ends_while_the_bar_awakes_shows_none(terminal: Terminal) -> None:
    with Bar("id", READING) as bar:
        bar._done.set()
    assert terminal.written == ""


def test_it_is_not_seen_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(progress, "DELAY", 0)
    with Bar("id", READING) as bar:
        assert bar._thread is None
        assert list(bar.through("ab")) == ["a", "b"]
        with bar.aside():
            assert pipe.getvalue() == ""
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_it_is_not_seen_on_a_terminal_that_cannot_erase(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    with Bar("id", READING) as bar:
        assert bar._thread is None
    assert terminal.written == ""


def test_where_rich_is_told_that_nobody_looks_nothing_is_written(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_INTERACTIVE", "0")
    with Bar("id", READING):
        time.sleep(10 * SOON)
    assert terminal.written == ""


def test_without_rich_the_work_goes_on(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with Bar("id", READING) as bar:
        thread = bar._thread
        assert thread is not None
        thread.join(LIMIT)  # it has given up
        assert not thread.is_alive()
    assert terminal.written == ""


def test_rich_is_loaded_only_for_a_bar_that_is_seen() -> None:
    code = (
        "import sys; from ujikom_rules.cli import main\n"
        "try: main(['check', 'malang/2024'])\n"
        "except SystemExit: print('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


# --- what it says


def test_it_moves_to_and_fro_until_the_number_is_known(terminal: Terminal) -> None:
    with Bar("en", READING) as bar:
        terminal.until("Reading the scoresheet")
        assert "/" not in plain(terminal.written)
        assert re.search(r"0:0\d", plain(terminal.written))
        bar.says(WRITING)
        terminal.until("Writing the result")
        for number, _ in enumerate(bar.through("abc")):
            terminal.until(f" {number}/3 ")
    assert_no_trace(terminal.written)


def test_things_within_things_fill_their_own_part() -> None:
    bar = Bar("en", READING)
    seen = []
    for outer in bar.through("ab"):
        seen += [
            (outer + inner, progress._how_far(tuple(bar._steps))) for inner in bar.through("xyz")
        ]
        seen.append((outer, progress._how_far(tuple(bar._steps))))
    assert seen == [
        ("ax", (0, 6, "0/3")), ("ay", (1, 6, "1/3")), ("az", (2, 6, "2/3")), ("a", (0, 2, "0/2")),
        ("bx", (3, 6, "0/3")), ("by", (4, 6, "1/3")), ("bz", (5, 6, "2/3")), ("b", (1, 2, "1/2")),
    ]  # fmt: skip
    assert bar._steps == []


def test_things_that_are_left_early_are_counted_no_longer() -> None:
    bar = Bar("en", READING)
    things = bar.through("abc")
    next(things)
    assert bar._steps == [(0, 3)]
    del things
    assert bar._steps == []


def test_one_thing_alone_has_no_count() -> None:
    bar = Bar("en", READING)
    assert [progress._how_far(tuple(bar._steps)) for _ in bar.through("a")] == [(0, None, "")]
    assert list(bar.through("")) == []


@pytest.mark.parametrize(
    "seconds, said", [(0, "0:00"), (59, "0:59"), (60, "1:00"), (3725, "62:05")]
)
def test_the_time_is_told_in_minutes_and_seconds(seconds: int, said: str) -> None:
    assert progress._clock(seconds) == said


def test_an_old_console_gets_signs_that_it_has(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Terminal("cp1252")
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=old.stream))
    with Bar("id", READING) as bar:
        for _ in bar.through("ab"):
            old.until("1/2" if bar._steps[0][0] else "0/2")
    shown = plain(old.written)
    old.close()
    assert "\\u" not in shown
    assert "---" in shown
    assert shown.isascii()


# --- what is printed meanwhile


def test_what_is_printed_aside_stands_alone(terminal: Terminal) -> None:
    with Bar("id", READING) as bar:
        terminal.until("Membaca")
        with bar.aside():
            before = terminal.written
            assert_no_trace(before)
            terminal.stream.write("sebuah catatan\n")
            terminal.stream.flush()
            time.sleep(5 * SOON)
            assert terminal.written.removeprefix(before) == "sebuah catatan\r\n"
        bar.says(EVALUATING)
        terminal.until("Menghitung")
    assert_no_trace(terminal.written)


def test_what_fails_takes_the_bar_away(terminal: Terminal) -> None:
    def stopped() -> None:
        with Bar("id", READING):
            terminal.until("Membaca")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert_no_trace(terminal.written)


def test_a_terminal_that_goes_away_disturbs_no_work(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Bar("id", READING) as bar:
        terminal.until("Membaca")
        with bar._lock:
            monkeypatch.setattr(bar._drawn, "stop", _gone)
        with bar.aside():
            terminal.stream.write("sebuah catatan\n")
    assert bar._thread is not None
    assert not bar._thread.is_alive()


def _gone() -> None:
    raise OSError


def test_ctrl_c_leaves_the_cursor_visible() -> None:
    screen = Terminal()
    path = os.pathsep.join(filter(None, sys.path))
    environment = {"TERM": "xterm", "PYTHONUTF8": "1", "PYTHONPATH": path}
    with subprocess.Popen(
        [sys.executable, "-c", SLEEPS],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=screen.stream,
        env=environment,
    ) as running:
        screen.until("Reading the scoresheet")
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=LIMIT)
    written = screen.written
    screen.close()
    assert (running.returncode, out) == (1, b"")
    assert written.rindex(SHOWN) > written.rindex(HIDDEN)
    assert ERASED in written[written.rindex(SHOWN) :]


# --- in the commands


Evaluates = Callable[[Plan, Scoresheet], Evaluation]


def slowly(work: Evaluates, terminal: Terminal, said: str) -> Evaluates:
    """The same work, once the bar has said something."""

    def done(plan: Plan, sheet: Scoresheet) -> Evaluation:
        terminal.until(said)
        return work(plan, sheet)

    return done


def run(*words: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(map(str, words)))
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    "words, said",
    [
        (("score", "malang/2024", EVENT, "--format", "json"), "Menghitung nilai"),
        (("why", "malang/2024", EVENT, "A01"), "Menghitung nilai"),
        (("report", "malang/2024", EVENT), "Menghitung nilai"),
        (("minutes", "malang/2024", EVENT), "Menghitung nilai"),
        (("test", "malang/2024"), "Menjalankan contoh uji"),
        (("diff", "malang/2024", "malang/2024", "--on", EVENT), "Membandingkan"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_standard_output_is_the_same_with_and_without(
    words: tuple[str | Path, ...],
    said: str,
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    with monkeypatch.context() as without:
        without.setattr(progress, "sys", SimpleNamespace(stderr=io.StringIO()))
        status = run(*words, "--lang", "id")
    expected = capsysbinary.readouterr().out
    monkeypatch.setattr(api, "evaluate", slowly(api.evaluate, terminal, said))
    assert run(*words, "--lang", "id") == status
    assert capsysbinary.readouterr().out == expected
    assert expected
    assert said in terminal.written
    assert terminal.written.count(HIDDEN) == terminal.written.count(SHOWN)


def test_files_are_counted(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = api.read_scoresheet

    def slow(path: str) -> Scoresheet:
        terminal.until("1/2" if path.endswith(".json") else "0/2")
        return read(path)

    monkeypatch.setattr(api, "read_scoresheet", slow)
    event = str(EVENT)
    assert run("check", event, f"{event}.json", "--lang", "en") == 0
    assert capsys.readouterr().out.count("\n") == 2
    assert_no_trace(terminal.written)


def test_the_forms_of_examiners_are_counted_and_named(
    terminal: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from ujikom_rules.office import forms

    write, seen = forms.write_form, list[str]()

    def slow(plan: Plan, sheet: Scoresheet | None, *, examiner: str = "") -> bytes:
        terminal.until(f" {len(seen)}/")
        seen.append(examiner)
        return write(plan, sheet, examiner=examiner)

    monkeypatch.setattr(forms, "write_form", slow)
    to = tmp_path / "isian.xlsx"
    assert (
        run("form", "malang/2024", "--event", EVENT, "--per-examiner", "-o", to, "--lang", "en")
        == 0
    )
    written = capsys.readouterr().out.splitlines()
    assert written == [str(tmp_path / f"isian-{each}.xlsx") for each in seen]
    assert run("collect", *written, "-o", tmp_path / "lembar.json", "--lang", "id") in (0, 1)
    assert "Making the form" in terminal.written
    assert len(seen) > 1
