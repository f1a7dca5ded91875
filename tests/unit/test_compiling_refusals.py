"""What a part refuses of its own keys stands under the exact word, with what contradicts it."""

import pytest
from attrs import frozen

from tests.compiled import HEAD, findings_of, module, stage
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import LANGS, hint_of, text_of
from ujikom_rules.plugin import Figure, Item, NodeAt, Part, Refusal, Text

LEVELS = "scale = { levels = [{ value = 1, id = 'baik' }, { value = 2, id = 'cukup' }] }"
MARKS = "scale = { lower = 0, upper = 100 }"
OTHERWISE = "mend or complete what stands here"


def pointed(rules: str) -> tuple[Finding, Place, tuple[Place, ...]]:
    """The one finding of some rules; where they have the marks ``»``, and the further ``›``."""
    at: list[Place] = []
    also: list[Place] = []
    lines = []
    for number, line in enumerate((HEAD + rules).splitlines(), start=1):
        left = line
        while mark := next((sign for sign in left if sign in "»›"), ""):
            before, _, after = left.partition(mark)
            (at if mark == "»" else also).append(Place("", number, len(before) + 1))
            left = before + after
        lines.append(left)
    (found,) = findings_of("\n".join(lines[HEAD.count("\n") :]) + "\n")
    assert found.code == "UJ513"
    for lang in LANGS:
        assert text_of(found, lang)
        assert hint_of(found, lang)
    return found, at[0], tuple(also)


def bare(place: Place) -> Place:
    return Place("", place.line, place.column)


def axis(stage: str, *bands: str) -> str:
    return f"{{ stage = '{stage}', bands = [{', '.join(bands)}] }}"


def matrix(x: str, y: str, cells: str) -> str:
    both = stage("p", MARKS, "weight = 50") + stage("k", MARKS, "weight = 50")
    keys = f"x = {x}\ny = {y}\ncells = {{ {cells} }}\n"
    return f"{both}[decision.classifier]\nuse = 'matrix'\n{keys}"


LOW_X, HIGH_X = "{ id = 'rendah', below = 80 }", "{ id = 'tinggi', at-least = 80 }"
LOW_Y, HIGH_Y = "{ id = 'bawah', below = 80 }", "{ id = 'atas', at-least = 80 }"
X, Y = axis("p", LOW_X, HIGH_X), axis("k", LOW_Y, HIGH_Y)
CELLS = "'rendah/bawah' = '1', 'rendah/atas' = '2', 'tinggi/bawah' = '3', 'tinggi/atas' = '4'"


