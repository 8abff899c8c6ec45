"""What no reply may say in any language, shown by example, and what sounds like it and may be."""

import re

import pytest

from gateway.core.locale import locale_of, shipped
from gateway.core.wording import folded, said_problems
from tests.unit.wording_texts import GOOD, NUMBERS, found

NEVER = [  # language, words, why
    ("en", "I have read your message.", "that it was read"),
    ("en", "We’ve received your e-mail.", "that it was read"),
    ("en", "I read your note twice.", "that it was read"),
    ("en", "Your message was received and reviewed.", "that it was read"),
    ("en", "Your email has been delivered.", "that it was read"),
    ("en", "Thank you for sharing this with me.", "thanks for words"),
    ("en", "Thanks so much for telling me.", "thanks for words"),
    ("en", "I really appreciate that you wrote.", "thanks for words"),
    ("en", "Congratulations!", "praise"),
    ("en", "That is wonderful news.", "praise"),
    ("en", "I will get back to you soon.", "a promise"),
    ("en", "We'll call you.", "a promise"),
    ("en", "I shall be in touch.", "a promise"),
    ("en", "You will hear from me.", "a promise"),
    ("en", "I usually answer right away.", "a promise"),
    ("en", "Help is\non the way.", "a promise"),
    ("en", "Someone will answer.", "a promise"),
    ("en", "Your therapist has been notified.", "that somebody was told"),
    ("en", "I am alerting the team.", "that somebody was told"),
    ("en", "We may call the police.", "that somebody was told"),
    ("en", "You will be fine.", "that all will be well"),
    ("en", "Everything will be all right.", "that all will be well"),
    ("en", "Please don’t worry.", "how to feel"),
    ("en", "Stay strong.", "how to feel"),
    ("en", "Someone is always available.", "that somebody is there"),
    ("en", "We are here for you.", "that somebody is there"),
    ("en", "I am always available.", "that somebody is there"),
    ("en", "We have detected distress.", "what the message is about"),
    ("en", "You seem upset.", "what the message is about"),
    ("en", "Your message suggests that you are in danger.", "what the message is about"),
    ("en", "I hear you.", "a feeling"),
    ("en", "I am so sorry you are going through this.", "a feeling"),
    ("en", "We are glad that you wrote.", "a feeling"),
    ("en", "People who commit suicide", "better: died by suicide"),
    ("en", "after an unsuccessful suicide attempt", "better: suicide attempt"),
    ("en", "before you kill yourself", "better: ending your life"),
    ("en", "It is a cry for help.", "words that hurt"),
    ("en", "Put the pills away.", "a way to die"),
    ("en", "if you want to jump off something", "a way to die"),
    ("en", "Promise me that you stay.", "a demand"),
    ("en", "You must reply to this.", "a demand"),
    ("en", "The line is fully anonymous.", "more than is known"),
    ("en", "Your appointment is cancelled.", "what only a person can do"),
    ("en", "You will be charged.", "what only a person can do"),
    ("en", "I answer my clients in the evening.", "who is, or is not, a client"),
    ("en", "As a client you know this.", "who is, or is not, a client"),
    ("en", "Dear {{ name }}", "a rest of template code"),
    ("fr", "J’ai bien reçu votre message.", "qu'on l'a lu"),
    ("fr", "Votre courriel a bien été lu.", "qu'on l'a lu"),
    ("fr", "Merci pour votre confiance.", "merci pour"),
    ("fr", "Merci de m’avoir parlé.", "merci pour"),
    ("fr", "Je vous remercie de votre message.", "merci pour"),
    ("fr", "Félicitations!", "des louanges"),
    ("fr", "Je vous répondrai.", "une promesse"),
    ("fr", "Je vais vous rappeler.", "une promesse"),
    ("fr", "Nous vous rappellerons demain.", "une promesse"),
    ("fr", "Je réponds dès que possible.", "une promesse"),
    ("fr", "Les secours sont en route.", "une promesse"),
    ("fr", "Votre thérapeute a été prévenue.", "prévenu"),
    ("fr", "Nous appelons la police.", "prévenu"),
    ("fr", "Tout ira bien.", "que tout ira bien"),
    ("fr", "Ne vous inquiétez pas.", "ce qu'il faut sentir"),
    ("fr", "Quelqu’un est toujours là.", "que quelqu'un est là"),
    ("fr", "Nous sommes là pour vous.", "que quelqu'un est là"),
    ("fr", "Le système a détecté un danger.", "de quoi parle"),
    ("fr", "Vous semblez souffrir.", "de quoi parle"),
    ("fr", "Votre message suggère un danger.", "de quoi parle"),
    ("fr", "Je comprends ce que vous vivez.", "un sentiment"),
    ("fr", "Je suis désolée que vous souffriez.", "un sentiment"),
    ("fr", "ceux qui commettent un suicide", "mourir par suicide"),
    ("fr", "se suicider avec succès", "mourir par suicide"),
    ("fr", "après une tentative ratée", "tentative de suicide"),
    ("fr", "une tentative de suicide réussie", "tentative de suicide"),
    ("fr", "avant de vous tuer", "mettre fin"),
    ("fr", "C’est un appel à l’aide.", "des mots qui blessent"),
    ("fr", "Rangez les pilules.", "une façon de mourir"),
    ("fr", "Promettez-moi de rester.", "une exigence"),
    ("fr", "La ligne est entièrement anonyme.", "plus qu'on ne sait"),
    ("fr", "Votre rendez-vous est annulé.", "ce que seule"),
    ("fr", "Vous serez facturé.", "ce que seule"),
    ("fr", "Je réponds à mes clients.", "clientèle"),
    ("fr", "Bonjour {{ nom }}", "a rest of template code"),
    ("es", "He leído su mensaje.", "que alguien lo leyó"),
    ("es", "Recibí su correo electrónico.", "que alguien lo leyó"),
    ("es", "Su mensaje fue leído.", "que alguien lo leyó"),
    ("es", "Gracias por su confianza.", "gracias por"),
    ("es", "Le agradezco que me lo cuente.", "gracias por"),
    ("es", "¡Felicidades!", "elogios"),
    ("es", "Le responderé.", "una promesa"),
    ("es", "Voy a llamarle.", "una promesa"),
    ("es", "Contestamos lo antes posible.", "una promesa"),
    ("es", "La ayuda ya está en camino.", "una promesa"),
    ("es", "Alguien le atenderá.", "una promesa"),
    ("es", "Su terapeuta ha sido avisada.", "que alguien fue avisado"),
    ("es", "Llamaré a la policía.", "que alguien fue avisado"),
    ("es", "Todo estará bien.", "que todo irá bien"),
    ("es", "No se preocupe.", "lo que hay que sentir"),
    ("es", "Siempre hay alguien.", "que alguien está ahí"),
    ("es", "Estamos aquí para usted.", "que alguien está ahí"),
    ("es", "Hemos detectado un peligro.", "de qué trata"),
    ("es", "Parece estar en peligro.", "de qué trata"),
    ("es", "Su mensaje sugiere un peligro.", "de qué trata"),
    ("es", "Siento mucho lo que está pasando.", "un sentimiento"),
    ("es", "Entiendo cómo se siente.", "un sentimiento"),
    ("es", "quienes cometieron suicidio", "morir por suicidio"),
    ("es", "un suicidio consumado", "intento de suicidio"),
    ("es", "un intento de suicidio fallido", "intento de suicidio"),
    ("es", "antes de matarse", "quitarse la vida"),
    ("es", "Es un grito de ayuda.", "palabras que hieren"),
    ("es", "Guarde las pastillas.", "una forma de morir"),
    ("es", "Prométame que esperará.", "una exigencia"),
    ("es", "La línea es totalmente anónima.", "más de lo que se sabe"),
    ("es", "Su cita está cancelada.", "lo que solo"),
    ("es", "Se le cobrará la sesión.", "lo que solo"),
    ("es", "Respondo a mis pacientes.", "cliente"),
    ("es", "Hola {% nombre %}", "a rest of template code"),
]


@pytest.mark.parametrize(("language", "words", "why"), NEVER)
def test_what_none_may_say(language: str, words: str, why: str) -> None:
    text = f"{GOOD[language]} {words} {NUMBERS}"
    problems = found(text, language)
    assert problems
    assert all(problem.startswith("says ") for problem in problems)
    assert any(why in problem for problem in problems)
    # The therapist's own words are held to the same.
    assert list(said_problems(words, locale=locale_of(language), form="full")) == problems


@pytest.mark.parametrize("language", shipped())
def test_each_pattern_is_shown_to_find_something(language: str) -> None:
    wording = locale_of(language).wording
    shown = [folded(words) for row, words, _ in (*NEVER, *IN_CRISIS, *SHOWS) if row == language]
    for why, pattern in (*wording.never, *wording.never_in_crisis, *wording.discreet_never):
        assert any(re.search(pattern, words) for words in shown), (why, pattern)


IN_CRISIS = [
    ("en", "A late session has a fee.", "money"),
    ("en", "The call costs $2.", "money"),
    ("en", "With less than 24 hours' notice you lose it.", "rules"),
    ("en", "Please note that e-mail is for appointments.", "rules"),
    ("fr", "Des frais s’appliquent.", "de l'argent"),
    ("fr", "La séance coûte 50 %.", "de l'argent"),
    ("fr", "Veuillez noter que le courriel sert aux rendez-vous.", "des règles"),
    ("es", "Hay una tarifa.", "dinero"),
    ("es", "Se paga la mitad: $40.", "dinero"),
    ("es", "Recuerde que el correo es para citas.", "reglas"),
]


@pytest.mark.parametrize(("language", "words", "why"), IN_CRISIS)
def test_no_money_and_no_rules_in_a_crisis(language: str, words: str, why: str) -> None:
    text = f"{GOOD[language]} {words} {NUMBERS}"
    assert found(text, language) == []
    assert any(why in problem for problem in found(text, language, risk=True))


SHOWS = [  # language, what a discreet reply would show, why
    *(
        ("en", words, "what the practice is")
        for words in ("The Therapy Practice", "Psychologist", "a counselor", "the clinic", "client")
    ),
    *(
        ("en", words, "what takes place there")
        for words in ("your session", "an appointment", "to cancel", "online booking", "homework")
    ),
    *(
        ("en", words, "what somebody suffers from")
        for words in ("suicide", "mental health", "depression", "self-harm", "distress", "grief")
    ),
    *(
        ("en", words, "that somebody is in danger")
        for words in ("abuse", "violence", "a crisis", "in danger", "stay safe", "the police")
    ),
    *(("en", words, "what a crisis line is") for words in ("a helpline", "we listen", "Lifeline")),
    *(("en", words, "with whom") for words in ("your partner", "couples", "your family")),
    *(
        ("fr", words, "ce qu'est le cabinet")
        for words in ("Thérapie", "psychologue", "le cabinet", "cliente", "un hôpital")
    ),
    *(
        ("fr", words, "ce qui s'y passe")
        for words in ("votre séance", "un rendez-vous", "pour annuler", "réservez")
    ),
    *(
        ("fr", words, "de quoi quelqu'un souffre")
        for words in ("suicide", "santé mentale", "dépression", "automutilation", "détresse")
    ),
    *(
        ("fr", words, "que quelqu'un est en danger")
        for words in ("abus", "violences", "une crise", "en danger", "sécurité")
    ),
    *(("fr", words, "ligne d'écoute") for words in ("ligne d’aide", "notre écoute")),
    *(("fr", words, "avec qui") for words in ("votre conjoint", "le couple", "famille")),
    *(
        ("es", words, "qué es la consulta")
        for words in ("Terapia", "psicóloga", "la clínica", "cliente", "consejería")
    ),
    *(("es", words, "qué ocurre allí") for words in ("su cita", "la sesión", "cancelar")),
    *(
        ("es", words, "qué le pasa a alguien")
        for words in ("suicidio", "salud mental", "depresión", "autolesión", "angustia")
    ),
    *(
        ("es", words, "que alguien corre peligro")
        for words in ("abuso", "violencia", "una crisis", "en peligro", "seguridad")
    ),
    *(("es", words, "línea de ayuda") for words in ("línea de ayuda", "le escuchan")),
    *(("es", words, "con quién vive") for words in ("su pareja", "la familia", "esposo")),
]


