"""The core's kinds of stages."""

from ujikom_rules.builtin.stages.advisory import ADVISORY
from ujikom_rules.builtin.stages.documents import DOCUMENTS
from ujikom_rules.builtin.stages.gates import GATES
from ujikom_rules.builtin.stages.scored import SCORED
from ujikom_rules.builtin.stages.shortlist import SHORTLIST
from ujikom_rules.plugin import CohortStage, Part, Stage

STAGE_KINDS: list[Part[Stage] | Part[CohortStage]] = [
    *SCORED,
    *GATES,
    *DOCUMENTS,
    *ADVISORY,
    *SHORTLIST,
]
