import pytest

from wg_excel.exports import starting


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "CHILD", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())")
    monkeypatch.setattr(starting, "_ahead", [])


def test_a_child_started_ahead_is_the_first_to_be_had() -> None:
    starting.start_ahead()
    first, second = starting.started(), starting.started()
    assert first.pid != second.pid
    assert first.pid < second.pid or first.poll() is None
    for process in (first, second):
        starting.end(process)


def test_a_child_reads_and_writes_through_its_pipes() -> None:
    process = starting.started()
    given, answers = starting.pipes(process)
    given.write("Ответ".encode())
    given.close()
    assert answers.read().decode() == "Ответ"
    starting.end(process)


def test_an_ended_child_is_gone_with_its_pipes() -> None:
    process = starting.started()
    starting.end(process)
    assert process.poll() is not None
    assert all(pipe.closed for pipe in starting.pipes(process))
