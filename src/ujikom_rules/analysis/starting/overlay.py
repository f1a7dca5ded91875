"""A ruleset laid over a base: every open term of it, commented, in the right table."""

from collections.abc import Mapping, Sequence
from functools import cache

from ujikom_rules import names
from ujikom_rules.analysis.schema import texts
from ujikom_rules.analysis.schema.parts import keys_of
from ujikom_rules.analysis.starting.samples import NEW_RULE, NEW_STAGE, sample
from ujikom_rules.analysis.starting.terms import Term, open_terms
from ujikom_rules.analysis.starting.typed import typed
from ujikom_rules.analysis.starting.writing import (
    SCHEMA_LINE,
    assignment,
    comment,
    key_text,
    value_text,
    waiting,
)
from ujikom_rules.catalogue.catalogue import Offered, open_catalogue
from ujikom_rules.exact import to_text
from ujikom_rules.messages import Lang, Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document.pieces import quoted
from ujikom_rules.reading.overlay.comparing import Steps
from ujikom_rules.reading.overlay.ways import beneath

_HEAD = Text(
    "Aturan daerah di atas {base}. Yang tidak ditulis di sini berlaku seperti di aturan induk. Di "
    "bawah ini berdiri semua ketentuan terbuka; hapus tanda # di depan sebuah baris agar berlaku, "
    "lalu ubah nilainya. Sesudah itu: ujikom check.",
    "An overlay over {base}. What is not written here holds as in the base. Below stand all open "
    "terms; take away the sign # before a line to make it count, and change its value. Then: "
    "ujikom check.",
)
_TITLE = Text(
    "ganti dengan nama kegiatan, dalam kedua bahasa", "replace it with the event's name, in both"
)
_ID = Text("nama berkas aturan ini", "the name of this ruleset")
_VERSION = Text(
    "naikkan bila aturan berubah sehingga nilai berubah", "raise it when a change changes scores"
)
_SOURCE = Text(
    'asal angka yang ditulis di sini: "assumption", atau { title = "…", article = "…" }',
    'where the numbers written here come from: "assumption", or { title = "…", article = "…" }',
)
_MAY = {
    "fill": Text("mengisi", "fill in"),
    "replace": Text("mengganti", "replace"),
    "add": Text("menambah", "add"),
    "remove": Text("menghapus", "take out"),
}
_ALLOWED = Text("boleh {may}", "you may {may}")
_LEAST = Text("paling sedikit {bound}", "at least {bound}")
_MOST = Text("paling banyak {bound}", "at most {bound}")
_CHOICE = Text("salah satu dari {words}", "one of {words}")
_DEFAULT = Text("nilai dari aturan induk tertulis di sini", "what stands here is the base's value")
_MUST = Text("wajib diisi", "must be filled in")
_OPTIONAL = Text("boleh dibiarkan", "may be left as it is")
_BESIDE = Text("hanya bersama {key}", "only together with {key}")
_GIVES_WAY = Text(
    'selain "given", bobot aturan induk di kelompok itu tidak berlaku lagi',
    'but for "given" the weights of the base in that group no longer hold',
)
_WARNS = Text("di luar batas hanya peringatan", "outside the range it is only a warning")
_BY = Text("ditetapkan oleh {by}", "decided by {by}")
_NOTHING = Text("Aturan induk ini tidak membuka apa pun.", "This base leaves nothing open.")
_UNKNOWN = Text("isi menurut aturan induk: {key}", "fill it in as the base says: {key}")


