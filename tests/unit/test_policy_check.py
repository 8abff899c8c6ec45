"""What a practice cannot say of itself, though it has the right shape; one row each."""

import tomllib
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core import hotline
from gateway.core import policy as of_policy
from gateway.core import practice as of_practice
from gateway.core.hotline import Confirmed, Crisis, OwnLine
from gateway.core.policy import Alerts, Policy, Reply, Retry
from gateway.core.policy_check import problems
from gateway.core.policy_values import (
    FORMS,
    MAYBE_LINE,
    NOT_BLANK,
    ONE_LINE,
    RANGES,
    dotted,
    values,
)
from gateway.core.practice import (
    Agreement,
    Away,
    Booking,
    Cancelling,
    Cover,
    Hours,
    HoursException,
    Phone,
    Portal,
    Privacy,
    Said,
    SelfHelp,
    Tier,
    Urgent,
)
from tests.unit.right_policy import GOOD, PRACTICE, ZONES


def practice(**changes: Any) -> Policy:
    return replace(GOOD, practice=replace(PRACTICE, **changes))


def reply(**changes: Any) -> Policy:
    return replace(GOOD, reply=replace(GOOD.reply, **changes))


def away(*absences: Away) -> Policy:
    return replace(GOOD, away=absences)


def tiers(*of: Tier) -> Policy:
    return replace(GOOD, cancelling=Cancelling(tier=of))


def own(**changes: Any) -> Policy:
    line = OwnLine(kind="mental_health", name="Hill line", phone="1737", on=SOON, by="Rae")
    return replace(GOOD, crisis=Crisis(line=(replace(line, **changes),)))


def said(plain: str = "", **by: str) -> Said:
    return Said({**({"": plain} if plain else {}), **by})


SOON, LATER = date(2026, 8, 3), date(2026, 8, 14)
THREE = ("en", "fr", "es")
URL = "https://okafor.example"
DAY = HoursException(on=SOON)
REGION = Said({"fr-CA": "Bonjour", "fr": "Salut"})
EARLIER = Urgent(earlier_online=True)
NOT_BY_MAIL = Cancelling(email_counts=False)
WEEK_OFF = Hours(monday=(), tuesday=(), wednesday=(), thursday=(), friday=())

