"""Start the command line: `wg-excel` and `python -m wg_excel`."""

import gc
import os
import signal
import sys
from contextlib import suppress

# xlwings imports every one of these that is installed, 0.3 s of each command; no command needs them.
NOT_NEEDED = ("pandas", "numpy", "polars", "matplotlib", "plotly", "PIL", "cryptography")
# The commands that open foreign files: their child process starts while this one loads its libraries.
READING = frozenset(("import", "recognise"))
WISHES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # of each system those that it has
INTERRUPTED = 2


def main() -> None:
    """Run the command line and end the process with its exit code, at once: all files are closed by then.

    Freeing a million values one by one would take longer than many commands.
    """
    try:
        _listen()
        code = _run()
    except KeyboardInterrupt:  # before there was anybody to say so
        code = INTERRUPTED
    with suppress(OSError):  # whoever read the output may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _run() -> int:
    gc.disable()  # a command is one short job without cycles worth collecting
    if not READING.isdisjoint(sys.argv):
        from wg_excel.exports.starting import start_ahead

        start_ahead()
    for name in NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is Python's own sign of «not to be had»
    from wg_excel.cli.app import run

    return run(sys.argv[1:])


def _listen() -> None:
    """Let the first wish to end – Ctrl-C, a closed terminal, a shutdown – be an exception that tidies up."""
    wishes = [getattr(signal, name) for name in WISHES if hasattr(signal, name)]
    first = [True]

    def end(*_signal: object) -> None:
        if first:
            first.clear()
            raise KeyboardInterrupt

    for wish in wishes:
        if signal.getsignal(wish) is not signal.SIG_IGN:  # as under nohup
            signal.signal(wish, end)


if __name__ == "__main__":
    main()
