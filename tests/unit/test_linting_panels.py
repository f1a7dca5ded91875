"""Rules of a panel that contradict each other, and pooling that the panel leaves without a value."""

from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.compiled import stage
from tests.little_events import HEAD
from ujikom_rules.cli import main
from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of

MARKS = "scale = { lower = 0, upper = 100 }"
SEATS = "{ kind = 'a', count = 2 }, { kind = 'b', count = 1 }"
Place = tuple[int, int]


def pointed(rules: str) -> tuple[list[Finding], list[Place], list[Place]]:
    """The findings of some rules; where they have the marks ``»``, and the further ``›``."""
    at: list[Place] = []
    also: list[Place] = []
    lines = []
    for number, line in enumerate((HEAD + rules).splitlines(), start=1):
        left = line
        while mark := next((sign for sign in left if sign in "»›"), ""):
            before, _, after = left.partition(mark)
            (at if mark == "»" else also).append((number, len(before) + 1))
            left = before + after
        lines.append(left)
    return list(ujikom.check(ujikom.parse_ruleset("\n".join(lines) + "\n"), plugins={})), at, also


def two(one: str, other: str) -> str:
    """A ruleset with two compositions, one behind the other."""
    rules = "".join(f"[[panel]]\nuse = 'composition'\n{each}\n" for each in (one, other))
    return rules + stage("w", MARKS)


OF_ALL_ROLES = "a row without role counts the seats by role of its kind too"


@pytest.mark.parametrize(
    "one, other, severity, why",
    [
        ("size = { at-least = 5, at-most = ›5 }", "size = { at-least = »7, at-most = 7 }", "error",
         "at least 7 examiners, but at most 5 examiners"),
        ("size = { at-least = ›7, at-most = 7 }", "size = { at-least = 5, at-most = »5 }", "error",
         "at most 5 examiners, but at least 7 examiners"),
        ("size = { at-most = ›5 }", "size = { at-least = »7, severity = 'warning' }", "warning",
         "at least 7 examiners, but at most 5 examiners"),
        ("chair = ›1", "chair = »0", "error", "exactly 0 chairs, but exactly 1 chair"),
        ("chair = ›0", "chair = { count = »1, severity = 'warning' }", "warning",
         "exactly 1 chair, but exactly 0 chairs"),
        ("chair = ›0", "seats = [{ kind = 'a', role = 'chair', count = »1 }]", "error",
         "1 seat for chairs, but exactly 0 chairs"),
        ("size = { at-most = ›2 }", "chair = »3", "error", "exactly 3 chairs, but at most 2 examiners"),
        ("size = { at-most = ›3 }", "quorum = »4", "warning",
         "a quorum of 4, but at most 3 examiners"),
        ("size = { at-most = ›3 }", "quorum = { at-least = »4, severity = 'error' }", "error",
         "a quorum of 4, but at most 3 examiners"),
        ("seats = [{ kind = 'a', count = ›2 }]", "seats = [{ kind = 'a', count = »3 }]", "error",
         "kind a: 3 seats, but kind a: 2 seats"),
        ("seats = [{ kind = 'a', count = ›2 }]",
         "seats = [{ kind = 'a', role = 'chair', count = »1 }, { kind = 'a', role = 'member', count = ›2 }]",
         "error", "kind a: 3 seats by role, but kind a: 2 seats"),
        ("size = { at-most = ›2 }", "seats = [{ kind = 'a', count = »3 }]", "error",
         "3 seats in all, but at most 2 examiners"),
        ("size = { at-least = ›4 }", "seats = [{ kind = 'a', count = »3 }]", "warning",
         "3 seats in all, but at least 4 examiners"),  # of another kind there may be more
        ("size = { odd = »true }", "size = { at-least = ›4, at-most = ›4 }", "error",
         "at least 4 examiners and at most 4 examiners, but the number must be odd"),
        ("size = { odd = »true }", "seats = [{ kind = 'a', count = ›4 }]", "warning",
         "4 seats in all, but the number must be odd"),
        ("size = { odd = »true }",
         "seats = [{ kind = 'a', count = ›4 }, { kind = 'a', role = 'chair', count = ›1 }]", "warning",
         f"4 seats in all ({OF_ALL_ROLES}), but the number must be odd"),
        ("size = { at-most = ›2 }", "internal = { at-most = »45 }", "warning",
         "not even one examiner may be internal, at most 45 per cent of at most 2 examiners"),
        ("seats = ›[{ kind = 'a', count = 2 }]",
         "seats = [{ kind = 'a', count = 2 }, { kind = »'b', count = 1 }]", "warning",
         "kind b: 1 seat, but another rule of this panel has no seat for that kind"),
        # who has a conflict is not seated by the first, so it seats no more than the second
        ("conflict = 'unseat'\nsize = { at-least = ›7 }", "size = { at-most = »5 }", "error",
         "at most 5 examiners, but at least 7 examiners"),
        ("conflict = { effect = 'unseat' }\nsize = { at-least = ›7 }",
         "conflict = { effect = 'recuse' }\nsize = { at-most = »5 }", "error",
         "at most 5 examiners, but at least 7 examiners"),
    ],
)  # fmt: skip
def test_rules_that_no_panel_can_meet_together(
    one: str, other: str, severity: str, why: str
) -> None:
    (found,), at, also = pointed(two(one, other))
    assert (found.code, found.severity) == ("UJ370", severity)
    assert [(found.place.line, found.place.column)] == at
    assert [(each.line, each.column) for each in found.related] == also
    assert (
        text_of(found, "en") == f"this composition of the panel asks for what is impossible: {why}"
    )


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "size = { at-least = 5, at-most = 9, odd = true }",
            "size = { at-least = 7, at-most = 7 }",
        ),
        ("chair = 1", "seats = [{ kind = 'a', role = 'chair' }, { kind = 'b', count = 2 }]"),
        ("seats = [{ kind = 'a', count = 2 }]", "seats = [{ kind = 'a', count = 2 }]\nquorum = 2"),
        # the second seats fewer than the first: those with a conflict are the difference
        ("size = { at-least = 7 }", "conflict = 'unseat'\nsize = { at-most = 5 }"),
        ("size = { at-least = 4, at-most = 4 }", "conflict = 'unseat'\nsize = { odd = true }"),
        ("size = { odd = true }", "size = { at-least = 4, at-most = 5 }"),
        ("chair = 1", "conflict = 'unseat'\nchair = 0"),
    ],
)
def test_rules_that_some_panel_meets(one: str, other: str) -> None:
    assert pointed(two(one, other))[0] == []


