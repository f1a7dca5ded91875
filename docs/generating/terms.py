"""The pages of words: the register in Indonesian for officers, in English for everybody else."""

from docs.generating.markdown import NOTE, plain, table

from ujikom_rules.messages.term import Term
from ujikom_rules.messages.terms_of_events import EVENTS
from ujikom_rules.messages.terms_of_results import RESULTS
from ujikom_rules.messages.terms_of_rules import RULES

_ISTILAH = """# Istilah

Satu kata untuk satu hal: di pesan, laporan, isian, dan halaman ini. Kolom pertama adalah kata
yang ditulis di berkas aturan dan lembar nilai; kata Inggris tidak perlu dihafal.

"""
_GLOSSARY = """# Glossary

One word for one thing: in rulesets, in code, in messages and on these pages. Beside each word
stands the Indonesian one that messages, forms and reports use; [Istilah](istilah.md) is the same
list in Indonesian.

"""
_GROUPS = (
    ("Aturan", "Rules", RULES),
    ("Kegiatan", "Events", EVENTS),
    ("Hasil", "Results", RESULTS),
)


def istilah() -> str:
    """The page for officers: key, word, English word, one line."""
    heads = ("kunci", "istilah", "Inggris", "artinya")
    text = NOTE + _ISTILAH
    for title, _en, terms in _GROUPS:
        rows = (
            (_keys(each), each.word.id, each.word.en, plain(each.line.id))
            for each in terms.values()
        )
        text += f"## {title}\n\n" + table(heads, rows)
    return text.rstrip() + "\n"


def glossary() -> str:
    """The same words for those who read English."""
    heads = ("word", "Bahasa Indonesia", "key", "meaning")
    text = NOTE + _GLOSSARY
    for _id, title, terms in _GROUPS:
        rows = (
            (each.word.en, each.word.id, _keys(each), plain(each.line.en))
            for each in terms.values()
        )
        text += f"## {title}\n\n" + table(heads, rows)
    return text.rstrip() + "\n"


def _keys(term: Term) -> str:
    return ", ".join(f"`{key}`" for key in term.keys)
