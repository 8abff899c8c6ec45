"""Three invented practices for the page of the client agreement, and the lines of their place."""

from dataclasses import replace
from datetime import date

from gateway.core.hotline import Crisis, Line
from gateway.core.policy import Policy, Reply, Seal
from gateway.core.practice import (
    Agreement,
    Booking,
    Cancelling,
    Homework,
    Hours,
    Phone,
    Portal,
    Practice,
    Privacy,
    Resource,
    Response,
    Review,
    Said,
    SelfHelp,
    Tier,
    Update,
    Urgent,
)

TODAY = date(2026, 3, 3)
LANGUAGES = ("en", "fr", "es")


def said(en: str, fr: str, es: str) -> Said:
    return Said({"en": en, "fr": fr, "es": es})


LINES = (
    Line(id="a", place="CA", kind="emergency", name="Emergency", phone="911"),
    Line(
        id="b",
        place="CA",
        kind="suicide_crisis",
        name="Harbour Line",
        names=(("fr", "Ligne du Havre"),),
        phone="1-416-555-0101",
        then="2",
        sms="55501",
        sms_word="HARBOUR",
    ),
    Line(
        id="c",
        place="CA-ON",
        kind="mental_health",
        name="North Shore Listening",
        phone="*4155",
        hours="mon-fri 13:00-21:00; sat 10:00-14:00",
        zone="America/Toronto",
        free=False,
    ),
)
PLAIN = Policy(
    practice=Practice(
        name="Iris Calder",
        address="iris@calder.example",
        place="CA-ON",
        timezone="America/Toronto",
    ),
    reply=Reply(display_name="I. Calder"),
    recipients={"iris@calder.example": "iris@box.example"},
)
RICH = replace(
    PLAIN,
    practice=replace(PLAIN.practice, languages=LANGUAGES),
    agreement=Agreement(
        version="2026-02",
        on=date(2026, 2, 1),
        url="https://calder.example/agreement",
        contact_section=said("Between sessions", "Entre les séances", "Entre sesiones"),
    ),
    hours=Hours(
        monday=("09:00-12:00", "13:00-17:00"),
        tuesday=("09:00-12:00", "13:00-17:00"),
        wednesday=(),
        friday=("09:00-15:00",),
        holidays="CA-ON",
    ),
    response=Response(
        reads="several_times_a_day",
        answers="sometimes",
        logistics_days=1,
        clinical_days=3,
        by_email=True,
    ),
    booking=Booking(online_url="https://calder.example/book", style="end_of_session"),
    portal=Portal(url="https://portal.example/calder", shows_appointments=True, takes_notes=True),
    cancelling=Cancelling(
        notice_hours=48,
        tier=(
            Tier(hours=0, percent=100),
            Tier(hours=48, amount="$40"),
            Tier(hours=24, percent=50),
        ),
        online=True,
        exempt=("illness", "weather", "emergency"),
    ),
    resource=Resource(reply="yes", paid_reading=True),
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
        on_call_hours=said("daily, 9 to 20", "tous les jours, de 9 h à 20 h", "cada día, 9 a 20"),
        emergency_department="Lakeside Hospital, 12 Quay Street",
        safety_plan=True,
    ),
    urgent=Urgent(
        earlier_online=True,
        cancellation_list=said(
            "Ask to be put on the list for times that come free.",
            "Demandez à être sur la liste des places libérées.",
            "Pida estar en la lista de horas libres.",
        ),
        cancellation_list_url="https://calder.example/list",
        other_appointment=said(
            "A call of 20 minutes is often free sooner.",
            "Un appel de 20 minutes est souvent libre plus tôt.",
            "Una llamada de 20 minutos suele estar libre antes.",
        ),
        other_service=said(
            "The walk-in centre on Mill Lane, daily 9 to 20.",
            "Le centre sans rendez-vous, rue du Moulin, de 9 h à 20 h.",
            "El centro sin cita de la calle Molino, de 9 a 20.",
        ),
        assistance_line=said(
            "The assistance line of your employer.",
            "Le programme d’aide de votre employeur.",
            "La línea de ayuda de su empleador.",
        ),
    ),
    selfhelp=(
        SelfHelp(title="The Small Steps Workbook", kind="workbook", language="en"),
        SelfHelp(title="Breathing, Slowly", kind="video", url="https://calder.example/breathe"),
    ),
    privacy=Privacy(reply_default="discreet", discreet_name="I. C."),
    review=Review(policy_on=date(2026, 1, 5), crisis_on=date(2026, 2, 20)),
    seal=Seal(scheme="openpgp"),
)
CLINIC = replace(
    RICH,
    practice=replace(
        RICH.practice,
        name="Mill Lane Practice",
        kind="clinic",
        desk_phone="416-555-0160",
        desk_hours=said(
            "Monday to Friday, 9 to 4", "du lundi au vendredi, de 9 h à 16 h", "lunes a viernes"
        ),
    ),
    agreement=Agreement(version="7"),
    hours=Hours(),
    response=Response(reads="weekly", answers="no"),
    booking=Booking(style="standing"),
    portal=Portal(),
    cancelling=Cancelling(email_counts=False, phone_counts=False),
    resource=Resource(welcome=False, reply="no"),
    update=Update(reply="no"),
    homework=Homework(accept="no"),
    phone=Phone(number="416-555-0148", voicemail=True),
    crisis=Crisis(provision="limited"),
    urgent=Urgent(),
    selfhelp=(),
    privacy=Privacy(),
    review=Review(),
    seal=Seal(),
    reply=replace(RICH.reply, display_name="Mill Lane"),
)
PRACTICES = {"plain": PLAIN, "rich": RICH, "clinic": CLINIC}
