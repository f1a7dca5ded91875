"""HTML pages: they stand on their own, and `ujikom show` writes one whole or not at all."""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from tests.compiled import HEAD, SCALE, stage
from ujikom_rules.analysis import showing
from ujikom_rules.cli import main
from ujikom_rules.messages import LANGS, Lang
from ujikom_rules.office import pages

Run = Callable[..., tuple[int, str, str]]
ODD = HEAD.replace('"Contoh"', '{ id = "<script>alert(1)</script> & \\"x\\"", en = "An < odd" }')


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.misnested: list[str] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(each) for each in arguments])
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return running


def page_in(lang: Lang) -> Tags:
    page = showing.page("national/seleksi-terbuka", lang, plugins={})
    return Tags(pages.render("rules.html", lang, {"page": page}))


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_can_be_read_aloud_and_printed_without_a_network(lang: Lang) -> None:
    page = page_in(lang)
    assert page.all("html") == [{"lang": lang}]
    assert (page.open, page.misnested) == ([], [])
    assert len(page.all("caption")) == len(page.all("table")) > 10
    assert {each.get("scope") for each in page.all("th")} == {"row", "col"}
    assert page.all("script") == page.all("img") == page.all("link") == page.all("iframe") == []
    css = (pages.TEMPLATES / "page.css").read_text("utf-8")
    assert "@page { size: A4; margin: 18mm; }" in css
    assert not re.search(r"url\(|@import", css + (pages.TEMPLATES / "rules.css").read_text("utf-8"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_sign_behind_a_number_leads_to_its_note(lang: Lang) -> None:
    page = page_in(lang)
    there = {each["id"] for _, each in page.seen if "id" in each}
    links = {(each["href"] or "") for each in page.all("a")}
    inside = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert inside == {each for each in there if each and each.startswith("n-")}
    assert all(link.startswith(("#", "https://")) for link in links)


def test_the_page_says_what_the_text_says() -> None:
    page = showing.page("malang/2024", "id")
    html = "".join(Tags(pages.render("rules.html", "id", {"page": page})).text)
    lines = [line for section in page.sections for block in section.blocks
             if isinstance(block, showing.Table)
             for row in block.rows for cell in row.cells for line in cell]  # fmt: skip
    assert len(lines) > 100
    assert [line.said.text for line in lines if line.said.text not in html] == []


def test_what_an_officer_wrote_is_text_and_never_markup() -> None:
    source = "[ruleset.source]\ntitle = '<b>x</b>'\nurl = 'javascript:alert(1)'\n"
    document = ujikom.parse_ruleset(ODD + source + stage("w", SCALE))
    page = showing.page(document, "id", plugins={})
    html = pages.render("rules.html", "id", {"page": page})
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;x&#34;" in html
    assert [each["href"] for each in Tags(html).all("a") if "java" in str(each["href"])] == []
    assert "javascript:alert(1)</dd>" in html


def test_templates_write_days_and_decimals_in_the_language_of_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "x.html").write_text(
        "{{ when|day }} {{ x|decimal }} {{ '82.50'|decimal }} {{ lang }}"
    )
    monkeypatch.setattr(pages, "TEMPLATES", tmp_path)
    pages.environment.cache_clear()
    values = {"when": date(2024, 3, 4), "x": Fraction(125, 2)}
    try:
        assert pages.render("x.html", "id", values) == "4 Maret 2024 62,5 82,50 id"
        assert pages.render("x.html", "en", values) == "4 March 2024 62.5 82.50 en"
    finally:
        pages.environment.cache_clear()


def test_show_prints_text_or_writes_the_file_that_its_name_asks_for(
    run: Run, tmp_path: Path
) -> None:
    status, out, err = run("show", "malang/2024", "--lang", "en")
    assert (status, err) == (0, "")
    assert out == ujikom.show("malang/2024", "en")
    for name, beginning in (("a.HTML", "<!doctype html>"), ("a.txt", "Uji kompetensi")):
        status, out, err = run("show", "malang/2024", "--lang", "id", "-o", tmp_path / name)
        assert (status, out, err) == (0, "", "")
        assert (tmp_path / name).read_text("utf-8").lstrip().startswith(beginning)


def test_show_takes_the_edition_of_a_day(run: Run, tmp_path: Path) -> None:
    for year in (2024, 2025):
        days = f"effective = {{ from = {year}-01-01, to = {year}-12-31 }}\n"
        rules = HEAD.replace('"1.0"', f'"{year}"') + days + stage("w", SCALE)
        (tmp_path / f"{year}.toml").write_text(rules, "utf-8")
    words = ["show", "uji/contoh", "--rulesets", tmp_path, "--lang", "en"]
    assert "| version  | 2025 " in run(*words)[1]
    assert "| version  | 2024 " in run(*words, "--as-of", "2024-06-01")[1]


def test_a_ruleset_with_errors_is_not_shown_and_nothing_is_written(
    run: Run, tmp_path: Path
) -> None:
    wrong = tmp_path / "kota.toml"
    wrong.write_text(HEAD + stage("w", SCALE, "weigth = 5"), "utf-8")
    status, out, err = run("show", wrong, "-o", tmp_path / "kota.html", "--lang", "en")
    assert (status, out) == (1, "")
    assert f"{wrong}:10:1: error UJ201" in err
    assert [each.name for each in tmp_path.iterdir()] == ["kota.toml"]
