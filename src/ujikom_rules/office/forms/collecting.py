"""Many forms of one event joined into one scoresheet; what they contradict each other in is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from attrs import Attribute, evolve, fields

from ujikom_rules.errors import Finding, Place, errors_in, said_once
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.scoresheet import (
    Absence,
    Advice,
    Candidacy,
    Candidate,
    Event,
    Evidence,
    Examiner,
    Position,
    Rating,
    RawFact,
    Recusal,
    Row,
    Scoresheet,
)
from ujikom_rules.model.words import NO_MARK_WORDS, ORIGIN_WORDS, ROLE_WORDS, YES_NO_WORDS
from ujikom_rules.names import digest_shown
from ujikom_rules.office.forms.columns import title_of
from ujikom_rules.reading.scoresheets.digests import fact_text, sheet_digest

R = TypeVar("R", bound=Row)
_NOT_COMPARED = ("place", "pointer", "written", "facts")
_TABLES: Mapping[type[Row], str] = {
    Event: "event",
    Position: "positions",
    Candidate: "candidates",
    Candidacy: "candidacies",
    Examiner: "examiners",
    Recusal: "recusals",
    Absence: "absences",
    Advice: "advice",
    Evidence: "evidence",
}
_WORDS: Mapping[str, Mapping[str, Text]] = {"role": ROLE_WORDS, "origin": ORIGIN_WORDS}


def join_forms(forms: Sequence[Scoresheet]) -> tuple[Scoresheet | None, tuple[Finding, ...]]:
    """Join the forms of one event.

    The rows of the first form come first, then those that only later forms have. What one form
    leaves out another may fill in: a name, a fact, a mark.

    Args:
        forms: at least one scoresheet, as each was read.

    Returns:
        The scoresheet, or None where two forms contradict each other, and all findings: every
        contradiction with both of its places, and what was said while reading.
    """
    joining = _Joining()
    first = forms[0]
    event = first.event
    for form in forms[1:]:
        other = form.event
        if (other.id, other.date) != (event.id, event.date):
            got, known = (f"{each.id} ({each.date})" for each in (other, event))
            key = "id" if other.id != event.id else "date"
            here, there = (_cell(each, key) for each in (other, event))
            joining.wrong("UJ932", here, there, other.pointer, got=got, other=known)
        else:
            event = joining.joined(event, other, event.id)
    joined = evolve(
        first,
        event=event,
        positions=joining.by(forms, lambda form: form.positions, lambda row: row.id),
        candidates=joining.by(forms, lambda form: form.candidates, lambda row: row.id),
        candidacies=joining.by(forms, lambda form: form.candidacies, lambda row: row.id),
        examiners=joining.by(forms, lambda form: form.examiners, lambda row: row.id),
        ratings=joining.ratings(forms),
        recusals=joining.by(forms, lambda form: form.recusals, _pair),
        absences=joining.by(
            forms, lambda form: form.absences, lambda row: (row.candidacy, row.stage)
        ),
        advice=joining.by(
            forms, lambda form: form.advice, lambda x: (x.candidacy, x.stage, x.from_, x.text)
        ),
        evidence=joining.by(forms, lambda form: form.evidence, _document),
    )
    joining.recused(forms, joined)
    said = said_once((*(x for form in forms for x in form.findings), *joining.found))
    if errors_in(said):
        return None, said
    return evolve(joined, digest=sheet_digest(joined), findings=said), said


def _pair(row: Recusal) -> tuple[str, str]:
    return row.examiner, row.candidacy


def _document(row: Evidence) -> tuple[str, str | None]:
    return row.id, row.candidacy


class _Joining:
    """The contradictions found so far."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def wrong(self, code: str, here: Place, there: Place, pointer: str, **args: Any) -> None:
        """Keep a contradiction with both of its places."""
        self.found.append(finding(code, here, pointer, related=(there,), **args))

    def by(
        self,
        forms: Sequence[Scoresheet],
        rows: Callable[[Scoresheet], Iterable[R]],
        key: Callable[[R], object],
    ) -> tuple[R, ...]:
        """The rows of all forms, each once; a form contradicts others, and never itself."""
        kept: dict[tuple[object, int], R] = {}
        for form in forms:
            met = Counter[object]()
            for row in rows(form):
                own = key(row)
                one = (own, met[own])  # one form may say the same of somebody twice
                met[own] += 1
                before = kept.get(one)
                kept[one] = row if before is None else self.joined(before, row, own)
        return tuple(kept.values())

    def joined(self, first: R, later: R, own: object) -> R:
        """One row of two: each value that only one of them has; the first where both are alike.

        A default that was written is a value; one that stands for an empty cell is none.
        """
        if first is later:
            return first
        changes: dict[str, Any] = {}
        for each in fields(type(first)):
            name = each.name
            mine, other = getattr(first, name), getattr(later, name)
            if name in _NOT_COMPARED or mine == other or _left_out(later, each):
                continue
            key = _key(name)
            if name == "rules_digest" and mine and other:
                self._other_rules(first, later, changes)
            elif name == "signed_by":
                changes[name] = tuple(dict.fromkeys((*mine, *other)))
            elif _left_out(first, each):
                changes[name] = other
            else:
                header = title_of(_TABLES[type(first)], key)
                said = Text(f"{_shown(own)} ({header})", f"{_shown(own)} ({key})")
                told = {"value": _value(other, key), "other": _value(mine, key)}
                here, there = _cell(later, key), _cell(first, key)
                self.wrong("UJ931", here, there, f"{later.pointer}/{key}", got=said, **told)
        changes["written"] = tuple({**dict(later.written), **dict(first.written)}.items())
        mine_facts = getattr(first, "facts", None)
        if mine_facts is not None:
            changes["facts"] = self._facts(mine_facts, getattr(later, "facts", {}), own)
        return evolve(first, **changes)

    def _other_rules(self, first: Row, later: Row, changes: dict[str, Any]) -> None:
        """Keep the digests of both where forms were made for different rules, and say so."""
        mine, other = (getattr(row, "rules_digest", "").split() for row in (first, later))
        changes["rules_digest"] = " ".join(dict.fromkeys((*mine, *other)))
        if new := [each for each in other if each not in mine]:
            here, there = _cell(later, "rules-digest"), _cell(first, "rules-digest")
            told = {"got": digest_shown(new[0]), "other": digest_shown(mine[0])}
            self.wrong("UJ935", here, there, f"{later.pointer}/rules-digest", **told)

    def _facts(
        self, first: dict[str, RawFact], later: dict[str, RawFact], own: object
    ) -> dict[str, RawFact]:
        for name, fact in later.items():
            before = first.get(name)
            if before is not None and fact_text(before) != fact_text(fact):
                said = f"{_shown(own)} ({name})"
                told = {"value": fact_text(fact), "other": fact_text(before)}
                self.wrong("UJ931", fact.place, before.place, fact.pointer, got=said, **told)
        return {**later, **first}

    def recused(self, forms: Sequence[Scoresheet], joined: Scoresheet) -> None:
        """Say where an examiner whom one form recuses marks in another."""
        recusals = {_pair(row): row for row in joined.recusals}
        standing: dict[str, list[str]] = {}
        for each in joined.candidacies:
            standing.setdefault(each.candidate, []).append(each.id)
        for form in forms if recusals else ():
            own = set(map(_pair, form.recusals))  # what a form says against itself is not ours
            for row in form.ratings:
                if row.value is None and row.no_mark in ("not-entered", "recused"):
                    continue  # these may stand beside a recusal
                whose = standing.get(row.candidacy, ()) if row.of_candidate else (row.candidacy,)
                for pair in ((row.examiner, candidacy) for candidacy in whose):
                    if pair in recusals and pair not in own:
                        told = {"got": row.examiner, "candidacy": pair[1]}
                        there = recusals[pair].place
                        self.wrong("UJ666", row.place, there, row.pointer, **told)

    def ratings(self, forms: Sequence[Scoresheet]) -> tuple[Rating, ...]:
        """Every mark once; one that was not entered gives way to one that was."""
        kept: dict[tuple[object, ...], Rating] = {}
        for form in forms:
            for row in form.ratings:
                key = (row.of_candidate, row.candidacy, row.stage, row.criterion, row.examiner)
                before = kept.get(key)
                if before is None or before.no_mark == "not-entered":
                    kept[key] = row
                elif row.no_mark != "not-entered" and _mark(row) != _mark(before):
                    node = f"{row.candidacy} {row.stage}.{row.criterion}".rstrip(".")
                    got = f"{node}@{row.examiner}" if row.examiner else node
                    told = {"value": _said(row), "other": _said(before)}
                    self.wrong("UJ930", row.place, before.place, row.pointer, got=got, **told)
        return tuple(kept.values())


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _left_out(row: Row, each: "Attribute[Any]") -> bool:
    """Whether the value only stands for a cell in which nothing was written."""
    return bool(getattr(row, each.name) == each.default) and _key(each.name) not in dict(
        row.written
    )


def _cell(row: Row, key: str) -> Place:
    """The cell of a value; the row where the cell is not known."""
    return dict(row.written).get(key, row.place)


def _mark(row: Rating) -> tuple[object, ...]:
    return row.value, row.no_mark, row.date


def _said(row: Rating) -> Text | str:
    if row.no_mark is not None:
        return NO_MARK_WORDS[row.no_mark]
    value = to_text(row.value) if isinstance(row.value, Fraction) else str(row.value)
    return f"{value} ({row.date})" if row.date is not None else value


def _shown(own: object) -> str:
    if isinstance(own, tuple):
        return " – ".join(str(part) for part in own if part)
    return str(own)


def _value(value: object, key: str) -> str | Text:
    if isinstance(value, str) and key in _WORDS:
        return _WORDS[key][value]
    if isinstance(value, bool):
        return YES_NO_WORDS[value]
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
