"""H-04, H-17: what is found in a mail changes the order of its reply, and nothing it says."""

import re
from dataclasses import replace
from itertools import product

import pytest

from gateway.core.answer import answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import UNKNOWN
from gateway.core.decision import Reply
from gateway.core.policy import Policy
from gateway.core.proof import REASONS, RISKY
from gateway.core.speak import Spoken
from tests.practices import PRACTICES, TAGS, away, received, speaker

GRAVE = (Risk.URGENT, Risk.EMERGENCY)
# In any of the three languages: that something was found, by whom, or what it was.
FOUND_OUT = re.compile(
    r"detect|détect|flagg|recogni[sz]|analy|keyword|sounds like|suggests|seems? |appears? "
    r"|parec|sembl|algorithm|artificial|classif|risk level|alerted|notified|avisad|prévenu",
    re.IGNORECASE,
)


def said(policy: Policy, risk: Risk, tag: str, form: str = "full") -> Spoken:
    """The reply to a mail without a reason of its own, at this risk."""
    rules = replace(
        policy,
        practice=replace(policy.practice, languages=(tag,)),
        privacy=replace(policy.privacy, reply_default=form),  # type: ignore[arg-type]
    )
    found = Assessment(intents=(("other", 0.9),), risk=risk, language=tag)
    return speaker(rules).speak(answer_for(found, UNKNOWN, rules), received(rules))


def paragraphs(text: str) -> list[str]:
    return text.strip().split("\n\n")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", PRACTICES)
def test_the_reply_in_danger_has_the_head_and_the_tail_of_any_other(name: str, tag: str) -> None:
    """One block between them differs: what is in it is put in another order, with other ways."""
    calm = paragraphs(said(PRACTICES[name], Risk.NONE, tag).text)
    for risk in GRAVE:
        grave = paragraphs(said(PRACTICES[name], risk, tag).text)
        assert grave != calm
        assert (grave[0], grave[-1]) == (calm[0], calm[-1])


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", PRACTICES)
def test_up_to_the_numbers_each_word_is_one_that_everybody_gets(name: str, tag: str) -> None:
    """The head and the whole block of crisis lines; what comes after is policy."""
    calm = said(PRACTICES[name], Risk.NONE, tag).text
    for risk in GRAVE:
        grave = paragraphs(said(PRACTICES[name], risk, tag).text)
        numbers = next(at for at, words in enumerate(grave) if re.search(r"^ +.*\d", words, re.M))
        assert numbers >= 2
        assert grave[0] in calm
        assert "\n\n".join(grave[1 : numbers + 2]) in calm


@pytest.mark.parametrize("tag", TAGS)
def test_name_and_subject_are_those_of_any_other(tag: str) -> None:
    for policy, form in product(PRACTICES.values(), ("full", "discreet")):
        every = [said(policy, risk, tag, form) for risk in Risk]
        assert len({(x.name, x.subject, x.languages) for x in every}) == 1


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", PRACTICES)
def test_a_discreet_reply_is_the_same_to_the_letter(name: str, tag: str) -> None:
    """Whatever she wrote of, and in whatever danger she may be."""
    for policy in (PRACTICES[name], away(PRACTICES[name])):
        by, at = speaker(policy), received(policy)
        made = [
            by.speak(Reply(reason, reason, languages=(tag,), form="discreet"), at)
            for reason in (*REASONS, *RISKY)
        ]
        assert len({spoken.text for spoken in made}) == 1


@pytest.mark.parametrize("tag", TAGS)
def test_no_word_says_that_anything_was_found(tag: str) -> None:
    for policy in PRACTICES.values():
        for risk in Risk:
            assert FOUND_OUT.findall(said(policy, risk, tag).text) == []
    assert FOUND_OUT.search("We have detected distress.")


MONEY = re.compile(r"[$€£]|\bfees?\b|\bfrais\b|\btarifas?\b|\bhonorarios\b|\bhonoraires\b", re.I)


@pytest.mark.parametrize("tag", TAGS)
def test_no_fee_where_somebody_may_be_in_danger(tag: str) -> None:
    """Cancelling is a second reason of the mail: its fees wait for another day."""
    for policy, risk in product(PRACTICES.values(), GRAVE):
        rules = replace(policy, practice=replace(policy.practice, languages=(tag,)))
        found = Assessment(intents=(("crisis", 0.9), ("cancelling", 0.8)), risk=risk, language=tag)
        answer = answer_for(found, UNKNOWN, rules)
        assert answer.also == ("cancelling",)
        assert not MONEY.search(speaker(rules).speak(answer, received(rules)).text)
