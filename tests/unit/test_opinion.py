"""What the model may do: raise a risk where it stands, weigh reasons, and show its words."""

import dataclasses

import pytest

from gateway.core.assess import Detectors, assess, assess_text
from gateway.core.assessment import Risk
from gateway.core.mail import ParsedMail, Segment, SegmentKind
from gateway.core.model import LANE, Model
from gateway.core.opinion import OWN, hear, opinion_of, probability, reasons_of
from gateway.core.windows import read
from gateway.plugins import detectors

HEADS = ("danger", "emergency", "notice", "suicide", "abuse", "reason.booking", "reason.other")
# Coefficients by head; a word that stands in no rule, so that only the model can speak.
WORDS = {
    b"zorb": {"danger": 4, "notice": 4, "suicide": 3},
    b"glim": {"emergency": 4, "danger": 4, "notice": 4, "abuse": 3},
    b"tarn": {"notice": 4},
    b"slot": {"reason.booking": 4},
}


def packed(steps: dict[str, int]) -> int:
    return sum(count * 100 << (LANE * HEADS.index(head)) for head, count in steps.items())


MODEL = Model(
    heads=HEADS,
    intercepts=(-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -0.5),
    choices=(0.0,) * len(HEADS),
    free=(1,) * len(HEADS),
    step=0.01,
    limits={"danger": 0.0, "emergency": 0.0, "notice": 0.0},
    trust={"reason.booking": 2.0, "reason.other": 0.0},
    signs=("suicide", "abuse"),
    weights={name: packed(steps) for name, steps in WORDS.items()},
)


@pytest.fixture(scope="module")
def known() -> Detectors:
    return dataclasses.replace(detectors(), model=MODEL)


OPINIONS = [
    ("a zorb", "danger", "suicide", Risk.URGENT),
    ("a glim", "emergency", "abuse", Risk.EMERGENCY),
    ("a tarn", "notice", "crisis", Risk.NOTICE),
]


@pytest.mark.parametrize(("text", "head", "about", "risk"), OPINIONS)
def test_the_gravest_head_speaks(text: str, head: str, about: str, risk: Risk) -> None:
    heard = hear(read([Segment(kind="new", text=f"Nothing here. {text}.")]), OWN, MODEL)
    found = opinion_of(heard, MODEL, MODEL.signs)
    assert found is not None
    assert (found.head, found.about, found.risk, found.sentence) == (head, about, risk, 1)
    assert found.words == (text.split()[1],)


@pytest.mark.parametrize("text", ["", "Nothing here.", "..."])
def test_no_head_speaks(text: str) -> None:
    heard = hear(read([Segment(kind="new", text=text)]), OWN, MODEL)
    assert opinion_of(heard, MODEL, MODEL.signs) is None


def test_rules_are_weighed_in() -> None:
    heard = hear(read([Segment(kind="new", text="Hello.")]), OWN, MODEL)
    alone = reasons_of(heard, MODEL, {})["booking"]
    together = reasons_of(heard, MODEL, {"booking": 1.0})["booking"]
    assert alone == pytest.approx(probability(-1.0))
    assert together == pytest.approx(probability(1.0))


@pytest.mark.parametrize("score", [-1e9, -3.0, 0.0, 3.0, 1e9])
def test_a_probability_lies_between_none_and_all(score: float) -> None:
    assert 0.0 <= probability(score) <= 1.0
    assert probability(score) + probability(-score) == pytest.approx(1.0)


PLACES: list[tuple[SegmentKind, str, Risk]] = [
    ("new", "My glim.", Risk.EMERGENCY),
    ("subject", "My glim", Risk.EMERGENCY),
    ("attachment", "My glim.", Risk.URGENT),
    ("attachment", "A glim.", Risk.NOTICE),
    ("quote", "My glim.", Risk.NOTICE),
    ("signature", "My glim.", Risk.NOTICE),
    ("signature", "A glim.", Risk.NONE),
]


@pytest.mark.parametrize(("kind", "text", "risk"), PLACES)
def test_the_model_is_capped_as_the_rules_are(
    kind: SegmentKind, text: str, risk: Risk, known: Detectors
) -> None:
    own = [] if kind == "new" else [Segment(kind="new", text="Nothing here.")]
    mail = ParsedMail(fields=(), body_start=0, segments=(*own, Segment(kind=kind, text=text)))
    assert assess(mail, known).risk is risk


def test_the_model_raises_and_never_lowers(known: Detectors) -> None:
    text = "I want to kill myself tonight."
    quiet = dataclasses.replace(MODEL, weights={})
    by_rules = assess_text("", text, dataclasses.replace(known, model=quiet))
    assert assess_text("", text, known).risk == by_rules.risk == Risk.EMERGENCY


def test_its_words_are_shown_and_its_name_says_that_it_was_the_model(known: Detectors) -> None:
    found = assess_text("", "We met. It was a zorb for me.", known)
    (shown,) = (e for e in found.evidence if e.rule.startswith("model."))
    assert (shown.rule, shown.about, shown.where) == ("model.danger", "suicide", "new")
    assert shown.excerpt == "It was a zorb for me. [zorb]"
    assert "zorb" not in repr(found)
