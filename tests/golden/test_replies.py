"""Replies word for word, as clients read them: the diff of a template is the review."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from gateway.core.decision import Form, Reply
from gateway.core.hotline import Confirmed, OwnLine
from gateway.core.policy import Policy
from gateway.core.render import Templates
from gateway.core.speak import Spoken
from tests.conftest import NOW
from tests.practices import CLINIC, PLAIN, PRACTICES, RICH, SOURCES, TAGS, away, speaker
from tests.statements import NAMES

HERE = Path(__file__).parent / "replies"
FULL: Form = "full"
TEMPLATES = Templates(SOURCES)


# The shipped crisis lines were last looked at on 2026-11-23; what is shown abroad counts from then.
LATER = datetime(2026, 12, 1, 14, 30, tzinfo=UTC)


def spoken(
    name: str, policy: Policy, *tags: str, form: Form = FULL, on: datetime = NOW, **more: Any
) -> Spoken:
    reply = Reply(name, name, languages=tags, form=form, **more)
    received = on.astimezone(ZoneInfo(policy.practice.timezone))
    made = replace(speaker(policy, sealed=policy is RICH), templates=TEMPLATES)
    return made.speak(reply, received)


def at(place: str, timezone: str, policy: Policy = PLAIN) -> Policy:
    """The same practice elsewhere."""
    return replace(policy, practice=replace(policy.practice, place=place, timezone=timezone))


def with_crisis(policy: Policy, **keys: Any) -> Policy:
    return replace(policy, crisis=replace(policy.crisis, **keys))


NUNAVUT = at("CA-NU", "America/Iqaluit")
POLICE = OwnLine(
    kind="emergency",
    name="Police in town",
    phone="867-555-0111",
    on=date(2026, 11, 24),
    by="I. Calder",
)
SCOTLAND = with_crisis(
    at("GB-SCT", "Europe/London"),
    confirmed=tuple(
        Confirmed(line=line, on=date(2026, 11, 24), by="I. Calder")
        for line in ("GB-SCT-111", "GB-SCT-breathing-space")
    ),
)
BELGIUM = at("BE", "Europe/Brussels")
SEVERAL = {"also": ("cancelling", "homework")}
YOUNG = {"audience": ("youth",)}

# variant, template, policy, languages, what else; each is a file LANGUAGES/TEMPLATE.VARIANT.txt
OTHERS: list[tuple[str, str, Policy, tuple[str, ...], dict[str, Any]]] = [
    *(("both", name, PLAIN, ("fr", "en"), {}) for name in ("booking", "urgent", "other")),
    *(("writes-de", name, PLAIN, ("en",), {"foreign": "de"}) for name in ("other", "urgent")),
    ("writes-he", "other", PLAIN, ("en",), {"foreign": "he"}),
    ("quebec", "urgent", at("CA-QC", "America/Toronto"), ("fr-CA",), {}),
    ("quebec", "urgent", at("CA-QC", "America/Toronto"), ("en",), {}),
    ("nunavut", "urgent", NUNAVUT, ("en",), {}),
    ("nunavut-own-line", "urgent", with_crisis(NUNAVUT, line=(POLICE,)), ("en",), {}),
    ("scotland", "urgent", SCOTLAND, ("en",), {}),
    ("new-zealand", "urgent", at("NZ", "Pacific/Auckland"), ("en-NZ",), {}),
    ("belgium", "urgent", BELGIUM, ("fr-BE",), {}),
    ("belgium-writes-nl", "other", BELGIUM, ("fr-BE",), {"foreign": "nl"}),
    ("usa", "urgent", at("US", "America/Chicago"), ("es-US",), {}),
    ("usa", "urgent", at("US", "America/Chicago"), ("en-US",), {}),
    ("france", "urgent", at("FR", "Europe/Paris"), ("fr-FR",), {}),
    ("spain", "urgent", at("ES", "Europe/Madrid"), ("es-ES",), {}),
    ("australia", "urgent", at("AU", "Australia/Sydney"), ("en-AU",), {}),
    ("netherlands", "urgent", at("NL", "Europe/Amsterdam"), ("en",), {}),
    ("nothing-known", "urgent", at("RO", "Europe/Bucharest"), ("en",), {}),
    ("client-abroad", "emergency", RICH, ("en",), {"place": "IE"}),
    ("youth", "urgent", PLAIN, ("en",), YOUNG),
    ("youth", "urgent", PLAIN, ("fr",), YOUNG),
    ("youth-discreet", "urgent", PLAIN, ("en",), {**YOUNG, "form": "discreet"}),
]
Made = Callable[[], str]


def _text(name: str, policy: Policy, *tags: str, **more: Any) -> Made:
    return lambda: spoken(name, policy, *tags, **more).text


def _html(tag: str) -> Made:
    policy = replace(RICH, reply=replace(RICH.reply, html=True))
    return lambda: spoken("urgent", policy, tag).html


def every_file() -> Iterator[tuple[str, Made]]:
    """Its path below replies/, and what makes it."""
    for tag in TAGS:
        for name in NAMES:
            for practice, policy in PRACTICES.items():
                yield f"{tag}/{name}.{practice}.txt", _text(name, policy, tag)
            yield f"{tag}/{name}.plain-away.txt", _text(name, away(PLAIN), tag)
        for practice, policy in PRACTICES.items():
            discreet = _text("other", policy, tag, form="discreet")
            yield f"{tag}/discreet.{practice}.txt", discreet
        yield f"{tag}/discreet.rich-away.txt", _text("other", away(RICH), tag, form="discreet")
        yield f"{tag}/urgent.rich-away.txt", _text("urgent", away(RICH), tag)
        report = _text("undelivered", RICH, tag, form="discreet")
        yield f"{tag}/undelivered.rich-discreet.txt", report
        for name in ("urgent", "emergency", "other"):
            yield f"{tag}/{name}.rich-short.txt", _text(name, RICH, tag, short=True)
        yield f"{tag}/booking.clinic-also.txt", _text("booking", CLINIC, tag, **SEVERAL)
        yield f"{tag}/urgent.rich-also.txt", _text("urgent", RICH, tag, **SEVERAL)
        yield f"{tag}/urgent.rich.html", _html(tag)
    for variant, name, policy, tags, more in OTHERS:
        yield f"{'+'.join(tags)}/{name}.{variant}.txt", _text(name, policy, *tags, on=LATER, **more)


FILES = dict(every_file())


@pytest.mark.parametrize("path", FILES)
def test_reply(path: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / path, FILES[path]())


def test_every_file_is_a_reply_and_no_two_reasons_are_alike() -> None:
    there = {str(path.relative_to(HERE)) for path in HERE.rglob("*.*")}
    assert there == FILES.keys()
    assert len(there) >= 160
    for tag in TAGS:
        for practice in PRACTICES:
            assert len({FILES[f"{tag}/{name}.{practice}.txt"]() for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("practice", PRACTICES)
@pytest.mark.parametrize("more", [{}, {"short": True}, SEVERAL], ids=["", "short", "also"])
def test_a_discreet_reply_is_the_same_for_every_reason(
    practice: str, tag: str, more: dict[str, Any]
) -> None:
    policy = PRACTICES[practice]
    names = [name for name in NAMES if name != "undelivered"]
    said = {spoken(name, policy, tag, form="discreet", **more).text for name in names}
    assert len(said) == 1
