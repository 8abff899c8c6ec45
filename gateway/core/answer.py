"""Which reply suits a message: template, languages, form. Whether one may go out stands in
`reply.py`; what it says in templates/.

Every choice is the same for everybody: risk picks the template, the agreement with a client her
form, languages and crisis lines.
"""

from gateway.core.assessment import INTENTS, Assessment, Risk
from gateway.core.claims import CRISIS, DOUBTFUL, DOUBTFUL_CRISIS
from gateway.core.client import Client, Known
from gateway.core.decision import Form, Reply
from gateway.core.hotline import Audience
from gateway.core.locale import primary
from gateway.core.policy import Policy

GENERAL = "other"
UNDELIVERED = "undelivered"
REASONS = tuple(name for name in INTENTS if name != CRISIS)
RISKY = (Risk.URGENT.word, Risk.EMERGENCY.word)
ALSO_AT_MOST = 2
# Who shares a home with a person who writes of this may read the reply.
READ_BY_OTHERS = frozenset({"abuse", "child_protection"})


def answer_for(
    found: Assessment | None,
    known: Known,
    policy: Policy,
    *,
    doubtful: bool = False,
    template: str = "",
) -> Reply:
    """The reply for what was understood; None: nothing was, and the general one goes out.

    doubtful  a machine may have written it; such replies have a handle of their own
    template  what is said, whatever was understood
    Its handle is one for each reason, and one for both grades of a crisis (RFC 5230 §4.2).
    """
    client = known.client or Client()
    risky = found is not None and found.risk >= Risk.URGENT
    if not template:
        template = GENERAL if found is None else found.risk.word if risky else _main(found)
    languages, foreign = _languages(found, client, policy)
    return Reply(
        template=template,
        handle=_handle(template, risky=risky, doubtful=doubtful),
        languages=languages,
        form=_form(found, client, policy),
        also=_also(found, template),
        short=known.replied,
        place=client.place,
        audience=_audience(client),
        foreign=foreign,
    )


def _handle(template: str, *, risky: bool, doubtful: bool) -> str:
    if doubtful:
        return DOUBTFUL_CRISIS if risky else DOUBTFUL
    return CRISIS if risky else template


def _main(found: Assessment) -> str:
    return found.intent if found.intent != CRISIS else GENERAL


def _also(found: Assessment | None, template: str) -> tuple[str, ...]:
    names = [name for name, _ in found.intents] if found else []
    # The urgent reply says itself how to book.
    told = (template, CRISIS, GENERAL, *(("booking",) if template in RISKY else ()))
    rest = [name for name in names if name not in told]
    return tuple(rest[:ALSO_AT_MOST])


def _languages(
    found: Assessment | None, client: Client, policy: Policy
) -> tuple[tuple[str, ...], str]:
    """(the reply's languages, the client's own when there is no reply in it).

    What was agreed goes before what was detected, that before the practice's default; when
    nothing was detected for sure, the policy may want two languages.
    """
    practice = policy.practice
    offered = {primary(tag): tag for tag in reversed(practice.languages)}
    if client.language:
        return (offered.get(primary(client.language), client.language),), ""
    detected = found.language if found else ""
    if detected in offered:
        return (offered[detected],), ""
    if detected:
        return practice.languages[:1], detected
    return practice.unsure or practice.languages[:1], ""


def _form(found: Assessment | None, client: Client, policy: Policy) -> Form:
    if client.reply == "full":
        return "full"
    if client.reply == "discreet" or policy.privacy.reply_default == "discreet":
        return "discreet"
    return "discreet" if found and READ_BY_OTHERS & set(found.signs) else "full"


def _audience(client: Client) -> tuple[Audience, ...]:
    youth: tuple[Audience, ...] = ("youth",) if client.minor else ()
    return tuple(dict.fromkeys((*client.audience, *youth)))
