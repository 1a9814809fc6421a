"""End a child process whose job has taken longer than what it has told so far is worth."""

import threading
import time
from typing import Self

from wg_excel.exports.parts import Part, Portion, Reading
from wg_excel.exports.starting import Process

# Half a million lessons begin to be told after 2.3 seconds and take 3.5; what earns nothing ends within ten in all.
PATIENCE = 6.0  # seconds for a job that tells nothing
FACTS_A_SECOND = 10_000  # a tenth of what lessons give, about what pages of marks do
MEMBER = 0.1  # seconds earned by a member of an archive that is an export: ten times what a small one takes
LOOK = 0.2  # seconds; so often the watch looks at its clock


class Patience:
    """The time that a job has, over all processes that work on it: facts and exports earn more of it."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._earned = 0.0

    def hear(self, part: Part) -> None:
        """Lengthen the time by what a part is worth."""
        if isinstance(part, Portion):
            self._earned += len(part.rows) / FACTS_A_SECOND
        elif isinstance(part, Reading) and part.export:
            self._earned += MEMBER

    @property
    def seconds(self) -> float:
        """Return how long the job has taken."""
        return time.monotonic() - self._begun

    @property
    def is_over(self) -> bool:
        """Tell whether the job has had its time."""
        return self.seconds > PATIENCE + self._earned


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
        while not self._patience.is_over:
            if self._over.wait(LOOK):
                return
        self.has_ended_it = True
        self._process.kill()
