"""End a child process whose job has taken longer than what it has told so far is worth."""

import threading
import time
from typing import Self

from wg_excel.exports.busy import busy_seconds
from wg_excel.exports.parts import Part, Portion, Reading
from wg_excel.exports.starting import Process

# Half a million lessons begin to be told after 2.3 seconds; what tells nothing must end within ten in all.
PATIENCE = 5.5  # seconds of the processor for a job that tells nothing
LONGEST = 7.5  # seconds of the clock for it, where the computer has other work
FACTS_A_SECOND = 10_000  # a tenth of what lessons give, about what pages of marks do
MEMBER = 0.05  # seconds earned by a member of an archive that is an export: five times what a small one takes
LOOK = 0.2  # seconds; so often the watch looks at its clock


class Patience:
    """The time that a job has, over all processes that work on it: facts and exports earn more of it."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._earned = 0.0
        self._busy = 0.0

    def hear(self, part: Part) -> None:
        """Lengthen the time by what a part is worth."""
        if isinstance(part, Portion):
            self._earned += len(part.rows) / FACTS_A_SECOND
        elif isinstance(part, Reading) and part.export:
            self._earned += MEMBER

    def spend(self, busy: float) -> None:
        """Take notice of seconds that the processor worked on the job."""
        self._busy += busy

    @property
    def seconds(self) -> float:
        """Return how long the job has taken by the clock."""
        return time.monotonic() - self._begun

    @property
    def is_over(self) -> bool:
        """Tell whether the job has had its time."""
        return self._busy > PATIENCE + self._earned or self.seconds > LONGEST + self._earned


class Watch:
    """Watches a process while it works on a job; `has_ended_it` tells whether the process was ended for its time."""

    def __init__(self, process: Process, patience: Patience) -> None:
        self._process, self._patience = process, patience
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.has_ended_it = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        before = busy_seconds(self._process)
        while not self._patience.is_over:
            if self._over.wait(LOOK):
                return
            now = busy_seconds(self._process)
            self._patience.spend(now - before)
            before = now
        self.has_ended_it = True
        self._process.kill()
