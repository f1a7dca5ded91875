from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import ujikom_rules as ujikom
from tests.little_events import DAY, said, score, totals
from ujikom_rules.errors import Finding, Place
from ujikom_rules.evaluating.facts import completed, derived, typed
from ujikom_rules.messages import Text, text_of
from ujikom_rules.model.figure import Figure
from ujikom_rules.model.ruleset import FactSpec
from ujikom_rules.model.scoresheet import RawFact

NUMBER = FactSpec("lama", "number", lower=Fraction(1), upper=Fraction(10), step=Fraction(1, 2))


def read(spec: FactSpec, value: str | bool | Fraction, *, comma: bool = False) -> Any:
    """The typed value, or the English sentence that refuses it."""
    found = typed(spec, RawFact(value, comma=comma))
    if isinstance(found, Finding):
        assert (found.code, found.severity) == ("UJ671", "error")
        return text_of(found, "en")
    return found.value if isinstance(found, Figure) else found


@pytest.mark.parametrize(
    "raw, expected",
    [("2.5", Fraction(5, 2)), (Fraction(10), Fraction(10)), ("1", Fraction(1))],
)
def test_a_number_is_exact(raw: str | Fraction, expected: Fraction) -> None:
    assert read(NUMBER, raw) == expected


def test_a_decimal_comma_is_read_where_the_file_writes_them() -> None:
    assert read(NUMBER, "2,5", comma=True) == Fraction(5, 2)
    assert read(NUMBER, "2,5") == "the fact 'lama' says '2,5'; asked for: a number"


@pytest.mark.parametrize(
    "raw, expected",
    [
        (True, "the fact 'lama' says 'yes'; asked for: a number"),
        ("lima", "the fact 'lama' says 'lima'; asked for: a number"),
        ("0.5", "the fact 'lama' says '0.5'; asked for: >= 1"),
        ("10.5", "the fact 'lama' says '10.5'; asked for: <= 10"),
        ("2.25", "the fact 'lama' says '2.25'; asked for: 1 + n × 0.5"),
    ],
)
def test_a_number_keeps_its_bounds_and_its_step(raw: str | bool, expected: str) -> None:
    assert read(NUMBER, raw) == expected


def test_a_step_without_bounds_counts_from_zero() -> None:
    halves = FactSpec("indeks", "number", step=Fraction(1, 2))
    assert read(halves, "1000.5") == Fraction(2001, 2)
    assert read(halves, "0.25") == "the fact 'indeks' says '0.25'; asked for: 0 + n × 0.5"
    assert read(FactSpec("bebas", "number"), "-3.125") == Fraction(-25, 8)


def test_below_a_step_that_counts_from_zero_there_are_marks_too() -> None:
    assert read(FactSpec("indeks", "number", step=Fraction(1, 2)), "-1.5") == Fraction(-3, 2)


@pytest.mark.parametrize("word", ["yes", "ya", "YA", "1", "true", True])
def test_yes(word: str | bool) -> None:
    assert read(FactSpec("s2", "yes-no"), word) is True


@pytest.mark.parametrize("word", ["no", "tidak", " Tidak ", "0", "false", False, Fraction(0)])
def test_no(word: str | bool | Fraction) -> None:
    assert read(FactSpec("s2", "yes-no"), word) is False


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    assert read(FactSpec("s2", "yes-no"), "mungkin") == (
        "the fact 's2' says 'mungkin'; asked for: yes or no"
    )


def test_a_date_is_iso_or_local_where_the_file_writes_so() -> None:
    spec = FactSpec("tmt", "date")
    assert read(spec, "2020-02-29") == date(2020, 2, 29)
    assert read(spec, "1/9/2020", comma=True) == date(2020, 9, 1)
    assert read(spec, "2020-09-01", comma=True) == date(2020, 9, 1)
    assert (
        read(spec, "1/9/2020")
        == "the fact 'tmt' says '1/9/2020'; asked for: a date such as 2025-03-25"
    )
    assert read(spec, "31/02/2020", comma=True) == (
        "the fact 'tmt' says '31/02/2020'; asked for: a date such as 2025-03-25"
    )


