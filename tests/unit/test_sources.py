"""Where a number comes from: the nearest source above it, in the file that wrote it."""

from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.sources import lay
from ujikom_rules.reading.overlay.ways import at


def laid(text: str) -> tuple[Entry, tuple[Finding, ...]]:
    root, findings = read_document(text, "kota.toml")
    assert root is not None
    assert findings == ()
    return lay(root)


def source(root: Entry, path: str) -> Source | None:
    (entry,) = at(root, tuple(path.split(".")))
    return entry.source


WHOLE = """
[ruleset]
source = "assumption"
[decision]
cut-score = 70
[[stages]]
id = "syarat"
source = { title = "PP 11/2017", article = "132", url = "https://example.org/pp" }
require = { fact = "years", at-least = 2 }
[[stages]]
id = "wawancara"
weight = 60
criteria = [
  { id = "a", weight = 40, source = "assumption" },
  { id = "b", weight = "1/3", source = { title = "Perwali 5" } },
]
"""


def test_the_nearest_source_above_covers_a_number() -> None:
    root, findings = laid(WHOLE)
    assert findings == ()
    assert source(root, "decision.cut-score") is ASSUMPTION
    assert source(root, "stages.syarat.require.at-least") == Source(
        title="PP 11/2017", article="132", url="https://example.org/pp"
    )
    assert source(root, "stages.wawancara.weight") is ASSUMPTION
    assert source(root, "stages.wawancara.criteria.a.weight") is ASSUMPTION
    assert source(root, "stages.wawancara.criteria.b.weight") == Source(title="Perwali 5")


def test_sources_are_laid_anew_on_a_tree_that_was_changed() -> None:
    root, _ = laid(WHOLE)
    said = Entry({"title": Entry("Perwali 7")})
    changed = root.with_data({**root.table(), "source": said, "new": Entry(5)})
    again, findings = lay(changed)
    assert findings == ()
    assert source(again, "new") == Source(title="Perwali 7")
    assert source(again, "decision.cut-score") == Source(title="Perwali 7")
    assert source(again, "stages.syarat.require.at-least") == Source(
        title="PP 11/2017", article="132", url="https://example.org/pp"
    )
    without = changed.with_data({"decision": Entry({"cut-score": Entry(70)})})
    assert source(lay(without)[0], "decision.cut-score") is None


def test_a_changed_tree_has_the_same_findings() -> None:
    for text in ("[decision]\nsource = 5", '[ruleset]\nsource = { title = " " }'):
        root, findings = laid(text)
        assert findings
        assert lay(root.with_data(root.data))[1] == findings


def test_without_any_source_a_number_has_none() -> None:
    root, findings = laid("[decision]\ncut-score = 70")
    assert findings == ()
    assert source(root, "decision.cut-score") is None


def test_the_source_of_the_ruleset_reaches_what_stands_before_it() -> None:
    root, _ = laid('[decision]\ncut-score = 70\n[ruleset]\nsource = "assumption"')
    assert source(root, "decision.cut-score") is ASSUMPTION


def test_a_fact_or_plugin_may_be_called_source() -> None:
    _, findings = laid('[facts]\nsource = { type = "text" }\n[plugins]\nsource = "1.0"')
    assert findings == ()


def said(text: str) -> tuple[str, str, str]:
    _, (finding,) = laid(text)
    return finding.code, str(finding.place), finding.path


def test_a_bare_title_is_refused_and_shown_as_it_should_be() -> None:
    text = '[decision]\ncut-score = 70\nsource = "PP 11/2017"'
    assert said(text) == ("UJ440", "kota.toml:3:10", "decision.source")
    _, (finding,) = laid(text)
    assert hint_of(finding, "id") == 'tulis source.title = "PP 11/2017"'
    assert text_of(finding, "en").startswith('a source must be "assumption", or a title')


def test_a_number_as_source_is_refused_without_a_hint() -> None:
    _, (finding,) = laid("[decision]\nsource = 5")
    assert (finding.code, str(finding.place)) == ("UJ440", "kota.toml:2:10")
    assert hint_of(finding, "id") == ""


def test_a_wrong_source_of_the_ruleset_is_said_once() -> None:
    assert said("[ruleset]\nsource = 5") == ("UJ440", "kota.toml:2:10", "ruleset.source")


def test_a_source_needs_a_title() -> None:
    text = '[decision]\nsource = { article = "132" }'
    assert said(text) == ("UJ441", "kota.toml:2:10", "decision.source")


def test_the_keys_of_a_source_are_texts() -> None:
    text = '[decision]\nsource = { title = "PP 11/2017", article = 132 }'
    assert said(text) == ("UJ441", "kota.toml:2:44", "decision.source.article")


def test_an_unknown_key_of_a_source_is_named_with_the_nearest() -> None:
    text = '[decision]\nsource = { title = "PP", artikel = "5" }'
    assert said(text) == ("UJ442", "kota.toml:2:26", "decision.source.artikel")
    _, (finding,) = laid(text)
    assert hint_of(finding, "en") == "perhaps 'article' is meant"
