"""Workings as lists within lists: what is beneath what, and that no text becomes HTML."""

from typing import Any
from xml.etree import ElementTree as ET

from ujikom_rules.model.told import Told
from ujikom_rules.office.report.nesting import nested


def told(depth: int, label: str, value: str = "1", **more: Any) -> Told:
    return Told(depth=depth, label=label, value=value, stands=(), **more)


def read(page: str) -> ET.Element:
    return ET.fromstring(page)  # noqa: S314 - made here


def labels(lists: ET.Element) -> list[object]:
    """The labels as lists within lists, as a reader of the page finds them."""
    found: list[object] = []
    for line in lists:
        found.append((line.text or "").strip())
        found += [labels(inside) for inside in line.findall("ul")]
    return found


def test_each_line_stands_beneath_the_one_that_it_makes() -> None:
    depths = {"a": 0, "b": 1, "c": 2, "d": 2, "e": 1, "f": 0, "g": 1, "h": 2}
    page = nested([told(depth, name) for name, depth in depths.items()], "", "id")
    assert labels(read(page)) == [
        "a", ["b", ["c", "d"], "e"], "f", ["g", ["h"]],
    ]  # fmt: skip


def test_no_text_of_a_working_becomes_html() -> None:
    bad = "<b>&\"'"
    line = told(0, f"label {bad}", rule=f"rule {bad}", source=f"source {bad}", place=f"place {bad}")
    page = read(nested([line, told(1, "x", again=True)], f"above {bad}", "id"))
    texts = {each.tag: each.text for each in page[0]}
    assert page[0].text == f"label {bad} "
    assert texts["cite"] == f"source {bad}"
    assert texts["small"] == f"place {bad}"
    assert [each.text for each in page[0].iter("i")] == [f"rule {bad}", f"above {bad}"]


def test_a_line_says_its_value_in_the_language_and_its_place_without_folders() -> None:
    line = told(0, "nilai", "82.50", place="C:\\data\\nilai.xlsx › Wawancara › D14")
    assert "<b>82,50</b>" in nested([line], "", "id")
    assert "<b>82.50</b> <small>nilai.xlsx › Wawancara › D14</small>" in nested([line], "", "en")


def test_no_lines_are_no_list() -> None:
    assert nested([], "", "en") == ""


def test_whose_marks_did_not_count_is_said_beside_the_value() -> None:
    line = told(0, "nilai penguji digabung", uncounted="tidak dihitung: E2 <abstain>")
    assert " <i>tidak dihitung: E2 &lt;abstain&gt;</i>" in nested([line], "", "id")
