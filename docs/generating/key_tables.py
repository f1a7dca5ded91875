"""What every key of the frame means; the tests hold these tables to the readers' own lists."""

from typing import TypeAlias, get_args

from docs.generating.markdown import one_of

from ujikom_rules.compiling.predicates import OPERATORS, SUBJECTS
from ujikom_rules.model.ruleset import AbsenceEffect, Among, Compare, Method, Policy
from ujikom_rules.reading.overlay.opens import MAY

Row: TypeAlias = tuple[str, str, str, str]
_NONE, _MUST = "–", "*required*"
_PART = "part"
_COMPARE = one_of(get_args(Compare))
_POLICY = one_of(get_args(Policy))

DOCUMENT: tuple[Row, ...] = (
    ("`schema`", "`1`", _MUST, "the shape of the file"),
    ("`ruleset`", "table", _MUST, "who it is"),
    ("`plugins`", "table", _NONE, "plugins, loaded in this order"),
    ("`facts`", "table", _NONE, "every fact that a rule may read"),
    ("`panel`", "panel rule, or a list", _NONE, "who is seated at the event"),
    ("`rounding`", "table", _NONE, "nothing is rounded that is not named"),
    ("`stages`", "list of tables", _MUST, "the steps, in their order; they look only back"),
    ("`decision`", "table", _NONE, "how stages become a total, and a total a verdict"),
    ("`ranking`", "table", _NONE, "the standing that is printed as `rank`"),
    ("`rankings`", "table of tables", _NONE, "further standings, by id"),
    ("`open`", "list of tables", _NONE, "what a base leaves to its overlays"),
)
HEAD: tuple[Row, ...] = (
    ("`id`", "`name/name`", _MUST, "how others name it"),
    ("`version`", "text", _MUST, "its own version, raised when scores change"),
    ("`title`", "text", _MUST, "what people call it"),
    ("`effective`", "table", _NONE, "the days on which it is in force"),
    ("`source`", "see `source`", _NONE, "covers every number of this file; not merged"),
    (
        "`extends`",
        "id, `namespace:id`, or `{ id, version }`",
        _NONE,
        "the base over which it is laid",
    ),
)
EFFECTIVE: tuple[Row, ...] = (
    ("`from`", "date", "open", "the first day, included"),
    ("`to`", "date", "open", "the last day, included"),
)
PLUGIN: tuple[Row, ...] = (
    ("*namespace*", 'text, or a table: `kota = "1.0"`', _NONE, "the same as `version` alone"),
    ("`version`", "text", _MUST, "at least this version, below the next major one"),
    ("`amends`", "`true` or `false`", "`false`", "whether it may change the ruleset, on record"),
)
FACT: tuple[Row, ...] = (
    ("`type`", "word", _MUST, "what the fact is; `years` and `months` are computed"),
    ("`title`", "text", _NONE, "what people call it"),
    ("`one-of`", "list of texts", "any", "of `text`: what it may say; also the order of groups"),
    ("`lower`", "number", _NONE, "of `number`: the least"),
    ("`upper`", "number", _NONE, "of `number`: the greatest"),
    ("`step`", "number", _NONE, "of `number`: it is `lower` + n × `step`"),
    ("`levels`", "list of texts", _MUST, "of `level`: lowest to highest"),
    ("`since`", "a date fact", _MUST, "of `years`, `months`: completed ones up to the event"),
    ("`source`", "see `source`", _NONE, "covers the numbers here"),
)
NODE: tuple[Row, ...] = (
    ("`id`", "id", _MUST, "small letters, digits, hyphens"),
    ("`title`", "text", "the id", "what people call it"),
    ("`kind`", "stage kind", _MUST, "what the stage is"),
    ("`weight`", 'per cent, or `"rest"`', "100 for an only child",
     "siblings sum to exactly 100; 0 is shown and does not count"),
    ("`weighting`", "weighting", '`"given"`', "how the weights of its children arise"),
    ("`factor`", "number or fact", "`1`", "a multiplier, where the parent's aggregation takes one"),
    ("`reads`", "see `reads`", "the kind's", "where a leaf's value comes from"),
    ("`scale`", "table", _NONE, "what a mark may be; required where marks are read"),
    ("`value`", "value function, or a list", _NONE,
     "of a leaf on each mark, else behind the aggregation; left to right"),
    ("`aggregation`", "aggregator", '`"weighted-mean"`', "joins its children"),
    ("`panel`", "panel rule, or a list", "the event's", "the stage's own panel"),
    ("`pooling`", "aggregator", '`"mean"`', "joins the marks of a leaf's examiners"),
    ("`pool-by`", '`"criterion"`, `"examiner"`', '`"criterion"`',
     "whether each criterion is pooled, or each examiner's joined mark"),
    ("`criteria`", "list of tables", _NONE, "its children; without them it is a leaf"),
    ("`each`", "table", _NONE, "keys for all leaves beneath; a leaf's own key wins"),
    ("`absence`", one_of(get_args(AbsenceEffect)), '`"no-score"`',
     "what it does that a candidate did not come"),
    ("`no-marks`", "table", "see `no-marks`", "what a mark does that is not there"),
    ("`missing`", _POLICY, '`"incomplete"`', "what it does to its parent to have no value"),
    ("`quorum`", "whole number", "the panel rule's", "marks needed at least"),
    ("`rounding`", "table", "inherited", "rounding from here down"),
    ("`compare`", _COMPARE, '`"unrounded"`',
     "whether cut score, gate, shortlist and classifier see the value before its own rounding"),
    ("`classifier`", "classifier", _NONE, "gives the value a category"),
    ("`target`", "number or fact", _NONE, "the required level"),
    ("`needs`", "list of stage ids", _NONE, "earlier stages that must have been passed"),
    ("`when-failed`", '`"go-on"`, `"stop"`', '`"go-on"`', "of a gate: whether later stages count"),
    ("`cut-score`", "number", _NONE, "the pass line of the total; reached is passed"),
    ("`source`", "see `source`", _NONE, "covers the numbers here and beneath"),
)  # fmt: skip
SCALE: tuple[Row, ...] = (
    ("`lower`", "number", _MUST, "the least mark"),
    ("`upper`", "number", _MUST, "the greatest mark"),
    ("`step`", "number", "any number", "marks are `lower` + n × `step`; must reach `upper`"),
    ("`levels`", "list of tables", _NONE, "in place of the three: only these are marks"),
)
LEVEL: tuple[Row, ...] = (
    ("`value`", "number", _MUST, "what the level counts; values rise"),
    ("`id`", "text", _NONE, "a name that may be marked in place of the number"),
    ("`text`", "text", _NONE, "the description"),
)
READS: tuple[tuple[str, str], ...] = (
    ('`"examiners"`', "the marks of those who owe one, pooled"),
    ('`"secretariat"`', "one rating without an examiner"),
    ('`{ fact = "…" }`', "one fact"),
    ('`"facts"`', "all facts, through the value function `conditions`"),
    ('`{ stage = "…", criterion = "…", at = "value" }`',
     'an earlier node: `"value"`, or `"raw"`, what it was before its own value functions'),
)  # fmt: skip
PREDICATE: tuple[tuple[str, str, str], ...] = (
    ("`fact`", "a fact's name", "a declared fact"),
    ("`stage`", "a stage's id", "its value; of a shortlist, whether it kept"),
    ("`criterion`", "`stage.criterion`, or beside `stage`", "its value"),
    ("`category`", "a stage's id", "the category of its classifier"),
    ("`evidence`", "a document's id", "the candidacy's own document, else the event's"),
    ("`at-least`, `at-most`, `above`, `below`", "number, date, level", "compare; not for texts"),
    ("`is`", "a value of the subject's type", "equal"),
    ("`one-of`", "list of such values", "equal to one of them"),
    ("`given`", "`true` or `false`", "whether it is there; the only one for `evidence`"),
    ("`all`, `any`", "list of predicates", "every one, at least one"),
    ("`not`", "predicate", "the contrary"),
)
RANKING: tuple[Row, ...] = (
    ("`within`", '`"position"`, `"event"`, `{ fact = "…" }`, or a list', '`"position"`',
     "who is compared with whom"),
    ("`by`", '`"total"`, or `{ stage = "…" }`', '`"total"`', "what is compared"),
    ("`method`", one_of(get_args(Method)), '`"standard-competition"`',
     "which places equals take: 1 2 2 4, 1 3 3 4, 1 2 2 3, 1 2.5 2.5 4; `ordinal` knows none"),
    ("`among`", one_of(get_args(Among)), '`"eligible"`',
     "who is ranked: with a total and all gates met, qualified, or all with a value"),
    ("`tie-breaks`", "list of tie-breakers", _NONE, "what parts equals, in this order"),
    ("`compare`", _COMPARE, '`"unrounded"`', "before or after rounding; holds for tie-breaks too"),
    ("`source`", "see `source`", _NONE, "covers the numbers here"),
)  # fmt: skip
OPEN: tuple[Row, ...] = (
    ("`key`", "dotted path with ids, `*` for any", _MUST, "this key and all beneath it"),
    ("`may`", f"list of {one_of(MAY)}", '`["fill"]`', "what an overlay may do there"),
    ("`at-least`", "number", _NONE, "the least that a number there may be"),
    ("`at-most`", "number", _NONE, "the greatest"),
    ("`one-of`", "list of values", "any", "what may stand there"),
    ("`optional`", "`true` or `false`", "`false`", "whether it may stay unfilled"),
    ("`breach`", '`"error"`, `"warning"`', '`"error"`', "how bad a value out of range is"),
    ("`by`", "text", _NONE, "who decides it"),
    ("`article`", "text", _NONE, "the article that leaves it open"),
)
SOURCE: tuple[Row, ...] = (
    ("`title`", "text", _MUST, "the instrument or the page"),
    ("`article`", "text", _NONE, "the article of the instrument"),
    ("`url`", "text", _NONE, "where it can be read"),
)
CASE: tuple[Row, ...] = (
    ("`id`", "id", _MUST, "names the case"),
    ("`title`", "text", _NONE, "what it shows"),
    ("`scoresheet`", "path, or tables", _MUST, "relative to this file; inline, rows or CSV text"),
    ("`expect.CANDIDACY`", "table", _NONE,
     "any of `total rank shared verdict category ranks stages figures printed`"),
    ("`printed.CANDIDACY`", "table", _NONE,
     "by address, what a publication printed wrongly; fails if it turns out right"),
    ("`findings`", "list of `{ code, path }`", _NONE, "findings that must be said"),
)  # fmt: skip
_SAID = {word for key, _, _ in PREDICATE for word in key.replace("`", "").split(", ")}
if not {*SUBJECTS, *OPERATORS} <= _SAID:
    raise ValueError("PREDICATE lacks a subject or an operator")
