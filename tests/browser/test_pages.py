"""The pages in a browser: nothing is cut, nothing overlaps, nothing is asked of a network."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import ujikom_rules as ujikom
from ujikom_rules.office.minutes import minutes, minutes_page
from ujikom_rules.office.report import audience_of, report

ROOT = Path(__file__).parents[2]
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
CITIES = {"malang-2024": "malang/2024", "kendari-2025": "kendari/2025"}
DESKTOP, A4, PHONE = 1280, 660, 390  # a screen; 174 mm of paper; a telephone; in CSS pixels
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--disable-quic")  # fmt: skip

# Writes into the page what a look at it would tell; the pages themselves run no script.
LOOK = """<script>
window.addEventListener("load", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = OPEN;
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const cut = [...document.querySelectorAll("td, th, li, dd, p, h1, h2, h3")]
    .filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1)
    .map(each => each.textContent.trim().slice(0, 60));
  const over = [];
  for (const row of document.querySelectorAll("tr")) {
    const cells = [...row.children].map(each => each.getBoundingClientRect());
    for (let i = 1; i < cells.length; i++) {
      const below = cells[i].top >= cells[i - 1].bottom - 1;  // a narrow screen stacks them
      if (!below && cells[i].left < cells[i - 1].right - 1) over.push(i);
    }
  }
  for (const line of document.querySelectorAll("svg text")) {
    const box = line.getBoundingClientRect(), frame = line.ownerSVGElement.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1) cut.push(line.textContent);
  }
  const loaded = performance.getEntriesByType("resource").map(each => each.name);
  document.body.setAttribute("data-look", JSON.stringify({wide, cut, over, loaded}));
});
window.addEventListener("error", problem => document.body.setAttribute("data-error", problem.message));
</script>"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="chromium is not installed")


def pages(city: str) -> dict[str, str]:
    plan = ujikom.plan(CITIES[city])
    sheet = ujikom.read_scoresheet(ROOT / "examples" / city)
    evaluation = ujikom.evaluate(plan, sheet)
    found = {"minutes": minutes_page(minutes(plan, sheet, evaluation, "id"))}
    for audience in ("panel", "ppk", "public", f"candidate={evaluation.results[0].candidacy}"):
        reader = audience_of(audience)
        assert reader is not None
        found[reader.kind] = report(plan, sheet, evaluation, reader, "id")
    return found


def look(text: str, width: int, folder: Path, *, opened: bool) -> dict[str, object]:
    """What a browser of that width makes of the page."""
    page = folder / "page.html"
    script = LOOK.replace("OPEN", "true" if opened else "false")
    page.write_text(text.replace("</head>", f"{script}</head>"), encoding="utf-8")
    assert BROWSER is not None
    size, profile = f"--window-size={width},1000", f"--user-data-dir={folder / 'profile'}"
    command = [BROWSER, *QUIET, size, profile, "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    dom = done.stdout.decode("utf-8")
    assert 'data-error="' not in dom
    found = re.search(r'data-look="([^"]*)"', dom)
    assert found is not None
    told: dict[str, object] = json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&"))
    return told


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("width", [DESKTOP, A4, PHONE])
def test_nothing_is_cut_and_nothing_overlaps(city: str, width: int, tmp_path: Path) -> None:
    for name, text in pages(city).items():
        if width == DESKTOP and name not in ("panel", "minutes"):
            continue  # made of the same pieces
        told = look(text, width, tmp_path, opened=name in ("panel", "candidate"))
        assert told == {"wide": 0, "cut": [], "over": [], "loaded": []}, name


def test_the_look_sees_what_is_cut(tmp_path: Path) -> None:
    """The check itself can fail: a word that is wider than its cell, and a picture that loads."""
    long = "x" * 400
    text = (
        f'<html><head></head><body><table style="width:100px;table-layout:fixed"><tr><td>{long}'
        '</td><td>b</td></tr></table><img src="http://127.0.0.1:9/a.png"></body></html>'
    )
    told = look(text, DESKTOP, tmp_path, opened=False)
    assert told["wide"] != 0 or told["cut"]
    assert told["loaded"]


def printed(text: str, folder: Path) -> list[str]:
    """The pages that a browser prints of it, as text."""
    page, paper = folder / "page.html", folder / "page.pdf"
    page.write_text(text, encoding="utf-8")
    assert BROWSER is not None
    command = [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
               f"--print-to-pdf={paper}", page.as_uri()]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True)
    return said.stdout.decode("utf-8").split("\f")[:-1]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("city", CITIES)
def test_every_working_is_printed_and_no_page_holds_the_digests_alone(
    city: str, tmp_path: Path
) -> None:
    """On a screen the workings are folded; paper cannot be unfolded."""
    for name, text in pages(city).items():
        if name in ("ppk", "public"):
            continue  # made of the same pieces
        paper = printed(text, tmp_path)
        digest = re.search(r"sha256:[0-9a-f]{64}", text)
        assert digest is not None
        (last,) = [page for page in paper if digest[0] in page]
        assert len(last.split()) > 30, name  # signatures, or the last of the workings
        for number, page in enumerate(paper, 1):
            assert re.search(rf"sha256:[0-9a-f]{{12}} +{number} ?/ ?{len(paper)}\n", page), name
        if name == "panel":
            people = text.count('<details class="fold"')
            marks = re.findall(r"penguji (?:E|#)\d+: nilai yang dicatat", text)
            told = " ".join("\n".join(paper).split())
            assert people >= 20
            assert told.count("nilai yang dicatat") == text.count("nilai yang dicatat")
            assert len(re.findall(r"penguji (?:E|#)\d+: nilai yang dicatat", told)) == len(marks)


UNFOLDED = """<script>
window.addEventListener("load", () => {
  const all = [...document.querySelectorAll(".folded")];
  const shown = all.filter(each => each.checkVisibility({contentVisibilityAuto: true}));
  const open = all.filter(each => each.parentElement.open);
  document.body.setAttribute("data-shown", shown.map(each => each.id).join());
  document.body.setAttribute("data-open", open.map(each => each.id).join());
});
</script>"""


@pytest.mark.parametrize("at, expected", [("", ""), ("#p3", "p3")])
def test_workings_are_folded_until_a_link_leads_to_one(
    at: str, expected: str, tmp_path: Path
) -> None:
    text = pages("kendari-2025")["panel"].replace("</head>", f"{UNFOLDED}</head>")
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    assert BROWSER is not None
    command = [BROWSER, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom",
               f"{page.as_uri()}{at}"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    dom = done.stdout.decode("utf-8")
    assert f'data-shown="{expected}"' in dom
    assert f'data-open="{expected}"' in dom  # what a screen reader says is what is to be seen
