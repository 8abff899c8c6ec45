"""The replies of a gallery, made and measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gateway.core.gallery import Form, Page, Shown, answer, pages_of, shown
from gateway.core.policy import Policy
from gateway.core.proof import of_reply
from gateway.core.speak import Speaker
from gateway.core.wording import word_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One reply of a page.

    level     how hard it is to read, by the formula of its language; "" of two languages
    findings  what a person should look at
    """

    form: Form
    shown: Shown
    words: int
    level: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page with its replies."""

    page: Page
    entries: tuple[Entry, ...]


def leaves_of(speaker: Speaker, at: datetime) -> tuple[Leaf, ...]:
    """Every page of a gallery. Errors: TemplateProblem."""
    policy = speaker.policy
    return tuple(
        Leaf(page=page, entries=tuple(_entries(speaker, policy, page)))
        for page in pages_of(policy, at)
    )


def _entries(speaker: Speaker, policy: Policy, page: Page) -> Iterator[Entry]:
    for form in page.forms:
        reply = answer(form.sample, policy)
        seen = shown(speaker, reply, form.received)
        # One line above a reply that has a page of its own: what is wrong with it stands there.
        found = () if reply.foreign else of_reply(speaker, reply, form.received, closely=True)
        yield Entry(
            form=form,
            shown=seen,
            words=word_count(seen.spoken.text),
            level=_level(speaker, seen),
            findings=tuple(finding.words for finding in found),
        )


def _level(speaker: Speaker, seen: Shown) -> str:
    reply = seen.reply
    tags = reply.languages or speaker.policy.practice.languages[:1]
    if len(tags) > 1 or reply.foreign:
        return ""
    locale = speaker.voice(tags[0]).locale
    bound = f"{'at least' if locale.ease.up else 'at most'} {locale.ease.whole:g}"
    return f"{locale.grade(seen.spoken.text):.1f} ({bound})"
