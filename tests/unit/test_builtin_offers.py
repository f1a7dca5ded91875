import inspect
from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from ujikom_rules import builtin
from ujikom_rules.contract.fields import fields_of
from ujikom_rules.contract.hookspecs import API, OFFERS
from ujikom_rules.contract.roles import ROLES
from ujikom_rules.names import is_id
from ujikom_rules.plugin import Part, Text


def offered(hook: str) -> Iterable[Part[Any]]:
    found = getattr(builtin, hook)()
    assert isinstance(found, Iterable)
    return found


EVERY = [(hook, part) for hook in OFFERS for part in offered(hook)]


def test_the_core_says_who_it_is() -> None:
    info = builtin.ujikom_plugin_info()
    assert info.api == API
    assert info.title == Text("Bagian bawaan", "Built-in parts")


@pytest.mark.parametrize("hook", OFFERS)
def test_every_offer_has_parts_with_names_of_their_own(hook: str) -> None:
    names = [part.name for part in offered(hook)]
    assert names
    assert len(set(names)) == len(names)
    assert all(is_id(name) for name in names)


@pytest.mark.parametrize("hook, part", EVERY)
def test_every_part_is_a_documented_frozen_class_with_its_method(
    hook: str, part: Part[Any]
) -> None:
    made = part.make
    assert inspect.isclass(made)
    assert attrs.has(made)
    assert all(field.kw_only for field in attrs.fields(made))
    method, _ = ROLES[hook.removeprefix("ujikom_")]
    method = "score_all" if hook == "ujikom_stage_kinds" and part.cohort else method
    assert callable(getattr(made, method))
    assert inspect.getdoc(made)


@pytest.mark.parametrize("hook, part", EVERY)
def test_every_part_has_a_summary_in_both_languages(hook: str, part: Part[Any]) -> None:
    assert isinstance(part.summary, Text)
    for line in (part.summary.id, part.summary.en):
        assert line.endswith(".")
        assert "\n" not in line
    assert part.summary.id != part.summary.en


@pytest.mark.parametrize("hook,part", EVERY)
def test_every_part_can_be_written_in_toml(hook: str, part: Part[Any]) -> None:
    keys = [field.key for field in fields_of(part.make)]  # type: ignore[arg-type]
    assert len(set(keys)) == len(keys)
    assert not {"use", "on", "order", "id", "kind", "weight"} & set(keys)
