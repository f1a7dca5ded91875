"""Where a number comes from: the nearest source above it, in the file that wrote it."""

from ujikom_rules.errors import Finding
from ujikom_rules.messages import hint_of, text_of
from ujikom_rules.model.entry import ASSUMPTION, Entry, Source
from ujikom_rules.reading.document import read_document
from ujikom_rules.reading.overlay.ways import at
from ujikom_rules.reading.sources import wrong_sources


def laid(text: str) -> tuple[Entry, tuple[Finding, ...]]:
    root, findings = read_document(text, "kota.toml")
    assert root is not None
    assert findings == ()
    return root, tuple(wrong_sources(root))


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


def test_a_table_is_covered_by_its_own_source() -> None:
    root, _ = laid(WHOLE)
    assert source(root, "stages.syarat") == source(root, "stages.syarat.require")
    assert source(root, "stages.wawancara.criteria.b") == Source(title="Perwali 5")
    for covered in ("stages", "stages.wawancara", "stages.wawancara.criteria"):
        assert source(root, covered) is ASSUMPTION


def test_a_source_that_is_none_covers_nothing() -> None:
    root, _ = laid('[ruleset]\nsource = "assumption"\n[decision]\nsource = 5\ncut-score = 70')
    assert source(root, "decision") is None
    assert source(root, "decision.cut-score") is None


def test_what_is_taken_into_another_document_keeps_its_source() -> None:
    root, _ = laid(WHOLE)
    law = Entry({"title": Entry("Perwali 7")})
    changed = root.with_data({**root.table(), "source": law})
    assert tuple(wrong_sources(changed)) == ()
    assert source(changed, "decision.cut-score") is ASSUMPTION


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


def test_the_range_of_an_open_term_is_from_its_article() -> None:
    root, findings = laid(
        '[ruleset]\nsource = "assumption"\n[[open]]\nkey = "stages.w.weight"\nat-least = 30\n'
        'one-of = [30, 35]\narticle = "PermenPANRB 15/2019"\n[[open]]\nkey = "stages.m.weight"\n'
        'at-most = 20\n[[open]]\nkey = "stages.x.weight"\nat-most = 20\narticle = " "\n'
        '[decision]\narticle = "Pasal 3"\ncut-score = 70\n'
    )
    assert findings == ()
    article = Source(title="PermenPANRB 15/2019")
    assert source(root, "open.0.at-least") == article
    assert source(root, "open.0.one-of.1") == article
    for other in ("open.1.at-most", "open.2.at-most", "decision.cut-score"):
        assert source(root, other) is ASSUMPTION
