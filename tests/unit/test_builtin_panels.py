from collections.abc import Callable
from typing import Literal

import pytest

from tests.fakes import FakePanel, fig
from ujikom_rules.builtin.panel_clauses import (
    Chair,
    Conflict,
    Examinee,
    Internal,
    Quorum,
    Seat,
    Size,
)
from ujikom_rules.builtin.panels import PANEL_RULES, Composition
from ujikom_rules.plugin import Examiner, Refusal, Text

FIVE = (
    Examiner(id="E1", person="P91", role="chair", kind="akademisi", origin="external"),
    Examiner(id="E2", person="P92", kind="akademisi", origin="external"),
    Examiner(id="E3", person="P93", kind="inspektur", origin="internal"),
    Examiner(id="E4", person="P94", kind="tokoh", origin="external"),
    Examiner(id="E5", person="P95", kind="tokoh", origin="external"),
)
IDS = [examiner.id for examiner in FIVE]


def said(rule: Composition, *examiners: Examiner, panel: FakePanel | None = None) -> list[str]:
    """What a rule finds: key, severity and examiner of each finding."""
    panel = panel or FakePanel()
    rule.seat(examiners or FIVE, panel)
    return [" ".join(filter(None, finding[:3])) for finding in panel.found]


def test_without_clauses_everybody_is_seated_in_the_order_of_ids() -> None:
    panel = FakePanel(examined=frozenset({"P91"}), conflicted=frozenset({"E2"}))
    assert Composition().seat(tuple(reversed(FIVE)), panel) == IDS
    assert panel.found == []


def test_a_whole_panel_that_is_as_it_must_be() -> None:
    rule = Composition(
        size=Size(at_least=5, at_most=9, odd=True),
        seats=(
            Seat(kind="akademisi", role="chair"),
            Seat(kind="akademisi", role="member"),
            Seat(kind="inspektur"),
            Seat(kind="tokoh", count=2),
        ),
        chair=1,
        internal=Internal(at_most=fig(45)),
        examinee=Examinee(),
        conflict="recuse",
        quorum=3,
    )
    panel = FakePanel(examined=frozenset({"P01"}), conflicted=frozenset({"E2"}))
    assert rule.seat(FIVE, panel) == IDS
    assert panel.found == []


# --- size


@pytest.mark.parametrize(
    "size, count, breaches",
    [
        (Size(at_least=5, at_most=9), 4, 1),
        (Size(at_least=5, at_most=9), 5, 0),
        (Size(at_most=3), 3, 0),
        (Size(at_most=3), 4, 1),
        (Size(odd=True), 4, 1),
        (Size(odd=True), 3, 0),
        (Size(at_least=5, odd=True), 4, 2),
        (Size(at_most=3, odd=True), 4, 2),
    ],
)
def test_size(size: Size, count: int, breaches: int) -> None:
    assert said(Composition(size=size), *FIVE[:count]) == ["size error"] * breaches


def test_size_says_a_breach_with_its_own_severity() -> None:
    rule = Composition(size=Size(at_least=6, severity="warning"))
    panel = FakePanel()
    rule.seat(FIVE, panel)
    assert panel.found == [
        ("size", "warning", "", "Examiners seated: 5; at least 6 must be."),
    ]


def test_size_must_ask_for_something_that_can_be() -> None:
    with pytest.raises(Refusal, match="needs"):
        Size()
    with pytest.raises(Refusal) as refused:
        Size(at_least=7, at_most=5)
    assert (refused.value.key, refused.value.also) == ("at-most", "at-least")
    with pytest.raises(Refusal) as refused:
        Size(at_least=4, at_most=4, odd=True)
    assert (refused.value.key, refused.value.also) == ("at-most", "odd")
    with pytest.raises(Refusal):
        Size(at_most=0)
    assert Size(at_least=4, at_most=5, odd=True).at_most == 5


# --- seats


def test_seats_count_exactly() -> None:
    rule = Composition(
        seats=(
            Seat(kind="akademisi", count=2),
            Seat(kind="inspektur", count=2, severity="warning"),
            Seat(kind="tokoh", role="chair"),
        )
    )
    panel = FakePanel()
    rule.seat(FIVE, panel)
    assert panel.found == [
        ("seats", "warning", "", "Examiners inspektur: 1; there must be 2."),
        ("seats", "error", "", "Examiners tokoh (chair): 0; there must be 1."),
    ]


def test_a_kind_that_no_seat_names_is_said_with_the_nearest() -> None:
    rule = Composition(seats=(Seat(kind="akademisi"), Seat(kind="tokoh", count=0)))
    panel = FakePanel()
    misspelt = Examiner(id="E8", kind="akademsi")
    rule.seat((FIVE[0], misspelt, Examiner(id="E9")), panel)
    assert panel.found == [
        ("seats", "warning", "E8", "No seat is for the kind akademsi of examiner E8."),
        ("seats", "warning", "E9", "No seat is for the kind (empty) of examiner E9."),
    ]
    assert panel.hints == [Text("Maksudnya akademisi?", "Is akademisi meant?"), None]


