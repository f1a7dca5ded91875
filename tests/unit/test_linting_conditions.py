"""Conditions that are always met or never, each alone and several over one subject together."""

import pytest

import ujikom_rules as ujikom
from tests.compiled import stage
from tests.little_events import HEAD
from ujikom_rules.messages import text_of

CATEGORIES = "classifier = { use = 'bands', lower = { rendah = 0, tinggi = 60 } }"
RULES = """[facts]
n = { type = 'number', lower = 0, upper = 10 }
i = { type = 'number', lower = 0, upper = 10, step = 1 }
k = { type = 'number', step = 1 }
t = { type = 'years', since = 'd' }
d = { type = 'date' }
s = { type = 'level', levels = ['S1', 'S2', 'S3'] }
o = { type = 'text', one-of = ['a', 'b', 'c'] }
x = { type = 'text' }
y = { type = 'yes-no' }
""" + stage("w", "scale = { lower = 0, upper = 100 }", CATEGORIES)
BEFORE = "require = "


def told(require: str) -> list[tuple[str, int, list[int], str]]:
    """What is said of a gate: the code, the column in what it requires, further ones, the text."""
    rules = RULES + stage("g", f"{BEFORE}{require}", kind="threshold-gate")
    found = ujikom.check(ujikom.parse_ruleset(HEAD + rules), plugins={})
    return [
        (
            each.code,
            each.place.column - len(BEFORE),
            [other.column - len(BEFORE) for other in each.related],
            text_of(each, "en"),
        )
        for each in found
    ]


@pytest.mark.parametrize(
    "require, code, text",
    [
        ("{ all = [{ stage = 'w', at-least = ›80 }, { stage = 'w', below = »70 }] }", "UJ365",
         "the bound 'at-least 80 and below 70' is never met: 'w' is never both at once"),
        ("{ stage = 'w', at-least = ›80, below = »80 }", "UJ365",
         "the bound 'at-least 80 and below 80' is never met: 'w' is never both at once"),
        ("{ any = [{ stage = 'w', at-least = ›70 }, { stage = 'w', below = »70 }] }", "UJ364",
         "the bound 'at-least 70 or below 70' is always met: 'w' is always one of the two"),
        (("{ any = [{ stage = 'w', above = ›70 }, { stage = 'w', is = ›70 }, "
         "{ stage = 'w', below = »70 }] }"), "UJ364",
         "the bound 'above 70 or is 70 or below 70' is always met: 'w' is always one of these"),
        # of several only those that contradict each other
        (("{ all = [{ stage = 'w', at-least = ›80 }, { fact = 'y', is = true }, "
         "{ stage = 'w', above = 10 }, { all = [{ stage = 'w', below = »70 }] }] }"), "UJ365",
         "the bound 'at-least 80 and below 70' is never met: 'w' is never both at once"),
        # in joins inside others
        (("{ any = [{ not = { all = [{ fact = 'x', is = ›'a' }, { fact = 'x', is = »'b' }] } }, "
         "{ fact = 'y', is = true }] }"), "UJ365",
         "the bound 'is a and is b' is never met: 'x' is never both at once"),
        (("{ all = [{ any = [{ stage = 'w', at-least = ›90 }, { stage = 'w', below = ›10 }] }, "
         "{ stage = 'w', is = »50 }] }"), "UJ365",
         "the bound 'any (at-least 90; below 10) and is 50' is never met: 'w' is never both at once"),
        (("{ any = [{ all = [{ fact = 'n', above = ›2 }, { fact = 'n', is = ›4 }] }, "
         "{ not = { fact = 'n', is = »4 } }] }"), "UJ364",
         "the bound 'all (above 2; is 4) or not (is 4)' is always met: 'n' is always one of the two"),
        # each kind of subject
        ("{ all = [{ category = 'w', is = ›'rendah' }, { category = 'w', is = »'tinggi' }] }", "UJ365",
         "the bound 'is rendah and is tinggi' is never met: 'w' is never both at once"),
        (("{ all = [{ fact = 's', above = ›'S1' }, { fact = 's', below = ›'S3' }, "
         "{ not = { fact = 's', is = »'S2' } }] }"), "UJ365",
         ("the bound 'above S1 and below S3 and not (is S2)' is never met: "
         "'s' is never all of these at once")),
        ("{ all = [{ fact = 'i', above = ›2 }, { fact = 'i', below = »3 }] }", "UJ365",
         "the bound 'above 2 and below 3' is never met: 'i' is never both at once"),
        ("{ all = [{ fact = 't', above = ›2 }, { fact = 't', below = »3 }] }", "UJ365",
         "the bound 'above 2 and below 3' is never met: 't' is never both at once"),
        ("{ all = [{ fact = 'd', at-least = ›2024-01-02 }, { fact = 'd', below = »2024-01-02 }] }",
         "UJ365", ("the bound 'at-least 2024-01-02 and below 2024-01-02' is never met: "
         "'d' is never both at once")),
        ("{ any = [{ fact = 'y', is = ›true }, { fact = 'y', is = »false }] }", "UJ364",
         "the bound 'is true or is false' is always met: 'y' is always one of the two"),
        ("{ any = [{ fact = 'o', one-of = ›['a', 'b'] }, { fact = 'o', is = »'c' }] }", "UJ364",
         "the bound 'one-of a, b or is c' is always met: 'o' is always one of the two"),
        # whether it is there at all
        ("{ any = [{ fact = 'y', given = ›true }, { fact = 'y', given = »false }] }", "UJ364",
         "the bound 'given true or given false' is always met: 'y' is always one of the two"),
        ("{ fact = 'n', is = ›2, given = »false }", "UJ365",
         "the bound 'is 2 and given false' is never met: 'n' is never both at once"),
        ("{ all = [{ evidence = ›'b' }, { not = { evidence = »'b' } }] }", "UJ365",
         "the bound 'given true and not (given true)' is never met: 'b' is never both at once"),
        # one alone
        ("{ category = 'w', one-of = »['rendah', 'tinggi'] }", "UJ364",
         "the bound 'one-of rendah, tinggi' is always met: 'w' is one of rendah, tinggi"),
        ("{ fact = 's', one-of = »['S1', 'S2', 'S3'] }", "UJ364",
         "the bound 'one-of S1, S2, S3' is always met: 's' is S1 to S3"),
        ("{ fact = 'o', one-of = »['c', 'a', 'b'] }", "UJ364",
         "the bound 'one-of c, a, b' is always met: 'o' is one of a, b, c"),
        ("{ fact = 'y', one-of = »[true, false] }", "UJ364",
         "the bound 'one-of true, false' is always met: 'y' is one of true, false"),
        ("{ fact = 'n', one-of = »[] }", "UJ365", "the bound 'one-of []' is never met: 'n' is 0 to 10"),
    ],
)  # fmt: skip
def test_conditions_that_decide_are_told_under_the_last_of_them(
    require: str, code: str, text: str
) -> None:
    bare = require.replace("»", "").replace("›", "")
    column = require.replace("›", "").index("»") + 1
    marked = require.replace("»", "")
    also = [
        at - number + 1 for number, at in enumerate(i for i, c in enumerate(marked) if c == "›")
    ]
    assert told(bare) == [(code, column, also, text)]


