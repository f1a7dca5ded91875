"""Where rulesets are found: by the id inside the file, in named folders, then in the bundled one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from ujikom_rules import names
from ujikom_rules.errors import NOWHERE, Finding, Place
from ujikom_rules.messages import finding
from ujikom_rules.messages.texts import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import LIMIT, read_document_file
from ujikom_rules.reading.heads import ids_in
from ujikom_rules.reading.packages import Packages

Findings: TypeAlias = tuple[Finding, ...]


def bundled_folder() -> Path:
    """Where the rulesets of this distribution lie, whether it is installed or a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_rulesets"
    if not installed.is_dir() and package.parent.name == "src":
        return package.parents[1] / "rulesets"
    return installed


@frozen(eq=False, repr=False)
class Edition:
    """One file of a ruleset.

    Attributes:
        path: the file.
        root: what stands in it; None when it cannot be read.
        findings: what is wrong with reading it.
    """

    path: Path
    root: Entry | None
    findings: Findings = ()

    def head(self, key: str) -> Entry | None:
        """What `[ruleset]` says under a key."""
        head = self.root.get("ruleset") if self.root is not None else None
        return head.get(key) if head is not None else None

    def text(self, key: str) -> str:
        """The same, of a text."""
        said = self.head(key)
        return said.data if said is not None and isinstance(said.data, str) else ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day in force; a side that is not said is open."""
        said = self.head("effective")
        first, last = (said.get(key) if said is not None else None for key in ("from", "to"))
        return (
            first.data if first is not None and isinstance(first.data, date) else date.min,
            last.data if last is not None and isinstance(last.data, date) else date.max,
        )

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        first, last = self.days
        return first <= day <= last

    @property
    def place(self) -> Place:
        """Where it says when it holds, or at least its id."""
        said = self.head("effective") or self.head("id")
        return said.place if said is not None else Place(str(self.path))


@frozen(eq=False, repr=False)
class Library:
    """Folders of rulesets.

    Attributes:
        folders: searched first, in order, every ``*.toml`` beneath them but cases.
        bundled: searched last; None for nothing but the folders.
        limit: how many bytes a file may have.
        packages: where an id with a namespace is found; None for nowhere.

    Example:
        >>> Library().find("kendari/2025")[0].get("ruleset").get("version").data
        '1.0'
    """

    folders: tuple[Path, ...] = ()
    bundled: Path | None = field(factory=bundled_folder)
    limit: int = LIMIT
    packages: Packages | None = None

    def find(
        self, id_: str, version: str = "", as_of: date | None = None, *, place: Place = NOWHERE
    ) -> tuple[Entry | None, Findings]:
        """The ruleset of an id: a version, else the one in force, else the newest.

        Args:
            id_: ``name/name``, or ``namespace:name/name`` for that package alone; never a path.
            version: exactly this version, whenever it is in force.
            as_of: the day on which it is to be in force.
            place: where it is named, for findings that are about no file.
        """
        found, findings = self.edition(id_, version, as_of, place)
        return (None, findings) if found is None else (found.root, findings)

    def locate(self, id_: str, version: str = "", as_of: date | None = None) -> Path | None:
        """The file that `find` takes; its cases lie beside it. None where it finds nothing."""
        found, _ = self.edition(id_, version, as_of)
        return None if found is None else found.path

    def ids(self) -> tuple[str, ...]:
        """All ids that can be found, sorted."""
        found = {id_ for folder in self._searched() for _, id_ in ids_in(folder)}
        return tuple(sorted(filter(names.is_ruleset_id, found)))

    def newer(self, id_: str, version: str) -> "Edition | None":
        """The newest edition of an id, where it is newer than the one of that version."""
        folders = [folder for folder in self._searched() if folder.is_dir()]
        found = [each for folder in folders for each in self._editions(folder, id_)]
        named = [each for each in found if each.text("version") == version]
        newest = max((each for each in found if each.root is not None), key=_newness, default=None)
        if not named or newest is None or _newness(newest) <= max(map(_newness, named)):
            return None
        return newest

    def _searched(self) -> tuple[Path, ...]:
        return self.folders if self.bundled is None else (*self.folders, self.bundled)

    def edition(
        self, id_: str, version: str = "", as_of: date | None = None, place: Place = NOWHERE
    ) -> tuple[Edition | None, Findings]:
        """The file that `find` takes, with what stands in it."""
        namespace, _, plain = id_.rpartition(":")
        if not names.is_ruleset_id(plain) or (":" in id_ and not names.is_id(namespace)):
            base = "" if place == NOWHERE else id_  # only `extends` has a place, and takes no path
            return None, (finding("UJ801", place, got=id_, base=base),)
        if namespace:
            return self._in_package(namespace, plain, version, as_of, place)
        for folder in self.folders:
            if not folder.is_dir():
                return None, (finding("UJ807", place, got=str(folder)),)
        return self._among(self._searched(), id_, version, as_of, place)

    def _in_package(
        self, namespace: str, id_: str, version: str, as_of: date | None, place: Place
    ) -> tuple[Edition | None, Findings]:
        """The file of an id in one package, and nowhere else."""
        if namespace == names.CORE and self.bundled is not None:
            return self._among((self.bundled,), id_, version, as_of, place)
        found = () if self.packages is None else self.packages.of(namespace)
        if not found:
            known = () if self.packages is None else self.packages.namespaces()
            near = names.nearest(namespace, known)
            return None, (finding("UJ815", place, got=namespace, nearest=near),)
        if len(found) > 1:
            owners = tuple(each.shown for each in found)
            return None, (finding("UJ818", place, got=namespace, owners=owners),)
        folder, distribution = found[0].folder, found[0].shown
        if folder is None:
            near = id_ if id_ in self.ids() else ""
            return None, (
                finding("UJ816", place, got=namespace, distribution=distribution, nearest=near),
            )
        edition, findings = self._among((folder,), id_, version, as_of, place)
        if edition is None and [each.code for each in findings] == ["UJ802"]:
            near = names.nearest(id_, filter(names.is_ruleset_id, dict(ids_in(folder)).values()))
            return None, (
                finding("UJ817", place, got=id_, distribution=distribution, nearest=near),
            )
        return edition, findings

    def _among(
        self,
        folders: tuple[Path, ...],
        id_: str,
        version: str,
        as_of: date | None,
        place: Place,
    ) -> tuple[Edition | None, Findings]:
        """The file of an id in the first of some folders that has one that fits."""
        seen: list[Edition] = []
        for folder in folders:
            editions = tuple(self._editions(folder, id_))
            seen += editions
            broken = [each for each in editions if each.root is None]
            if broken:  # nobody can tell which version it is, or when it holds
                return None, tuple(f for each in broken for f in each.findings)
            findings = _clashes(id_, editions, version)
            if findings:
                return None, findings
            fitting = [
                each
                for each in editions
                if (each.text("version") == version if version else _holds(each, as_of))
            ]
            if fitting:
                chosen = max(fitting, key=_newness)
                return chosen, chosen.findings
        if not seen:
            near = names.nearest(id_, self.ids())
            return None, (finding("UJ802", place, got=id_, nearest=near),)
        return None, (_none_fits(id_, seen, version, as_of, place),)

    def _called(self, folder: Path, path: Path) -> str:
        """A bundled file's name is the same wherever the distribution is installed."""
        if folder != self.bundled:
            return str(path)
        return f"rulesets/{path.relative_to(folder).as_posix()}"

    def _editions(self, folder: Path, id_: str) -> Iterator[Edition]:
        for path, said in ids_in(folder, id_):
            if said == id_:
                called = self._called(folder, path)
                edition = Edition(path, *read_document_file(path, self.limit, called=called))
                if edition.root is None or edition.text("id") == id_:
                    yield edition