def test_a_city_that_contradicts_the_nation_is_told_in_its_own_file(tmp_path: Path) -> None:
    open_ = "[[open]]\nkey = 'panel'\nmay = ['add']\n"
    rule = "[[panel]]\nuse = 'composition'\nsize = { at-least = %d, at-most = %d }\n"
    base = HEAD.replace("kota/contoh", "nasional/uji").replace("uji/contoh", "nasional/uji")
    (tmp_path / "nasional.toml").write_text(base + rule % (5, 5) + open_ + stage("w", MARKS))
    extends = 'extends = "nasional/uji"\n'
    (tmp_path / "kota.toml").write_text(HEAD + extends + rule % (7, 7))
    (found,) = ujikom.check(str(tmp_path / "kota.toml"), rulesets=[tmp_path], plugins={})
    assert (found.code, found.severity) == ("UJ370", "error")
    assert Path(found.place.file).name == "kota.toml"
    assert [Path(each.file).name for each in found.related] == ["nasional.toml"]


# ------------------------------------------------------------------ what pools the marks


def pooled(panel: str, *keys: str) -> str:
    return f"[panel]\nuse = 'composition'\n{panel}\n" + stage("w", MARKS, *keys)


@pytest.mark.parametrize(
    "rules, severity, why",
    [
        (pooled("size = { at-most = ›4 }", "pooling = { use = 'trimmed-mean', drop = »2 }"), "error",
         "drop = 2 needs 5 marks, but at most 4 examiners"),
        (pooled("size = { at-least = 2, at-most = ›2 }", "pooling = { use = 'trimmed-sum', drop = »1 }"),
         "error", "drop = 1 needs 3 marks, but at most 2 examiners"),
        (pooled("size = { at-most = ›4, severity = 'warning' }",
                "pooling = { use = 'trimmed-mean', drop = »2 }"), "warning",
         "drop = 2 needs 5 marks, but at most 4 examiners"),
        (pooled("size = { at-most = 9 }\nseats = [{ kind = 'a', count = ›4 }]",
                "pooling = { use = 'trimmed-mean', drop = »2 }"), "warning",
         "drop = 2 needs 5 marks, but 4 seats in all"),
        (pooled("size = { at-most = ›4 }", "pool-by = 'examiner'",
                "pooling = { use = 'trimmed-mean', drop = »2 }", f"each = {{ {MARKS} }}",
                "criteria = [{ id = 'x', weight = 50 }, { id = 'y', weight = 50 }]"), "error",
         "drop = 2 needs 5 marks, but at most 4 examiners"),
        (pooled("size = { at-most = ›4 }",
                f"each = {{ {MARKS}, pooling = {{ use = 'trimmed-mean', drop = »2 }} }}",
                "criteria = [{ id = 'x', weight = 50 }, { id = 'y', weight = 50 }]"), "error",
         "drop = 2 needs 5 marks, but at most 4 examiners"),
        (stage("w", MARKS, "panel = { use = 'composition', size = { at-most = ›2 } }",
               "pooling = { use = 'rooms-first', inside = { use = 'trimmed-mean', drop = »1 } }"),
         "error", "drop = 1 needs 3 marks, but at most 2 examiners"),
        (pooled("seats = [{ kind = 'a', count = ›2 }, { kind = 'b', count = 3 }, { kind = 'c', count = 0 }]",
                "pooling = { use = 'rooms-first', by = 'kind', "
                "inside = { use = 'trimmed-mean', drop = »1 } }"),
         "error", "drop = 1 needs 3 marks, but kind a: 2 seats"),
        (pooled("chair = ›1", "pooling = { use = 'rooms-first', by = 'role', "
                "inside = { use = 'trimmed-mean', drop = »1 } }"),
         "error", "drop = 1 needs 3 marks, but exactly 1 chair"),
        (pooled("chair = ›0", "pooling = { use = 'chair-weighted', chair = »40 }"), "error",
         "the chair has a share, but exactly 0 chairs"),
        (pooled("seats = [{ kind = 'a', role = 'member', count = ›2 }]",
                "pooling = { use = 'chair-weighted', chair = »40 }"), "warning",
         "the chair has a share, but no seat for a chair"),
        (pooled(f"seats = [{SEATS.replace('= 1', '= ›1')}]",
                "pooling = { use = 'rooms-first', by = 'kind', weights = »{ a = 100 } }"), "error",
         "the kind b has no weight"),
        (pooled(f"seats = [{SEATS.replace('= 1', f'= ›1, severity = {chr(39)}warning{chr(39)}')}]",
                "pooling = { use = 'rooms-first', by = 'kind', weights = »{ a = 100 } }"), "warning",
         "the kind b has no weight"),
    ],
)  # fmt: skip
def test_pooling_that_a_panel_leaves_without_a_value(rules: str, severity: str, why: str) -> None:
    (found,), at, also = pointed(rules)
    assert (found.code, found.severity) == ("UJ377", severity)
    assert [(found.place.line, found.place.column)] == at
    assert [(each.line, each.column) for each in found.related] == also
    assert text_of(found, "en").endswith(f"never gives a value: {why}")


