"""French, as Canada writes it; and France, Belgium, Switzerland and Luxembourg."""

from dataclasses import replace

from gateway.core.locale import Ease, Hours, Locale
from gateway.core.locales._fr import WORDING

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
# Abbreviation and hours from UTC: elsewhere CST is the time of China, or of Cuba.
CANADIAN_ZONES = {
    ("NST", -3.5): "HNT",
    ("NDT", -2.5): "HAT",
    ("AST", -4): "HNA",
    ("ADT", -3): "HAA",
    ("EST", -5): "HNE",
    ("EDT", -4): "HAE",
    ("CST", -6): "HNC",
    ("CDT", -5): "HAC",
    ("MST", -7): "HNR",
    ("MDT", -6): "HAR",
    ("PST", -8): "HNP",
    ("PDT", -7): "HAP",
}
PLACES = {
    "Athens": "Athènes",
    "Brussels": "Bruxelles",
    "Copenhagen": "Copenhague",
    "Lisbon": "Lisbonne",
    "London": "Londres",
    "Mexico_City": "Mexico",
    "Montreal": "Montréal",
    "Vienna": "Vienne",
    "Warsaw": "Varsovie",
}


def _time(hour: int, minute: int) -> str:
    return f"{hour}\u00a0h\u00a0{minute:02}" if minute else f"{hour}\u00a0h"


def _short_time(hour: int, minute: int) -> str:
    if not minute and hour in (0, 12, 24):
        return "midi" if hour == 12 else "minuit"
    return _time(hour, minute)


def _place_time(place: str) -> str:
    return f"heure {f'd’{place}' if place[0] in 'AEÉIOU' else f'de {place}'}"


CANADA = Locale(
    tag="fr-CA",
    name="Français",
    subject="Réponse automatique",
    discreet_subject="Message reçu",
    undelivered_subject="Votre courriel n'a pas pu être déposé dans la boîte",
    texting=("text", "sms"),
    emergency="Services d'urgence",
    press="puis faites le {0}",
    always="24 heures sur 24, tous les jours",
    weekdays=WEEKDAYS,
    months=MONTHS,
    first="1er",
    day_form="{weekday} {day}\u00a0{month} {year}",
    the="le ",
    moment_form="{day} à {time} ({zone})",
    time=_time,
    short_time=_short_time,
    zones=CANADIAN_ZONES,
    place_time=_place_time,
    places=PLACES,
    hours_words=Hours(
        each=tuple(f"le {day}" for day in WEEKDAYS),
        days="{0}",
        range="du {0} au {1}",
        every="tous les jours",
        span="de {0} à {1}",
        whole_day="jour et nuit",
        through="du {0} à {1} au {2} à {3}",
        always="jour et nuit",
    ),
    both=" et ",
    within=(
        "le jour ouvrable même",
        "en un jour ouvrable",
        *(f"en {number} jours ouvrables" for number in NUMBERS),
    ),
    within_many="en {0} jours ouvrables",
    wording=WORDING,
    ease=Ease(formula="kandel_moles", whole=60, crisis=70, up=True),
)
# Where Saturday is "ouvrable" too, days of work are "ouvrés".
EUROPE = replace(
    CANADA,
    tag="fr-FR",
    within=tuple(words.replace("ouvrable", "ouvré") for words in CANADA.within),
    within_many="en {0} jours ouvrés",
)
LOCALES = {
    locale.tag: locale
    for locale in (
        CANADA,
        EUROPE,
        *(replace(EUROPE, tag=tag) for tag in ("fr-BE", "fr-CH", "fr-LU")),
    )
}
