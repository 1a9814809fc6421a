from wg_excel.exports.balance import MOST_SHOWN, Balance


def test_rejected_rows_are_all_counted_and_the_first_kept() -> None:
    balance = Balance()
    balance.taken = 2
    for row in range(MOST_SHOWN + 5):
        balance.reject(row, "нет")
    assert (balance.rows, len(balance.rejected)) == (MOST_SHOWN + 7, MOST_SHOWN)


def test_a_warning_is_said_once_and_doubts_with_their_number() -> None:
    balance = Balance()
    balance.warn("Внимание.")
    balance.warn("Внимание.")
    balance.unclear("Не понято", 2)
    balance.unclear("Не понято")
    assert balance.sentences() == ("Внимание.", "Не понято: 3.")
