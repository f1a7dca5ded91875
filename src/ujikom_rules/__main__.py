"""The program `ujikom`, also `python -m ujikom_rules`."""

import gc
import sys

_EXTRA = frozenset({"click", "rich"})
_ADVICE = (
    "ujikom: paket untuk baris perintah belum terpasang / the commands need their extra packages: "
    'python -m pip install "ujikom-rules[standard]"'
)


def main() -> None:
    """Run the command line, or say in one line how to install what it needs.

    The core works without the extra `cli`; only this program does not.

    Raises:
        SystemExit: with the status of the command; 2 when click or rich is missing.
    """
    gc.disable()  # one job, then the end: what is made is kept, and looking through it takes time
    try:
        from ujikom_rules.cli import main as run
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write(f"{_ADVICE}\n")
        raise SystemExit(2) from None
    try:
        run()
    finally:
        gc.freeze()  # nor is it looked through at the end, when it would be let go piece by piece
        gc.enable()


if __name__ == "__main__":
    main()
