"""Print how often the right solved appeal is among the three shown, on the labelled questions of the tests."""

from tests.domain.appeals.test_known_answers import labelled
from wg_excel.domain.appeals.known_answers import KnownAnswers


def main() -> None:
    """Print the share of questions whose answer is shown, and shown first, with and without theme and category."""
    solved, questions = labelled()
    known = KnownAnswers(solved)
    asked = [question for question in questions if question.answer != "-"]
    for words, is_themed in (("with theme and category", True), ("by the text alone", False)):
        shown = [
            [answer.appeal.number for answer in known.similar(one.text, *(one[:2] if is_themed else ()))]
            for one in asked
        ]
        among = sum(one.answer in numbers for one, numbers in zip(asked, shown, strict=True))
        first = sum(numbers[:1] == [one.answer] for one, numbers in zip(asked, shown, strict=True))
        print(f"{words}: shown {among} of {len(asked)}, first {first}")
    strangers = [one for one in questions if one.answer == "-"]
    wrong = sum(bool(known.similar(one.text, one.theme, one.category)) for one in strangers)
    print(f"questions without an answer: {len(strangers)}, something shown for {wrong}")


if __name__ == "__main__":
    main()
