"""Writes the pages of the reference that follow from the code: ``python -m docs.generate``.

A generated page is committed; a test makes every page anew and compares, so none grows stale.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.generating import codes, commands, hooks, keys, kit, parts, words

REFERENCE = Path(__file__).parent / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "codes.md": codes.page,
    "commands.md": commands.page,
    "hooks.md": hooks.page,
    "keys.md": keys.page,
    "kit.md": kit.page,
    "parts.md": parts.page,
    "words.md": words.page,
}


def main() -> None:
    """Write every page that is not what the code says now."""
    for name, page in PAGES.items():
        path = REFERENCE / name
        text = page()
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
