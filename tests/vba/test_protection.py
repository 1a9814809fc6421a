from wg_excel.vba.protection import SEED, unprotected

PROJECT_ID = "{5CF9CDAB-B77B-4FE4-BD7E-D29900070E1B}"
STATE_OF_THIS_PROJECT = "8D8FA61394EA98EA98EA98EA98"  # in the workbook that xlwings brings; the same seed


def decrypted(text: str) -> bytes:
    """Return the data of an encrypted value (MS-OVBA 2.4.3.3)."""
    encrypted = bytes.fromhex(text)
    seed, key = encrypted[0], encrypted[2] ^ encrypted[0]
    plain, previous = [], key
    for at in range(3, len(encrypted)):
        previous = encrypted[at] ^ (encrypted[at - 2] + previous & 0xFF)
        plain.append(previous)
    ignored = (seed & 6) // 2
    length = int.from_bytes(plain[ignored : ignored + 4], "little")
    data = bytes(plain[ignored + 4 :])
    assert len(data) == length
    return data


def test_the_key_is_that_of_the_project_s_id() -> None:
    assert unprotected(PROJECT_ID).state.startswith(STATE_OF_THIS_PROJECT[:6])
    assert bytes.fromhex(STATE_OF_THIS_PROJECT)[0] == SEED


def test_the_reader_above_reads_a_value_that_excel_wrote() -> None:
    assert decrypted(STATE_OF_THIS_PROJECT) == bytes(4)


def test_a_project_is_open_and_visible_and_has_no_password() -> None:
    assert [decrypted(value) for value in unprotected(PROJECT_ID)] == [bytes(4), b"\x00", b"\xff"]
