"""What an overlay is told of a change that its base does not take."""

from collections.abc import Mapping

from ujikom_rules import names
from ujikom_rules.errors import Finding, Place
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.reading.nodes import STAGE_KEYS
from ujikom_rules.reading.overlay.comparing import Action, Change, Steps, by_id, id_of
from ujikom_rules.reading.overlay.opens import Open
from ujikom_rules.reading.overlay.ranges import shown
from ujikom_rules.reading.overlay.ways import at, step_into

_DONE: Mapping[Action, Text] = {
    "add": Text("ditambah", "added to"),
    "change": Text("diubah", "changed"),
    "remove": Text("dikurangi", "taken from"),
}
_NO_KIND = Text(
    "dan sebagai tahapan baru ia belum mempunyai 'kind'", "and as a new stage it lacks 'kind'"
)
_NOTHING_NEW = Text("dan tidak membolehkan tambahan di sini", "and allows nothing new here")


def meant_for_the_base(change: Change, over: Entry, *, refused: bool) -> Finding | None:
    """That a new item is meant for one of the base, whose id it nearly has.

    A stage that has no kind is none of its own. Criteria and other items have nothing that only a
    new one must say: of them one knows where the base allows no new ones.
    """
    item = change.after
    if change.action != "add" or item is None or not id_of(item):
        return None
    known, id_ = by_id(change.before), id_of(item)
    near = names.nearest(id_, known)
    if not near or at(over, (*change.steps[:-1], near)):
        return None
    if len(change.steps) == 2 and change.steps[0] == "stages":
        if "kind" in item or names.nearest("kind", item.table().keys() - STAGE_KEYS):
            return None
        done = _NO_KIND
    elif refused and names.is_one_slip(id_, near):
        done = _NOTHING_NEW
    else:
        return None
    place = item.table()["id"].place
    return finding("UJ408", place, item.path, got=id_, nearest=near, done=done)


def refusal(covering: tuple[Open, ...], change: Change, over: Entry) -> Finding:
    """The finding for a change that is refused."""
    before, after = change.before, change.after
    place = after.place if after is not None else _place_in(over, change.steps)
    path = after.path if after is not None else change.before.path
    if covering:
        term = covering[-1]
        cited = (each.article for each in (term, *covering) if each.article)
        return finding(
            "UJ421",
            place,
            path,
            related=(before.place, term.place),
            article=next(cited, "") or _cited(before),
            key=term.key,
            got=_DONE[change.action],
            expected=term.may,
        )
    value = shown(before) if change.action == "change" else ""
    return finding(
        "UJ420",
        place,
        path,
        related=(before.place,),
        article=_cited(before),
        key=path,
        expected=value,
    )


def weight_kept(change: Change, weighting: Entry) -> Finding:
    """The finding for a weighting that would take out a weight which the base does not give up."""
    weight = change.before
    return finding(
        "UJ420",
        weighting.place,
        weighting.path,
        related=(weight.place,),
        article=_cited(weight),
        key=weight.path,
        expected="",
    )


def _place_in(over: Entry, steps: Steps) -> Place:
    """Where an overlay speaks of something that is no longer there."""
    here = over
    for step in steps:
        beneath = step_into(here, step)
        if beneath is None:
            break
        here = beneath
    said = here.get("remove")
    return here.place if said is None else said.place


def _cited(entry: Entry) -> str:
    source = entry.source
    if source is None or source.is_assumption:
        return ""
    return f"{source.title}, {source.article}" if source.article else source.title
