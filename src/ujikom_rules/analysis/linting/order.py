"""Stages that an overlay adds behind a shortlist of its base without having said so."""

from collections.abc import Iterator, Sequence

from ujikom_rules.builtin.stages.documents import EvidenceGate
from ujikom_rules.errors import Finding
from ujikom_rules.messages import Text, finding
from ujikom_rules.model.entry import Entry
from ujikom_rules.planned import Plan, PlannedStage
from ujikom_rules.reading.overlay.comparing import id_of

_VALUE = Text(
    "yang tidak diteruskan tidak dinilai di sini, dan nilai di sini tidak ikut menentukan siapa "
    "yang diteruskan",
    "who is not kept is not rated here, and the marks given here have no say in who is kept",
)
_STOPPING = Text(
    "yang tidak diteruskan tidak sampai ke sini, dan yang gugur di sini sudah mengambil tempat",
    "who is not kept does not come here, and who fails here has already taken a place",
)
_GATE = Text(
    "yang gugur di sini sudah mengambil tempat orang lain",
    "who fails here has already taken somebody else's place",
)


def findings(documents: Sequence[Entry], plan: Plan) -> Iterator[Finding]:
    """Every stage that was added without `after` and came to stand behind a shortlist of a base.

    Args:
        documents: the ruleset as it was written, its base, the base of that, and so on.
        plan: what was made of them.
    """
    written = [_stages(each) for each in documents]
    for number, own in enumerate(written):
        below = {id_: item for stages in reversed(written[number + 1 :]) for id_, item in stages}
        for id_, item in own if below else ():
            if id_ not in below and "after" not in item:
                yield from _behind(item, id_, below, plan)


def _stages(document: Entry) -> list[tuple[str, Entry]]:
    stages = document.get("stages")
    return [] if stages is None else [(id_of(each), each) for each in stages.items()]


def _behind(item: Entry, id_: str, below: dict[str, Entry], plan: Plan) -> Iterator[Finding]:
    """The finding for one added stage; nothing where no shortlist of a base stands before it."""
    position = next((each.position for each in plan.stages if each.id == id_), 0)
    before = [each for each in plan.stages[:position] if each.id in below]
    shortlist = next((each for each in reversed(before) if each.gives == "shortlist"), None)
    if shortlist is None or not _decides(plan.stages[position]):
        return
    sooner = [each for each in before if each.position < shortlist.position]
    anchor = next((each for each in reversed(sooner) if each.gives != "advice"), None)
    at, base = item.table()["id"], below[shortlist.id].table()["id"]
    yield finding(
        "UJ379", at.place, at.path,
        related=(base.place,),
        stage=plan.stages[position].node.title,
        shortlist=shortlist.node.title,
        why=_why(plan.stages[position], shortlist, plan),
        before="" if anchor is None else anchor.id,
        behind=shortlist.id,
    )  # fmt: skip


def _decides(stage: PlannedStage) -> bool:
    """Whether a stage gives a value or lets somebody fail: what comes after the result does not."""
    part = stage.kind.part
    late = isinstance(part, EvidenceGate) and part.when == "after"
    return stage.gives in ("value", "verdict", "document") and not late


def _why(stage: PlannedStage, shortlist: PlannedStage, plan: Plan) -> Text:
    """What follows: a shortlist stops those not kept only where something is scored behind it."""
    if stage.gives == "value":
        return _VALUE
    stops = any(each.gives == "value" for each in plan.stages[shortlist.position + 1 :])
    return _STOPPING if stops else _GATE
