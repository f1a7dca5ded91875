"""The ratios as a plain SVG: a dot a rival, on a logarithmic scale, ours at 1."""

import math
from collections.abc import Sequence
from html import escape
from typing import Any

WIDTH, LEFT, RIGHT = 860, 290, 90
LINE, HEAD = 24, 44
LEAST, MOST = 0.0005, 20.0
INK, FAINT, DOT, OWN = "#222222", "#cccccc", "#0b6e99", "#c2410c"
ABOUT = "How long each takes, ours = 1 (logarithmic); a cross: it publishes other scores"

Panel = tuple[str, str, Sequence[dict[str, Any]]]


def across(value: float) -> float:
    """Where a ratio stands, from left to right."""
    share = math.log(value / LEAST) / math.log(MOST / LEAST)
    return LEFT + min(max(share, 0.0), 1.0) * (WIDTH - LEFT - RIGHT)


def text(x: float, y: float, said: str, *, anchor: str = "start", bold: bool = False) -> str:
    """A text at a place."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{INK}"{weight}>'
        f"{escape(said)}</text>"
    )


def row(y: float, name: str, times: float, colour: str, *, wrong: bool) -> list[str]:
    """One rival: its name, a dot or cross, and the number."""
    x = across(times)
    mark = f'<circle cx="{x:.1f}" cy="{y - 4:.1f}" r="5" fill="{colour}"/>'
    if wrong:
        mark = (
            f'<path d="M{x - 5:.1f} {y - 9:.1f} l10 10 m0 -10 l-10 10" '
            f'stroke="{colour}" stroke-width="3"/>'
        )
    return [
        text(LEFT - 12, y, name, anchor="end"),
        mark,
        text(WIDTH - 8, y, f"× {times:.3g}", anchor="end"),
    ]


def plot(panels: Sequence[Panel]) -> str:
    """All panels beneath each other.

    Args:
        panels: title, the name of ours, and the measurements with `name`, `ratio`, `scores`.
    """
    drawn: list[str] = [text(12, 24, ABOUT, bold=True)]
    y = 30.0
    for title, ours, rows in panels:
        y += HEAD
        drawn.append(text(12, y - 14, title, bold=True))
        top = y - 8
        shown = [each for each in rows if not each["name"].startswith("an interpreter")]
        for each in sorted(shown, key=lambda found: -found["ratio"]):
            y += LINE
            own = each["name"] == ours
            times = 1.0 if own else 1 / each["ratio"]
            wrong = each["scores"] > 0
            drawn += row(y, each["name"], times, OWN if own else DOT, wrong=wrong)
        for power in range(-3, 2):
            x = across(10.0**power)
            colour = INK if power == 0 else FAINT
            drawn.insert(
                0, f'<path d="M{x:.1f} {top:.1f} V{y + 6:.1f}" stroke="{colour}" fill="none"/>'
            )
            drawn.append(text(x, y + 22, f"{10.0**power:g}", anchor="middle"))
        y += LINE
    height = int(y + 16)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="13" role="img">\n'
        f"<title>{escape(ABOUT)}</title>\n"
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )
