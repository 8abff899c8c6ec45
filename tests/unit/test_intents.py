"""Why the client writes: short invented mails, the first reason expected."""

import pytest

from gateway.core.assess import Detectors, assess, assess_text
from gateway.core.assessment import INTENTS
from gateway.core.mail import Leaf, ParsedMail, Segment
from gateway.plugins import detectors, every_name


@pytest.fixture(scope="module")
def known() -> Detectors:
    return detectors()


CASES = [
    ("booking", "I would like to book a first appointment, please."),
    ("booking", "Are you accepting new clients at the moment?"),
    ("booking", "Do you have any availability on Tuesday afternoon?"),
    ("booking", "Could I see you earlier this week? Something is on my mind."),
    ("booking", "Bonjour, je voudrais prendre rendez-vous."),
    ("booking", "Avez-vous encore un cr\u00e9neau en mai ?"),
    ("booking", "Quisiera pedir una cita para mi hija."),
    ("booking", "\u00bfTiene alg\u00fan hueco el lunes?"),
    ("next_appointment", "When is my next appointment? I lost the card."),
    ("next_appointment", "Can you confirm our session on Friday?"),
    ("next_appointment", "Are we still on for tomorrow at nine?"),
    ("next_appointment", "Quand est mon prochain rendez-vous ?"),
    ("next_appointment", "Pouvez-vous confirmer l'heure de la s\u00e9ance ?"),
    ("next_appointment", "\u00bfA qu\u00e9 hora es mi cita?"),
    ("cancelling", "I have to cancel our session on Monday, sorry."),
    ("cancelling", "Could we move my appointment to Friday?"),
    ("cancelling", "I'm running late, the bridge is closed."),
    ("cancelling", "Was I charged a cancellation fee for last week?"),
    ("cancelling", "I can't make it tomorrow."),
    ("cancelling", "Je dois annuler la s\u00e9ance de jeudi."),
    ("cancelling", "Je serai en retard de dix minutes."),
    ("cancelling", "Tengo que cancelar la sesi\u00f3n del martes."),
    ("resource", "I found a podcast about sleep that you might like."),
    ("resource", "Do you know any good books on shyness?"),
    ("resource", "Je vous recommande un livre sur le sommeil."),
    ("resource", "Le recomiendo un libro sobre la ansiedad."),
    ("update", "Good news: I got the job!"),
    ("update", "I'm so proud, I went to the party and it went well."),
    ("update", "Bonne nouvelle, j'ai r\u00e9ussi mon examen !"),
    ("update", "\u00a1Buenas noticias, aprob\u00e9 el examen!"),
    ("homework", "Attached is my thought record for this week."),
    ("homework", "I finished the worksheet you gave me."),
    ("homework", "Question about the homework: how often should I do it?"),
    ("homework", "Voici ma fiche de la semaine."),
    ("homework", "Adjunto mi tarea de esta semana."),
    ("other", "Could you send me a receipt for March?"),
    ("other", "Thank you for today."),
    ("other", "Our bank changed, here is the new number of the account."),
    ("other", "Merci pour la facture."),
    ("other", "Gracias por la factura."),
    ("other", "Ok"),
]


@pytest.mark.parametrize(("expected", "text"), CASES)
def test_first_reason(expected: str, text: str, known: Detectors) -> None:
    found = assess_text("", text, known)
    assert found.intent == expected
    assert all(0.0 <= score <= 1.0 for _, score in found.intents)


MIXED = [
    ("I need to cancel Thursday's session. Attached is my worksheet.", {"cancelling", "homework"}),
    ("Good news, I got the job! Can we book an extra session?", {"update", "booking"}),
]


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_several_reasons(text: str, expected: set[str], known: Detectors) -> None:
    assert expected <= {name for name, _ in assess_text("", text, known).intents}


def test_the_subject_counts_and_a_quote_does_not(known: Detectors) -> None:
    assert assess_text("Cancelling my session", "See above.", known).intent == "cancelling"
    quoted = "Yes, thanks.\n\nOn Mon, 2 Mar 2026 Ann wrote:\n> I have to cancel our session.\n"
    assert assess_text("", quoted, known).intent == "other"


def test_a_file_name_speaks_for_homework(known: Detectors) -> None:
    leaf = Leaf(
        head_start=0, head_end=0, body_start=0, body_end=0, media_type="application/pdf",
        name="Worksheet week 3.pdf", is_attachment=True,
    )  # fmt: skip
    words = (Segment(kind="new", text="Here you go."),)
    with_file = ParsedMail(fields=(), body_start=0, leaves=(leaf,), segments=words)
    without = ParsedMail(fields=(), body_start=0, segments=words)
    assert assess(with_file, known).intent == "homework"
    assert assess(without, known).intent == "other"


def test_every_intent_has_its_file() -> None:
    assert set(every_name("core.intents")) == set(INTENTS) - {"other"}
    assert [d.name for d in detectors().intents] == every_name("core.intents")
