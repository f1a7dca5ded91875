"""The register: every code in the same form, in both languages, in the words of the field."""

import pickle
import re
from fractions import Fraction
from string import Formatter

import pytest
from attrs import evolve
from click.testing import CliRunner

from ujikom_rules.cli import commands
from ujikom_rules.errors import NOWHERE, Finding, Place, PluginError, Refused, errors_in, said_once
from ujikom_rules.messages import (
    LANGS,
    REGISTER,
    Lang,
    Message,
    Text,
    files,
    finding,
    hint_of,
    page_of,
    text_of,
    toml,
)
from ujikom_rules.messages.register import say_argument
from ujikom_rules.reading.structure import KINDS

# A finding is a "catatan pemeriksaan", never an auditor's "temuan"; what officers know has a name.
FOREIGN = re.compile(
    r"\b(temuan|tokens?|arrays?|inline|tables?|pars(e|er|ing)|strings?)\b", re.IGNORECASE
)
# What a parser calls things, in either language; a table is a word of the data, an object is none.
PARSERS = re.compile(
    r"\b(tokens?|arrays?|inline|pars(e|ed|er|es|ing)|strings?|booleans?|bools?|integers?"
    r"|objects?|objek|syntax|sintaks(is)?|unexpected|null|dicts?|mappings?|tipe data|karakter"
    r"|larik|untai|variabel|argumen)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\w+ = \S+|--\w+")  # what is to be typed
NAMES = ("JSON", "Excel", "NaN", "UTF")  # words that begin with a capital wherever they stand


@pytest.fixture(params=sorted(REGISTER))
def message(request: pytest.FixtureRequest) -> Message:
    return REGISTER[request.param]


def sentences(message: Message) -> list[tuple[str, str]]:
    """Text and hint as they are printed behind a code, with their language."""
    said = [each for each in (message.text, message.hint, message.otherwise) if each is not None]
    return [(lang, each.say(lang)) for each in said for lang in LANGS]


def test_every_code_says_what_is_wrong_and_what_to_do(message: Message) -> None:
    assert message.hint is not None
    for lang in LANGS:
        said = [message.text.say(lang), message.hint.say(lang)]
        said += [] if message.otherwise is None else [message.otherwise.say(lang)]
        assert all(each.strip() for each in said)
        assert len(set(said)) == len(said)


def test_texts_are_one_plain_sentence_without_capital_and_period(message: Message) -> None:
    for _, said in sentences(message):
        assert said.strip() == said != ""
        assert not re.search(r"[.!?]($| )", said), said
        assert not said[0].isupper() or said.startswith(NAMES), said
        assert "  " not in said


def test_why_is_told_in_whole_sentences(message: Message) -> None:
    for lang in LANGS:
        why = message.why.say(lang)
        assert (why[0].islower(), why[-1]) == (False, "."), why


def test_indonesian_texts_use_the_words_of_the_field(message: Message) -> None:
    said = [each.id for each in (message.text, message.hint, message.why) if each is not None]
    assert not [each for each in said if FOREIGN.search(each)]


def test_no_text_for_officers_has_a_parsers_word(message: Message) -> None:
    for each in (message.text, message.hint, message.why):
        for lang in LANGS if each is not None else ():
            words = _CODE.sub("", each.say(lang)) if each is not None else ""
            assert not PARSERS.findall(words), words


def test_the_kinds_of_values_have_no_parsers_word() -> None:
    for lang in LANGS:
        assert not [each for each in KINDS.values() if PARSERS.search(each.say(lang))]


@pytest.mark.parametrize("lang", LANGS)
def test_explain_prints_the_page_of_every_code(lang: Lang) -> None:
    for code in REGISTER:
        done = CliRunner().invoke(commands(), ["explain", code.lower(), "--lang", lang])
        assert (done.exit_code, done.output) == (0, page_of(code, lang))


def test_the_two_languages_are_filled_alike(message: Message) -> None:
    for each in (message.text, message.hint):
        if each is not None and each.id != each.en:
            assert filled_in(each.id) == filled_in(each.en)


