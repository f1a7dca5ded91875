"""One-letter slips in the words of the bundled rulesets, and what is said of them.

No draw decides anything: which letter slips, and how, follows from the word's number.
"""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

import ujikom_rules as ujikom
from ujikom_rules.errors import Finding
from ujikom_rules.messages.register import hint_of
from ujikom_rules.model.entry import Entry

ROOT = Path(__file__).resolve().parents[1]
RULESETS = sorted(
    path for path in (ROOT / "rulesets").rglob("*.toml") if not path.name.endswith(".cases.toml")
)
# Tables whose keys are names that the ruleset gives itself.
_OWN_NAMES = frozenset(
    {"facts", "rankings", "lower", "points", "weights", "table", "cells", "plugins"}
)
# Keys whose value names a part, or something that the ruleset has declared.
_PARTS = frozenset(
    {"use", "kind", "aggregation", "pooling", "inside", "over", "weighting", "method"}
)
_REFERENCES = frozenset({"fact", "stage", "criterion", "since"})
_BESIDE_PEOPLE = ("seats",)  # where `kind` says what an examiner is, in the ruleset's own words
# A key, a word, a part, a fact, a date fact, a stage or criterion, an open key, or a heading that
# is not known.
UNKNOWN = frozenset({"UJ201", "UJ205", "UJ511", "UJ311", "UJ318", "UJ312", "UJ442", "UJ141"})
_SIGNS = "abcdefghijklmnopqrstuvwxyz"


@frozen
class Slip:
    """A word of a ruleset with one slip in it.

    Attributes:
        file: the ruleset.
        line: where the word stands.
        column: its first letter.
        word: as it should be.
        wrong: as it is.
        named: whether the word names a part or a declared thing, and is no key.
    """

    file: Path
    line: int
    column: int
    word: str
    wrong: str
    named: bool

    @property
    def text(self) -> str:
        """The ruleset with the slip."""
        lines = self.file.read_text(encoding="utf-8").split("\n")
        line = lines[self.line - 1]
        start = self.column - 1
        assert line.startswith(self.word, start), (self.file, line, self.word)
        lines[self.line - 1] = line[:start] + self.wrong + line[start + len(self.word) :]
        return "\n".join(lines)

    @property
    def place(self) -> tuple[int, int]:
        """Where a finding about the word stands: at a text's opening quote."""
        return self.line, self.column - self.named


def words(file: Path) -> Iterator[tuple[Entry, str, bool]]:
    """The keys of a ruleset that the language knows, its parts, and what it refers to."""
    root = ujikom.read_ruleset(file).root

    def walk(entry: Entry, above: tuple[str, ...]) -> Iterator[tuple[Entry, str, bool]]:
        for key, each in entry.table().items():
            if not above or above[-1] not in _OWN_NAMES:
                yield each, key, False
            named = key in _PARTS or key in _REFERENCES
            if named and isinstance(each.data, str) and not set(above) & set(_BESIDE_PEOPLE):
                yield each, each.data, True
            yield from walk(each, (*above, key))
        for each in entry.items():
            yield from walk(each, above)

    return walk(root, ())


def slipped(word: str, number: int) -> str:
    """A word with one slip: a letter dropped, doubled, swapped with the next, or another one.

    >>> [slipped("weight", number) for number in range(4)]
    ['eight', 'weeight', 'wegiht', 'weixht']
    """
    at = number % len(word)
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        word[:at] + _SIGNS[(number * 7 + 2) % 26] + word[at + 1 :],
    )
    return ways[number % 4]


def slips(every: int = 1, first: int = 0) -> Iterator[Slip]:
    """Slips in all rulesets, one for every so many of their words."""
    number = 0
    for file in RULESETS:
        for entry, word, named in words(file):
            place = entry.place if named else entry.key_place
            number += 1
            if number % every != first % every or len(word) < 3:
                continue
            wrong = slipped(word, number // every)
            line = file.read_text(encoding="utf-8").split("\n")[place.line - 1]
            start = place.column - 1 + named
            if wrong != word and line.startswith(word, start):
                yield Slip(file, place.line, start + 1, word, wrong, named)


def said_of(slip: Slip) -> tuple[Finding, ...]:
    """The findings of the ruleset with the slip."""
    try:
        return ujikom.check(ujikom.parse_ruleset(slip.text, file=str(slip.file)))
    except ujikom.Refused as refused:
        return refused.findings


def at_place(slip: Slip, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those of a word that is not known, exactly where the slip is."""
    return tuple(
        each
        for each in findings
        if each.code in UNKNOWN and (each.place.line, each.place.column) == slip.place
    )


def names_it(slip: Slip, findings: tuple[Finding, ...]) -> bool:
    """Whether a hint says the word that was meant."""
    said = [hint_of(each, "en") for each in findings]
    told = (f"'{slip.word}'", f".{slip.word}'", f"[{slip.word}]")
    return any(each in hint for hint in said for each in told)


def study(every: int, first: int = 0) -> tuple[int, list[Slip], list[Slip]]:
    """How many slips were made, those that nothing is said of at their place, and those whose
    word no hint names.
    """
    count = 0
    unseen: list[Slip] = []
    unnamed: list[Slip] = []
    for slip in slips(every, first):
        count += 1
        here = at_place(slip, said_of(slip))
        if not here:
            unseen.append(slip)
        elif not names_it(slip, here):
            unnamed.append(slip)
    return count, unseen, unnamed