def test_a_level_and_a_text_are_words_that_were_declared() -> None:
    level = FactSpec("pendidikan", "level", levels=("S1", "S2", "S3"))
    assert read(level, " S2 ") == "S2"
    assert read(level, "S4") == "the fact 'pendidikan' says 'S4'; asked for: S1, S2, S3"
    group = FactSpec("kelompok", "text", one_of=("opd", "asisten"))
    assert read(group, "opd") == "opd"
    assert read(group, "opdd") == "the fact 'kelompok' says 'opdd'; asked for: opd, asisten"
    assert read(FactSpec("catatan", "text"), Fraction(7, 2)) == "7/2"
    assert read(FactSpec("catatan", "text"), False) == "false"


@pytest.mark.parametrize(
    "since, until, years, months",
    [
        (date(2022, 3, 5), date(2024, 3, 4), 1, 23),
        (date(2022, 3, 5), date(2024, 3, 5), 2, 24),
        (date(2024, 2, 29), date(2025, 2, 28), 0, 11),
        (date(2024, 2, 29), date(2025, 3, 1), 1, 12),
        (date(2024, 2, 29), date(2028, 2, 29), 4, 48),
        (date(2025, 1, 31), date(2025, 2, 28), 0, 0),
        (date(2026, 1, 1), date(2025, 1, 1), 0, 0),
    ],
)
def test_completed_years_and_months(since: date, until: date, years: int, months: int) -> None:
    assert completed(since, until, "years") == years
    assert completed(since, until, "months") == months


def test_a_derived_fact_stands_where_its_date_was_recorded() -> None:
    spec = FactSpec("masa", "years", since="tmt", path="facts.masa", title=Text("Masa", "Time"))
    raw = RawFact("2020-01-01", Place("peserta.csv", 3, 7), "/candidates/1/facts/tmt")
    found = derived(spec, {"tmt": date(2020, 1, 1)}, {"tmt": raw}, date(2025, 3, 25))
    assert found is not None
    assert (found.value, found.rule) == (Fraction(5), "fact")
    assert (found.place, found.path) == (raw.place, raw.pointer)
    assert found.label == Text("Masa sejak 1 Januari 2020", "Time since 1 January 2020")


def test_a_derived_fact_is_missing_with_its_date() -> None:
    spec = FactSpec("masa", "years", since="tmt", path="facts.masa")
    assert derived(spec, {}, {}, date(2025, 3, 25)) is None


SINCE = """
[facts]
tmt = { type = "date" }
masa = { type = "years", since = "tmt" }
lama = { type = "months", since = "tmt" }
sampai = { type = "date" }
[[stages]]
id = "s"
kind = "weighted-criteria"
reads = { fact = "masa" }
"""


@pytest.mark.parametrize(
    "day, told", [(DAY, []), ("2025-03-26", ["UJ685 /candidates/0/facts/tmt"])]
)
def test_a_date_after_the_event_from_which_years_are_counted_is_said_once(
    day: str, told: list[str]
) -> None:
    people = [{"id": "A01", "facts": {"tmt": day, "sampai": "2030-01-01"}}]
    twice = [{"id": each, "candidate": "A01"} for each in ("C1", "C2")]
    evaluation = score(SINCE, candidates=people, candidacies=twice)
    assert totals(evaluation) == {"C1": "0", "C2": "0"}
    assert said(evaluation.findings, "warning") == told


WORDS = """
[facts]
kinerja = { type = "level", levels = ["cukup", "baik"], title = { id = "Kinerja", en = "Work" } }
s2 = { type = "yes-no" }
tmt = { type = "date" }
[[stages]]
id = "s"
kind = "weighted-criteria"
rounding = { rating = { places = 0, mode = "half-up" } }
criteria = [
  { id = "k", weight = 50, reads = { fact = "kinerja" }, value = { use = "levels", points = { cukup = 60, baik = 80.4 } } },
  { id = "p", weight = 50, reads = { fact = "s2" }, value = { use = "levels", points = { yes = 100, no = 0 } } },
  { id = "t", weight = 0, reads = { fact = "tmt" }, value = { use = "linear", from = [0, 1], to = [0, 1] } },
]
"""


