"""The composition of a panel as sentences."""

from collections.abc import Mapping

from ujikom_rules.analysis.showing import sentences as s
from ujikom_rules.analysis.showing import words
from ujikom_rules.analysis.showing.bands import Teller
from ujikom_rules.analysis.showing.origins import of_core
from ujikom_rules.analysis.showing.speaking import Keys, Speaker, is_single
from ujikom_rules.analysis.showing.telling import Pair, caption, pairs, plain, see, tell
from ujikom_rules.analysis.showing.values import Row, Said, Table, Told, joined, said, told
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.overlay.comparing import use_of

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
        return [(speaker.key(key), speaker.default(_unbarred(speaker), _ORIGIN))]
    if key == "conflict":
        return [(speaker.key(key), speaker.default(_recused(speaker), _ORIGIN))]
    return []


def _unbarred(speaker: Speaker) -> Said:
    """That this rule lets examinees be; another of the panel may not."""
    return speaker.say(s.NOT_HERE if _is_ruled(speaker, "examinee") else s.NOT_BARRED)


def _recused(speaker: Speaker) -> Said:
    """That this rule takes no seat for a conflict; another of the panel may."""
    if _is_ruled(speaker, "conflict"):
        return speaker.say(s.NOT_HERE)
    return said(speaker.word("conflict", "recuse"))


def _not_odd(speaker: Speaker) -> Said:
    """That this rule takes even panels; another may not."""
    return speaker.say(s.NOT_HERE if _is_ruled(speaker, "size") else s.NO)


def _is_ruled(speaker: Speaker, key: str) -> bool:
    """Whether another rule of the panel asks for what this one leaves free in a clause."""
    rules = (each for each in speaker.beside if use_of(each) == "core:composition")
    return any(_asks(key, rule.get(key)) for rule in rules)


def _asks(key: str, clause: Entry | None) -> bool:
    inner = {"conflict": "effect", "size": "odd"}.get(key)
    if clause is None:
        return False
    if inner is None:
        return clause.data is not False
    asked = clause.get(inner) if clause.table() else clause
    return asked is not None and (asked.data is True or asked.data == "unseat")


def _breach(speaker: Speaker, key: str, written: Entry | None, effect: object = None) -> list[Said]:
    """What a breach of a clause is; a recusal alone breaks nothing."""
    if written is not None:
        word = speaker.value(written, "severity")
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
            form = s.QUORUM if (key, bound) == ("quorum", "at-least") else text
            parts.append(speaker.say(form, x=_unit(speaker, key, speaker.value(number))))
    count = keys.take("count")
    if count is not None:
        parts.append(speaker.say(s.COUNT, x=speaker.value(count)))
    effect = keys.take("effect")
    if effect is not None:
        parts.append(_effect(speaker, effect))
    elif key == "conflict":
        parts.append(speaker.unsaid(_recused(speaker), _ORIGIN))
    odd = keys.take("odd")
    if key == "size":
        if odd is None:
            what = speaker.unsaid(_not_odd(speaker), _ORIGIN)
        else:
            what = speaker.value(odd, "odd") if odd.data is not False else _not_odd(speaker)
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
        return speaker.say(s.BARRED) if entry.data is True else _unbarred(speaker)
    if key == "conflict":
        return _effect(speaker, entry)
    value = speaker.value(entry, key)
    if key == "quorum":
        return speaker.say(s.QUORUM, x=value)
    return speaker.say(s.COUNT, x=value) if key in ("chair", "size") else value


def _effect(speaker: Speaker, entry: Entry) -> Said:
    return _recused(speaker) if entry.data == "recuse" else speaker.value(entry, "conflict")


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
