"""Three invented practices that replies are written for, and what replies are made of."""

import tomllib
from dataclasses import replace
from pathlib import Path

from gateway.core.crisis import parse_lines
from gateway.core.policy import Policy, Reply
from gateway.core.practice import (
    Agreement,
    Booking,
    Cancelling,
    Crisis,
    Homework,
    Line,
    Phone,
    Portal,
    Practice,
    Resource,
    Response,
    Update,
    Urgent,
)
from gateway.core.render import Templates, compile_templates

ROOT = Path(__file__).parents[1]

LINES: tuple[Line, ...] = tuple(
    line
    for path in sorted((ROOT / "gateway/hotlines").glob("*.toml"))
    for line in parse_lines(tomllib.loads(path.read_text("utf-8")))
)
SOURCES = {
    path.name.removesuffix(".txt.j2"): path.read_text("utf-8")
    for path in (ROOT / "templates").glob("*.txt.j2")
}
TEMPLATES: Templates = compile_templates(SOURCES)

PLAIN = Policy(
    practice=Practice(
        name="Iris Calder",
        address="iris@calder.example",
        addresses=("office@calder.example",),
        place="CA-ON",
        timezone="America/Toronto",
    ),
    response=Response(typical="within two working days", reads_email="on weekday mornings"),
    reply=Reply(display_name="I. Calder"),
    recipients={"iris@calder.example": "iris@box.example"},
)
RICH = replace(
    PLAIN,
    agreement=Agreement(
        version="2026-02",
        url="https://calder.example/agreement",
        contact_section="Between sessions",
    ),
    response=Response(typical="by the next evening", reads_email="twice a day", by_email=True),
    booking=Booking(
        online_url="https://calder.example/book", style="at the end of a session", new_clients=False
    ),
    portal=Portal(url="https://portal.example/calder", shows_appointments=True, takes_notes=True),
    cancelling=Cancelling(notice_hours=48, fee="half of the fee", online=True),
    resource=Resource(reply="yes"),
    update=Update(reply="yes"),
    homework=Homework(
        accept="yes",
        portal_url="https://portal.example/upload",
        review="before_session",
        paid_review=True,
    ),
    phone=Phone(number="416-555-0142", voicemail=True, voicemail_confidential=True),
    crisis=Crisis(provision="on_call", on_call_phone="416-555-0177"),
    urgent=Urgent(
        earlier_appointment="Phone before nine: one time is kept free each day.",
        cancellation_list="Ask to be put on the list for times that open up.",
        other_service="The walk-in centre on Mill Lane, daily 9 to 20.",
        assistance_line="The assistance line of your employer, by day and night.",
    ),
)
CLINIC = replace(
    PLAIN,
    practice=Practice(
        name="Mill Lane Practice",
        address="desk@mill-lane.example",
        kind="clinic",
        place="GB-ENG",
        timezone="Europe/London",
        desk_phone="01632 960147",
        desk_hours="Monday to Friday, 9 to 16",
    ),
    agreement=Agreement(version="7"),
    cancelling=Cancelling(notice_hours=24, fee="the whole fee", email_counts=False),
    resource=Resource(reply="no"),
    update=Update(reply="no"),
    homework=Homework(accept="no"),
    phone=Phone(number="01632 960148", voicemail=True),
    crisis=Crisis(provision="limited"),
    recipients={"desk@mill-lane.example": "desk@box.example"},
)
PRACTICES = {"plain": PLAIN, "rich": RICH, "clinic": CLINIC}
