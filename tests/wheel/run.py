"""The wheel test: what a user installs scores as the checkout does.

Builds the wheels of the core and of both cities, builds the core a second time from its
sdist, installs them into a fresh environment (not editable, away from the checkout), and
scores the examples from a folder that holds nothing else. `make wheel` runs it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = "ujikom_rules/_rulesets/"
EVENTS = {"malang-2024": "malang/2024", "kendari-2025": "kendari/2025"}


class WheelTestError(Exception):
    """What a user would have met; its text is the whole message."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is being done, and what of it failed."""
    print(f"wheel test: {title}", flush=True)
    try:
        yield
    except WheelTestError as error:
        raise WheelTestError(f"{title}: {error}") from error


def attempt(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in `folder`, free of the caller's Python path and locale."""
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1", "LC_ALL": "C"}
    return subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Run a command that must succeed and return its standard output."""
    done = attempt(command, folder)
    if done.returncode != 0:
        words = " ".join(str(word) for word in command)
        raise WheelTestError(f"status {done.returncode} from {words}\n{done.stdout}{done.stderr}")
    return done.stdout


def the_only(folder: Path, pattern: str) -> Path:
    """Return the one file of `folder` that matches."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise WheelTestError(f"one {pattern} expected, found {[path.name for path in found]}")
    return found[0]


def contents(wheel: Path) -> dict[str, bytes]:
    """Read a wheel; its record and metadata aside, which name the moment of building."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if ".dist-info/" not in name and not name.endswith("/")
        }


def rulesets() -> dict[str, bytes]:
    """Read every ruleset file of the checkout, by its path beneath `rulesets/`."""
    folder = ROOT / "rulesets"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """Say which files are missing, too many or changed; empty when none."""
    missing = sorted(expected.keys() - found.keys())
    surplus = sorted(found.keys() - expected.keys())
    changed = sorted(n for n in expected.keys() & found.keys() if expected[n] != found[n])
    named = {"missing": missing, "too many": surplus, "changed": changed}
    return "; ".join(f"{word}: {', '.join(names)}" for word, names in named.items() if names)


def build(folder: Path) -> list[Path]:
    """Build everything and return the wheels to install: the core's comes from its sdist."""
    direct, sdist, wheels = folder / "direct", folder / "sdist", folder / "wheels"
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    with step("build the wheels of the core and of both cities"):
        run([*wheel, direct, ROOT], folder)
        run([*wheel, wheels, ROOT / "plugins" / "malang", ROOT / "plugins" / "kendari"], folder)
    with step("build the core again, from its sdist"):
        run([sys.executable, "-m", "build", "--sdist", "--outdir", sdist, ROOT], folder)
        run([*wheel, wheels, the_only(sdist, "ujikom_rules-*.tar.gz")], folder)
        core = the_only(wheels, "ujikom_rules-*.whl")
        files = contents(core)
        if found := differences(contents(the_only(direct, "*.whl")), files):
            raise WheelTestError(f"the sdist builds another wheel ({found})")
    with step("every ruleset is in the wheel"):
        shipped = {n.removeprefix(BUNDLED): b for n, b in files.items() if n.startswith(BUNDLED)}
        if found := differences(rulesets(), shipped):
            raise WheelTestError(found)
        if not any(name.endswith(".toml") for name in shipped):
            raise WheelTestError("there is no ruleset at all")
    return [core, *sorted(path for path in wheels.glob("*.whl") if path != core)]


def install(wheels: Sequence[Path], folder: Path) -> Path:
    """Install the wheels into a fresh environment and return its folder of programs.

    The core comes first without any extra, to hear what its program says then.
    """
    core, *cities = wheels
    environment = folder / "environment"
    with step("install the core alone"):
        venv.create(environment, with_pip=True)
        programs = environment / ("Scripts" if os.name == "nt" else "bin")
        pip: list[str | Path] = [programs / "python", "-m", "pip", "install", "--quiet"]
        run([*pip, core], folder)
        bare = attempt([programs / "ujikom", "--help"], folder)
        lines = bare.stderr.splitlines()
        if bare.returncode != 2 or len(lines) != 1 or "ujikom-rules[standard]" not in lines[0]:
            raise WheelTestError(
                f"without click: one line and status 2 expected, got status {bare.returncode}"
                f"\n{bare.stdout}{bare.stderr}"
            )
    with step("install the extra `standard` and both cities"):
        run([*pip, f"{core}[standard]", *cities], folder)
    return programs


def score(programs: Path, folder: Path) -> None:
    """Score every example from a folder with nothing else in it, as the checkout does."""
    with step("what is imported is what was installed"):
        code = "import ujikom_rules; print(ujikom_rules.__file__)"
        where = Path(run([programs / "python", "-c", code], folder).strip())
        if not where.is_relative_to(programs.parent):
            raise WheelTestError(str(where))
    for event, ruleset in EVENTS.items():
        forms = (ROOT / "examples" / event, ROOT / "examples" / f"{event}.json")
        sheets = [form for form in forms if form.exists()]
        if not sheets:
            raise WheelTestError(f"examples/{event} is not there")
        for sheet in sheets:
            with step(f"score {ruleset} on {sheet.name}"):
                compare(programs, folder, ruleset, sheet)


def compare(programs: Path, folder: Path, ruleset: str, sheet: Path) -> None:
    """Score a copy of one example with both programs: the documents must be the same."""
    desk = folder / f"desk-{sheet.name}"
    desk.mkdir()
    if sheet.is_dir():
        shutil.copytree(sheet, desk / sheet.name)
    else:
        shutil.copy(sheet, desk)
    words = ["score", ruleset, sheet.name, "--format", "json", "--figures", "--lang", "id"]
    installed = run([programs / "ujikom", *words], desk)
    checkout = run([sys.executable, "-m", "ujikom_rules", *words], desk)
    if not installed.strip():
        raise WheelTestError("nothing was printed")
    if installed != checkout:
        raise WheelTestError(
            f"the wheel scores otherwise\n--- checkout\n{checkout}\n--- wheel\n{installed}"
        )


def main() -> int:
    """Run the whole test in a temporary folder; the status is 1 when anything differs."""
    with tempfile.TemporaryDirectory(prefix="ujikom-wheel-") as name:
        folder = Path(name).resolve()
        try:
            score(install(build(folder), folder), folder)
        except WheelTestError as error:
            print(f"wheel test: FAILED: {error}", file=sys.stderr)
            return 1
    print("wheel test: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