def test_the_working_of_a_fact_shows_the_recorded_word_and_where_it_stands() -> None:
    people = [{"id": "A01", "facts": {"kinerja": "baik", "s2": "ya", "tmt": "2020-01-01"}}]
    evaluation = score(WORDS, candidates=people)
    told: Any = ujikom.working(evaluation, "A01")["figures"]
    lines = {each["address"]: each for each in told}
    assert lines["s.k:rating"]["inputs"] == ["s.k:rating/1"]  # what is rounded
    assert lines["s.k:rating/1"]["rule"] == "picked"
    word, points = (lines[each] for each in lines["s.k:rating/1"]["inputs"])
    assert (word["label"], word["value"], word["rule"]) == ("Kinerja: baik", "80.4", "fact")
    assert word["path"] == "/candidates/0/facts/kinerja"
    assert (points["rule"], points["value"]) == ("given", "80.4")
    assert (lines["s.p:raw"]["value"], lines["s.p:raw"]["path"]) == ("1", "/candidates/0/facts/s2")
    assert lines["s.t:raw"]["path"] == "/candidates/0/facts/tmt"
    assert totals(evaluation) == {"A01": "90"}


TITLED = """
[facts]
kinerja = { type = "number", title = { id = "Nilai  Kinerja", en = "Work" } }
masa = { type = "years", since = "tmt", title = { id = "Masa jabatan", en = "Time" } }
tmt = { type = "date", title = { id = "Terhitung_mulai tanggal", en = "Time" } }
[[stages]]
id = "s"
kind = "weighted-criteria"
reads = { fact = "kinerja" }
"""


@pytest.mark.parametrize("header", ["kinerja", "nilai-kinerja", "work"])
def test_a_fact_may_be_headed_by_its_title(header: str) -> None:
    people = [{"id": "A01", "facts": {header: "80", "terhitung-mulai-tanggal": "2020-01-01"}}]
    evaluation = score(TITLED, candidates=people)
    assert (totals(evaluation), evaluation.findings) == ({"A01": "80"}, ())


@pytest.mark.parametrize(
    "facts, told",
    [
        ({"kinerja": "80", "work": "70"}, ["UJ673 /candidates/0/facts/work"]),
        ({"kinerja": "80", "time": "2020-01-01"}, ["UJ673 /candidates/0/facts/time"]),
        ({"kinerja": "80", "masa-jabatan": "2"}, ["UJ673 /candidates/0/facts/masa-jabatan"]),
    ],
)
def test_a_title_that_is_no_facts_own_is_said_as_unknown(
    facts: dict[str, str], told: list[str]
) -> None:
    evaluation = score(TITLED, candidates=[{"id": "A01", "facts": facts}])
    assert totals(evaluation) == {"A01": "80"}
    assert [f"{each.code} {each.path}" for each in evaluation.findings] == told


def test_findings_call_a_fact_by_its_title() -> None:
    with pytest.raises(ujikom.Refused) as refused:
        score(TITLED, candidates=[{"id": "A01", "facts": {"work": "baik"}}])
    (found,) = refused.value.findings
    assert (found.code, found.path) == ("UJ671", "/candidates/0/facts/work")
    assert text_of(found, "id").startswith("fakta 'Nilai  Kinerja' ")
    evaluation = score(TITLED, candidates=[{"id": "A01", "facts": {"nilai-kinerj": "8"}}])
    (found,) = (each for each in evaluation.findings if each.code == "UJ673")
    assert found.args["nearest"] == "nilai-kinerja"
    (note,) = evaluation["A01"].stages["s"].notes
    assert note.id == "s: fakta 'Nilai  Kinerja' belum ada"
