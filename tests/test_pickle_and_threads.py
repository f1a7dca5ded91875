"""A plan is a value: it pickles, it is shared between threads, and it is never changed."""

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import ujikom_rules as ujikom

ROOT = Path(__file__).resolve().parents[1]
EVENTS = [("malang/2024", "malang-2024"), ("kendari/2025", "kendari-2025")]
THREADS = 8


def said(plan: ujikom.Plan, sheet: ujikom.Scoresheet) -> str:
    """The whole document, every figure included, as text."""
    return json.dumps(ujikom.document(ujikom.evaluate(plan, sheet), "en", figures=True))


def example(event: str) -> ujikom.Scoresheet:
    return ujikom.read_scoresheet(ROOT / "examples" / event)


@pytest.mark.parametrize("ruleset, event", EVENTS)
def test_one_plan_in_eight_threads_gives_one_document(ruleset: str, event: str) -> None:
    plan, sheet = ujikom.plan(ruleset), example(event)
    gate = Barrier(THREADS)

    def run(_: int) -> list[str]:
        gate.wait()
        return [said(plan, sheet) for _ in range(3)]

    with ThreadPoolExecutor(THREADS) as pool:
        documents = {each for found in pool.map(run, range(THREADS)) for each in found}
    assert documents == {said(plan, sheet)}


def test_different_events_side_by_side_do_not_meet() -> None:
    work = [(ujikom.plan(ruleset), example(event)) for ruleset, event in EVENTS]
    alone = [said(*each) for each in work]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(lambda n: said(*work[n % 2]), range(THREADS * 2)))
    assert together == alone * THREADS


@pytest.mark.parametrize("ruleset, event", EVENTS)
def test_a_pickled_plan_evaluates_the_same(ruleset: str, event: str) -> None:
    plan, sheet = ujikom.plan(ruleset), example(event)
    before = pickle.dumps(plan)
    again = pickle.loads(before)  # noqa: S301  our own bytes
    assert said(again, sheet) == said(plan, sheet)
    copied = pickle.loads(pickle.dumps(sheet))  # noqa: S301  our own bytes
    assert said(plan, copied) == said(plan, sheet)
    assert pickle.dumps(plan) == before  # evaluating has left nothing in it


@pytest.mark.parametrize("ruleset, event", EVENTS)
def test_a_pickled_plan_evaluates_in_another_process(
    tmp_path: Path, ruleset: str, event: str
) -> None:
    plan, sheet = ujikom.plan(ruleset), example(event)
    (tmp_path / "plan").write_bytes(pickle.dumps((plan, sheet)))
    program = (
        "import json, pickle, sys, ujikom_rules as u\n"
        "plan, sheet = pickle.load(open(sys.argv[1], 'rb'))\n"
        "print(json.dumps(u.document(u.evaluate(plan, sheet), 'en', figures=True)))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "plan")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said(plan, sheet)


@pytest.mark.parametrize("ruleset, event", EVENTS)
def test_an_evaluation_pickles(ruleset: str, event: str) -> None:
    evaluation = ujikom.score(ruleset, example(event))
    again = pickle.loads(pickle.dumps(evaluation))  # noqa: S301  our own bytes
    assert ujikom.document(again, figures=True) == ujikom.document(evaluation, figures=True)
    first = evaluation.results[0].candidacy
    assert ujikom.working(again, first) == ujikom.working(evaluation, first)
