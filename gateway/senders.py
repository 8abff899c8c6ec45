"""Who wrote, and whether we may write back: asked at the judging, and again before each try."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from gateway.core.addresses import addresses_in, key_of
from gateway.core.client import Client, Known, most_careful
from gateway.core.compose import is_our_token
from gateway.core.decision import Because
from gateway.core.header import readable, scan_head
from gateway.core.mail import ParsedMail
from gateway.core.reply import why_no_reply
from gateway.edges import Edges
from gateway.errors import EdgeError, Withheld
from gateway.ports import Job

log = logging.getLogger(__name__)

AUTHORS_AT_MOST = 4


async def known_sender(job: Job, edges: Edges) -> Known:
    """What is known of the sender; her agreement is the most careful one of all her addresses.

    Replies go to the reverse-path, and limits count by it. But who must not be written to may
    send from another address with her own in From, or with a tag.
    """
    lately = edges.now() - timedelta(days=edges.policy.reply.window_days)
    raw = await job.raw()
    try:
        known = edges.known(job.env.sender, lately)
        names = dict.fromkeys(_other_names(job.env.sender, raw))
        others = [edges.known(name, lately).client for name in names]
    except EdgeError as error:
        log.error("%s: the client's agreement cannot be read: %s", job.id, error.public)
        return Known(client=Client(reply="none"), is_damaged=True)
    return replace(known, client=most_careful(known.client, others))


async def may_write_to(job: Job, edges: Edges) -> Known:
    """What is known of her now, when nothing bars a letter that was decided on before.

    Errors: Withheld when the policy or her agreement has changed meanwhile.
    """
    known, limits = await known_sender(job, edges), edges.policy.reply
    if known.client is not None and known.client.reply == "none":
        raise Withheld("it is not safe to write to this client by e-mail")
    if limits.mode != "live":
        raise Withheld(f'reply.mode is "{limits.mode}"')
    if key_of(job.env.sender) in map(key_of, limits.never):
        raise Withheld("the policy never answers this address")
    return known


def why_no_report(job: Job, mail: ParsedMail, edges: Edges, known: Known) -> Because | None:
    """A report is barred by all that bars a reply: spam must not draw it either."""

    def is_ours(message_id: str) -> bool:
        return is_our_token(edges.token_key, message_id)

    return why_no_reply(job.env, mail, edges.policy, is_ours=is_ours, client=known.client)


def _other_names(sender: str, raw: bytes) -> Iterator[str]:
    """Other addresses of the same person: those in From, and each without its +tag."""
    head = scan_head(raw, 0, len(raw))
    fields = [field for field in head.fields if field.name == "from"]
    named = [a for field in readable(raw, fields) for a in addresses_in(field.value)]
    for address in (sender, *named[:AUTHORS_AT_MOST]):
        local, at, domain = address.rpartition("@")
        if address != sender:
            yield address
        if at and "+" in local.strip("+"):
            yield f"{local.partition('+')[0]}@{domain}"
