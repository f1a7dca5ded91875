"""A bar on standard error while something lasts: the one place where rich is met.

Nothing is seen of what is over within `DELAY`, nor where standard error is no terminal: in a pipe,
in a file, on a dumb one. The bar lives in a thread of its own, so that what works knows no clock;
it goes without a trace, also when the work fails or is stopped.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread, main_thread
from typing import TYPE_CHECKING, Self, TypeVar

from ujikom_rules.messages import Lang, Text

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

READING = Text("Membaca lembar nilai", "Reading the scoresheet")
PLANNING = Text("Membaca berkas aturan", "Reading the ruleset")
EVALUATING = Text("Menghitung nilai", "Computing the scores")
WRITING = Text("Menulis hasil", "Writing the result")
DELAY = 1  # seconds in which nothing is seen
PACE = 1 / 10  # seconds from one picture to the next
DUMB = ("dumb", "unknown")


class Bar:
    """What a command is doing, told while it lasts.

    It moves to and fro until it is known how many things there are (`through`). What a command
    prints meanwhile, it prints `aside`.

    Args:
        lang: the language of the labels.
        label: what is being done.

    Example:
        ``with Bar(lang, READING) as bar: forms = [read(each) for each in bar.through(paths)]``
    """

    def __init__(self, lang: Lang, label: Text) -> None:
        self._lang = lang
        self._label = label.say(lang)
        self._steps: list[tuple[int, int]] = []  # done and all, the outermost first
        self._done = Event()
        self._lock = Lock()  # held while something is drawn, or printed aside
        self._drawn: Progress | None = None
        self._thread: Thread | None = None
        self._began = time.monotonic()

    def says(self, label: Text) -> None:
        """Tell what is being done from now on."""
        self._label = label.say(self._lang)

    def through(self, things: Iterable[T]) -> Iterator[T]:
        """The things one by one; each that is left behind is counted.

        Within another `through`, the things are parts of the one that is being done there.
        """
        found = tuple(things)
        depth = len(self._steps)
        try:
            for number, each in enumerate(found):
                self._steps[depth:] = [(number, len(found))]
                yield each
        finally:
            del self._steps[depth:]

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something is printed or somebody is asked."""
        with self._lock:
            self._take_away()
            yield

    def __enter__(self) -> Self:
        """Begin; the bar itself comes later, if at all."""
        if sys.stderr.isatty() and os.environ.get("TERM") not in DUMB:
            self._thread = Thread(target=self._show, name="progress")
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, whatever the reason, and leave no trace."""
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def _show(self) -> None:
        """Draw until the work is done; a bar that cannot be drawn disturbs no work."""
        if self._done.wait(DELAY):
            return
        with suppress(Exception):
            try:
                while not self._done.wait(PACE) and main_thread().is_alive():
                    with self._lock:
                        self._draw()
            finally:
                with self._lock:
                    self._take_away()

    def _draw(self) -> None:
        if self._drawn is None:
            self._drawn = _drawing()
            self._drawn.add_task("", visible=False)
            self._drawn.start()
        done, everything, count = _how_far(tuple(self._steps))
        self._drawn.update(
            self._drawn.task_ids[0],
            description=self._label,
            completed=done,
            total=everything,
            visible=True,
            count=count,
            taken=_clock(int(time.monotonic() - self._began)),
        )
        self._drawn.refresh()

    def _take_away(self) -> None:
        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            with suppress(OSError):  # the terminal has gone
                drawn.stop()


def _how_far(steps: tuple[tuple[int, int], ...]) -> tuple[int, int | None, str]:
    """How much of how much is done, and the count of the innermost things.

    >>> _how_far(((2, 5), (1, 4)))
    (9, 20, '1/4')
    """
    done, everything = 0, 1
    for behind, of in steps:
        done, everything = done * of + behind, everything * of
    if everything == 1:
        return 0, None, ""  # one thing alone: how far it is, nobody knows
    return done, everything, f"{steps[-1][0]}/{steps[-1][1]}"


def _clock(seconds: int) -> str:
    """Minutes and seconds.

    >>> _clock(75)
    '1:15'
    """
    return f"{seconds // 60}:{seconds % 60:02}"


def _drawing() -> "Progress":
    """An empty bar on standard error, in signs that its encoding has."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(file=sys.stderr, highlight=False)
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}", markup=False),
        TextColumn("{task.fields[taken]}", markup=False),
        auto_refresh=False,
        console=console,
        disable=not console.is_interactive,
        redirect_stderr=False,
        redirect_stdout=False,
        transient=True,
    )