CASES: list[tuple[str, Policy, str, str]] = [  # name, policy, key, some of the words
    ("zone by city", practice(timezone="auckland"), "practice.timezone", '"Pacific/Auckland"'),
    ("zone misspelt", practice(timezone="Europe/Lodon"), "practice.timezone", '"Europe/London"'),
    ("zone unknown", practice(timezone="Mars"), "practice.timezone", "write one such as"),
    ("place by name", practice(place="United Kingdom"), "practice.place", 'mean "GB"'),
    ("place in lower case", practice(place="ca-on"), "practice.place", 'mean "CA-ON"'),
    ("place UK with region", practice(place="UK-SCT"), "practice.place", 'mean "GB-SCT"'),
    ("place UK", practice(place="UK"), "practice.place", 'mean "GB"'),
    ("no place", practice(place="somewhere"), "practice.place", '"CA-ON"'),
    ("blank place", practice(place=" "), "practice.place", "empty"),
    ("blank name", practice(name=""), "practice.name", "empty"),
    ("name of two lines", practice(name="Rae\nBcc: x"), "practice.name", "one line"),
    ("name that turns", practice(name="Rae \u202eelpmaxe"), "practice.name", "one line"),
    ("name with line separator", practice(name="Rae\u2028x"), "practice.name", "one line"),
    ("bad address", practice(address="rae"), "practice.address", "not an address"),
    ("address not received", practice(address="b@c.example"), "recipients", '"b@c.example"'),
    ("bad second", practice(addresses=("ok@c.example", "@")), "practice.addresses.2", "not an"),
    ("phone", practice(desk_phone="call me"), "practice.desk_phone", "telephone"),
    ("no recipient", replace(GOOD, recipients={}), "recipients", "empty"),
    (
        "recipient is none",
        replace(GOOD, recipients=GOOD.recipients | {"a b": "x@c.example"}),
        'recipients."a b"',
        "not an address",
    ),
    (
        "source route",
        replace(GOOD, recipients=GOOD.recipients | {"@x.example:a@c.example": "x@c.example"}),
        'recipients."@x.example:a@c.example"',
        "not an address",
    ),
    (
        "mailbox is none",
        replace(GOOD, recipients={"rae@okafor.example": "inbox"}),
        'recipients."rae@okafor.example"',
        'mailbox "inbox"',
    ),
    (
        "recipient twice",
        replace(GOOD, recipients=GOOD.recipients | {"Rae@okafor.example": "b@c.example"}),
        'recipients."Rae@okafor.example"',
        "twice",
    ),
    ("link", replace(GOOD, agreement=Agreement(url="http://x.example")), "agreement.url", "https"),
    (
        "link of two lines",
        replace(GOOD, portal=Portal(url="https://x.example/\nx")),
        "portal.url",
        "https",
    ),
    ("blank words", replace(GOOD, agreement=Agreement(version=" ")), "agreement.version", "blank"),
    ("words of two lines", replace(GOOD, agreement=Agreement(contact_section=said("3\n5"))),
     "agreement.contact_section", "one line"),
    ("words of two lines in English", replace(GOOD, urgent=Urgent(other_service=said(en="a\nb"))),
     "urgent.other_service.en", "one line"),
    ("words in French", replace(GOOD, urgent=Urgent(other_service=said(en="A", fr="B"))),
     "urgent.other_service.fr", "not one of practice.languages"),
    ("no language", practice(languages=()), "practice.languages", '"en", "fr", "es"'),
    ("unknown language", practice(languages=("en", "de")), "practice.languages.2", '"de"'),
    ("language twice", practice(languages=("en", "fr", "en")), "practice.languages.3", "twice"),
    ("in small letters", practice(languages=("fr-ca",)), "practice.languages.1", '"fr-CA"'),
    ("in capitals", practice(languages=("FR",)), "practice.languages.1", 'mean "fr"'),
    ("with underscore", practice(languages=("en_NZ",)), "practice.languages.1", '"en-NZ"'),
    ("of no region", practice(languages=("en-ABCD",)), "practice.languages.1", 'mean "en"'),
    ("unsure of another", practice(languages=("en",), unsure=("en", "fr")), "practice.unsure.2",
     "not one of practice.languages"),
    ("unsure twice", practice(unsure=("en", "en")), "practice.unsure.2", "twice"),
    ("three at once", practice(languages=THREE, unsure=THREE), "practice.unsure", "at most 2"),
    ("help in French", replace(GOOD, selfhelp=(SelfHelp(title="Pas", language="fr"),)),
     "selfhelp.1.language", "not one of practice.languages"),
    ("help without a name", replace(GOOD, selfhelp=(SelfHelp(title=" "),)), "selfhelp.1.title",
     "empty"),
    ("holidays by name", replace(GOOD, hours=Hours(holidays="Scotland")), "hours.holidays",
     'mean "GB-SCT"'),
    ("holidays of UK", replace(GOOD, hours=Hours(holidays="uk-wls")), "hours.holidays",
     'mean "GB-WLS"'),
    ("hours", replace(GOOD, hours=Hours(friday=("9-5",))), "hours.friday.1", "not a span"),
    ("no hours", replace(GOOD, hours=WEEK_OFF), "hours", "no working hour"),
    ("day twice", replace(GOOD, hours=Hours(exception=(DAY, DAY))), "hours.exception.2.on", "too"),
    ("last before first", away(Away(first=LATER, last=SOON)), "away.1.last", "before the first"),
    ("one within the other", away(Away(first=SOON, last=LATER), Away(first=LATER, last=LATER)),
     "away.2.first", "lies within away.1"),
    ("cover who did not agree",
     away(Away(first=SOON, last=LATER, cover=Cover(name="Kim Roe", phone="555-0123"))),
     "away.1.cover.agreed", "Kim Roe"),
    ("name of the cover",
     away(Away(first=SOON, last=LATER,
               cover=Cover(name="Kim\nRoe", phone="555-0123", agreed=True))),
     "away.1.cover.name", "one line"),
    ("tier twice", tiers(Tier(hours=24, percent=50), Tier(hours=24)), "cancelling.tier.2.hours",
     "same as in cancelling.tier.1"),
    ("tier beyond the notice", tiers(Tier(hours=0), Tier(hours=48, amount="$40")),
     "cancelling.tier.2.hours", "more than cancelling.notice_hours, 24"),
    ("amount", tiers(Tier(hours=24, amount="$40\n")), "cancelling.tier.1.amount", "one line"),
    ("percent", tiers(Tier(hours=24, percent=101)), "cancelling.tier.1.percent", "to 100"),
    ("earlier where", replace(GOOD, urgent=Urgent(earlier_online=True)), "urgent.earlier_online",
     "booking.online_url is not set"),
    ("no way to cancel", replace(GOOD, cancelling=Cancelling(email_counts=False)),
     "cancelling.email_counts", "no other way"),
    ("name on discreet ones", replace(GOOD, privacy=Privacy(discreet_name="R\u202e")),
     "privacy.discreet_name", "one line"),
    ("recall", replace(GOOD, privacy=Privacy(recall_days=1)), "privacy.recall_days", "from 30"),
    ("own line's name", own(name="Hill\nline"), "crisis.line.1.name", "one line"),
    ("own line's word", own(sms_word="HELLO\n"), "crisis.line.1.sms_word", "one line"),
    ("own line's language", own(languages=("en", "fre")), "crisis.line.1.languages.2", '"en"'),
    ("notice", replace(GOOD, cancelling=Cancelling(notice_hours=-1)), "cancelling.notice_hours",
     "from 0"),
    ("online nowhere", replace(GOOD, cancelling=Cancelling(online=True)), "cancelling.online",
     "online_url"),
    ("portal nowhere", replace(GOOD, portal=Portal(takes_notes=True)), "portal.url", "needed"),
    ("voicemail of what", replace(GOOD, phone=Phone(voicemail=True)), "phone.number", "needed"),
    ("confidential what", replace(GOOD, phone=Phone(voicemail_confidential=True)),
     "phone.voicemail_confidential", "voicemail is not"),
    ("on call where", replace(GOOD, crisis=Crisis(provision="on_call")), "crisis.on_call_phone",
     "needed"),
    (
        "confirmed by nobody",
        replace(GOOD, crisis=Crisis(confirmed=(Confirmed(line="x", on=date(2026, 1, 2), by=""),))),
        "crisis.confirmed.1.by",
        "empty",
    ),
    ("window", reply(window_days=0), "reply.window_days", "from 1"),
    ("crisis window", reply(crisis_window_h=48.0), "reply.crisis_window_h", "to 24"),
    ("cap", reply(per_hour=0), "reply.per_hour", "at least 1, is 0"),
    ("display name", reply(display_name="R\r\nBcc: x"), "reply.display_name", "one line"),
    ("subject", reply(subject=said("Re:\r\nBcc: x")), "reply.subject", "one line"),
    ("never", reply(never=("x@c.example", "x")), "reply.never.2", "is not an address"),
    ("alert to nobody", replace(GOOD, alert=Alerts(to=("rae",))), "alert.to.1", "not an"),
    ("alert to the door", replace(GOOD, alert=Alerts(to=("Rae@okafor.example",))), "alert.to.1",
     "comes back"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("policy", "key", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_wrong(policy: Policy, key: str, words: str) -> None:
    found = dict(problems(policy, ZONES))
    assert key in found
    assert words in found[key]
    assert len(found) == 1  # one mistake, one finding


FINE: list[tuple[str, Policy]] = [
    ("as it is", GOOD),
    ("region", practice(place="GB-SCT")),
    ("phone", practice(desk_phone="+64 (4) 555-0100 ext 12")),
    ("languages", practice(languages=("fr-CA", "en", "es"), unsure=("fr-CA", "en"))),
    (
        "words in languages",
        practice(languages=("fr-CA", "en"), desk_hours=said("9 h", en="9 to 5", fr="9 heures")),
    ),
    (
        "words of a region",
        replace(practice(languages=("en", "fr-CA")), reply=Reply(display_name="R", subject=REGION)),
    ),
    (
        "help in a language",
        replace(practice(languages=("fr-CA",)), selfhelp=(SelfHelp(title="Pas", language="fr"),)),
    ),
    ("holidays", replace(GOOD, hours=Hours(holidays="GB-SCT"))),
    ("tiers", tiers(Tier(hours=24, percent=50), Tier(hours=0, amount="$90"), Tier(hours=72))),
    ("cancelled by telephone", replace(practice(desk_phone="555 0100"), cancelling=NOT_BY_MAIL)),
    ("earlier online", replace(GOOD, booking=Booking(online_url=URL), urgent=EARLIER)),
    ("absence of a day", away(Away(first=SOON, last=SOON), Away(first=LATER, last=LATER))),
    ("own line", own(languages=("en", "mi"))),
]


@pytest.mark.parametrize("policy", [c[1] for c in FINE], ids=[c[0] for c in FINE])
def test_nothing_is_wrong(policy: Policy) -> None:
    assert problems(policy, ZONES) == ()


def test_a_client_is_never_named() -> None:
    found = problems(reply(never=("secret client",)), ZONES)
    assert "secret client" not in str(found)


def test_tables_name_fields_that_exist() -> None:
    forms = {field for kind, _, _ in FORMS for field in kind}
    for owner, name in {*RANGES, *NOT_BLANK, *ONE_LINE, *MAYBE_LINE, *forms}:
        assert is_dataclass(owner)
        assert name in {f.name for f in fields(owner)}


def test_every_number_has_a_range() -> None:
    numbers = {
        field
        for _, field, value in values(tiers(Tier(hours=0)))
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    assert numbers - {(Retry, "delays_s")} <= set(RANGES)


def test_every_word_of_hers_is_one_line() -> None:
    """What may stand in a reply cannot begin a line, or a field, of its own."""
    classes = [one for module in (hotline, of_policy, of_practice) for one in vars(module).values()]
    hers = {
        (cls, name)
        for cls in classes
        if is_dataclass(cls)
        for name, hint in get_type_hints(cls).items()
        if hint is Said
    }
    assert len(hers) > 10
    assert hers <= MAYBE_LINE


@given(st.lists(st.text() | st.integers(min_value=0, max_value=9), min_size=1))
def test_dotted_tells_keys_apart(path: list[str | int]) -> None:
    text = ".".join(str(p) for p in [dotted((step,)) for step in path])
    assert dotted(tuple(path)) == text
    for step in path:
        if isinstance(step, str) and step.isprintable() and step:
            assert tomllib.loads(f"{dotted((step,))} = 0") == {step: 0}
