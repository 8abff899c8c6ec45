"""English, as Canada, the United States, Britain, Ireland, Australia and New Zealand write it."""

from dataclasses import replace

from gateway.core.locale import Ease, Hours, Locale
from gateway.core.locales._en import WORDING

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _twelve(hour: int, minute: int) -> str:
    half = "a.m." if hour < 12 else "p.m."
    return f"{hour % 12 or 12}:{minute:02}\u00a0{half}"


def _short_twelve(hour: int, minute: int) -> str:
    if minute:
        return _twelve(hour, minute)
    if hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    return f"{hour % 12}\u00a0{'a.m.' if hour < 12 else 'p.m.'}"


def _twenty_four(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


def _short_twenty_four(hour: int, minute: int) -> str:
    if not minute and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    return _twenty_four(hour, minute)


CANADA = Locale(
    tag="en-CA",
    name="English",
    subject="Automatic reply",
    discreet_subject="Message received",
    undelivered_subject="Your e-mail could not be put into the mailbox",
    texting=("text", "sms"),
    emergency="Emergency services",
    press="then press {0}",
    always="24 hours a day, every day",
    weekdays=WEEKDAYS,
    months=MONTHS,
    day_form="{weekday}, {month}\u00a0{day}, {year}",
    moment_form="{day} at {time} ({zone})",
    time=_twelve,
    short_time=_short_twelve,
    place_time="{0} time".format,
    places={},
    hours_words=Hours(
        each=WEEKDAYS,
        days="{0}",
        range="{0} to {1}",
        every="every day",
        span="{0} to {1}",
        whole_day="all day and all night",
        through="{0} {1} to {2} {3}",
        always="day and night",
    ),
    both=" and ",
    within=(
        "on the same working day",
        "within one working day",
        *(f"within {number} working days" for number in NUMBERS[1:]),
    ),
    within_many="within {0} working days",
    wording=WORDING,
    ease=Ease(formula="flesch_kincaid_grade", whole=8, crisis=6, up=False),
)
BRITAIN = replace(
    CANADA,
    tag="en-GB",
    day_form="{weekday} {day}\u00a0{month} {year}",
    time=_twenty_four,
    short_time=_short_twenty_four,
)
LOCALES = {
    locale.tag: locale
    for locale in (
        CANADA,
        replace(CANADA, tag="en-US"),
        BRITAIN,
        *(replace(BRITAIN, tag=tag) for tag in ("en-IE", "en-AU", "en-NZ")),
    )
}
