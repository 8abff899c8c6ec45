"""The part of `gateway check` that makes every reply of a policy and reads its words."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from gateway.checkup.finding import Finding, bad, good, look
from gateway.config.read import Config
from gateway.core import proof
from gateway.core.agreement import NAME as AGREEMENT
from gateway.core.answer import RISKY
from gateway.core.locale import locale_of, primary, shipped
from gateway.core.policy import Policy
from gateway.core.policy_check import TAG, all_said
from gateway.core.policy_values import dotted
from gateway.core.speak import DISCREET
from gateway.core.wording import said_problems
from gateway.errors import ConfigError, EdgeError
from gateway.replies import open_speaker
from gateway.resources import OWN_FOLDER, PAGE_ENDING, TEMPLATE_ENDING

TEMPLATES = {
    f"{AGREEMENT}{PAGE_ENDING}",
    *(f"{name}{TEMPLATE_ENDING}" for name in (*proof.TEMPLATES, DISCREET)),
}
NAMED_AT_MOST = 3
DISCREETLY = "whoever shares the mailbox sees it; set another in [privacy]"
ON_A_PHONE = "it is seen on a locked phone; choose plainer words"
# A reply that has none of her words for these has neutral ones.
NEUTRAL = (("reply", "subject"), ("privacy", "discreet_subject"))


def replies(config: Config, today: date) -> Iterator[Finding]:
    """Every reply that this policy can give is made, and its words are read."""
    try:
        speaker = open_speaker(config, apart=False)
        found = proof.prove(speaker, today=today, closely=True)
    except ConfigError as error:
        yield from (bad("replies", words) for words in error.findings)
        return
    except EdgeError as error:  # nothing but the public holidays is asked of an edge
        yield bad("policy", config.finding("hours.holidays", error.public), error.detail)
        return
    yield from _proved(config, found)
    yield from _envelope(config)
    yield from _left_out(config.policy)
    yield from _unused(config)
    mode = config.policy.reply.mode
    if mode != "live":
        yield _silent(mode)
    elif not any(finding.is_hazard for finding in found):
        days = proof.days_to_prove(speaker, today)
        count = sum(1 for _ in product(proof.every_reply(speaker), days))
        yield good("replies", f"{count} combinations, each says what it must")


def _proved(config: Config, found: tuple[proof.Finding, ...]) -> Iterator[Finding]:
    """What is wrong in the same way with several replies is said once."""
    where: dict[tuple[bool, str], list[str]] = {}
    for finding in found:
        if finding.what.startswith(proof.HEAD):
            continue  # _envelope names the key and its line
        where.setdefault((finding.is_hazard, finding.what), []).append(finding.where)
    for (is_hazard, what), places in where.items():
        say = bad if is_hazard else look
        named = [_named(config, place) for place in places[:NAMED_AT_MOST]]
        rest = len(places) - len(named)
        more = f" and {rest} more" if rest else ""
        yield say("replies", f"{', '.join(named)}{more}: {what}", _remedy(config, places[0]))


def _own(config: Config, language: str) -> tuple[str, ...]:
    """The templates of this language that stand beside the policy: "en/booking.txt.j2"."""
    folder = config.base / OWN_FOLDER
    files = (file.relative_to(folder) for file in sorted(folder.glob(f"*/*{TEMPLATE_ENDING}")))
    return tuple(str(file) for file in files if primary(file.parts[0]) == language)


def _named(config: Config, where: str) -> str:
    """A file of hers by its path, with the line; another one as "en/booking"."""
    name, _, line = where.partition(":")
    language, _, rest = name.partition("/")
    for own in _own(config, primary(language)):
        if own.partition("/")[2] == f"{rest}{TEMPLATE_ENDING}":
            name = f"{OWN_FOLDER}/{own}"
            break
    return f"{name}:{line}" if line and line != "0" else name


def _remedy(config: Config, where: str) -> str:
    language, _, rest = where.partition(":")[0].partition("/")
    names = (f"/{rest}{TEMPLATE_ENDING}", "/_")  # the parts of a template begin so
    own = [file for file in _own(config, primary(language)) if any(n in file for n in names)]
    if own:
        files = ", ".join(f"{OWN_FOLDER}/{file}" for file in own)
        return f"mend what is your own, or take it away: {files}"
    options = {
        **{risk: f"crisis --risk {risk}" for risk in RISKY},
        DISCREET: "other --discreet",
    }
    return f"gateway preview {options.get(rest, rest)} --lang {primary(language)} shows it"


def _envelope(config: Config) -> Iterator[Finding]:
    """The name and the subject, which are seen before a reply is opened, on a locked phone too."""
    reply, privacy = config.policy.reply, config.policy.privacy
    tags = config.policy.practice.languages
    hidden = "privacy.discreet_name" if privacy.discreet_name else "reply.display_name"
    seen: dict[tuple[str, str], Finding] = {}
    for tag in tags:
        for key, words, say, remedy in (
            (hidden, privacy.discreet_name or reply.display_name, bad, DISCREETLY),
            ("reply.display_name", reply.display_name, look, ON_A_PHONE),
            ("privacy.discreet_subject", privacy.discreet_subject, bad, DISCREETLY),
            ("reply.subject", reply.subject, look, ON_A_PHONE),
        ):
            text = words if isinstance(words, str) else words.in_language(tag, tags[0])
            never = list(said_problems(text, locale=locale_of(tag), form="full", risk=True))
            for what in said_problems(text, locale=locale_of(tag), form="discreet", risk=True):
                level = bad if what in never else say
                seen.setdefault((key, what), level("policy", config.finding(key, what), remedy))
    yield from seen.values()


def _left_out(policy: Policy) -> Iterator[Finding]:
    """Her own words that replies in another language do without."""
    tags = policy.practice.languages
    for key, said in all_said(policy):
        missing = [tag for tag in tags if said and not said.in_language(tag, tags[0])]
        if missing and key not in NEUTRAL:
            words = f"has no words in {', '.join(missing)}: such replies leave it out"
            yield look("policy", f"{dotted(key)} {words}", "add them, or leave it so")


def _unused(config: Config) -> Iterator[Finding]:
    """A template that stands where, or is called as, none is looked for."""
    folder = config.base / OWN_FOLDER
    for file in sorted(folder.rglob("*.j2")):
        *above, name = file.relative_to(folder).parts
        is_language = len(above) == 1 and TAG.fullmatch(above[0]) and primary(above[0]) in shipped()
        if is_language and (name in TEMPLATES or name.startswith("_")):
            continue
        words = f"{OWN_FOLDER}/{file.relative_to(folder)} is used by no reply"
        yield look("replies", words, f'name it as a shipped one: "{OWN_FOLDER}/en/other.txt.j2"')


def _silent(mode: str) -> Finding:
    told_of = "chosen and recorded, none is sent" if mode == "shadow" else "none is sent"
    words = f'reply.mode is "{mode}": {told_of}, in a crisis neither'
    return look(
        "replies", words, 'mode = "live" once you have seen them: gateway preview --all DIR'
    )
