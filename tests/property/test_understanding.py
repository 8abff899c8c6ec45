"""Promises of the understanding that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.assess import assess, assess_text
from gateway.core.assessment import INTENTS, Risk
from gateway.core.mail import ParsedMail, Segment
from gateway.core.windows import read
from gateway.plugins import detectors

DANGER = "I am going to kill myself tonight."
PHRASES = st.sampled_from(
    [DANGER, "I want to die", "not", "but", "he hits me", "4111 1111 1111 1111", "k i l l", "\n\n",
     "> quoted", "-- ", "On Mon Ann wrote:", "thank you for everything", "goodbye", "worksheet:",
     "\u200b", "\u0301", "ﷺ", "\ud83d\ude42", "quiero morir", "je veux mourir", ","]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PHRASES, st.text(max_size=30)), max_size=12).map(" ".join)
FRIENDLY = st.lists(
    st.sampled_from(
        ["The garden is green.", "We had soup.", "My sister visited on Sunday.", "It rained.",
         "The bus was late again and I read a magazine.", "Could you send me the receipt?"]
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip
KINDS = st.sampled_from(["subject", "new", "quote", "signature", "forwarded", "attachment"])


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_is_judged_and_twice_alike(subject: str, text: str) -> None:
    found = assess_text(subject, text, detectors())
    assert found == assess_text(subject, text, detectors())
    assert found.intents
    assert all(name in INTENTS and 0.0 <= score <= 1.0 for name, score in found.intents)
    assert ("crisis" in dict(found.intents)) == (found.risk >= Risk.URGENT)
    assert found.risk == max((e.risk for e in found.evidence), default=Risk.NONE)


@settings(deadline=None, max_examples=50)
@given(FRIENDLY, st.integers(0, 40), st.sampled_from([" ", "\n", "\n\n"]))
def test_friendly_words_around_do_not_hide_danger(
    words: list[str], place: int, between: str
) -> None:
    mail = between.join([*words[:place], DANGER, *words[place:]])
    assert assess_text("", mail, detectors()).risk is Risk.EMERGENCY
    assert assess_text("", between.join(words), detectors()).risk is Risk.NONE


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(["quote", "signature"]), TEXTS)
def test_words_of_another_time_ask_for_notice_at_most(kind: str, text: str) -> None:
    old = Segment(kind=kind, text=f"{text}\n\n{DANGER}")  # type: ignore[arg-type]
    found = assess(ParsedMail(fields=(), body_start=0, segments=(old,)), detectors())
    assert found.risk <= Risk.NOTICE


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="\u200b\u200d\u2060\ufeff", min_size=1, max_size=3), st.integers(1, 30))
def test_unseen_characters_change_nothing(unseen: str, place: int) -> None:
    hidden = DANGER[:place] + unseen + DANGER[place:]
    assert assess_text("", hidden, detectors()).risk is Risk.EMERGENCY


@given(st.lists(st.tuples(KINDS, st.text(max_size=80)), max_size=6))
def test_each_sentence_has_its_line(parts: list[tuple[str, str]]) -> None:
    reading = read(Segment(kind=kind, text=text) for kind, text in parts)  # type: ignore[arg-type]
    lines = reading.words.split(b"\n") if reading.sentences else []
    assert len(lines) == len(reading.sentences) == len(reading.starts)
    for number, sentence in enumerate(reading.sentences):
        assert reading.line(number) == lines[number]
        assert reading.at(sentence.start) == number
