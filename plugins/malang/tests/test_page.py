"""The page about Malang shows rules that hold: each block stands in a file that is tested."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reference" / "cities" / "malang.md"
FILES = (ROOT / "rulesets" / "malang" / "2024.toml", Path(__file__).with_name("malang-core.toml"))


def test_every_block_of_the_page_is_from_a_ruleset() -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    rulesets = [file.read_text("utf-8") for file in FILES]
    assert len(blocks) >= 3
    for block in blocks:
        assert any(block in ruleset for ruleset in rulesets), block