# --- chair


@pytest.mark.parametrize(
    "chair, found",
    [
        (1, []),
        (0, ["chair error"]),
        (Chair(count=2, severity="warning"), ["chair warning"]),
        (Chair(count=1), []),
    ],
)
def test_chair(chair: int | Chair, found: list[str]) -> None:
    assert said(Composition(chair=chair)) == found


# --- internal


@pytest.mark.parametrize(
    "limit, found",
    [("20", []), ("19.99", ["internal error"]), ("0", ["internal error"]), ("45", [])],
)
def test_the_internal_share_is_compared_exactly(limit: str, found: list[str]) -> None:
    assert said(Composition(internal=Internal(at_most=fig(limit)))) == found


def test_internal_has_its_own_severity() -> None:
    rule = Composition(internal=Internal(at_most=fig("12.5"), severity="warning"))
    panel = FakePanel()
    rule.seat(FIVE, panel)
    assert panel.found == [
        ("internal", "warning", "", "Internal examiners: 1 of 5; at most 12.5% may be.")
    ]


def test_an_origin_that_is_not_recorded_is_said_only_where_it_could_matter() -> None:
    unknown = (*FIVE[:4], Examiner(id="E5"))
    assert said(Composition(internal=Internal(at_most=fig(40))), *unknown) == []
    assert said(Composition(internal=Internal(at_most=fig(39))), *unknown) == ["internal warning"]


@pytest.mark.parametrize("limit", ["-1", "100.1"])
def test_internal_is_per_cent(limit: str) -> None:
    with pytest.raises(Refusal) as refused:
        Internal(at_most=fig(limit))
    assert refused.value.key == "at-most"


# --- examinee


@pytest.mark.parametrize(
    "examinee, severity",
    [(True, "error"), (Examinee(), "error"), (Examinee(severity="warning"), "warning")],
)
def test_who_is_examined_is_not_seated(examinee: bool | Examinee, severity: str) -> None:
    panel = FakePanel(examined=frozenset({"P93", "P01"}))
    rule = Composition(examinee=examinee, size=Size(at_least=5))
    assert rule.seat(FIVE, panel) == ["E1", "E2", "E4", "E5"]
    assert [finding[:3] for finding in panel.found] == [
        ("examinee", severity, "E3"),
        ("size", "error", ""),
    ]


def test_an_examiner_whose_person_is_not_recorded_clashes_with_nobody() -> None:
    panel = FakePanel(examined=frozenset({""}))
    assert Composition(examinee=True).seat([Examiner(id="E1")], panel) == ["E1"]


# --- conflict


@pytest.mark.parametrize(
    "conflict, seated, found",
    [
        ("recuse", IDS, []),
        ("unseat", ["E1", "E3", "E4", "E5"], ["conflict note E2"]),
        (Conflict(effect="unseat"), ["E1", "E3", "E4", "E5"], ["conflict note E2"]),
        (
            Conflict(effect="unseat", severity="warning"),
            ["E1", "E3", "E4", "E5"],
            ["conflict warning E2"],
        ),
        (Conflict(severity="error"), IDS, ["conflict error E2"]),
        (Conflict(), IDS, []),
    ],
)
def test_conflict(
    conflict: Literal["recuse", "unseat"] | Conflict, seated: list[str], found: list[str]
) -> None:
    panel = FakePanel(conflicted=frozenset({"E2", "E7"}))
    rule = Composition(conflict=conflict)
    assert rule.seat(FIVE, panel) == seated
    assert [" ".join(finding[:3]) for finding in panel.found] == found


# --- quorum


@pytest.mark.parametrize(
    "quorum, count, found",
    [
        (None, None, []),
        (3, 3, []),
        (6, 6, ["quorum warning"]),
        (Quorum(at_least=5), 5, []),
        (Quorum(at_least=6, severity="error"), 6, ["quorum error"]),
    ],
)
def test_quorum(quorum: int | Quorum | None, count: int | None, found: list[str]) -> None:
    rule = Composition(quorum=quorum)
    assert rule.quorum_count == count
    assert said(rule) == found


# --- counts that mean nothing


@pytest.mark.parametrize(
    "wrong,key",
    [
        (lambda: Composition(chair=-1), "chair"),
        (lambda: Composition(quorum=0), "quorum"),
        (lambda: Quorum(at_least=0), "at-least"),
        (lambda: Chair(count=-1), "count"),
        (lambda: Seat(kind="tokoh", count=-1), "count"),
    ],
)
def test_counts_that_mean_nothing_are_refused(wrong: Callable[[], object], key: str) -> None:
    with pytest.raises(Refusal) as refused:
        wrong()
    assert refused.value.key == key


def test_the_offer() -> None:
    assert [part.name for part in PANEL_RULES] == ["composition"]
