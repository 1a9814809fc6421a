"""Themes that appeals and the monitoring repeat: the lines of the sheet, and each made a training or an agenda item.

What was accepted is read from the agendas and trainings themselves, so that the sheet may be built anew at any time.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.handing_over import described, new_training
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.appeals.themes import basis, gathered
from wg_excel.domain.deeds import Changed, Deeds, together
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import quoted
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import Proposal, root
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.meetings.next_agenda import place, put_on_agenda
from wg_excel.domain.monitoring.indicator_themes import by_theme
from wg_excel.domain.monitoring.remarks import Remark
from wg_excel.domain.numbering import next_number
from wg_excel.domain.periods import Period
from wg_excel.domain.work.duties import current_quarter
from wg_excel.domain.work.training import CANCELLED, Training

# What a theme may become, in the words of the buttons.
TRAINING, MEETING = "В обучение", "На заседание"
Maker = Callable[[Group, Sequence[ThemeLine], dt.date], Deeds]


def theme_lines(group: Group, remarks: Iterable[Remark], day: dt.date) -> tuple[ThemeLine, ...]:
    """Return the themes of the school's current quarter, the most repeated first."""
    quarter = current_quarter(group, day)
    return tuple(
        ThemeLine(
            one.theme,
            quarter.first,
            quarter.last,
            one.number,
            one.who,
            one.remarks,
            len(one.teachers),
            one.people,
            TRAINING if one.wants_training else MEETING,
            one.category,
            _accepted(group, one.basis),
        )
        for one in gathered(group[Appeal], by_theme(remarks, group.lists), quarter, day)
    )


def discuss_themes(group: Group, lines: Iterable[ThemeLine], day: dt.date) -> Deeds:
    """Put themes on the agenda of the next meeting; raise StillPlanned."""
    return _made(group, lines, day, _items)


def teach_themes(group: Group, lines: Iterable[ThemeLine], day: dt.date) -> Deeds:
    """Plan a training on each theme."""
    return _made(group, lines, day, _trainings)


def _basis(line: ThemeLine) -> str:
    return basis(line.theme, Period(line.first, line.last)) if line.first and line.last else ""


def _accepted(group: Group, wanted: str) -> str:
    """Return what a theme became, in words; empty where nothing yet."""
    items = [place(item) for item in group[AgendaItem] if wanted and root(item.basis) == wanted]
    trainings = [
        f"обучение № {one.number}, {short_date(one.date)}"
        for one in group[Training]
        if one.basis == wanted and one.status != CANCELLED
    ]
    return "; ".join((*items, *trainings))


def _made(group: Group, lines: Iterable[ThemeLine], day: dt.date, make: Maker) -> Deeds:
    free, known = [], []
    for line in lines:
        if became := _accepted(group, _basis(line)):
            known.append(f"Тема {quoted(line.theme)} уже принята: {became}.")
        else:
            free.append(line)
    return together((make(group, free, day) if free else Deeds(), Deeds(known=tuple(known))))


def _items(group: Group, lines: Sequence[ThemeLine], day: dt.date) -> Deeds:
    written, items = put_on_agenda(group, [Proposal(_basis(line), _question(line)) for line in lines], day)
    pairs = list(zip(lines, items, strict=True))
    done = tuple(f"Тема {quoted(line.theme)} — {place(item)}." for line, item in pairs)
    return written + Deeds(changed=tuple(_became(line, place(item)) for line, item in pairs), done=done)


def _trainings(group: Group, lines: Sequence[ThemeLine], day: dt.date) -> Deeds:
    whole, numbers = Deeds(), [one.number for one in group[Training] if one.number]
    for line in lines:
        made = new_training(
            group,
            day,
            theme=line.theme,
            categories=[line.category],
            listeners=line.people or 1,
            basis=_basis(line),
        )
        training = replace(made, number=next_number(numbers, day))
        numbers.append(training.number)
        became = f"обучение № {training.number}, {short_date(training.date)}"
        whole += Deeds((training,), (_became(line, became),), (f"{described(training)}: {line.theme}.",))
    return whole


def _became(line: ThemeLine, words: str) -> Changed:
    return Changed(replace(line, accepted=words), ("accepted",))


def _question(line: ThemeLine) -> str:
    appeals = f"обращений – {line.appeals}" if line.appeals else ""
    remarks = f"замечаний мониторинга – {line.remarks} (педагогов – {line.teachers})" if line.remarks else ""
    told = ", ".join(filter(None, (appeals, remarks)))
    return f"О повторяющихся вопросах по теме {quoted(line.theme)} за квартал: {told}"
