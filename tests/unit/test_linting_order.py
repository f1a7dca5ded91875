"""Stages that an overlay adds: where they come to stand, and what is said of it."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of

HEAD = 'schema = 1\n[ruleset]\nid = "{}"\nversion = "1.0"\ntitle = "T"\nsource = "assumption"\n'
FACTS = '[facts]\nsehat = { type = "yes-no" }\n'
SCALE = "scale = { lower = 0, upper = 100 }\n"
OPEN = '[[open]]\nkey = "stages"\nmay = ["add"]\n[[open]]\nkey = "stages.*.weight"\n'
GATE = 'kind = "requirement-gate"\nrequire = { fact = "sehat", is = true }\n'
MARKED = 'kind = "panel"\n' + SCALE
ADVICE = 'kind = "advisory"\n'
PAPERS = 'kind = "evidence-gate"\nrequires = ["surat"]\n'
LATE = PAPERS + 'when = "after"\n'
SHORTLIST = 'kind = "shortlist"\ntitle = "Tiga nama"\nkeep = 3\n'


def stage(id_: str, *lines: str) -> str:
    return f'[[stages]]\nid = "{id_}"\n' + "".join(lines)


BASE = FACTS + stage("wawancara", MARKED) + stage("narasumber", ADVICE) + stage("tiga", SHORTLIST)
WEIGHED = stage("wawancara", "weight = 60\n")

PLACE_TAKEN = (
    "yang gugur di sini sudah mengambil tempat orang lain",
    "who fails here has already taken somebody else's place",
)
UNRATED = (
    (
        "yang tidak diteruskan tidak dinilai di sini, dan nilai di sini tidak ikut menentukan siapa "
        "yang diteruskan"
    ),
    "who is not kept is not rated here, and the marks given here have no say in who is kept",
)
STOPPED = (
    "yang tidak diteruskan tidak sampai ke sini, dan yang gugur di sini sudah mengambil tempat",
    "who is not kept does not come here, and who fails here has already taken a place",
)


def checked(tmp_path: Path, overlay: str, base: str = BASE, over: str = "n/induk") -> list[Finding]:
    (tmp_path / "induk.toml").write_text(HEAD.format("n/induk") + base + OPEN, "utf-8")
    document = ujikom.parse_ruleset(extending(over, "k/kota") + overlay, file="kota.toml")
    return list(ujikom.check(document, plugins={}, rulesets=[tmp_path]))


def extending(base: str, id_: str) -> str:
    return HEAD.format(id_).replace("title", f'extends = "{base}"\ntitle')


@pytest.mark.parametrize(
    "overlay, ours, theirs",
    [
        (
            stage("x", GATE),
            *PLACE_TAKEN,
        ),
        (
            stage("x", PAPERS),
            *PLACE_TAKEN,
        ),
        (
            WEIGHED + stage("x", MARKED, "weight = 40\n"),
            *UNRATED,
        ),
        (  # a scored stage behind the shortlist: it stops those who are not kept
            WEIGHED + stage("x", GATE) + stage("y", MARKED, 'weight = 40\nafter = "x"\n'),
            *STOPPED,
        ),
    ],
)
def test_a_stage_added_behind_the_shortlist_is_told_with_what_follows(
    tmp_path: Path, overlay: str, ours: str, theirs: str
) -> None:
    (found,) = checked(tmp_path, overlay)
    assert (found.code, found.severity, found.path) == ("UJ379", "warning", "stages.x.id")
    assert (found.place.file, found.related[0].file) == ("kota.toml", str(tmp_path / "induk.toml"))
    assert text_of(found, "id") == f"tahapan 'x' berlangsung sesudah 'Tiga nama': {ours}"
    assert text_of(found, "en") == f"the stage 'x' takes place after 'Tiga nama': {theirs}"
    assert hint_of(found, "id").startswith('tulis after = "wawancara" pada tahapan ini')
    assert 'or after = "tiga" where' in hint_of(found, "en")


@pytest.mark.parametrize(
    "overlay",
    [
        stage("x", GATE, 'after = "wawancara"\n'),
        stage("x", GATE, 'after = "tiga"\n'),  # on purpose
        stage("x", ADVICE),
        stage("x", LATE),  # comes after the result, and lets nobody fail
        stage("x", SHORTLIST),
        WEIGHED.replace("60", "100"),
    ],
)
def test_nothing_is_said_where_it_is_meant_or_has_no_effect(tmp_path: Path, overlay: str) -> None:
    assert checked(tmp_path, overlay) == []


def test_without_a_shortlist_of_the_base_the_end_is_a_good_place(tmp_path: Path) -> None:
    base = FACTS + stage("wawancara", MARKED)
    own = stage("tiga", SHORTLIST) + stage("x", GATE)
    assert checked(tmp_path, stage("x", GATE), base) == []
    assert checked(tmp_path, own, base) == []  # the file itself says the order
    alone = ujikom.parse_ruleset(HEAD.format("k/kota") + BASE + stage("x", GATE))
    assert ujikom.check(alone, plugins={}) == ()


def test_a_shortlist_that_was_taken_out_is_none(tmp_path: Path) -> None:
    removal = OPEN.replace('["add"]', '["add", "remove"]')
    base = BASE + removal.partition('[[open]]\nkey = "stages.*')[0]
    assert checked(tmp_path, stage("x", GATE) + stage("tiga", "remove = true\n"), base) == []


def test_the_hint_names_the_stage_before_the_nearest_shortlist(tmp_path: Path) -> None:
    two = BASE + stage("tes", GATE) + stage("satu", SHORTLIST.replace("Tiga nama", "Satu nama"))
    (found,) = checked(tmp_path, stage("x", GATE), two)
    assert (found.args["before"], found.args["behind"]) == ("tes", "satu")


def test_a_shortlist_that_begins_the_base_has_no_stage_before_it(tmp_path: Path) -> None:
    first = stage("tiga", SHORTLIST, 'by = "total-so-far"\n') + stage("wawancara", MARKED)
    (found,) = [e for e in checked(tmp_path, stage("x", GATE), FACTS + first) if e.code == "UJ379"]
    said = 'tulis after = "tiga" pada tahapan ini bila memang sesudahnya'
    assert hint_of(found, "id") == said


def test_what_a_base_between_added_is_told_at_its_file(tmp_path: Path) -> None:
    middle = tmp_path / "prov.toml"
    middle.write_text(extending("n/induk", "p/prov") + stage("x", GATE), "utf-8")
    (found,) = checked(tmp_path, "", over="p/prov")
    assert (found.code, found.place.file, found.path) == ("UJ379", str(middle), "stages.x.id")
    own = stage("x", "title = 'X'\n")  # of a stage that is there a title may be written
    assert [each.place.file for each in checked(tmp_path, own, over="p/prov")] == [str(middle)]


@pytest.mark.parametrize("overlay", ["banten/2019", "published/bkn-2016-wawancara-20"])
def test_overlays_of_the_project_say_where_their_stages_stand(overlay: str) -> None:
    assert [each for each in ujikom.check(overlay) if each.code == "UJ379"] == []


def test_the_three_names_of_an_open_selection_are_chosen_before_a_stage_at_the_end() -> None:
    text = extending("national/seleksi-terbuka", "k/kota") + FACTS + stage("kesehatan", GATE)
    (found,) = ujikom.check(ujikom.parse_ruleset(text))
    assert (found.code, found.args["before"]) == ("UJ379", "wawancara")
    later = ujikom.parse_ruleset(text + 'after = "wawancara"\n')
    assert ujikom.check(later) == ()


# --- the key that is natural and is not there


def before(tmp_path: Path, overlay: str, base: str = BASE) -> list[str]:
    found = checked(tmp_path, overlay, base)
    return [f"{e.code} {e.path} {e.args.get('nearest')}" for e in found]


def test_before_is_told_with_after(tmp_path: Path) -> None:
    at = "UJ201 stages.x.before"
    assert before(tmp_path, stage("x", GATE, 'before = "tiga"\n')) == [f'{at} after = "narasumber"']
    assert before(tmp_path, stage("x", GATE, 'before = "narasumber"\n')) == [
        f'{at} after = "wawancara"'
    ]
    for where in ('"wawancara"', '"lain"', "3"):  # nothing stands before it, or it is not there
        assert before(tmp_path, stage("x", GATE, f"before = {where}\n")) == [f"{at} "]
    found = checked(tmp_path, stage("x", GATE, 'before = "tiga"\n'))[0]
    assert hint_of(found, "id") == "mungkin maksudnya 'after = \"narasumber\"'"


def test_before_of_criteria_is_told_with_after(tmp_path: Path) -> None:
    row = "{{ id = '{}', scale = {{ lower = 0, upper = 100 }}, weight = 50 }}"
    inside = "{ id = 'dalam', criteria = [" + row.format("a") + ", " + row.format("b") + "] }"
    base = stage("w", 'kind = "panel"\n', f"criteria = [{inside}]\n")
    base += '[[open]]\nkey = "stages.w.criteria"\nmay = ["fill", "add"]\n'
    base += '[[open]]\nkey = "stages.w.criteria.dalam.criteria"\nmay = ["fill", "add"]\n'
    added = "{ id = 'c', weight = 0, scale = { lower = 0, upper = 100 }, before = 'b' }"
    own = stage("w", f"criteria = [{{ id = 'dalam', criteria = [{added}] }}]\n")
    assert before(tmp_path, own, base) == [
        'UJ201 stages.w.criteria.dalam.criteria.c.before after = "a"'
    ]


def test_elsewhere_before_is_any_unknown_key(tmp_path: Path) -> None:
    alone = ujikom.parse_ruleset(
        HEAD.format("k/kota") + BASE + stage("x", GATE, 'before = "tiga"\n'), file="kota.toml"
    )
    (found,) = ujikom.check(alone, plugins={})
    assert (found.code, found.args["nearest"]) == ("UJ201", "")
    part = stage("x", 'kind = "panel"\n', SCALE, "weight = 40\n",
                 'after = "wawancara"\n', 'pooling = { use = "mean", before = "tiga" }\n')  # fmt: skip
    assert before(tmp_path, WEIGHED + part) == ["UJ201 stages.x.pooling.before "]
