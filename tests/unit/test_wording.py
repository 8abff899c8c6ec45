"""What each reply must say, how long it may be, and how hard to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.locale import Locale, locale_of, shipped
from gateway.core.wording import (
    order_and_length_problems,
    reading_problems,
    word_count,
)
from tests.unit.wording_texts import GOOD, LINES, NUMBERS, found


@pytest.mark.parametrize("language", shipped())
@pytest.mark.parametrize("risk", [False, True])
@pytest.mark.parametrize("form", ["full", "discreet"])
def test_a_good_reply_has_no_problem(language: str, risk: bool, form: str) -> None:
    assert found(GOOD[language] + NUMBERS, language, risk=risk, form=form) == []


MUST = [  # language, what is cut away, what is missed
    ("en", "automatic", "automatic"),
    ("en", "Nobody has read it yet.", "nobody has read"),
    ("en", "Please do not wait for an answer.", "do not wait"),
    ("fr", "automatique", "automatic"),
    ("fr", "Personne ne l’a encore lu.", "nobody has read"),
    ("fr", "N’attendez pas de réponse.", "do not wait"),
    ("es", "automática", "automatic"),
    ("es", "Nadie lo ha leído todavía.", "nobody has read"),
    ("es", "No espere una respuesta.", "do not wait"),
]


@pytest.mark.parametrize(("language", "cut", "missed"), MUST)
def test_what_each_must_say(language: str, cut: str, missed: str) -> None:
    assert cut in GOOD[language]
    problems = found(GOOD[language].replace(cut, "") + NUMBERS, language)
    assert len(problems) == 1
    assert missed in problems[0]


WAYS = [  # other words that say what must be said
    ("en", "This message was sent automatically. Nobody here has read yours. Don’t wait for me."),
    ("en", "An automated reply. Your message has not yet been read. Please, do\nnot wait."),
    ("fr", "Réponse envoyée automatiquement. Personne n'a encore lu votre message. N'attends pas."),
    ("fr", "Message automatique. Il n’a pas encore été lu. Appelez sans attendre de réponse."),
    ("es", "Respuesta automática. Aún no lo ha leído nadie. Por favor, no espere."),
    (
        "es",
        "Se envía automáticamente. Ninguna persona ha leído su mensaje. No espere a que escriba.",
    ),
]


@pytest.mark.parametrize(("language", "text"), WAYS)
def test_other_ways_to_say_it(language: str, text: str) -> None:
    assert found(text, language, lines=()) == []


def test_the_first_sentence_says_that_it_is_automatic() -> None:
    text = "Your message arrived. This is automatic. Nobody has read it. Do not wait."
    assert found(text, "en", lines=()) == ["does not say at once that it is automatic"]


REPORTS = [
    ("en", "An automatic reply: your message could not be put into the mailbox."),
    ("fr", "Message automatique : votre courriel n’a pas pu être mis dans la boîte."),
    ("es", "Mensaje automático: su correo no se pudo poner en el buzón."),
]


@pytest.mark.parametrize(("language", "text"), REPORTS)
def test_a_report_says_that_nothing_was_delivered(language: str, text: str) -> None:
    rest = GOOD[language].partition(".")[2]
    assert found(text + rest, language, lines=(), is_report=True) == []
    assert "not delivered" in found(GOOD[language], language, lines=(), is_report=True)[0]


def test_every_number_stands_in_one_piece() -> None:
    torn = GOOD["en"] + NUMBERS.replace("1-800-555-0142", "1-800-\n555-0142")
    assert found(torn, "en") == ["does not carry the number 1-800-555-0142 of Example Helpline"]
    longer = GOOD["en"] + NUMBERS.replace("911", "9112").replace("555-0143", "555-0143-1")
    assert [problem.split(" of ")[0] for problem in found(longer, "en")] == [
        "does not carry the number 911",
        "does not carry the number 555-0143",
    ]
    isolated = GOOD["en"] + NUMBERS.replace("911", "\u2066911\u2069")
    assert found(isolated, "en") == []
    assert "word HOME" in found(GOOD["en"] + NUMBERS.replace("HOME", "home"), "en")[0]


digits = [i for i, c in enumerate(NUMBERS) if c.isdigit()]


@given(st.sampled_from(digits), st.integers(1, 9))
def test_any_other_digit_is_found(place: int, step: int) -> None:
    other = str((int(NUMBERS[place]) + step) % 10)
    changed = NUMBERS[:place] + other + NUMBERS[place + 1 :]
    assert found(GOOD["en"] + changed, "en") != []


WORDS = [
    ("", 0),
    ("Call 0808 555 0142 now.", 3),
    ("- One, two: three!\n\n  911\n", 4),
    ("See https://calder.example/a-b?c=d (a page).", 4),
    ("l’endroit où vous êtes", 4),
    ("+1 (416) 555-0142 – * * *", 1),
]


@pytest.mark.parametrize(("text", "count"), WORDS)
def test_words_are_counted_as_read(text: str, count: int) -> None:
    assert word_count(text) == count


def order(text: str, *, risk: bool = True, crisis: str = "") -> list[str]:
    return list(order_and_length_problems(text, lines=LINES, risk=risk, crisis=crisis))


def test_numbers_come_early_in_a_crisis() -> None:
    assert order("word " * 59 + NUMBERS) == []
    assert order("word " * 60 + NUMBERS) == ["has 60 words before the number 911, more than 60"]
    late = "word " * 50 + "911 " + "word " * 39 + "1-800-555-0142 555-0143"
    assert [p.partition(",")[0] for p in order(late)] == [
        "has 90 words before the number 1-800-555-0142",
        "has 91 words before the number 555-0143",
    ]
    assert order("word " * 60 + NUMBERS, risk=False) == []


def test_lengths() -> None:
    numbers = word_count(NUMBERS)
    assert order(NUMBERS + "word " * (200 - numbers)) == []
    assert order(NUMBERS + "word " * (201 - numbers)) == ["has 201 words, more than 200"]
    assert order("word " * 180, risk=False) == []
    assert order("word " * 181, risk=False) == ["has 181 words, more than 180"]
    block = "word " * 20 + "now. "
    assert order(NUMBERS, crisis=block * 2 + f"Example Helpline\n{NUMBERS}") == []
    assert "a crisis block of 63 words" in order(NUMBERS, crisis=block * 3)[0]


HARD = "Immediately communicate circumstances necessitating professional intervention."


def test_what_is_hard_to_read_is_told() -> None:
    locale: Locale = locale_of("en")
    assert list(reading_problems(GOOD["en"], locale=locale, crisis="Call now.")) == []
    hard = list(reading_problems(HARD, locale=locale, crisis=HARD))
    assert [problem.partition(" at ")[0] for problem in hard] == [
        "reads",
        "the crisis block reads",
    ]
    long = "You can call now and " + "then call me " * 6 + "again."
    (told,) = reading_problems(long, locale=locale)
    assert told == 'has a sentence of 24 words, more than 20: "You can call now and then"'
    assert list(reading_problems("", locale=locale)) == []


def test_ease_is_measured_the_other_way_round_in_french() -> None:
    hard = "Communiquez immédiatement toute circonstance nécessitant une intervention médicale."
    (told,) = reading_problems(hard, locale=locale_of("fr"))
    assert "less than 60 (kandel_moles)" in told
    assert list(reading_problems("Ne restez pas seul.", locale=locale_of("fr"))) == []