def filled_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_no_text_is_left_in_one_language(message: Message) -> None:
    for each in (message.text, message.hint, message.why):
        words = "" if each is None else re.sub(r"\{\w+\}", "", each.id)
        if re.search(r"[a-z]{4}", words) and each is not None:
            assert each.id != each.en


def test_a_page_says_what_why_and_what_to_do(message: Message) -> None:
    for lang in LANGS:
        page = page_of(message.code, lang)
        assert page.startswith(f"{message.code} (")
        assert message.why.say(lang) in page
        assert not re.search(r"\{\w+\}", page)
        assert page.endswith("\n")


def test_codes_are_unique_and_of_one_form(message: Message) -> None:
    assert re.fullmatch(r"UJ[0-9]{3}", message.code)
    assert message.severity in ("error", "warning", "note")


def test_a_code_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = (files.MESSAGES[0], files.MESSAGES[0])
    monkeypatch.setattr(toml, "MESSAGES", twice)
    with pytest.raises(ValueError, match="stands twice"):
        len(type(REGISTER)())  # a register of its own, read afresh


def test_an_unknown_code_is_no_finding() -> None:
    with pytest.raises(KeyError):
        finding("UJ000")


def test_a_severity_may_be_said_for_one_finding() -> None:
    assert finding("UJ201").severity == "error"
    assert finding("UJ201", severity="note").severity == "note"


def test_arguments_are_said_in_the_language() -> None:
    assert say_argument(Text("satu", "one"), "id") == "satu"
    assert say_argument((Text("satu", "one"), 2, Fraction(1, 3)), "en") == "one, 2, 1/3"
    assert say_argument(frozenset({"a"}), "en") == "a"


def test_a_hint_without_its_argument_is_left_out() -> None:
    unknown = finding("UJ201", got="bobto", nearest="bobot")
    assert text_of(unknown, "id") == "kunci 'bobto' tidak dikenal di sini"
    assert hint_of(unknown, "id") == "mungkin maksudnya 'bobot'"
    assert hint_of(finding("UJ201", got="xyz", nearest=""), "id") == ""
    said = hint_of(finding("UJ202", expected="id", nearest="idd"), "en")
    assert said == "perhaps 'idd' is a misspelling of it"
    assert hint_of(finding("UJ202", expected="id"), "en").startswith("add 'id' here")
    assert hint_of(finding("UJ321", got="makalah"), "en").startswith("write scale = { lower = 0")


def test_a_parts_own_period_is_not_printed() -> None:
    said = finding("UJ513", said=Text("Dua angka sama.", "The numbers are the same."))
    assert [text_of(said, lang) for lang in LANGS] == ["Dua angka sama", "The numbers are the same"]
    assert text_of(finding("UJ513", said="and so on..."), "en") == "and so on..."


def test_a_finding_is_said_once_in_the_order_of_places() -> None:
    here, there = Place("a.toml", 2, 1), Place("a.toml", 10, 1)
    first = finding("UJ201", here, "x", got="x", nearest="")
    other = finding("UJ201", here, "x", got="y", nearest="")
    later = finding("UJ202", there, expected="id")
    warned = finding("UJ201", here, "x", severity="warning", got="z", nearest="")
    assert said_once([later, warned, first, other, first]) == (first, other, warned, later)
    assert errors_in([first, warned]) == (first,)


@pytest.mark.parametrize("code", ["UJ202", "UJ302", "UJ321"])
def test_a_key_that_stands_there_misspelt_is_not_lacking_too(code: str) -> None:
    here = Place("a.toml", 4, 1)
    slip = finding("UJ201", here, "stages.w.wieght", got="wieght", nearest="weight")
    lacking = finding(code, Place("a.toml", 3, 6), "stages.w.weight", got="w", expected="weight")
    assert said_once([lacking, slip]) == (slip,)
    elsewhere = evolve(lacking, place=Place("b.toml", 3, 6))
    assert said_once([elsewhere, slip]) == (slip, elsewhere)
    beside = evolve(lacking, path="stages.x.weight")
    assert said_once([beside, slip]) == (beside, slip)
    unguessed = evolve(slip, args={"got": "wieght", "nearest": ""})
    assert said_once([lacking, unguessed]) == (lacking, unguessed)


