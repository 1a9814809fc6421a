"""End a child process that has told nothing new of a file for too long, or that reads one file for too long."""

import threading
import time
from typing import Self

from wg_excel.exports.starting import Process

# A file made to hang a reader tells nothing; half a million lessons are told from the second second on, and take five.
QUIET_SECONDS = 9.0
MOST_SECONDS = 60.0
LOOK = 0.2  # seconds; so often the watch looks at its clock


class Watch:
    """Watches a process while a job runs; `ended_after` are the seconds that a file had when it was ended, else 0."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.ended_after = 0.0
        self.begin()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def begin(self) -> None:
        """Give a file its time."""
        self._begun = self._heard = time.monotonic()

    def hear(self) -> None:
        """Take notice that the process goes on."""
        self._heard = time.monotonic()

    @property
    def seconds(self) -> float:
        """Return how long the file has been read."""
        return time.monotonic() - self._begun

    def _look(self) -> None:
        while not self._over.wait(LOOK):
            if time.monotonic() - self._heard > QUIET_SECONDS or self.seconds > MOST_SECONDS:
                self.ended_after = self.seconds
                self._process.kill()
                return
