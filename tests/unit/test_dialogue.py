"""The dialogue with a server: what is said, in which order, and what comes of it."""

import asyncio
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.deliver._transaction import _stuffed
from tests.peers.handing_over import ANN, BOTH, DANA, LEE, MAIL, RAW, kinds, sent
from tests.peers.sink import CUT, KEYWORDS, Script, sink

# ---- the message


def as_the_rfc_says(raw: bytes) -> bytes:
    """Line by line (RFC 5321 §4.5.2), to compare with one pass over all."""
    lines = raw.split(b"\r\n")
    if lines[-1] == b"":
        lines.pop()
    return b"".join((b"." if x[:1] == b"." else b"") + x + b"\r\n" for x in lines) + b".\r\n"


@given(st.lists(st.sampled_from([b".", b"\r\n", b"a", b"\xff", b"..", b"\r\n.\r\n"])))
def test_dots_are_doubled(parts: list[bytes]) -> None:
    raw = b"".join(parts)
    assert _stuffed(raw) == as_the_rfc_says(raw)


async def test_a_missing_last_line_end_is_added() -> None:
    async with sink() as server:
        assert kinds(await sent(server, replace(MAIL, raw=b"A: b\r\n\r\nno end"))) == ["ok"]
        assert server.taken[0].raw == b"A: b\r\n\r\nno end\r\n"


# ---- order and parameters


async def test_one_group_where_pipelining_is_offered() -> None:
    async with sink() as server:
        await sent(server, BOTH)
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
        assert server.ahead == [False, True, True, True, False, False]


async def test_one_by_one_where_it_is_not() -> None:
    async with sink(usual=Script(keywords=())) as server:
        await sent(server, BOTH)
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
        assert server.ahead == [False] * 6
        assert server.commands[1] == f"MAIL FROM:<{ANN}>"


async def test_nothing_more_is_asked_after_a_refusal_one_by_one() -> None:
    async with sink(usual=Script(keywords=(), answers={"MAIL": b"451 no\r\n"})) as server:
        assert kinds(await sent(server, BOTH)) == ["later", "later"]
        assert server.verbs() == ["EHLO", "MAIL", "QUIT"]
    async with sink(usual=Script(keywords=(), answers={"RCPT": b"550 no\r\n"})) as server:
        assert kinds(await sent(server, BOTH)) == ["no", "no"]
        assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "QUIT"]


async def test_helo_where_ehlo_is_unknown() -> None:
    async with sink(usual=Script(answers={"EHLO": b"502 5.5.1 what?\r\n"})) as server:
        assert kinds(await sent(server)) == ["ok"]
        assert server.commands[:3] == [
            "EHLO gateway.example",
            "HELO gateway.example",
            f"MAIL FROM:<{ANN}>",
        ]


BIG = RAW + b"x" * 100 + b"\r\n"
EIGHT = RAW + b"\xe4\r\n"
GREEK = "δανάη@clinic.example"
PARAMETERS = [  # name, keywords, changes of the mail, MAIL, last RCPT
    ("all plain", KEYWORDS, {}, f"<{ANN}> SIZE={len(RAW)}", f"<{DANA}>"),
    ("8-bit", ("8BITMIME",), {"raw": EIGHT}, f"<{ANN}> BODY=8BITMIME", f"<{DANA}>"),
    ("8-bit, not offered", (), {"raw": EIGHT}, f"<{ANN}>", f"<{DANA}>"),
    ("null sender", ("SIZE",), {"sender": ""}, f"<> SIZE={len(RAW)}", f"<{DANA}>"),
    ("size without limit", ("SIZE 0",), {}, f"<{ANN}> SIZE={len(RAW)}", f"<{DANA}>"),
    ("never notify", ("DSN",), {"never_notify": True}, f"<{ANN}>", f"<{DANA}> NOTIFY=NEVER"),
    ("never, not offered", (), {"never_notify": True}, f"<{ANN}>", f"<{DANA}>"),
    ("may notify", ("DSN",), {}, f"<{ANN}>", f"<{DANA}>"),
    ("Greek name", ("SMTPUTF8",), {"recipients": (GREEK,)}, f"<{ANN}> SMTPUTF8", f"<{GREEK}>"),
    ("Greek sender", ("SMTPUTF8",), {"sender": GREEK}, f"<{GREEK}> SMTPUTF8", f"<{DANA}>"),
    ("umlaut domain", (), {"sender": "a@bücher.example"}, "<a@xn--bcher-kva.example>", f"<{DANA}>"),
    (
        "umlaut domain, offered",
        ("SMTPUTF8",),
        {"recipients": ("a@bücher.example",)},
        f"<{ANN}>",
        "<a@xn--bcher-kva.example>",
    ),
    (
        "raw UTF-8 in the header",
        ("SMTPUTF8", "8BITMIME"),
        {"raw": "Subject: Grüße\r\n\r\nx\r\n".encode()},
        f"<{ANN}> BODY=8BITMIME",
        f"<{DANA}>",
    ),
]