def _holds(edition: Edition, as_of: date | None) -> bool:
    return as_of is None or edition.in_force(as_of)


def _newness(edition: Edition) -> tuple[date, tuple[tuple[int, int, str], ...]]:
    return edition.days[0], _version_key(edition.text("version"))


def _version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Versions in their order: 1.10 after 1.9; a number after a word, as 1.0 after 1.rc."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9.]+", version, re.ASCII)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)


def _clashes(id_: str, editions: Iterable[Edition], version: str) -> Findings:
    """One version twice; and, unless a version is asked for, two in force on one day."""
    found: list[Finding] = []
    before: list[Edition] = []
    for each in editions:
        for other in before:
            said, related = each.text("version"), (other.place,)
            first = max(each.days[0], other.days[0])
            if said == other.text("version") and version in ("", said):
                at = each.head("version")
                place = at.place if at is not None else each.place
                found.append(
                    finding(
                        "UJ804", place, "ruleset.version", related=related, got=id_, version=said
                    )
                )
            elif not version and first <= min(each.days[1], other.days[1]):
                found.append(
                    finding(
                        "UJ805", each.place, "ruleset.effective",
                        related=related, got=id_, day=_day(first),
                    )
                )  # fmt: skip
        before.append(each)
    return tuple(found)


def twice(files: Iterable[Path]) -> Findings:
    """One version of one id in several of some files; what else is wrong with them is not said.

    Days in force that overlap are nothing here: these files are compared, not searched.
    """
    known: dict[str, list[Edition]] = {}
    for file in {each.resolve(): each for each in files}.values():
        edition = Edition(file, read_document_file(file)[0])
        if edition.text("version"):
            known.setdefault(edition.text("id"), []).append(edition)
    found = (each for id_, editions in known.items() for each in _clashes(id_, editions, ""))
    return tuple(each for each in found if each.code == "UJ804")


def _none_fits(
    id_: str, seen: list[Edition], version: str, as_of: date | None, place: Place
) -> Finding:
    related = tuple(each.place for each in seen)
    if version:
        said = (each.head("version") for each in seen)
        related = tuple(each.place for each in said if each is not None) or related
        versions = sorted({each.text("version") for each in seen})
        return finding("UJ803", place, related=related, got=id_, version=version, expected=versions)
    spans = tuple(_span(*each.days) for each in seen)
    return finding("UJ806", place, related=related, got=id_, day=as_of, expected=spans)


def _span(first: date, last: date) -> Text:
    if last == date.max:
        return Text(f"sejak {first}", f"since {first}")
    if first == date.min:
        return Text(f"sampai {last}", f"until {last}")
    return Text(f"{first} sampai {last}", f"{first} to {last}")


def _day(day: date) -> str | Text:
    return Text("setiap hari", "every day") if day == date.min else str(day)
