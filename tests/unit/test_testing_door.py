"""The kit's own door: what it offers, what it loads, and what it says where an extra is missing."""

import builtins
import subprocess
import sys
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.fakes import fig
from ujikom_rules import testing
from ujikom_rules.builtin.aggregators import Mean
from ujikom_rules.exact import Rounding
from ujikom_rules.model import predicate
from ujikom_rules.plugin import Examiner, Fact, FactValue, Text
from ujikom_rules.testing import Mark, Node, PanelTable, Settled, Sibling


def test_everything_that_is_offered_is_there() -> None:
    assert dir(testing) == sorted(testing.__all__)
    for name in testing.__all__:
        assert getattr(testing, name).__doc__
    with pytest.raises(AttributeError, match="'nothing'"):
        testing.nothing  # noqa: B018


def test_pytest_loads_none_of_it_beforehand() -> None:
    code = """
import sys
import ujikom_rules.testing.pytest_plugin
heavy = {"hypothesis", "pluggy._none", "tomli", "attrs", "ujikom_rules.api", "ujikom_rules.model"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["aggregator_laws", "strategies"])
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    real = builtins.__import__

    def without(module: str, *rest: Any, **more: Any) -> Any:
        if module.partition(".")[0] == "hypothesis":
            raise ModuleNotFoundError("No module named 'hypothesis'", name="hypothesis")
        return real(module, *rest, **more)

    for module in [each for each in sys.modules if each.startswith("ujikom_rules.testing.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delitem(vars(testing), name, raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModuleNotFoundError, match=r'hypothesis is missing: .*rules\[testing\]"'):
        getattr(testing, name)


def test_another_missing_module_is_not_taken_for_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name="ujikom_rules.other")

    monkeypatch.setattr(testing, "import_module", missing)
    monkeypatch.delitem(vars(testing), "panel_laws", raising=False)
    with pytest.raises(ModuleNotFoundError, match="No module named"):
        testing.panel_laws  # noqa: B018


# --- the stand-ins


def test_a_node_answers_as_the_engine_does() -> None:
    facts: dict[str, FactValue] = {"years": fig(3), "head": True, "since": date(2020, 1, 1)}
    node = Node(facts=facts, rounding=Rounding(0), owed={"kind": frozenset({"akademisi"})})
    assert node.candidacy.id == "A01"
    assert node.fact("head") is True
    assert node.fact(Fact("nowhere")) is None
    assert node.number(fig(5)).value == 5  # type: ignore[union-attr]
    assert node.number(Fact("years")) is facts["years"]
    assert node.number(Fact("head")) is None
    asked = predicate.Test("fact", "years", (("at-least", fig(3)),))
    assert node.holds(asked) is True
    assert node.holds(predicate.Test("stage", "wawancara", (("at-least", fig(3)),))) is None
    marks = [Mark("a", fig(4)), node.item("b", fig(7))]
    assert node.combine(Mean(), marks).value == Fraction(11, 2)  # type: ignore[union-attr]
    assert node.combine(Mean(), []) is None
    assert node.rating(marks[0], fig("4.5")).value == 5
    assert node.corrected == {"a": Fraction(5)}
    assert node.room(Examiner(id="E1")) == ""
    assert node.room(Examiner(id="E1", room="r1")) == "r1"
    assert node.groups_owed("kind") == frozenset({"akademisi"})
    assert node.groups_owed("room") == frozenset()
    assert node.place("gap", fig(1)) is node.placed["gap"]
    node.find(Text("lihat", "look"))
    assert node.found == [("warning", "look")]


def test_a_mark_has_its_term() -> None:
    assert Mark("a", fig(80), weight=fig(25)).term.value == 20
    assert Mark("a", fig(80), factor=fig("0.5")).term.value == 40
    assert Mark("a", fig("80.5"), rounding=Rounding(0)).term.value == 81
    assert Sibling("a", fig(40)).weight is not None


def test_a_panel_keeps_what_is_said_of_it() -> None:
    table = PanelTable(examined=frozenset({"P1"}))
    table.find(Text("salah", "wrong"), examiner="E1", key="size")
    assert table.found == [("error", "E1", "size", "wrong")]


def test_a_settled_candidacy_has_values_and_ranks() -> None:
    settled = Settled(
        value=fig(1), values={"a": fig(2), "a.b": fig(3)}, ranks={"years": fig(4)}, standing="rank"
    )
    assert [settled.at("a"), settled.at("a", "b"), settled.at("c")] == [
        settled.values["a"],
        settled.values["a.b"],
        None,
    ]
    assert settled.rank_of(Fact("years")) is settled.ranks["years"]
    assert settled.rank_of("head") is None
    assert settled.place("lot", fig(1)).address == "lot:rank"