@pytest.mark.parametrize(
    ("keywords", "changes", "mail_from", "rcpt_to"),
    [p[1:] for p in PARAMETERS],
    ids=[p[0] for p in PARAMETERS],
)
async def test_parameters(
    keywords: tuple[str, ...], changes: dict[str, object], mail_from: str, rcpt_to: str
) -> None:
    async with sink(usual=Script(keywords=keywords)) as server:
        assert kinds(await sent(server, replace(MAIL, **changes))) == ["ok"]  # type: ignore[arg-type]
        assert server.commands[1:3] == [f"MAIL FROM:{mail_from}", f"RCPT TO:{rcpt_to}"]


UNSENDABLE = [  # name, keywords, changes of the mail, outcomes
    ("too large", ("SIZE 100",), {"raw": BIG}, ["no"]),
    ("Greek sender", (), {"sender": GREEK}, ["no"]),
    ("Greek recipient", (), {"recipients": (GREEK,)}, ["no"]),
    ("one Greek of two", (), {"recipients": (GREEK, DANA)}, ["no", "ok"]),
    ("a line end in it", (), {"recipients": (DANA, "x>\r\nDATA\r\n")}, ["ok", "no"]),
    ("a line end in the sender", KEYWORDS, {"sender": "x>\r\nDATA\r\n"}, ["no"]),
]


@pytest.mark.parametrize(
    ("keywords", "changes", "expected"), [u[1:] for u in UNSENDABLE], ids=[u[0] for u in UNSENDABLE]
)
async def test_what_cannot_be_said_is_not_said(
    keywords: tuple[str, ...], changes: dict[str, object], expected: list[str]
) -> None:
    async with sink(usual=Script(keywords=keywords)) as server:
        assert kinds(await sent(server, replace(MAIL, **changes))) == expected  # type: ignore[arg-type]
        if "ok" not in expected:
            assert server.verbs() == ["EHLO", "QUIT"]
        else:
            assert server.taken[0].rcpt_to == (f"<{DANA}>",)


# ---- refusals and cuts


@dataclass
class Case:
    """How a server misbehaves, and the outcome for DANA and LEE."""

    name: str
    answers: dict[str, bytes]
    expected: list[str]
    lmtp: bool = False
    after: str = ""


