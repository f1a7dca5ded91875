"""Random scoresheets with every key that a scoresheet may have, under no rules at all."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

Table = dict[str, Any]
_PLAIN = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
_AWKWARD = (
    "=1+1",
    "+62",
    "-",
    "@x",
    "'x",
    '"',
    "a,b",
    "c;d",
    "x\ny",
    "007",
    "1e5",
    "TRUE",
    "_x0041_",
)
IDS = st.text(_PLAIN.filter(lambda sign: sign not in "@:/"), min_size=1, max_size=6) | (
    st.sampled_from(["007", "1e5", "TRUE", "A-1", "=A1", "A,1", "A;1", "_x0041_", "id", "Peserta"])
)
NAMES = st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?", fullmatch=True)
TEXTS = st.builds(
    str.strip,
    st.text(_PLAIN | st.sampled_from(" \t\n"), max_size=12) | st.sampled_from(_AWKWARD),
)
DAYS = st.dates(date(1850, 1, 1), date(2100, 1, 1)).map(date.isoformat)
NUMBERS = st.decimals(-1000, 1000, places=3).map(str) | st.sampled_from(
    ["0", "85.10", "1234567890123456789", "0.00000000000000000001"]
)
LEVELS = st.sampled_from(["baik", "sangat-baik", "k3", "A"])
FACT_VALUES = (
    st.booleans() | NUMBERS | DAYS | st.sampled_from(["S2", "opd", "II.b", "007", "ya", "x y"])
)
FACTS = st.dictionaries(st.sampled_from(["umur", "pangkat", "masa-kerja"]), FACT_VALUES, max_size=3)


def _some(draw: st.DrawFn, **keys: st.SearchStrategy[Any]) -> Table:
    """A row with some of these keys, or all of them."""
    whole = draw(st.booleans())
    return {
        key.rstrip("_").replace("_", "-"): draw(values)
        for key, values in keys.items()
        if whole or draw(st.booleans())
    }


@st.composite
def scoresheets(draw: st.DrawFn) -> Table:
    """The JSON of a scoresheet."""

    def ids() -> list[str]:
        return draw(st.lists(IDS, max_size=3, unique=True))

    people, posts, panel = ids(), ids(), ids()
    own = draw(st.booleans())
    taken = draw(st.lists(IDS, min_size=len(people), max_size=len(people), unique=True))
    runs = taken if own else people
    someone = st.sampled_from(runs) if runs else st.nothing()
    judge = st.sampled_from(panel) if panel else st.nothing()
    found: Table = {
        "schema": "ujikom/scoresheet@1",
        "event": {"id": draw(IDS), "date": draw(DAYS), **_some(draw, lot_seed=TEXTS)},
        "positions": [
            {"id": x, **_some(draw, title=TEXTS, vacancies=st.integers(1, 99), facts=FACTS)}
            for x in posts
        ],
        "candidates": [
            {"id": x, **_some(draw, person=IDS.map("P-{}".format), name=TEXTS, facts=FACTS)}
            for x in people
        ],
        "examiners": [
            {
                "id": x,
                **_some(
                    draw, person=IDS.map("E-{}".format), name=TEXTS, kind=TEXTS, room=TEXTS,
                    role=st.sampled_from(["chair", "member"]),
                    origin=st.sampled_from(["internal", "external"]),
                    stages=st.lists(NAMES, max_size=2, unique=True),
                ),
            }
            for x in panel
        ],
        "ratings": [],
    }  # fmt: skip
    if own:
        at = st.sampled_from(posts) if posts else st.none()
        found["candidacies"] = [
            {"id": x, "candidate": who, **_some(draw, position=at, room=TEXTS, facts=FACTS)}
            for x, who in zip(runs, people, strict=True)
        ]
    for key in draw(st.lists(st.tuples(NAMES, NAMES), max_size=4, unique=True)) if runs else ():
        found["ratings"].append(_rating(draw, key, someone, people, judge if panel else None))
    if runs:
        _papers(draw, found, someone, judge if panel else None)
    return found


def _rating(
    draw: st.DrawFn, key: tuple[str, str], someone: Any, people: list[str], judge: Any
) -> Table:
    """A mark; stage and criterion stand in one row only, so that no mark is given twice."""
    row: Table = {"stage": key[0]}
    if draw(st.booleans()):
        row["criterion"] = key[1]
    whole = draw(st.booleans())
    row |= {"candidate": draw(st.sampled_from(people))} if whole else {"candidacy": draw(someone)}
    if judge is not None and draw(st.booleans()):
        row["examiner"] = draw(judge)
    if draw(st.booleans()):
        row["value"] = draw(NUMBERS | LEVELS)
    else:
        words = ["not-entered", "absent", "recused", "abstained", "void"]
        row["no-mark"] = draw(st.sampled_from(words))
    return row | _some(draw, date=DAYS)


def _papers(draw: st.DrawFn, found: Table, someone: Any, judge: Any) -> None:
    """Recusals, absences, advice and documents."""
    if judge is not None:
        pairs = draw(st.lists(st.tuples(judge, someone), max_size=2, unique=True))
        found["recusals"] = [
            {"examiner": e, "candidacy": c, **_some(draw, reason=TEXTS)} for e, c in pairs
        ]
    found["absences"] = [
        {"candidacy": c, **_some(draw, stage=NAMES, note=TEXTS)}
        for c in draw(st.lists(someone, max_size=2, unique=True))
    ]
    found["advice"] = [
        {"candidacy": c, "stage": draw(NAMES), **_some(draw, from_=TEXTS, text=TEXTS)}
        for c in draw(st.lists(someone, max_size=2))
    ]
    names = draw(st.lists(NAMES, max_size=2, unique=True))
    signers = st.lists(judge, max_size=2, unique=True) if judge is not None else st.just([])
    found["evidence"] = [
        {
            "id": x,
            **_some(
                draw, candidacy=someone, given=st.booleans(), date=DAYS, reference=TEXTS,
                signed_by=signers,
            ),
        }
        for x in names
    ]  # fmt: skip
