"""Where rulesets are found: by the id inside the file, in named folders, then in the bundled one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from ujikom_rules import names
from ujikom_rules.errors import NOWHERE, Finding, Place
from ujikom_rules.messages import LANGS, finding
from ujikom_rules.messages.days import day
from ujikom_rules.messages.texts import Text
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.document import LIMIT, read_document_file
from ujikom_rules.reading.heads import ids_in
from ujikom_rules.reading.in_force import Edition, clashes, newness
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
        newest = max((each for each in found if each.root is not None), key=newness, default=None)
        if not named or newest is None or newness(newest) <= max(map(newness, named)):
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
            if (meant := id_.strip().lower()) in self.ids():
                return None, (finding("UJ802", place, got=id_, nearest=meant),)
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
            findings = clashes(id_, editions, version)
            if findings:
                return None, findings
            fitting = [
                each
                for each in editions
                if (each.text("version") == version if version else _holds(each, as_of))
            ]
            if fitting:
                chosen = max(fitting, key=newness)
                return chosen, chosen.findings
        if not seen:
            if (in_capitals := self._in_capitals(folders, id_, place)) is not None:
                return None, (in_capitals,)
            near = names.nearest(id_, self.ids())
            return None, (finding("UJ802", place, got=id_, nearest=near),)
        return None, (_none_fits(id_, seen, version, as_of, place),)

    def _in_capitals(self, folders: tuple[Path, ...], id_: str, place: Place) -> Finding | None:
        """That a file has the id in other letters, which no id may have; told in that file."""
        for folder in folders:
            for path, said in ids_in(folder):
                if said.strip().lower() == id_:
                    called = self._called(folder, path)
                    edition = Edition(path, read_document_file(path, self.limit, called=called)[0])
                    head = edition.head("id")
                    where = Place(called) if head is None else head.place
                    return finding(
                        "UJ204", where, "ruleset.id", related=(place,), got=said, expected=id_
                    )
        return None

    def _called(self, folder: Path, path: Path) -> str:
        """A bundled file's name is the same wherever the distribution is installed."""
        if folder != self.bundled:
            return str(path)
        return f"rulesets/{path.relative_to(folder).as_posix()}"

    def _editions(self, folder: Path, id_: str) -> Iterator[Edition]:
        """The files of an id; one to which a link leads as well is one file."""
        known: set[Path] = set()
        for path, said in ids_in(folder, id_):
            if said == id_ and (real := path.resolve()) not in known:
                known.add(real)
                called = self._called(folder, path)
                edition = Edition(path, *read_document_file(path, self.limit, called=called))
                if edition.root is None or edition.text("id") == id_:
                    yield edition


def _holds(edition: Edition, as_of: date | None) -> bool:
    return as_of is None or edition.in_force(as_of)


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
        form = Text("sejak {first}", "since {first}")
    elif first == date.min:
        form = Text("sampai {last}", "until {last}")
    else:
        form = Text("{first} sampai {last}", "{first} to {last}")
    said = (form.say(each).format(first=day(first, each), last=day(last, each)) for each in LANGS)
    return Text(*said)
