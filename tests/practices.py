"""Three invented practices that replies are written for, and what replies are made of."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from gateway.core.decision import Form, Reply
from gateway.core.hotline import Crisis, Line
from gateway.core.policy import Policy
from gateway.core.policy import Reply as Replies
from gateway.core.practice import (
    Agreement,
    Away,
    Booking,
    Cancelling,
    Cover,
    Homework,
    Hours,
    Phone,
    Portal,
    Practice,
    Resource,
    Response,
    Said,
    SelfHelp,
    Tier,
    Update,
    Urgent,
)
from gateway.core.speak import Speaker
from gateway.replies import speaker_of
from gateway.resources import read_lines, read_templates
from tests.conftest import NOW

LINES: tuple[Line, ...] = read_lines()
SOURCES = read_templates(Path(__file__).parent)
TAGS = ("en", "fr", "es")


def said(en: str, fr: str, es: str) -> Said:
    return Said({"en": en, "fr": fr, "es": es})


PLAIN = Policy(
    practice=Practice(
        name="Iris Calder",
        address="iris@calder.example",
        addresses=("office@calder.example",),
        place="CA-ON",
        timezone="America/Toronto",
        languages=TAGS,
    ),
    reply=Replies(display_name="I. Calder"),
    recipients={"iris@calder.example": "iris@box.example"},
)
RICH = replace(
    PLAIN,
    agreement=Agreement(
        version="2026-02",
        on=date(2026, 2, 1),
        url="https://calder.example/agreement",
        contact_section=said("Between sessions", "Entre les rencontres", "Entre las sesiones"),
    ),
    hours=Hours(friday=("09:00-12:00",), holidays="CA-ON"),
    response=Response(reads="several_times_a_day", logistics_days=1, by_email=True),
    booking=Booking(
        online_url="https://calder.example/book",
        style="end_of_session",
        new_clients=False,
        waiting_list=True,
    ),
    portal=Portal(url="https://portal.example/calder", shows_appointments=True, takes_notes=True),
    cancelling=Cancelling(
        notice_hours=48,
        tier=(Tier(hours=48, percent=50), Tier(hours=0, amount="$90")),
        online=True,
        exempt=("illness", "weather"),
    ),
    resource=Resource(reply="yes"),
    update=Update(reply="yes"),
    homework=Homework(
        accept="yes",
        portal_url="https://portal.example/upload",
        key_url="https://calder.example/key",
        files=("PDF", "JPEG"),
        largest_mb=20,
        review="before_session",
        paid_review=True,
    ),
    phone=Phone(number="416-555-0142", voicemail=True, voicemail_confidential=True),
    crisis=Crisis(
        provision="on_call",
        on_call_phone="416-555-0177",
        on_call_hours=said("until 8 p.m.", "jusqu'à 20 h", "hasta las 8 p. m."),
        safety_plan=True,
    ),
    urgent=Urgent(
        earlier_online=True,
        cancellation_list=said(
            "Ask to be on the list for times that come free.",
            "Demandez à être sur la liste des heures qui se libèrent.",
            "Pida estar en la lista de horas que se liberan.",
        ),
        other_appointment=said(
            "A short call is often free sooner.",
            "Un court appel est souvent possible plus tôt.",
            "Una llamada corta suele ser posible antes.",
        ),
        other_service=said(
            "The walk-in centre on Mill Lane, daily 9 to 8.",
            "Le centre sans rendez-vous de Mill Lane, de 9 h à 20 h.",
            "El centro sin cita de Mill Lane, de 9 a 8.",
        ),
        assistance_line=said(
            "The assistance line of your employer.",
            "La ligne d'aide de votre employeur.",
            "La línea de ayuda de su empleador.",
        ),
    ),
    selfhelp=(
        SelfHelp(title="The Small Steps Workbook", kind="workbook", language="en"),
        SelfHelp(title="Pas à pas", language="fr"),
        SelfHelp(title="Paso a paso", language="es"),
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
        languages=TAGS,
        desk_phone="01632 960147",
        desk_hours=said("Monday to Friday, 9 to 4", "du lundi au vendredi", "de lunes a viernes"),
    ),
    agreement=Agreement(version="7"),
    hours=Hours(holidays="GB-ENG"),
    cancelling=Cancelling(notice_hours=24, tier=(Tier(hours=24, percent=100),), email_counts=False),
    resource=Resource(reply="no", welcome=False),
    update=Update(reply="no"),
    homework=Homework(accept="no"),
    phone=Phone(number="01632 960148", voicemail=True),
    crisis=Crisis(provision="limited", emergency_department="Mill Lane Hospital, North Street"),
    recipients={"desk@mill-lane.example": "desk@box.example"},
)
PRACTICES = {"plain": PLAIN, "rich": RICH, "clinic": CLINIC}

AWAY = Away(
    first=NOW.date(),
    last=date(2026, 3, 13),
    cover=Cover(
        name="Robin Ashe",
        phone="416-555-0123",
        purpose=said(
            "call if you need to speak to somebody.",
            "appelez pour parler à une personne.",
            "llame si necesita hablar con alguien.",
        ),
        agreed=True,
    ),
)


def away(policy: Policy) -> Policy:
    """The same practice in a fortnight's absence around NOW."""
    return replace(policy, away=(AWAY,))


def speaker(policy: Policy, *, sealed: bool = False) -> Speaker:
    made = speaker_of(policy, SOURCES, LINES, apart=False)
    return replace(made, sealed=sealed)


def received(policy: Policy) -> datetime:
    return NOW.astimezone(ZoneInfo(policy.practice.timezone))


def spoken(name: str, policy: Policy, tag: str = "en", form: Form = "full", **more: object) -> str:
    """The text of one reply. more: other fields of the action; sealed"""
    sealed = bool(more.pop("sealed", False))
    reply = Reply(name, name, languages=(tag,), form=form, **more)  # type: ignore[arg-type]
    return speaker(policy, sealed=sealed).speak(reply, received(policy)).text