@pytest.mark.parametrize(
    "require",
    [
        "{ any = [{ stage = 'w', at-least = 70 }, { stage = 'w', below = 69.5 }] }",
        "{ all = [{ stage = 'w', at-least = 80 }, { fact = 'n', below = 7 }] }",
        "{ stage = 'w', at-least = 80, at-most = 80 }",
        "{ all = [{ fact = 'n', above = 2 }, { fact = 'n', below = 3 }] }",
        "{ all = [{ fact = 'k', above = 2 }, { fact = 'k', below = 3 }] }",
        "{ all = [{ fact = 'd', at-least = 2024-01-02 }, { fact = 'd', at-most = 2024-01-02 }] }",
        "{ fact = 'x', one-of = ['a', 'b', 'c'] }",
        "{ any = [{ fact = 'x', is = 'a' }, { fact = 'x', is = 'b' }] }",
        "{ any = [{ fact = 'y', is = true }, { fact = 'y', given = false }] }",
        "{ fact = 'd', given = true }",
        "{ fact = 's', given = true, at-least = 'S2' }",
        "{ category = 'w', one-of = ['rendah'] }",
        "{ not = { fact = 'o', is = 'a' } }",
        (
            "{ any = [{ all = [{ stage = 'w', below = 70 }, { fact = 'y', is = true }] }, "
            "{ stage = 'w', at-least = 70 }] }"
        ),
    ],
)
def test_conditions_that_part_somebody_are_left_alone(require: str) -> None:
    assert told(require) == []


def test_what_one_decides_alone_is_told_of_that_one() -> None:
    always = "{ all = [{ stage = 'w', at-least = 0 }, { stage = 'w', at-least = 80 }] }"
    assert [(code, column) for code, column, _, _ in told(always)] == [
        ("UJ364", always.index("0 }") + 1)
    ]
    never = "{ all = [{ stage = 'w', above = 100 }, { stage = 'w', at-least = 80 }] }"
    assert [(code, column) for code, column, _, _ in told(never)] == [
        ("UJ365", never.index("100") + 1)
    ]


def test_whether_a_shortlist_kept_somebody_is_known_of_nobody() -> None:
    short = stage("s", "keep = 3", kind="shortlist")
    gate = "require = { any = [{ stage = 's', given = true }, { fact = 'y', is = true }] }"
    rules = RULES + short + stage("g", gate, kind="threshold-gate")
    assert ujikom.check(ujikom.parse_ruleset(HEAD + rules), plugins={}) == ()


def test_the_cases_of_a_value_function_are_looked_at_too() -> None:
    when = "{ all = [{ fact = 'n', at-least = 8 }, { fact = 'n', below = 7 }] }"
    cases = (
        f"value = {{ use = 'conditions', otherwise = 0, cases = [{{ when = {when}, value = 1 }}] }}"
    )
    rules = RULES.replace(CATEGORIES, cases)
    (found,) = ujikom.check(ujikom.parse_ruleset(HEAD + rules), plugins={})
    assert (found.code, found.path) == ("UJ365", "stages.w.value.cases.0.when.all.1.below")