@pytest.mark.parametrize(("language", "words", "why"), SHOWS)
def test_a_discreet_reply_shows_nothing(language: str, words: str, why: str) -> None:
    locale = locale_of(language)
    shown = list(said_problems(f"Oh, {words}.", locale=locale, form="discreet"))
    assert any(why in problem for problem in shown)
    assert not any(why in p for p in said_problems(words, locale=locale, form="full"))


@pytest.mark.parametrize("language", shipped())
def test_a_discreet_reply_names_no_line(language: str) -> None:
    for name in ("Example Helpline", "Ligne Exemple", "EXAMPLE HELPLINE"):
        text = f"{GOOD[language]} {name} {NUMBERS}"
        assert any("what the number is" in p for p in found(text, language, form="discreet"))
        assert found(text, language) == []


@pytest.mark.parametrize("language", shipped())
def test_subjects_are_neutral(language: str) -> None:
    locale = locale_of(language)
    for subject in (locale.subject, locale.discreet_subject, locale.undelivered_subject):
        assert list(said_problems(subject, locale=locale, form="discreet", risk=True)) == []


RIGHT = [  # what may be said, and sounds like what may not
    ("en", "I usually answer within two working days. I cannot answer every message."),
    ("en", "Once I have read it, I may write a few words back. I read homework in the session."),
    ("en", "I will not answer by e-mail. Nobody will see it at night."),
    ("en", "I am not always available. This reply has booked, cancelled and changed nothing."),
    ("en", "If you need an answer soon, please call. Thank you for writing."),
    ("en", "If you are thinking about suicide or ending your life, call now. The call is free."),
    ("en", "If you are hurt, or have taken something, call first. Your message arrived at noon."),
    ("en", "Your appointment is not cancelled until I confirm it. The voicemail is confidential."),
    ("en", "It is natural to want to share good news. A suicide attempt is an emergency."),
    ("fr", "Je réponds en général en deux jours ouvrables. Je ne vous répondrai pas par courriel."),
    ("fr", "Je n’ai pas lu votre message. Je ne suis pas toujours disponible. Merci d’écrire."),
    ("fr", "Si vous pensez au suicide ou à mettre fin à vos jours, appelez. L’appel est gratuit."),
    ("fr", "S’il vous faut une réponse bientôt, appelez le plus vite possible."),
    ("fr", "Votre rendez-vous n’est pas annulé. Cette réponse n’a rien réservé, annulé ni changé."),
    (
        "fr",
        "Après une tentative de suicide, appelez. Une fois que je l’ai lue, je réponds parfois.",
    ),
    ("es", "Normalmente respondo en dos días hábiles. No le responderé por correo."),
    ("es", "No he leído su mensaje. No siempre estoy disponible. No estoy siempre disponible."),
    ("es", "Si piensa en el suicidio o en quitarse la vida, llame. La llamada es gratuita."),
    ("es", "Si necesita una respuesta pronto, llame. Gracias por escribir."),
    (
        "es",
        "Esta respuesta no ha reservado, cancelado ni cambiado nada. Su cita no está cancelada.",
    ),
]


@pytest.mark.parametrize(("language", "words"), RIGHT)
def test_what_may_be_said(language: str, words: str) -> None:
    text = f"{GOOD[language]} {words} {NUMBERS}"
    assert found(text, language, risk=True) == []


FREE = [
    ("en", "free of charge"),
    ("en", "at no cost"),
    ("fr", "sans frais"),
    ("es", "sin costo"),
]


@pytest.mark.parametrize(("language", "words"), FREE)
def test_what_is_free_may_be_said_in_a_crisis(language: str, words: str) -> None:
    assert list(said_problems(words, locale=locale_of(language), form="full", risk=True)) == []