_HERE = Place("a.toml", 4, 1)
_FOLLOWS = [  # a misspelt key, what was meant by it; a code and a path that only follow from it
    ("stages.w.wieght", "weight", "UJ301", "stages.w.weight", ""),
    ("stages.w.wieght", "weight", "UJ301", "stages.x.weight", ""),
    ("stage", "stages", "UJ301", "stages.x.weight", ""),
    ("stages.w.crteria", "criteria", "UJ301", "stages.w.criteria.k.weight", ""),
    ("stages.w.crteria", "criteria", "UJ325", "stages.w.each", ""),
    ("stages.w.crteria", "criteria", "UJ369", "stages.w.aggregation", ""),
    ("stages.w.crteria", "criteria", "UJ321", "stages.w.scale", ""),
    ("stages.w.raeds", "reads", "UJ321", "stages.w.scale", ""),
    ("stages.w.reads.faco", "fact", "UJ321", "stages.w.scale", ""),
    ("stages.w.reads.faco", "fact", "UJ202", "stages.w.reads.stage", ""),
    ("stages.w.value.ues", "use", "UJ376", "stages.w.reads", ""),
    ("decisino", "decision", "UJ302", "stages.w.weight", ""),
    ("stages.w.crteria", "criteria", "UJ312", "ranking.tie-breaks.0.criterion", "w.k"),
    ("stage", "stages", "UJ312", "ranking.by", "w"),
    ("a.bands.tinggi.belpw", "below", "UJ513", "a.bands.rendah", ""),
    ("ruleset.extenpds", "extends", "UJ202", "ruleset.title", ""),
    ("ruleset.extenpds", "extends", "UJ301", "stages.w.weight", ""),
    ("ruleset.extenpds", "extends", "UJ424", "stages.w.weight", ""),
    ("rleset", "ruleset", "UJ202", "stages.w.kind", ""),
    ("stages.w.each.kscale", "scale", "UJ321", "stages.w.criteria.k.scale", ""),
    ("stages.w.scael", "scale", "UJ321", "stages.w.criteria.k.criteria.m.scale", ""),
    ("stages.w.aggregation.ues", "use", "UJ302", "stages.w.criteria.k.weight", ""),
    ("decision.agregation", "aggregation", "UJ302", "stages.w.weight", ""),
    ("stages.w.each.scale.upmer", "upper", "UJ513", "stages.w.criteria.k.value", ""),
    ("stages.2.i", "id", "UJ432", "open.0.key", ""),
]
_STAYS = [
    ("stages.w.wieght", "weight", "UJ301", "decision.weighting.table.a", ""),
    ("stages.w.titel", "title", "UJ301", "stages.w.criteria.k.weight", ""),
    ("stages.w.titel", "title", "UJ325", "stages.w.each", ""),
    ("stages.w.crteria", "criteria", "UJ312", "ranking.by", "x"),
    ("a.bands.tinggi.belpw", "below", "UJ513", "b.bands.rendah", ""),
    ("ruleset.extenpds", "extends", "UJ201", "stages.w.wieght", ""),
    ("ruleset.extenpds", "extends", "UJ205", "decision.compare", ""),
    ("ruleset.extenpds", "extends", "UJ441", "stages.w.source", ""),
    ("stages.w.scael", "scale", "UJ321", "stages.x.criteria.k.scale", ""),
    ("stages.x.aggregation.ues", "use", "UJ302", "stages.w.criteria.k.weight", ""),
    ("stages.x.scale.upmer", "upper", "UJ513", "stages.w.value", ""),
]


