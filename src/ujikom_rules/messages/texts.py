"""A text in both languages, beside the thing that it names."""

from typing import Literal, get_args

from attrs import frozen

Lang = Literal["id", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@frozen
class Text:
    """A text in Indonesian and English.

    >>> Text("bobot", "weight").say("en")
    'weight'
    """

    id: str
    en: str

    def say(self, lang: Lang) -> str:
        """The text in one language."""
        return self.id if lang == "id" else self.en

    @classmethod
    def same(cls, text: str) -> "Text":
        """A text that is the same in both languages, such as an id."""
        return cls(text, text)
