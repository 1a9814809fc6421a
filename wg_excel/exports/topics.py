"""What the cells of topic and homework tell: whether they are filled, and what work or briefing the topic names."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from wg_excel.domain.imported.facts import Homework, Work
from wg_excel.exports import cells
from wg_excel.exports.cells import Cache, Value
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.phrases import LATIN, fold

SHORTEST_TOPIC = 3
Topic = tuple[int, int]
NO_TOPIC: Topic = (0, int(Work.ORDINARY))
PLAIN_TOPIC: Topic = (1, int(Work.ORDINARY))
_STEM = 4


def topic_reader(vocabulary: Vocabulary) -> Callable[[Value], Topic]:
    """Return what tells of a topic's cell: 1 with a topic, and what it names (Work)."""
    briefing = vocabulary.pattern("work", "briefing")
    control = vocabulary.pattern("work", "control")
    other = vocabulary.pattern("work", "no_homework")
    only_alike = vocabulary.pattern("work", "except")

    def read_topic(value: Value) -> Topic:
        written = value.strip() if isinstance(value, str) else cells.text(value)
        if len(written) < SHORTEST_TOPIC:
            return NO_TOPIC
        folded = only_alike.sub(" ", fold(written))
        work = Work.CONTROL if control.search(folded) else Work.NO_HOMEWORK if other.search(folded) else Work.ORDINARY
        return 1, int(work | Work.BRIEFING if briefing.search(folded) else work)

    return read_topic


class TopicColumn:
    """Reads a column of topics: only those that hold the beginning of an exempting word are looked at closely.

    The beginnings are sought in the whole column at once, which costs a tenth of a search in every topic.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._closer = Cache(topic_reader(vocabulary))
        phrases = [phrase for name in ("control", "no_homework", "briefing") for phrase in vocabulary.raw["work"][name]]
        stems = {re.split(r"[\[* ]", fold(phrase))[0][:_STEM] for phrase in phrases}
        self._stems = [stem for stem in sorted(stems) if not any(stem[:size] in stems for size in range(1, len(stem)))]

    def read(self, column: Sequence[Value]) -> list[Topic]:
        """Return what every cell tells."""
        texts = [cell if isinstance(cell, str) else cells.text(cell) for cell in column]
        found = [PLAIN_TOPIC if len(text.strip()) >= SHORTEST_TOPIC else NO_TOPIC for text in texts]
        for place in self._suspects(texts):
            found[place] = self._closer[texts[place]]
        return found

    def _suspects(self, texts: Sequence[str]) -> Iterator[int]:
        lowered = list(map(str.lower, texts))
        ends = list(accumulate(len(text) + 1 for text in lowered))
        whole = "\n".join(lowered).replace("ё", "е")
        for latin, russian in LATIN.items():
            whole = whole.replace(chr(latin), chr(russian))
        for stem in self._stems:
            at = whole.find(stem)
            while at >= 0:
                place = bisect_right(ends, at)
                yield place
                at = whole.find(stem, ends[place])


def homework_reader(vocabulary: Vocabulary) -> Callable[[Value], int]:
    """Return what tells the state of a homework cell (Homework)."""
    empty = vocabulary.symbols("homework", "empty")
    not_set = vocabulary.pattern("homework", "not_set")

    def read_homework(value: Value) -> int:
        folded = fold(value) if isinstance(value, str) else cells.text(value)
        if folded in empty or not folded.strip(" -–—−/._"):
            return int(Homework.NONE)
        if len(folded) <= 30 and (found := not_set.match(folded)) and not folded[found.end() :].strip(" .!-–—"):
            return int(Homework.NOT_SET)
        return int(Homework.GIVEN)

    return read_homework
