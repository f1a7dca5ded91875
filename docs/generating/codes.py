"""The page of codes: every finding, in both languages."""

from string import Formatter

from docs.generating.markdown import NOTE, plain, table

from ujikom_rules.messages import REGISTER, Message, Text

GROUPS = {
    "0": "Files",
    "1": "TOML",
    "2": "Shape of a ruleset",
    "3": "Meaning of a ruleset",
    "4": "Bases, overlays, open terms, sources",
    "5": "Plugins and their parts",
    "6": "Scoresheets",
    "7": "Results",
    "8": "Library, cases, pages",
    "9": "Workbooks, forms, reports",
}
_INTRO = """# Codes

Every finding has a code. An **error** stops the work, a **warning** and a **note** do not.
`ujikom explain UJ301` prints the same page in a terminal. An ellipsis stands where a finding
puts in its own words.

"""


def page() -> str:
    """The whole page."""
    text = NOTE + _INTRO
    for digit, title in GROUPS.items():
        text += f"## UJ{digit}xx: {title}\n\n"
        text += "".join(_section(REGISTER[each]) for each in sorted(REGISTER) if each[2] == digit)
    return text.rstrip() + "\n"


def _section(message: Message) -> str:
    rows = [("says", message.text), ("why", message.why)]
    rows += [("what to do", message.hint)] if message.hint is not None else []
    rows += [("otherwise", message.otherwise)] if message.otherwise is not None else []
    said = table(
        (f"*{message.severity}*", "English", "Bahasa Indonesia"),
        ((name, _shown(text, "en"), _shown(text, "id")) for name, text in rows),
    )
    return f"### {message.code}\n\n{said}"


def _shown(text: Text, lang: str) -> str:
    template = text.en if lang == "en" else text.id
    pieces = Formatter().parse(template)
    return "".join(plain(said) + ("…" if name is not None else "") for said, name, _, _ in pieces)
