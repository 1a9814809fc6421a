from wg_excel.care.content import RECORD_OF
from wg_excel.care.identity import identity, titled
from wg_excel.domain.settings import DayOff, SettingLine
from wg_excel.domain.work.plan import Activity


def test_every_column_of_an_identity_is_one_of_its_table() -> None:
    for record in RECORD_OF.values():
        declared = identity(record)
        names = {column.name for column in record.table.columns}
        assert {*declared.key, *declared.witnesses, *filter(None, (declared.story,))} <= names


def test_a_row_is_known_by_its_declared_key_or_its_unique_column_or_whole() -> None:
    assert titled(Activity, identity(Activity).key) == ("№",)
    assert titled(SettingLine, identity(SettingLine).key) == ("Параметр",)
    assert identity(DayOff).key == ()
    assert identity(None).key == ()
