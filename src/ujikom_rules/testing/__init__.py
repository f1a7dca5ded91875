"""The kit for authors of plugins: does a plugin conform, do its parts keep the laws of their role.

Needs the extra ``testing`` (``pip install "ujikom-rules[testing]"``); nothing of it is loaded
before it is asked for.

Example:
    ::

        import ujikom_rules_kotaku
        from ujikom_rules.testing import aggregator_laws, assert_plugin_conforms, score_stage

        def test_the_plugin_conforms():
            assert_plugin_conforms(ujikom_rules_kotaku, namespace="kotaku")

        def test_the_best_mean_keeps_the_laws():
            aggregator_laws(BestMean(keep=2))

        def test_the_two_best_marks_count():
            pooling = {"use": "kotaku:best-mean", "keep": 2}
            scored = score_stage(
                "panel", [60, 80, 85], keys={"pooling": pooling},
                plugins={"kotaku": ujikom_rules_kotaku},
            )
            assert scored.value.text == "82.5"
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ujikom_rules.testing import strategies
    from ujikom_rules.testing.conforming import assert_plugin_conforms
    from ujikom_rules.testing.laws import (
        aggregator_laws,
        classifier_laws,
        panel_laws,
        value_function_laws,
        weighting_laws,
    )
    from ujikom_rules.testing.laws_of_stages import stage_laws
    from ujikom_rules.testing.scoring import StageScore, score_stage
    from ujikom_rules.testing.sheets import scoresheets
    from ujikom_rules.testing.views import Mark, Node, PanelTable, Settled, Sibling

__all__ = [
    "Mark",
    "Node",
    "PanelTable",
    "Settled",
    "Sibling",
    "StageScore",
    "aggregator_laws",
    "assert_plugin_conforms",
    "classifier_laws",
    "panel_laws",
    "score_stage",
    "scoresheets",
    "stage_laws",
    "strategies",
    "value_function_laws",
    "weighting_laws",
]

_HOMES = {
    "StageScore": "scoring",
    "assert_plugin_conforms": "conforming",
    "score_stage": "scoring",
    "scoresheets": "sheets",
    "stage_laws": "laws_of_stages",
    **dict.fromkeys(("Mark", "Node", "PanelTable", "Settled", "Sibling"), "views"),
}
_EXTRA = frozenset({"hypothesis", "pytest"})


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        if name == "strategies":
            return import_module(f"{__name__}.strategies")
        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'laws')}"), name)
    except ModuleNotFoundError as missing:
        if missing.name not in _EXTRA:
            raise
        advice = f'{missing.name} is missing: python -m pip install "ujikom-rules[testing]"'
        raise ModuleNotFoundError(advice, name=missing.name) from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
