"""The effect of a change as other programs read it: ``ujikom/diff@1``."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from ujikom_rules import exact
from ujikom_rules.analysis.diff.blending import Change
from ujikom_rules.analysis.diff.comparing import CaseEffect, Diff
from ujikom_rules.analysis.diff.effects import Effect, Group
from ujikom_rules.analysis.diff.moves import Became, Move, Standing
from ujikom_rules.analysis.diff.sides import Scored, Side
from ujikom_rules.analysis.diff.values import order_text, value_text
from ujikom_rules.errors import Finding, errors_in
from ujikom_rules.messages import Lang
from ujikom_rules.model.document import finding_document
from ujikom_rules.model.entry import Entry
from ujikom_rules.model.working import place_document


def document(diff: Diff, lang: Lang = "id") -> dict[str, object]:
    """The document ``ujikom/diff@1``, ready for `json.dumps`.

    Args:
        diff: the comparison.
        lang: the language of titles and messages.
    """
    changes = diff.changes
    return {
        "schema": "ujikom/diff@1",
        "lang": lang,
        "a": _side(diff.one, lang),
        "b": _side(diff.other, lang),
        "same-rules": not changes.listed,
        "changes": [_change(each) for each in changes.listed],
        "written-otherwise": changes.otherwise_written,
        "texts": changes.texts,
        "renamed": [{"a": one.path, "b": other.path} for one, other in changes.renamed],
        "effect": None if diff.effect is None else _effect(diff.effect, lang),
        "cases": [_case(each, lang) for each in diff.cases],
        "findings": _findings(diff.findings, lang),
    }


def _side(side: Side, lang: Lang) -> dict[str, object]:
    plan = side.plan
    return {
        "id": plan.ruleset,
        "version": plan.version,
        "title": plan.title.say(lang),
        "digest": plan.digest,
        "file": side.document.file or None,
    }


def _change(change: Change) -> dict[str, object]:
    text = order_text if change.action == "order" else value_text
    return {
        "path": change.path,
        "action": change.action,
        "before": text(change.before),
        "after": text(change.after),
        "a": _place(change.before),
        "b": _place(change.after),
    }


def _place(entry: Entry | None) -> dict[str, object] | None:
    return None if entry is None else place_document(entry.place) or None


def _effect(effect: Effect, lang: Lang) -> dict[str, object]:
    return {
        "event": effect.event,
        "candidacies": effect.candidacies,
        "refused": _refused(effect, lang),
        "moved": [_move(each) for each in effect.moves],
        **_attributed(effect),
    }


def _attributed(effect: Effect | None) -> dict[str, object]:
    """Which keys did it; nothing of a case that is refused."""
    causes = () if effect is None else effect.causes
    together = None if effect is None else effect.together
    return {
        "groups": [] if effect is None else [_group(each) for each in effect.groups],
        "together": None if together is None else _points(together),
        "causes": [{**_became(each.became), "groups": list(each.groups)} for each in causes],
        "only-together": [] if effect is None else _who(effect.only_together),
        "undone": [] if effect is None else _who(effect.undone),
        "untried": [] if effect is None else [each.path for each in effect.untried],
    }


def _became(became: Became) -> dict[str, object]:
    return {
        "candidacy": became.candidacy,
        "what": became.what,
        "stage": became.stage or None,
        "before": became.before,
        "after": became.after,
    }


def _who(became: Iterable[Became]) -> list[str]:
    return list(dict.fromkeys(each.candidacy for each in became))


def _group(group: Group) -> dict[str, object]:
    return {
        "changes": [each.path for each in group.changes],
        "alone": group.alone,
        "moved": [_move(each) for each in group.moves],
        "points": _points(group.points),
    }


def _points(points: Mapping[str, Fraction]) -> dict[str, str]:
    return {name: exact.to_text(value) for name, value in points.items()}


def _move(move: Move) -> dict[str, object]:
    return {
        "candidacy": move.candidacy,
        "position": move.position,
        "group": move.group,
        "before": _standing(move.before),
        "after": _standing(move.after),
        "difference": None if move.difference is None else exact.to_text(move.difference),
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "total": standing.total,
        "category": standing.category,
        "verdict": standing.verdict,
        "rank": _rank(standing.rank),
        "ranks": {id_: _rank(each) for id_, each in standing.ranks.items()},
        "kept": dict(standing.kept),
    }


def _rank(rank: str | None) -> int | str | None:
    """As in an evaluation: a whole rank is a number, a mean of places decimal text."""
    return int(rank) if rank is not None and rank.isdigit() else rank


def _case(case: CaseEffect, lang: Lang) -> dict[str, object]:
    effect = case.effect
    return {
        "of": case.of,
        "id": case.id,
        "title": case.title.say(lang),
        "event": None if effect is None else effect.event,
        "candidacies": 0 if effect is None else effect.candidacies,
        "refused": _refused(effect, lang),
        "moved": [] if effect is None else [_move(each) for each in effect.moves],
        **_attributed(effect),
        "findings": _findings(case.findings, lang),
    }


def _refused(effect: Effect | None, lang: Lang) -> dict[str, object]:
    """By ``a`` and ``b``, why a ruleset refuses the event; empty where neither does."""
    if effect is None:
        return {}
    sides = {"a": effect.one, "b": effect.other}
    return {name: _errors(side, lang) for name, side in sides.items() if side.evaluation is None}


def _errors(side: Scored, lang: Lang) -> list[dict[str, object]]:
    return _findings(errors_in(side.findings), lang)


def _findings(findings: Iterable[Finding], lang: Lang) -> list[dict[str, object]]:
    return [finding_document(each, lang) for each in findings]
