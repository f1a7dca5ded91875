"""A reference that leads nowhere shows where the name that it resembles is declared."""

from pathlib import Path

import pytest

import ujikom_rules
from ujikom_rules.errors import errors_in

RULES = """schema = 1
[ruleset]
id = "kota/2026"
version = "1.0"
title = { id = "Contoh", en = "Example" }
source = "assumption"

[facts]
kelompok = { type = "text", one-of = ["opd", "staf"] }
lama = { type = "number", lower = 0, upper = 40 }

[[stages]]
id = "makalah"
kind = "weighted-criteria"
scale = { lower = 0, upper = 100, step = 1 }
criteria = [
  { id = "isi", weight = 60, reads = { fact = "lama" } },
  { id = "bahasa", weight = 40, reads = { fact = "lama" } },
]

[[stages]]
id = "wawancara"
kind = "panel"
scale = { lower = 0, upper = 100, step = 1 }

[[stages]]
id = "ulang"
kind = "imported"
reads = { stage = "makalah", criterion = "isi" }

[decision.weighting]
use = "by-fact"
fact = "kelompok"

[decision.weighting.table]
opd = { makalah = 50, wawancara = 30, ulang = 20 }
staf = { makalah = 30, wawancara = 50, ulang = 20 }

[ranking]
within = "event"
tie-breaks = [{ use = "stage-score", stage = "wawancara" }]
"""


@pytest.mark.parametrize(
    "declared, misspelt, code",
    [
        ("lama = {", "lma = {", "UJ311"),
        ('id = "wawancara"', 'id = "wawncara"', "UJ312"),
        ('{ id = "isi"', '{ id = "isu"', "UJ312"),
    ],
)
def test_a_misspelt_declaration_is_the_second_place_of_what_refers_to_it(
    tmp_path: Path, declared: str, misspelt: str, code: str
) -> None:
    file = tmp_path / "kota.toml"
    file.write_text(RULES, encoding="utf-8")
    assert not errors_in(ujikom_rules.check(file))
    wrong = RULES.replace(declared, misspelt)
    file.write_text(wrong, encoding="utf-8")
    found = errors_in(ujikom_rules.check(file))
    line = wrong[: wrong.index(misspelt)].count("\n") + 1
    assert {each.code for each in found} <= {code, "UJ309"}
    told = [each for each in found if each.code == code]
    assert told
    assert {place.line for each in told for place in each.related} == {line}
    assert all(each.place.line != line for each in told)


def test_a_name_like_no_other_has_no_second_place(tmp_path: Path) -> None:
    file = tmp_path / "kota.toml"
    file.write_text(
        RULES.replace(
            'fact = "lama" } },\n  { id = "bahasa', 'fact = "zzz" } },\n  { id = "bahasa'
        ),
        encoding="utf-8",
    )
    (found,) = errors_in(ujikom_rules.check(file))
    assert (found.code, found.args["nearest"], found.related) == ("UJ311", "", ())
