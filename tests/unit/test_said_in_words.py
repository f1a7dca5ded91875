"""What officers read is in their language: days, hours, yes and no, and the commands of Excel."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.little_events import score
from ujikom_rules.errors import Place
from ujikom_rules.messages import REGISTER, Lang, Text, finding, text_of
from ujikom_rules.messages.days import day
from ujikom_rules.model.document import document
from ujikom_rules.reading.scoresheets.marks import kind_of, made_date
from ujikom_rules.reading.workbooks.values import READ, Wrong

FACTS = """
[facts]
masa = { type = "number", title = { id = "Masa kerja", en = "Service" } }
tmt = { type = "date", title = { id = "Mulai menjabat", en = "In office since" } }
lama = { type = "years", since = "tmt" }
[[stages]]
id = "a"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100 }
"""


@pytest.mark.parametrize(
    "value, said, told",
    [
        (timedelta(days=85, hours=12), "2052:00", "2052:00"),
        (timedelta(hours=-1, minutes=-30), "-1:30", "-1:30"),
        (time(8, 30), "8:30", "8:30"),
        (time(8, 30, 5), "8:30:05", "8:30:05"),
        (datetime(2024, 3, 4, 12, 0), "4 Maret 2024 12:00", "4 March 2024 12:00"),  # noqa: DTZ001
    ],
)
def test_a_time_is_said_as_a_cell_shows_it(value: object, said: str, told: str) -> None:
    wrong = READ[type(value)](value)
    assert isinstance(wrong, Wrong)
    found = finding(wrong.code, Place("isian.xlsx"), got=wrong.got)
    assert text_of(found, "id") == f"sel ini berisi jam: {said}"
    assert text_of(found, "en") == f"this cell holds a time of day: {told}"


@pytest.mark.parametrize("lang, said", [("id", "17 Agustus 2024"), ("en", "17 August 2024")])
def test_a_day_is_said_with_its_month(lang: Lang, said: str) -> None:
    when = date(2024, 8, 17)
    assert day(when, lang) == said
    assert said in made_date(when).say(lang)
    assert said in text_of(finding("UJ685", got=when, day=when, fact="tmt"), lang)


def test_every_month_has_its_own_name_in_both_languages() -> None:
    said = {day(date(2024, month, 1), lang) for month in range(1, 13) for lang in ("id", "en")}
    assert len(said) == 12 * 2 - 3  # April, September and November are the same in both


def test_yes_and_no_are_words_beside_what_a_file_takes() -> None:
    assert kind_of(True) == Text("ya atau tidak (true atau false)", "yes or no (true or false)")


@pytest.mark.parametrize(
    "given, said, told",
    [
        (True, "berisi 'ya'; yang diminta: angka", "says 'yes'; asked for: a number"),
        (False, "berisi 'tidak'; yang diminta: angka", "says 'no'; asked for: a number"),
        ("2024-08-17", "berisi '17 Agustus 2024'", "says '17 August 2024'"),
        ("2024-18-17", "berisi '2024-18-17'", "says '2024-18-17'"),  # no day: as it was typed
    ],
)
def test_a_fact_of_another_type_is_repeated_in_words(given: object, said: str, told: str) -> None:
    people = [{"id": "A01", "facts": {"masa": given}}]
    with pytest.raises(ujikom.Refused) as refused:
        score(FACTS, "A01 a - 80", candidates=people)
    (found,) = refused.value.findings
    assert found.code == "UJ671"
    assert said in text_of(found, "id")
    assert told in text_of(found, "en")


def test_a_day_stays_iso_for_programs() -> None:
    people = [{"id": "A01", "facts": {"tmt": "2099-01-01"}}]
    evaluation = score(FACTS, "A01 a - 80", candidates=people)
    findings = document(evaluation, "id")["findings"]
    assert isinstance(findings, list)
    assert [each["got"] for each in findings if each["code"] == "UJ685"] == ["2099-01-01"]


def test_commands_of_excel_and_columns_are_called_as_they_are_in_indonesian() -> None:
    def hint(code: str) -> str:
        said = REGISTER[code].hint
        assert said is not None
        return said.id

    assert "Batalkan Penggabungan Sel" in hint("UJ924")
    for code in ("UJ633", "UJ644", "UJ646"):
        assert "kolom Tidak menilai" in hint(code)


def test_the_column_that_the_hints_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('[event]\nid = "e"\ndate = "2025-03-25"\n')
    (tmp_path / "candidates.csv").write_text("id\nA01\n")
    (tmp_path / "examiners.csv").write_text("id\nE1\n")
    (tmp_path / "ratings.csv").write_text(
        "candidacy;stage;examiner;value;Tidak menilai\nA01;w;E1;;belum-diisi\n"
    )
    (rating,) = ujikom.read_scoresheet(tmp_path).ratings
    assert rating.no_mark == "not-entered"
