"""The child process that opens foreign files: reads jobs from its input, writes readings to its output, no more.

A reader's crash, hang or hunger for memory ends this process and not the workbook's.
"""

import gc
import os
import sys
import threading
import time
from typing import BinaryIO

LOOK = 0.3  # seconds; so often it is asked whether the parent is still there
MEMORY = 640 << 20  # bytes; half a million lessons take 430 MB of them


def main() -> None:
    """Read jobs until the parent closes the pipe."""
    limit_memory(MEMORY)
    end_with_parent()
    gc.disable()  # rows and facts hold no cycles; looking for them costs a fifth of the time
    from wg_excel.exports import wire
    from wg_excel.exports.reading import look_ahead, prepare, read_file

    given, answers = sys.stdin.buffer, _answers()
    prepare()
    while True:
        try:
            job = wire.receive_job(given)
        except EOFError:
            return
        if isinstance(job, str):
            look_ahead(job)
            continue
        for part in read_file(job):
            wire.send_part(answers, part)
        wire.send_end(answers)


def _answers() -> BinaryIO:
    """Return the output, and send whatever a library prints nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return kept


def limit_memory(size: int) -> None:
    """Bound this process's memory where the system can (POSIX); Windows is bounded by the parent's job object."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))


def end_with_parent() -> None:
    """End this process when its parent is gone, whatever file it hangs in (POSIX); on Windows the job object does."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main()
