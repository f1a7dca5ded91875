"""What findings about a row of a scoresheet call it: by the titles of the plan, where it has them."""

from collections.abc import Iterator, Mapping

from ujikom_rules.messages import Text
from ujikom_rules.model.bidi import isolated
from ujikom_rules.model.scoresheet import Rating
from ujikom_rules.planned import Plan, PlannedNode

STEP = " › "


def about(
    titles: Mapping[str, Text], rating: Rating, candidacy: str = "", address: str = ""
) -> dict[str, Text | str]:
    """Whose mark a row holds, and of what: candidacy, stage, criterion and examiner.

    Args:
        titles: those of `node_titles`.
        rating: the row.
        candidacy: for which candidacy it was entered; else as the row says.
        address: that of the node, where the row calls it by its title.
    """
    node = address or f"{rating.stage}.{rating.criterion}"
    below = "." in node.rstrip(".")
    return {
        "candidacy": candidacy or rating.candidacy,
        "stage": titles.get(rating.stage, rating.stage),
        "criterion": beneath(titles, node) if below and node in titles else rating.criterion,
        "examiner": rating.examiner,
    }


def node_titles(plan: Plan) -> dict[str, Text]:
    """What every stage and criterion is called, by its address."""
    return {node.address: node.title for stage in plan.stages for node in _nodes(stage.node)}


def full_titles(plan: Plan) -> dict[str, Text]:
    """Every stage and criterion with the titles of what it stands beneath, by its address.

    Example:
        ``Wawancara akhir › Kepemimpinan``
    """
    titles = node_titles(plan)
    return {address: full_title(titles, address) for address in titles}


def full_title(titles: Mapping[str, Text], address: str) -> Text:
    """A stage or criterion with the titles of what it stands beneath."""
    stage = titles[address.partition(".")[0]]
    if "." not in address:
        return stage
    own = beneath(titles, address)
    return Text(f"{isolated(stage.id)}{STEP}{own.id}", f"{isolated(stage.en)}{STEP}{own.en}")


def _nodes(node: PlannedNode) -> Iterator[PlannedNode]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def beneath(titles: Mapping[str, Text], address: str) -> Text:
    """The titles of a criterion and of those above it, beneath the stage."""
    steps = address.split(".")
    said = [titles[".".join(steps[:number])] for number in range(2, len(steps) + 1)]
    return Text(
        STEP.join(isolated(each.id) for each in said),
        STEP.join(isolated(each.en) for each in said),
    )