@pytest.mark.parametrize(
    "weights, severity, hint",
    [
        ("{ a = 60, »bb = 40 }", "error", "perhaps 'b' is meant"),
        ("{ a = 60, b = 30, »zzz = 10 }", "warning", "take the weight out, or add the seat in [panel]"),
        ("{ a = 60, b = 30, »aa = 10 }", "warning", "perhaps 'a' is meant"),
    ],
)  # fmt: skip
def test_a_weight_for_a_kind_without_a_seat(weights: str, severity: str, hint: str) -> None:
    seats = SEATS.replace("'b'", "›'b'") if "bb" in weights else SEATS
    seats = seats.replace("'a'", "›'a'") if "aa" in weights else seats
    pooling = f"pooling = {{ use = 'rooms-first', by = 'kind', weights = {weights} }}"
    (found,), at, also = pointed(pooled(f"seats = [{seats}]", pooling))
    assert (found.code, found.severity) == ("UJ378", severity)
    assert [(found.place.line, found.place.column)] == at
    assert [(each.line, each.column) for each in found.related] == also
    assert hint_of(found, "en") == hint


@pytest.mark.parametrize(
    "rules",
    [
        pooled("size = { at-most = 5 }", "pooling = { use = 'trimmed-mean', drop = 2 }"),
        pooled("size = { at-least = 3 }", "pooling = { use = 'trimmed-mean', drop = 2 }"),
        pooled("chair = 1", "pooling = { use = 'chair-weighted', chair = 40 }"),
        pooled(f"seats = [{SEATS}]", "pooling = { use = 'chair-weighted', chair = 40 }"),
        pooled(f"seats = [{SEATS}]",
               "pooling = { use = 'rooms-first', by = 'kind', weights = { a = 60, b = 40 } }"),
        pooled(f"seats = [{SEATS}, {{ kind = 'c', count = 0 }}]",
               "pooling = { use = 'rooms-first', by = 'kind', weights = { a = 60, b = 40 } }"),
        pooled("chair = 1",
               "pooling = { use = 'rooms-first', by = 'kind', weights = { a = 60, b = 40 } }"),
        pooled(f"seats = [{SEATS}]",
               "pooling = { use = 'rooms-first', by = 'room', weights = { satu = 60, dua = 40 } }"),
        pooled("chair = 0", "pooling = { use = 'rooms-first', by = 'role', "
               "inside = { use = 'trimmed-mean', drop = 1 } }"),
        pooled(f"seats = [{SEATS}]", "pooling = { use = 'rooms-first', by = 'kind' }"),
    ],
)  # fmt: skip
def test_pooling_that_suits_its_panel(rules: str) -> None:
    assert pointed(rules)[0] == []


def test_what_is_seen_last_keeps_nothing_else_from_being_looked_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kota.toml").write_text(HEAD + two("chair = 1", "chair = 0"))
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", "check", str(tmp_path / "kota.toml")])
    assert ended.value.code == 1
    said = capsys.readouterr()
    assert "UJ370" in said.err
    assert "1 error" in said.out
    assert "is looked into once" not in said.out  # it has been