CASES = [
    Case("greeting 554", {"greeting": b"554 no\r\n"}, ["later"]),
    Case("cut at greeting", {"greeting": CUT}, ["later"]),
    Case("nonsense at greeting", {"greeting": b"SSH-2.0\r\n"}, ["later"]),
    Case("greeting of many lines", {"greeting": b"220-a\r\n220-b\r\n220 c\r\n"}, ["ok", "ok"]),
    Case("EHLO 421", {"EHLO": b"421 busy\r\n"}, ["later"]),
    Case("EHLO and HELO 5yz", {"EHLO": b"500 x\r\n", "HELO": b"550 x\r\n"}, ["later"]),
    Case("MAIL 451", {"MAIL": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("MAIL 550", {"MAIL": b"550 5.7.1 no\r\n"}, ["no", "no"]),
    Case("MAIL 530", {"MAIL": b"530 5.7.0 TLS first\r\n"}, ["human", "human"]),
    Case("MAIL 421", {"MAIL": b"421 4.3.2 bye\r\n"}, ["later"]),
    Case("MAIL 554 and cut", {"MAIL": b"554 5.7.1 no\r\n"}, ["no", "no"], after="MAIL"),
    Case("MAIL 451 and cut", {"MAIL": b"451 4.7.1 no\r\n"}, ["later"], after="MAIL"),
    Case("cut at MAIL", {"MAIL": CUT}, ["later"]),
    Case("RCPT 550 for one", {f"RCPT {LEE}": b"550 5.1.1 no\r\n"}, ["ok", "no"]),
    Case("RCPT full for one", {f"RCPT {DANA}": b"552 5.2.2 full\r\n"}, ["later", "ok"]),
    Case("RCPT 450 for all", {"RCPT": b"450 4.2.0 grey\r\n"}, ["later", "later"]),
    Case("RCPT 421 for one", {f"RCPT {LEE}": b"421 4.7.0 slow\r\n"}, ["later"]),
    Case(
        "354 for nobody",
        {"RCPT": b"550 no\r\n", "DATA": b"354 go on\r\n"},
        ["no", "no"],
    ),
    Case("cut at RCPT", {f"RCPT {LEE}": CUT}, ["later"]),
    Case("DATA 451", {"DATA": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("DATA 554", {"DATA": b"554 5.6.0 no\r\n"}, ["no", "no"]),
    Case("cut at DATA", {"DATA": CUT}, ["later"]),
    Case("end 451", {"END": b"451 4.3.0 no\r\n"}, ["later", "later"]),
    Case("end 554", {"END": b"554-5.6.0 no\r\n554 5.6.0 no\r\n"}, ["no", "no"]),
    Case("end 421", {"END": b"421 4.3.2 no\r\n"}, ["later", "later"]),
    Case("cut at the end", {"END": CUT}, ["later?", "later?"]),
    Case("half a reply at the end", {"END": b"25"}, ["later?", "later?"], after="END"),
    Case("nonsense at the end", {"END": b"ok then\r\n"}, ["later?", "later?"]),
    Case("taken and cut", {}, ["ok", "ok"], after="END"),
    Case(
        "one of two refused at RCPT, then cut at the end",
        {f"RCPT {DANA}": b"550 5.1.1 no\r\n", "END": CUT},
        ["no", "later?"],
    ),
    Case("LMTP: RCPT 550 for one", {f"RCPT {DANA}": b"550 5.1.1 no\r\n"}, ["no", "ok"], lmtp=True),
    Case(
        "LMTP: end 452 for the second",
        {f"END {LEE}": b"452 4.2.2 x\r\n"},
        ["ok", "later"],
        lmtp=True,
    ),
    Case(
        "LMTP: end 550 for the first", {f"END {DANA}": b"550 5.2.1 x\r\n"}, ["no", "ok"], lmtp=True
    ),
    Case("LMTP: cut between the two", {f"END {LEE}": CUT}, ["ok", "later?"], lmtp=True),
    Case("LMTP: cut before the two", {"END": CUT}, ["later?", "later?"], lmtp=True),
    Case("LMTP: LHLO 500", {"LHLO": b"500 5.5.1 what?\r\n"}, ["later"], lmtp=True),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_trouble(case: Case) -> None:
    script = Script(answers=case.answers, after=case.after)
    async with sink(lmtp=case.lmtp, usual=script) as server:
        assert kinds(await sent(server, BOTH)) == case.expected


async def test_nobody_is_there() -> None:
    async with sink() as server:
        pass
    (outcome,) = await sent(server)
    assert kinds([outcome]) == ["later"]
    assert outcome is not None
    assert outcome.public == "the mailbox server cannot be reached"


@pytest.mark.parametrize(
    ("held", "expected"), [("greeting", "later"), ("EHLO", "later"), ("RCPT", "later")]
)
async def test_a_server_that_says_nothing(held: str, expected: str) -> None:
    never = asyncio.Event()
    async with sink(usual=Script(held={held: never})) as server:
        outcomes = await sent(server, timeout_s=0.05)
        never.set()
        assert kinds(outcomes) == [expected]
        assert str(outcomes[0]) == "the mailbox server did not answer in time"


async def test_the_answer_to_the_message_has_more_time() -> None:
    late = asyncio.Event()
    async with sink(usual=Script(held={"END": late})) as server:
        asyncio.get_running_loop().call_later(0.2, late.set)
        assert kinds(await sent(server, timeout_s=0.05)) == ["ok"]
