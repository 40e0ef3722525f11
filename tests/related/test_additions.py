from reader.related.additions import MOST_ADDED, additions

STRIKE = "Dock workers in Velden left their posts on Monday."
SHIPS = "Forty ships wait at anchor off the northern quay."
PAY = "The union Havenkracht demands shorter night shifts for crane drivers."


def test_the_first_report_adds_its_first_sentences() -> None:
    assert additions([f"{STRIKE} {SHIPS} {PAY}"]) == [(STRIKE, SHIPS)]


def test_a_later_one_adds_what_those_before_it_lack() -> None:
    said_again = "On Monday the dock workers in Velden left their posts."
    assert additions([f"{STRIKE} {SHIPS}", f"{said_again} {PAY}", f"{PAY} {SHIPS}"]) == [(STRIKE, SHIPS), (PAY,), ()]


def test_too_short_a_sentence_says_nothing() -> None:
    assert additions([f"By A. Writer\nHe agreed.\n{STRIKE}"]) == [(STRIKE,)]


def test_a_text_of_many_sentences_adds_two() -> None:
    many = " ".join(f"Crane{n} lifted load{n} over quay{n} for ship{n}." for n in range(200))
    assert [len(some) for some in additions([many, "", many])] == [MOST_ADDED, 0, 0]


def test_no_text_is_no_addition() -> None:
    assert additions([]) == []
    assert additions([""]) == [()]
