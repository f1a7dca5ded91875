"""The composition of a panel as sentences."""

from collections.abc import Mapping

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import words
from ujikom_rules.analysis.showing.bands import Teller
from ujikom_rules.analysis.showing.origins import of_core
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.telling import Pair, caption, pairs, plain, see, tell
from ujikom_rules.analysis.showing.values import Row, Said, Table, Told, joined, told
from ujikom_rules.model.entry import Entry

_CHAIRS = words.WORDS["role"]["chair"]
_ORIGIN = of_core("panel_rules", "composition")
_BREACH = {"quorum": "warning", "conflict": "note"}  # a breach of any other clause is an error


def _composition(speaker: Speaker, keys: Keys, name: str) -> list[Pair]:
    found: list[Pair] = []
    for key, way in _CLAUSES.items():
        entry = keys.take(key)
        if entry is None:
            found += _unwritten(speaker, key)
            continue
        label = _CHAIRS.say(speaker.lang) if key == "chair" else speaker.key(key)
        found.append((label, way(speaker, key, entry, name)))
    return found


def _unwritten(speaker: Speaker, key: str) -> list[Pair]:
    """The two clauses that hold without being written."""
    if key == "examinee":
        return [(speaker.key(key), speaker.default(s.NOT_BARRED.say(speaker.lang), _ORIGIN))]
    if key == "conflict":
        return [(speaker.key(key), speaker.default(speaker.word(key, "recuse"), _ORIGIN))]
    return []


def _breach(speaker: Speaker, key: str, said: Entry | None, effect: object = None) -> list[Said]:
    """What a breach of a clause is; a recusal alone breaks nothing."""
    if said is not None:
        word = speaker.value(said, "severity")
    elif key == "conflict" and effect != "unseat":
        return []
    else:
        word = speaker.unsaid(speaker.word("severity", _BREACH.get(key, "error")), _ORIGIN)
    return [speaker.say(s.LABELLED, label=speaker.key("severity"), what=word)]


def _clause(speaker: Speaker, key: str, entry: Entry, name: str) -> Told:
    """A clause as one sentence: its bounds, then what a breach is."""
    if is_single(entry):
        checked = not (key == "examinee" and entry.data is not True)
        breach = _breach(speaker, key, None, entry.data) if checked else []
        return told(joined((_single(speaker, key, entry), *breach)))
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
    elif key == "conflict":
        parts.append(speaker.unsaid(speaker.word(key, "recuse"), _ORIGIN))
    odd = keys.take("odd")
    if key == "size":
        no = speaker.unsaid(speaker.say(s.NO), _ORIGIN)
        what = no if odd is None else speaker.value(odd, "odd")
        parts.append(speaker.say(s.LABELLED, label=speaker.key("odd"), what=what))
    if key == "examinee":
        parts.append(speaker.say(s.BARRED))
    severity = keys.take("severity")
    parts += _breach(speaker, key, severity, None if effect is None else effect.data)
    rest = keys.rest()
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
    defaults: Mapping[str, Said | str] = {
        "role": s.UNNAMED.say(speaker.lang),
        "count": speaker.unsaid("1", _ORIGIN),
        "severity": speaker.unsaid(speaker.word("severity", "error"), _ORIGIN),
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
