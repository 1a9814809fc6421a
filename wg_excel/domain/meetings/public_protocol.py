"""The protocol for the school's site: no persons outside the group, no pupils, no reasons of absence (B 5.4)."""

from dataclasses import replace

from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import people
from wg_excel.domain.meetings.protocol import Item, Protocol
from wg_excel.domain.privacy.public_text import PublicText


def public_protocol(group: Group, protocol: Protocol) -> Protocol:
    """Return the protocol as it may be published; of the invited persons it tells only how many they were."""
    public = PublicText(group)
    return replace(
        protocol,
        absent=tuple(replace(person, remark="") for person in protocol.absent),
        invited=(people(len(protocol.invited)),) if protocol.invited else (),
        items=tuple(_item(item, public) for item in protocol.items),
        additions={name: public.of(text) for name, text in protocol.additions.items()},
    )


def _item(item: Item, public: PublicText) -> Item:
    return replace(
        item,
        question=public.of(item.question),
        heard=public.of(item.heard),
        discussed=tuple(map(public.of, item.discussed)),
        points=tuple(replace(point, text=public.of(point.text)) for point in item.points),
    )
