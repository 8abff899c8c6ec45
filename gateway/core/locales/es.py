"""Spanish, as it is written in the United States; and in Mexico and Spain."""

from dataclasses import replace

from gateway.core.locale import Ease, Hours, Locale
from gateway.core.locales._es import WORDING

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
NUMBERS = ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
# Abbreviations that Spanish speakers of North America read every day, with hours from UTC.
AMERICAN_ZONES = {
    (name, offset): name
    for name, offset in (
        *(("NST", -3.5), ("NDT", -2.5), ("AST", -4.0), ("ADT", -3.0), ("EST", -5.0), ("EDT", -4.0)),
        *(("CST", -6.0), ("CDT", -5.0), ("MST", -7.0), ("MDT", -6.0), ("PST", -8.0), ("PDT", -7.0)),
        *(("AKST", -9.0), ("AKDT", -8.0), ("HST", -10.0)),
    )
}
PLACES = {
    "Athens": "Atenas",
    "Bogota": "Bogotá",
    "Brussels": "Bruselas",
    "Copenhagen": "Copenhague",
    "Dublin": "Dublín",
    "Lisbon": "Lisboa",
    "London": "Londres",
    "Mexico_City": "la Ciudad de México",
    "New_York": "Nueva York",
    "Panama": "Panamá",
    "Paris": "París",
    "Rome": "Roma",
    "Vienna": "Viena",
    "Warsaw": "Varsovia",
}


def _twelve(hour: int, minute: int) -> str:
    half = "a." if hour < 12 else "p."
    return f"{hour % 12 or 12}:{minute:02}\u00a0{half}\u00a0m."


def _short_twelve(hour: int, minute: int) -> str:
    if minute:
        return _twelve(hour, minute)
    if hour in (0, 12, 24):
        return "mediodía" if hour == 12 else "medianoche"
    return f"{hour % 12}\u00a0{'a.' if hour < 12 else 'p.'}\u00a0m."


def _twenty_four(hour: int, minute: int) -> str:
    return f"{hour}:{minute:02}\u00a0h"


def _short_twenty_four(hour: int, minute: int) -> str:
    if not minute and hour in (0, 12, 24):
        return "mediodía" if hour == 12 else "medianoche"
    return _twenty_four(hour, minute)


STATES = Locale(
    tag="es-US",
    name="Español",
    subject="Respuesta automática",
    discreet_subject="Mensaje recibido",
    undelivered_subject="No se pudo poner su correo en el buzón",
    texting=("text", "sms", "mensaje"),
    emergency="Servicios de emergencia",
    press="y luego marque {0}",
    always="las 24 horas, todos los días",
    weekdays=WEEKDAYS,
    months=MONTHS,
    day_form="{weekday} {day}\u00a0de\u00a0{month} de {year}",
    the="el ",
    moment_form="{day} a las\u00a0{time} ({zone})",
    moment_form_one="{day} a la\u00a0{time} ({zone})",
    time=_twelve,
    short_time=_short_twelve,
    zones=AMERICAN_ZONES,
    place_time="hora de {0}".format,
    places=PLACES,
    hours_words=Hours(
        each=(*WEEKDAYS[:5], "sábados", "domingos"),
        days="los {0}",
        range="de {0} a {1}",
        every="todos los días",
        span="de {0} a {1}",
        whole_day="día y noche",
        through="desde el {0}, {1}, hasta el {2}, {3}",
        always="día y noche",
    ),
    both=" y ",
    within=(
        "el mismo día hábil",
        "en un día hábil",
        *(f"en {number} días hábiles" for number in NUMBERS),
    ),
    within_many="en {0} días hábiles",
    wording=WORDING,
    ease=Ease(formula="fernandez_huerta", whole=60, crisis=70, up=True),
)
SPAIN = replace(
    STATES,
    tag="es-ES",
    zones={},
    time=_twenty_four,
    short_time=_short_twenty_four,
)
LOCALES = {locale.tag: locale for locale in (STATES, SPAIN, replace(STATES, tag="es-MX", zones={}))}
