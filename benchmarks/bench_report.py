"""Writing the report: its size, and its time against reading what it is about.

The event is `examples/malang-2024`, 29 people. Reading is what comes before any score: ruleset and
scoresheet from disk, and the plan of the day's rules; once from a folder of CSV, once from an Excel
workbook with the same tables. The report is the panel's, which has everything; each is written of
an evaluation of its own, so that no working was made before.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from measuring import in_turn, median_ms, ratio, version_of, write_rows

import ujikom_rules
from ujikom_rules.office.forms import to_workbook
from ujikom_rules.office.report import report

EVENT = Path(__file__).parents[1] / "examples" / "malang-2024"
RULESET = "malang/2024"
ROUNDS = 25
LIMIT = 1_000_000  # bytes


def reading(sheet: Path) -> Callable[[], object]:
    """Reading one event and planning the rules of its day."""

    def read() -> object:
        found = ujikom_rules.read_scoresheet(sheet)
        return found, ujikom_rules.plan(RULESET, as_of=found.event.date)

    return read


def totals(sheet: ujikom_rules.Scoresheet, plan: ujikom_rules.Plan) -> dict[str, str | None]:
    """Every total as it is published."""
    evaluation = ujikom_rules.evaluate(plan, sheet)
    return {each.candidacy: each.total and each.total.text for each in evaluation}


def main() -> None:
    sheet = ujikom_rules.read_scoresheet(EVENT)
    plan = ujikom_rules.plan(RULESET, as_of=sheet.event.date)
    evaluations = [ujikom_rules.evaluate(plan, sheet) for _ in range(ROUNDS + 2)]
    start = perf_counter()
    written = report(plan, sheet, evaluations.pop())
    first = (perf_counter() - start) * 1000
    size = len(written.encode())
    with TemporaryDirectory() as folder:
        workbook = Path(folder, "malang-2024.xlsx")
        workbook.write_bytes(to_workbook(sheet))
        if totals(ujikom_rules.read_scoresheet(workbook), plan) != totals(sheet, plan):
            raise SystemExit("the workbook does not carry the same event")
        taken = in_turn(
            {
                "csv": reading(EVENT),
                "workbook": reading(workbook),
                "report": lambda: report(plan, sheet, evaluations.pop()),
            },
            ROUNDS,
        )
    row = {
        "people": len(sheet.candidates),
        "bytes": size,
        "first": first,
        "ms": median_ms(taken, "report"),
        "csv": ratio(taken, "report", "csv"),
        "workbook": ratio(taken, "report", "workbook"),
        "version": f"jinja2 {version_of('jinja2')}",
    }
    print(f"{row['people']} people, {size:,} bytes      {size / LIMIT:.2f} of the limit")
    print(f"report / reading, CSV           ratio {row['csv']:.2f}")
    print(f"report / reading, Excel         ratio {row['workbook']:.2f}")
    print(f"report, {row['ms']:.1f} ms; the first of a process, with its template, {first:.1f} ms")
    write_rows(row)


if __name__ == "__main__":
    main()
