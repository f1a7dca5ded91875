"""The composition of a panel as sentences."""

from collections.abc import Mapping

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import words
from ujikom_rules.analysis.showing.bands import Teller
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.telling import Pair, caption, pairs, plain, see, tell
from ujikom_rules.analysis.showing.values import Row, Said, Table, Told, joined, told
from ujikom_rules.model.entry import Entry

_CHAIRS = words.WORDS["role"]["chair"]


def _composition(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    found: list[Pair] = []
    for key, way in _CLAUSES.items():
        entry = keys.take(key)
        if entry is None:
            continue
        label = _CHAIRS.say(speaker.lang) if key == "chair" else speaker.key(key)
        found.append((label, way(speaker, key, entry, name)))
    return found


def _clause(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    """A clause as one sentence: its bounds, then what a breach is."""
    if is_single(entry):
        return told(_single(speaker, key, entry))
    keys = Keys(entry)
    parts: list[Said] = []
    for bound, text in s.FEW.items():
        number = keys.take(bound)
        if number is not None and is_single(number):
            parts.append(speaker.say(text, x=_unit(speaker, key, speaker.value(number))))
    count = keys.take("count")
    if count is not None:
        parts.append(speaker.say(s.COUNT, x=speaker.value(count)))
    effect = keys.take("effect")
    if effect is not None:
        parts.append(speaker.value(effect, key))
    rest = keys.rest()
    if key == "examinee":
        parts.append(speaker.say(s.BARRED))
    if rest:
        more = pairs(speaker, rest, name)
        parts += [line.said for line in more.lines if line.said.pieces]
    return told(joined(parts))


def _single(speaker: Speaker, key: str, entry: Entry) -> Said:
    if key == "examinee":
        return speaker.say(s.BARRED if entry.data is True else s.NOT_BARRED)
    value = speaker.value(entry, key)
    if key == "quorum":
        return speaker.say(s.QUORUM, x=value)
    return speaker.say(s.COUNT, x=value) if key in ("chair", "size") else value


def _unit(speaker: Speaker, key: str, value: Said) -> Said:
    return speaker.say(s.PER_CENT, x=value) if key == "internal" else value


def _seats(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    known = ("kind", "role", "count", "severity")
    flat = all(
        set(Keys(each).rest()) <= set(known) and all(map(is_single, Keys(each).rest().values()))
        for each in entry.items()
    )
    if not entry.items() or not flat:
        return tell(speaker, key, entry, name)
    heads = ("seat", "role", "count", "breach")
    defaults = {
        "role": s.UNNAMED.say(speaker.lang),
        "count": f"1 {words.DEFAULT.say(speaker.lang)}",
        "severity": f"{speaker.word('severity', 'error')} {words.DEFAULT.say(speaker.lang)}",
    }
    rows = []
    for each in entry.items():
        row = Keys(each).rest()
        rows.append(
            Row(
                tuple(
                    plain(speaker.value(row[k], k) if k in row else defaults.get(k, "-"))
                    for k in known
                )
            )
        )
    title = caption(speaker, name, key)
    said_heads = tuple(speaker.say(s.HEADS[head]).text for head in heads)
    return see(speaker, Table(title, said_heads, tuple(rows)))


_CLAUSES = {
    "size": _clause,
    "seats": _seats,
    "chair": _clause,
    "internal": _clause,
    "examinee": _clause,
    "conflict": _clause,
    "quorum": _clause,
}
TELLERS: Mapping[tuple[str, str], Teller] = {("panel_rules", "composition"): _composition}
