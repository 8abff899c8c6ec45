"""What holds for the crisis lines of every reply, whatever the practice and the client."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.crisis import directory_for, lines_for, standings
from gateway.core.crisis_rows import is_trusted
from gateway.core.opening_times import ALWAYS
from gateway.core.policy import Policy
from tests.unit.crisis_policies import SHIPPED, at, confirmed, own

PLACES = sorted({x.place for x in SHIPPED if x.place != "ZZ"} | {"CA-ON", "US-VT", "QQ", "RO"})
CONFIRMABLE = sorted(x.id for x in SHIPPED if x.confidence == "medium")
EVERYONE_ELSE = ("youth", "indigenous", "lgbtq", "veterans", "survivors")
owns = st.builds(
    own,
    st.sampled_from(["Campus", "Town", "Night"]),
    kind=st.sampled_from(["suicide_crisis", "mental_health", "text_only"]),
    phone=st.sampled_from(["0999 1", "0999 2", "0999 3"]),
    sms=st.sampled_from(["", "99911"]),
    hours=st.sampled_from([ALWAYS, "mon-fri 09:00-17:00"]),
    languages=st.sampled_from([(), ("en",), ("fr",)]),
    audience=st.sampled_from(["everyone", "survivors"]),
)
policies = st.builds(
    at,
    st.sampled_from(PLACES),
    confirmed=st.lists(st.sampled_from(CONFIRMABLE), max_size=30).map(lambda x: confirmed(*x)),
    line=st.lists(owns, max_size=4).map(tuple),
    audiences=st.lists(st.sampled_from(EVERYONE_ELSE), max_size=2).map(tuple),
)
asks = st.fixed_dictionaries(
    {
        "place": st.sampled_from(["", *PLACES]),
        "language": st.sampled_from(["en", "fr-CA", "es", "de", "nl", "iu"]),
        "audience": st.lists(st.sampled_from(EVERYONE_ELSE), max_size=2).map(tuple),
        "today": st.dates(date(2026, 11, 24), date(2033, 1, 1)),
    }
)


@settings(max_examples=300)
@given(policies, asks)
def test_promises_of_every_reply(policy: Policy, asked: dict[str, Any]) -> None:
    place = asked["place"] or policy.practice.place
    shown = lines_for(SHIPPED, policy, **asked)
    directory = directory_for(SHIPPED, policy, **asked)
    assert len(shown) + bool(directory) <= 4
    assert len({(x.phone, x.sms, x.then, x.audience) for x in shown}) == len(shown)
    for x in shown:
        assert x.place in (place, place[:2], "own"), "a number of another country"
        assert x.place != "own" or policy.practice.place[:2] == place[:2]
        assert x.phone or x.sms
        assert x.confidence != "low"
        assert is_trusted(x, policy)
        assert x.audience != "survivors" or "survivors" in asked["audience"]
    always = [x.hours == ALWAYS for x in shown]
    assert always == sorted(always, reverse=True), "a closed line before an open one"
    emergencies = [x.kind == "emergency" for x in shown]
    assert emergencies == sorted(emergencies, reverse=True)
    is_known = any(
        x.kind == "emergency" and x.place == place[:2] and is_trusted(x, policy) for x in SHIPPED
    )
    assert emergencies[:1] == [True] if is_known and place != "CA-NU" else not any(emergencies)
    if not (any(emergencies) and not all(emergencies)):
        assert directory


@settings(max_examples=100)
@given(policies, asks)
def test_one_way_is_by_text_where_there_is_one(policy: Policy, asked: dict[str, Any]) -> None:
    judged = standings(SHIPPED, policy, **asked)
    able = [x for x in judged if x.why in ("", "no_room") and x.line.kind != "emergency"]
    shown = [x for x in able if not x.why]
    assert any(x.line.sms for x in shown) == any(x.line.sms for x in able)