def overlay(id: str, base: Entry, named: str, lang: Lang) -> str:
    """The text of a ruleset that lays out every term of its base that is still open.

    Args:
        id: the new ruleset's id.
        base: the base, merged over its own.
        named: the base's id as `extends` names it.
        lang: the language of the explanations.
    """
    terms = list(open_terms(base))
    parts = [_start(id, named, lang)]
    if not terms:
        parts.append(comment(_NOTHING.say(lang)))
    for key in dict.fromkeys(term.steps[0] for term in terms):
        under = [term for term in terms if term.steps[0] == key]
        parts += _stages(base, under, lang) if key == "stages" else [_table(base, key, under, lang)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _start(id: str, named: str, lang: Lang) -> list[str]:
    title = quoted(id.replace("-", " ").replace("/", " ").title())
    return [
        SCHEMA_LINE,
        *comment(_HEAD.say(lang).format(base=named)),
        "",
        "schema = 1",
        "",
        "[ruleset]",
        f'id = "{id}"  # {_ID.say(lang)}',
        f'version = "1.0"  # {_VERSION.say(lang)}',
        f"title = {{ id = {title}, en = {title} }}  # {_TITLE.say(lang)}",
        f'extends = "{named}"',
        f'source = "assumption"  # {_SOURCE.say(lang)}',
    ]


# ------------------------------------------------------------------ tables and stages


def _table(base: Entry, key: str, terms: Sequence[Term], lang: Lang) -> list[str]:
    """What is open in one table of the root."""
    lines: list[str] = []
    filled = False
    for each in terms:
        rest = each.steps[1:]
        if rest:
            lines += _open_line(each, rest, lang)
            filled = True
            continue
        lines += _said(each, lang)
        if "fill" in each.term.may:
            value = each.value if each.value is not None else sample(each.term, each.steps)
            for name, said in ({} if value is None else value.table()).items():
                lines += waiting(assignment((name,), said))
            filled = True
        elif key == "panel" and len(terms) == 1:  # TOML has no table and list of one name
            lines += waiting(list(NEW_RULE))
    header = [f"[{key_text(key)}]"] if filled else []
    # Elsewhere an empty table says nothing; a panel without a rule is none.
    bare = key == "panel" and key not in base
    return [*(waiting(header) if bare else header), *lines]


def _stages(base: Entry, terms: Sequence[Term], lang: Lang) -> list[list[str]]:
    """What is open in each stage, and whether further ones may be added."""
    parts: list[list[str]] = []
    for id_ in beneath(base, ("stages",)):
        of_stage = [each for each in terms if each.steps[1:2] == (id_,)]
        if of_stage:
            lines = ["[[stages]]", f'id = "{id_}"']
            parts.append([*lines, *_node(of_stage, 2, "stages", lang)])
    for each in terms:
        if len(each.steps) == 1:
            new = list(NEW_STAGE) if {"add", "fill"} & set(each.term.may) else []
            parts.append([*_said(each, lang), *waiting(new)])
    return parts


def _node(terms: Sequence[Term], depth: int, header: str, lang: Lang) -> list[str]:
    """The keys of a node first, then those of its criteria under headers of their own."""
    lines: list[str] = []
    for each in terms:
        rest = each.steps[depth:]
        if not rest:
            lines += _said(each, lang)
        elif not (rest[0] == "criteria" and len(rest) > 1):
            lines += _open_line(each, rest, lang)
    criteria = [
        t for t in terms if t.steps[depth : depth + 1] == ("criteria",) and len(t.steps) > depth + 1
    ]
    for id_ in dict.fromkeys(each.steps[depth + 1] for each in criteria):
        beneath = [each for each in criteria if each.steps[depth + 1] == id_]
        again = f"{header}.criteria"
        lines += [f"[[{again}]]", f'id = "{id_}"', *_node(beneath, depth + 2, again, lang)]
    return lines


def _open_line(each: Term, rest: Steps, lang: Lang) -> list[str]:
    value = each.value if each.value is not None else sample(each.term, each.steps)
    if value is None:
        key = ".".join(map(key_text, rest))
        return [*_said(each, lang), *comment(_UNKNOWN.say(lang).format(key=key))]
    return [*_said(each, lang), *waiting(assignment(rest, value))]


# ------------------------------------------------------------------ what is said of a term


def _said(each: Term, lang: Lang) -> list[str]:
    """What the key is, its range, who may decide it, and the article."""
    term = each.term
    known = {**texts.DOCUMENT, **texts.NODE, **texts.SCALE, **texts.RANKING}
    if len(each.steps) == 1:
        known = dict(texts.DOCUMENT)
    meaning = known.get(each.steps[-1]) or _of_kind(each)
    may = _CHOICE_OF[lang].join(_MAY[word].say(lang) for word in term.may)
    needed = _OPTIONAL if term.optional or "fill" not in term.may else _MUST
    filled = each.value is not None and "fill" in term.may
    stands = each.value if each.value is not None else sample(term, each.steps)
    item = each.steps[-2:-1] in (("stages",), ("criteria",))
    kind = "" if term.one_of or item else typed(each.steps[-1], stands, lang)
    pieces = [kind] if kind else []
    pieces += [] if term.may == ("fill",) else [_ALLOWED.say(lang).format(may=may)]
    pieces.append(_DEFAULT.say(lang) if filled else needed.say(lang))
    for text, bound in ((_LEAST, term.at_least), (_MOST, term.at_most)):
        if bound is not None:
            pieces.append(text.say(lang).format(bound=to_text(bound)))
    if term.one_of:
        pieces.append(_CHOICE.say(lang).format(words=", ".join(map(value_text, term.one_of))))
    if each.beside:
        pieces.append(_BESIDE.say(lang).format(key=each.beside))
    if each.steps[-1] == "weighting":
        pieces.append(_GIVES_WAY.say(lang))
    if term.breach == "warning":
        pieces.append(_WARNS.say(lang))
    if term.by is not None:
        pieces.append(_BY.say(lang).format(by=term.by.say(lang)))
    pieces += [term.article] if term.article else []
    what = each.steps[-1] if meaning is None else f"{each.steps[-1]}: {meaning.say(lang)}"
    rules = "; ".join(pieces)
    return comment(f"{what}. {rules[0].upper()}{rules[1:]}.")


def _of_kind(each: Term) -> Text | None:
    """What a key means that a kind of the core adds to its stages: `valid` of `imported`."""
    offered = _kinds().get(names.qualified(each.kind))
    if offered is None or len(each.steps) != 3:
        return None
    key = keys_of(offered.part.make, offered.fields).get(each.steps[2])
    return None if key is None else key.text


@cache
def _kinds() -> Mapping[str, Offered]:
    return open_catalogue((), {})[0].offers["stage_kinds"]


_CHOICE_OF: Mapping[Lang, str] = {"id": " atau ", "en": " or "}
