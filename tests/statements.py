"""Which statement of the clinical requirements stands in which reply, and what decides that.

R1-R60 are the statements of §2.1 of the requirements. docs/coverage.md is the same table for
people; R5, R10, R14 and R58 are no words of a reply, and have tests of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.marks import (
    Asked,
    When,
    alone,
    always,
    at_length,
    discreet,
    every,
    gone,
    has,
    is_one_of,
    no,
    some,
)

ORDINARY = (
    "booking",
    "next_appointment",
    "cancelling",
    "resource",
    "update",
    "homework",
    "other",
)
RISKY = ("urgent", "emergency")
NAMES = (*ORDINARY, *RISKY, "undelivered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """keys  of policies.toml that it depends on; said: block -> when it is said there."""

    keys: tuple[str, ...] = ()
    said: Mapping[str, When] = field(default_factory=dict)


ANSWERS = no(has("response.answers", "no"))
DESK_BOOKS = every(has("practice.kind", "clinic"), has("practice.desk_phone"))
BOOKED_ONLINE = has("booking.online_url")
PHONE = has("phone.number")
ANY_PHONE = some(PHONE, has("practice.desk_phone"))
VOICEMAIL = every(PHONE, some(has("phone.voicemail"), has("phone.voicemail_confidential")))
PORTAL = has("portal.url")
NOTES = every(PORTAL, has("portal.takes_notes"))
VERSION = has("agreement.version")
AGREEMENT = some(VERSION, has("agreement.url"))
SENDS_HOMEWORK = no(has("homework.accept", "no"))
A_LIST = some(has("urgent.cancellation_list"), has("urgent.cancellation_list_url"))

# Parts of replies: which of them has it, and when. All other blocks are templates themselves.
PARTS: Mapping[str, When] = {
    "_opening": is_one_of(*ORDINARY, *RISKY),
    "_answer": is_one_of(*ORDINARY),
    "_answer_urgent": is_one_of(*RISKY),
    "_online": is_one_of("booking", "other"),
    "_phone": some(
        is_one_of("next_appointment", "undelivered"),
        every(is_one_of("booking"), no(DESK_BOOKS), no(ANSWERS)),
    ),
    "_crisis": every(is_one_of(*NAMES), no(discreet)),
    "_provision": is_one_of(*RISKY),
    "_footer": is_one_of(*ORDINARY),
    "_footer_urgent": is_one_of(*RISKY),
}

STATEMENTS: Mapping[str, Statement] = {
    "R1": Statement(said={"other": always}),
    "R2": Statement(keys=("response.by_email",), said={"other": always}),
    "R3": Statement(
        keys=("response.reads", "response.answers"),
        said={"_opening": always, "_answer": always, "_answer_urgent": always},
    ),
    "R4": Statement(
        keys=(
            "response.reads",
            "response.answers",
            "response.logistics_days",
            "response.clinical_days",
            "hours.wednesday",
            "hours.exception",
            "hours.holidays",
            "practice.timezone",
            "away.last",
            "away.reads",
        ),
        said={"_answer": always, "_answer_urgent": always},
    ),
    "R5": Statement(),
    "R6": Statement(
        keys=("agreement.version", "agreement.on", "agreement.url"),
        said={"_footer": every(at_length, AGREEMENT), "_footer_urgent": every(at_length, VERSION)},
    ),
    "R7": Statement(
        keys=("agreement.contact_section",), said={"_footer": every(at_length, AGREEMENT)}
    ),
    "R8": Statement(said={"_footer": every(at_length, AGREEMENT)}),
    "R9": Statement(said={"_footer": at_length}),
    "R10": Statement(keys=("booking.new_clients", "booking.waiting_list")),
    "R11": Statement(
        keys=("booking.style",), said={"booking": every(at_length, has("booking.style"))}
    ),
    "R12": Statement(keys=("booking.online_url",), said={"_online": BOOKED_ONLINE}),
    "R13": Statement(keys=("booking.online_url",), said={"_online": BOOKED_ONLINE}),
    "R14": Statement(keys=("practice.kind",)),
    "R15": Statement(
        keys=("practice.kind", "response.answers"),
        said={"booking": every(no(DESK_BOOKS), ANSWERS)},
    ),
    "R16": Statement(
        keys=("practice.kind", "response.answers"),
        said={"booking": every(no(DESK_BOOKS), ANSWERS)},
    ),
    "R17": Statement(
        keys=("practice.kind", "practice.desk_phone", "practice.desk_hours"),
        said={"booking": DESK_BOOKS, "_phone": has("practice.desk_phone")},
    ),
    "R18": Statement(
        keys=("practice.desk_phone", "practice.desk_hours"), said={"booking": DESK_BOOKS}
    ),
    "R19": Statement(said={"next_appointment": always}),
    "R20": Statement(
        keys=("portal.url", "portal.shows_appointments"),
        said={"next_appointment": every(PORTAL, has("portal.shows_appointments"))},
    ),
    "R21": Statement(keys=("response.answers", "phone.number"), said={"next_appointment": ANSWERS}),
    "R22": Statement(said={"next_appointment": always}),
    "R23": Statement(
        keys=("cancelling.online", "booking.online_url", "portal.url"),
        said={"cancelling": every(has("cancelling.online"), some(BOOKED_ONLINE, PORTAL))},
    ),
    "R24": Statement(keys=("cancelling.email_counts",), said={"cancelling": always}),
    "R25": Statement(
        keys=("cancelling.phone_counts", "phone.number", "practice.desk_phone"),
        said={"cancelling": every(has("cancelling.phone_counts"), ANY_PHONE)},
    ),
    "R26": Statement(keys=("cancelling.notice_hours",), said={"cancelling": always}),
    "R27": Statement(
        keys=(
            "cancelling.notice_hours",
            "cancelling.tier.hours",
            "cancelling.tier.percent",
            "cancelling.tier.amount",
            "cancelling.exempt",
        ),
        said={"cancelling": always},
    ),
    "R28": Statement(keys=("resource.welcome",), said={"resource": always}),
    "R29": Statement(keys=("resource.reply", "resource.paid_reading"), said={"resource": always}),
    "R30": Statement(said={"resource": at_length}),
    "R31": Statement(said={"update": always}),
    "R32": Statement(keys=("update.reply",), said={"update": always}),
    "R33": Statement(said={"update": at_length, "_footer": always, "_footer_urgent": always}),
    "R34": Statement(said={"update": at_length}),
    "R35": Statement(said={"homework": always}),
    "R36": Statement(
        keys=("homework.accept", "homework.files", "homework.largest_mb"),
        said={"homework": always},
    ),
    "R37": Statement(keys=("homework.portal_url",), said={"homework": has("homework.portal_url")}),
    "R38": Statement(
        keys=("homework.key_url", "homework.portal_url", "seal.scheme"),
        said={"homework": every(SENDS_HOMEWORK, no(has("homework.portal_url")))},
    ),
    "R39": Statement(keys=("homework.review",), said={"homework": always}),
    "R40": Statement(keys=("homework.paid_review",), said={"homework": always}),
    "R41": Statement(said={"homework": at_length}),
    "R42": Statement(said={"homework": at_length}),
    "R43": Statement(said={"urgent": always, "emergency": always}),
    "R44": Statement(
        keys=(
            "crisis.provision",
            "crisis.on_call_phone",
            "crisis.on_call_hours",
            "crisis.safety_plan",
        ),
        said={"_provision": always},
    ),
    "R45": Statement(
        keys=(
            "practice.place",
            "crisis.emergency_department",
            "crisis.audiences",
            "crisis.confirmed",
            "crisis.line",
        ),
        said={"_crisis": always},
    ),
    "R46": Statement(
        keys=(
            "urgent.earlier_online",
            "booking.online_url",
            "urgent.cancellation_list",
            "urgent.cancellation_list_url",
            "urgent.other_appointment",
            "urgent.other_service",
            "urgent.assistance_line",
            "phone.number",
            "phone.voicemail",
            "response.urgent_days",
        ),
        said={"urgent": at_length},
    ),
    "R47": Statement(said={"urgent": at_length, "other": always}),
    "R48": Statement(
        keys=("selfhelp.title", "selfhelp.url", "selfhelp.language"),
        said={"urgent": every(at_length, has("selfhelp"))},
    ),
    "R49": Statement(
        keys=("phone.voicemail", "phone.voicemail_confidential"),
        said={
            "_phone": every(VOICEMAIL, no(discreet)),
            "urgent": every(at_length, PHONE, has("phone.voicemail"), no(gone)),
        },
    ),
    "R50": Statement(
        keys=("portal.takes_notes", "portal.url"),
        said={"urgent": at_length, "other": NOTES},
    ),
    "R51": Statement(said={"_footer": always, "_footer_urgent": always}),
    "R52": Statement(keys=("crisis.provision",), said={"_crisis": always, "_provision": always}),
    "R53": Statement(said={"urgent": always, "emergency": always}),
    "R54": Statement(
        keys=("booking.online_url", "urgent.cancellation_list"),
        said={"urgent": every(at_length, some(BOOKED_ONLINE, no(A_LIST)))},
    ),
    "R55": Statement(
        keys=("response.by_email",),
        said={"urgent": every(at_length, alone), "other": no(has("response.by_email"))},
    ),
    "R56": Statement(said={"urgent": every(at_length, alone)}),
    "R57": Statement(said={"urgent": every(at_length, alone), "other": every(at_length, alone)}),
    "R58": Statement(),
    "R59": Statement(said={"_footer": at_length}),
    "R60": Statement(said={"_footer": at_length}),
}


def expected(asked: Asked) -> set[tuple[str, str]]:
    """(block, statement) that this reply must make, and no other."""
    return {
        (block, number)
        for number, statement in STATEMENTS.items()
        for block, when in statement.said.items()
        if stands(block, asked) and when(asked)
    }


def stands(block: str, asked: Asked) -> bool:
    """Whether this template, or part of one, is in the reply."""
    part = PARTS.get(block)
    return part(asked) if part else asked.template == block
