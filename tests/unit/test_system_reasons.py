"""Why the computer refuses a file, said in both languages."""

import errno

import pytest

from ujikom_rules.messages import Text
from ujikom_rules.messages.system import reason_of


@pytest.mark.parametrize(
    "error, said",
    [
        (
            FileNotFoundError(errno.ENOENT, "No such file"),
            Text("foldernya tidak ada", "No such file"),
        ),
        (OSError(errno.ENOSPC, "No space left"), Text("disk penuh", "No space left")),
        (OSError(errno.EDOM, "odd"), Text("sistem komputer menolak", "odd")),
        (ValueError("embedded null byte"), Text("sistem komputer menolak", "embedded null byte")),
        (OSError(), Text("sistem komputer menolak", "OSError")),
    ],
)
def test_reasons(error: OSError | ValueError, said: Text) -> None:
    assert reason_of(error) == said
