"""The order of the alphabet among people: by name, without titles and accents."""

from unicodedata import combining, normalize

from ujikom_rules.model.outcome import Result


def by_alphabet(result: Result) -> tuple[str, ...]:
    """What a person stands by in an announced list; equal for nobody.

    Titles before a name end in a point and do not count; letters count without their accents, so
    that Éka stands beside Eka. Whoever has no name stands by the id.

    >>> sort_name("Dr. H. Éka Putri")
    'eka putri'
    """
    name = result.name or result.candidacy
    return (sort_name(name), name.casefold(), result.candidate, result.candidacy)


def sort_name(name: str) -> str:
    """A name as it is sorted: what is made of titles alone is sorted whole."""
    words = name.split()
    while words and words[0].endswith("."):
        words.pop(0)
    bare = normalize("NFKD", " ".join(words) or name)
    return "".join(each for each in bare if not combining(each)).casefold()