@pytest.mark.parametrize("path, nearest, code, after, got", _FOLLOWS)
def test_what_only_follows_from_a_slip_is_not_said(
    path: str, nearest: str, code: str, after: str, got: str
) -> None:
    slip = finding("UJ201", _HERE, path, got="?", nearest=nearest)
    follows = finding(code, Place("a.toml", 9, 1), after, got=got, key="stages.w.weight")
    assert said_once([follows, slip]) == (slip,)
    elsewhere = evolve(follows, place=Place("b.toml", 9, 1))
    assert said_once([elsewhere, slip]) == (slip, elsewhere)


@pytest.mark.parametrize("path, nearest, code, after, got", _STAYS)
def test_what_is_wrong_besides_a_slip_is_said(
    path: str, nearest: str, code: str, after: str, got: str
) -> None:
    slip = finding("UJ201", _HERE, path, got="?", nearest=nearest)
    besides = finding(code, Place("a.toml", 9, 1), after, got=got, nearest="")
    assert said_once([besides, slip]) == (slip, besides)


def test_a_part_of_a_plugin_that_is_not_there_under_its_name_is_not_told_too() -> None:
    missing = finding("UJ501", _HERE, "plugins.kendarm", got="kendarm", nearest="kendari")
    unknown = finding("UJ511", Place("a.toml", 9, 1), "stages.w.kind", nearest="kendarm:paparan")
    assert said_once([unknown, missing]) == (missing,)
    unguessed = evolve(missing, args={"got": "kendarm", "nearest": ""})
    assert said_once([unknown, unguessed]) == (unguessed, unknown)


@pytest.mark.parametrize("code", ["UJ203", "UJ208"])
def test_what_is_no_number_is_not_told_as_out_of_its_range_too(code: str) -> None:
    unread = finding(code, _HERE, "decision.cut-score", got="70,5")
    range_ = finding("UJ425", _HERE, "decision.cut-score", key="decision.cut-score")
    assert said_once([unread, range_]) == (unread,)
    elsewhere = evolve(range_, path="stages.w.weight")
    assert said_once([unread, elsewhere]) == (unread, elsewhere)


def test_a_source_without_title_is_not_told_where_its_title_is_misspelt() -> None:
    slip = finding("UJ442", _HERE, "ruleset.source.ditle", got="ditle", nearest="title")
    lacking = finding("UJ441", Place("a.toml", 4, 2), "ruleset.source", expected="title")
    assert said_once([lacking, slip]) == (slip,)
    other = evolve(lacking, path="stages.w.source")
    assert said_once([other, slip]) == (slip, other)


def test_an_item_without_id_is_no_sibling_whose_weight_may_be_summed() -> None:
    nameless = finding("UJ406", _HERE, "stages.4", nearest="idd")
    summed = finding("UJ301", Place("a.toml", 9, 1), "stages.w.weight")
    assert said_once([summed, nameless]) == (nameless,)


def test_places_read_as_editors_know_them() -> None:
    assert [str(p) for p in (NOWHERE, Place("a"), Place("a", 3), Place("a", 3, 4))] == [
        "-", "a", "a:3", "a:3:4",
    ]  # fmt: skip
    assert str(Place("a.xlsx", cell="Wawancara!D14")) == "a.xlsx › Wawancara › D14"


def test_a_refusal_says_its_findings() -> None:
    refused = Refused([Finding(code="UJ301", severity="error", path="stages.x")])
    assert str(refused) == "- UJ301 stages.x"
    assert str(Refused([])) == "refused"


def test_what_is_raised_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(Refused([finding("UJ216")])))  # noqa: S301  our own
    assert [each.code for each in again.findings] == ["UJ216"]
    failure = pickle.loads(pickle.dumps(PluginError("a", "b 1.0", "c", "d")))  # noqa: S301
    assert str(failure) == "plugin a (b 1.0), c: d"


def test_a_misspelt_plugin_is_guessed_before_anything_is_installed() -> None:
    def hint(nearest: str) -> str:
        package = "ujikom-rules-kendri"
        return hint_of(finding("UJ501", got="kendri", package=package, nearest=nearest), "en")

    assert hint("kendari") == "perhaps 'kendari' is meant"
    assert "pip install ujikom-rules-kendri" in hint("")