@pytest.mark.parametrize(
    "rules, hint",
    [
        # a misspelt cell, where its axis has no such band
        (matrix(X.replace("[", "›["), Y, CELLS.replace("'rendah/atas'", "»'renda/atas'")),
         "perhaps 'rendah/atas' is meant"),
        (matrix(X, Y.replace("[", "›["), CELLS.replace("'tinggi/atas'", "»'tinggi/ats'")),
         "perhaps 'tinggi/atas' is meant"),
        # a misspelt band, of which all cells know another name
        (matrix(axis("p", LOW_X, HIGH_X.replace("'tinggi'", "»'tingi'")), Y,
                CELLS.replace("'3'", "›'3'")), "perhaps 'tinggi' is meant"),
        (matrix(X, axis("k", LOW_Y, HIGH_Y.replace("'atas'", "»'atass'")),
                CELLS.replace("'2'", "›'2'")), "perhaps 'atas' is meant"),
        # a band whose cells are lacking
        (matrix(axis("p", LOW_X, HIGH_X.replace("'tinggi'", "›'tinggi'")), Y, "X")
         .replace("cells = { X", "cells = »{ 'rendah/bawah' = '1', 'rendah/atas' = '2'"),
         OTHERWISE),
        (stage("w", MARKS, "classifier = { use = 'bands', lower = »{ a = 0 }, "
               "bands = ›[{ id = 'a', at-least = 0 }] }"), OTHERWISE),
        (stage("w", MARKS, "classifier = { use = 'bands', lower = { a = ›0, b = »0 } }"), OTHERWISE),
        (stage("w", MARKS, "classifier = { use = 'bands', lower = { a = »1, b = 50 } }"), OTHERWISE),
        (stage("w", MARKS, "classifier = { use = 'bands', bands = "
               "[{ id = 'a', below = ›50 }, { id = 'b', above = »50 }] }"), OTHERWISE),
        (stage("w", MARKS, "classifier = { use = 'bands', bands = "
               "[{ id = 'a', below = 50 }, { id = 'b', at-least = 50, at-most = »90 }] }"), OTHERWISE),
        (stage("w", MARKS, "value = { use = 'bands', bands = "
               "[{ value = 1, at-least = ›50, above = »50 }] }"), OTHERWISE),
        (stage("w", MARKS, "value = { use = 'bands', bands = "
               "[{ value = 1, below = ›50, at-most = »50 }] }"), OTHERWISE),
        (stage("w", MARKS, "value = { use = 'bands', bands = "
               "[{ value = 1, at-least = ›50, below = »40 }] }"), OTHERWISE),
        (stage("w", MARKS, "value = { use = 'linear', from = [›5, »5], to = [0, 1] }"), OTHERWISE),
        (stage("w", MARKS, "value = { use = 'reversed', lower = »5, upper = ›5 }"), OTHERWISE),
        (stage("w", LEVELS, "value = { use = 'levels', points = { baik = 1, »cukpu = 2 } }"),
         "perhaps 'cukup' is meant"),
        (stage("w", LEVELS, "value = { use = 'levels', points = { baik = 1, »elok = 2 } }"), OTHERWISE),
        (stage("w", LEVELS, "value = { use = 'levels', points = »{ baik = 1 } }"), OTHERWISE),
        # the key holds a point itself
        (stage("w", "scale = { lower = 4, upper = 5, step = 0.5 }",
               "value = { use = 'levels', points = { 4 = 1, »'4.50' = 2, 5 = 2 } }"),
         "perhaps '4.5' is meant"),
        (stage("w", MARKS, "target = 50",
               "value = { use = 'gap', table = [[›0, 1], [1, 2], [»0, 3]] }"), OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', inside = »'weighted-mean' }"), OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', inside = { use = »'weighted-mean' } }"),
         OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', over = »'weighted-mean' }"), OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', over = »'mean', weights = ›{ a = 1 } }"),
         OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', weights = { a = 10, b = »-1 } }"), OTHERWISE),
        (stage("w", MARKS, "pooling = { use = 'rooms-first', by = ›'role', "
               "weights = { chair = 40, »membre = 60 } }"), "perhaps 'member' is meant"),
        ("[panel]\nuse = 'composition'\nsize = { at-least = ›7, at-most = »5 }\n" + stage("w", MARKS),
         OTHERWISE),
        ("[panel]\nuse = 'composition'\nsize = { at-least = 4, at-most = »4, odd = ›true }\n"
         + stage("w", MARKS), OTHERWISE),
        ("[panel]\nuse = 'composition'\nsize = { at-most = »0 }\n" + stage("w", MARKS), OTHERWISE),
        ("[panel]\nuse = 'composition'\nseats = [{ kind = 'a', count = »-1 }]\n" + stage("w", MARKS),
         OTHERWISE),
        ("[panel]\nuse = 'composition'\ninternal = { at-most = »101 }\n" + stage("w", MARKS), OTHERWISE),
        ("[facts]\nf = { type = 'text', one-of = ['II.b'] }\n" + stage("w", MARKS)
         + "[decision]\nweighting = { use = 'by-fact', fact = 'f', table = { 'II.b' = { w = »99 } } }\n",
         OTHERWISE),
    ],
)  # fmt: skip
def test_a_refusal_stands_under_its_word(rules: str, hint: str) -> None:
    found, at, also = pointed(rules)
    assert bare(found.place) == at
    assert tuple(map(bare, found.related)) == also
    assert hint_of(found, "en") == hint


@frozen(kw_only=True)
class Straying:
    """Says what is wrong by a way that leads nowhere, or only half."""

    way: str
    also: str = ""

    def __attrs_post_init__(self) -> None:
        text = Text("salah", "wrong")
        raise Refusal(text, self.way, self.also, at_key=True, known=("jauh",))

    def combine(self, items: object, at: NodeAt) -> Figure | None:
        raise NotImplementedError

    def of(self, item: Item) -> None:
        raise NotImplementedError


@pytest.mark.parametrize(
    "way, also, column",
    [
        ("nowhere", "nowhere", 11),  # the table
        ("way", "way", 36),  # its key
        ("way.more", "way.more", 42),  # as far as it leads, and what stands there
    ],
)
def test_a_way_is_followed_as_far_as_it_leads(way: str, also: str, column: int) -> None:
    plugin = {"demo": module(aggregators=[Part("straying", Straying)])}
    pooling = f"pooling = {{ use = 'demo:straying', way = '{way}', also = '{also}' }}"
    rules = '[plugins]\ndemo = "1.0"\n' + stage("w", MARKS, pooling)
    (found,) = findings_of(rules, plugin)
    assert (found.code, found.place.column) == ("UJ513", column)
    assert len(found.related) == (way == "way")
