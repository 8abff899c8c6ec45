"""A reply in each language with which nothing is wrong, and how it is judged."""

from gateway.core.hotline import Line
from gateway.core.locale import locale_of
from gateway.core.wording import words_problems

EMERGENCY = Line(id="XX-e", place="XX", kind="emergency", name="Emergency services", phone="911")
HELP = Line(
    id="XX-h",
    place="XX",
    kind="suicide_crisis",
    name="Example Helpline",
    names=(("fr", "Ligne Exemple"),),
    phone="1-800-555-0142",
    sms="555-0143",
    sms_word="HOME",
)
LINES = (EMERGENCY, HELP)
NUMBERS = "\n  911\n  1-800-555-0142\n  HOME > 555-0143\n"
GOOD = {
    "en": "This is an automatic reply. Nobody has read it yet. Please do not wait for an answer.",
    "fr": "Ceci est une réponse automatique. Personne ne l’a encore lu. N’attendez pas de réponse.",
    "es": "Esta es una respuesta automática. Nadie lo ha leído todavía. No espere una respuesta.",
}


def found(text: str, language: str, **how: object) -> list[str]:
    form = {"lines": LINES, "risk": False, "form": "full", **how}
    return list(words_problems(text, locale=locale_of(language), **form))  # type: ignore[arg-type]
