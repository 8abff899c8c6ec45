"""Risk of one mail, case by case: the named hard cases, in invented sentences."""

import pytest

from gateway.core.assess import Detectors, assess, assess_text
from gateway.core.assessment import Risk
from gateway.core.mail import ParsedMail, Segment
from gateway.plugins import detectors


@pytest.fixture(scope="module")
def known() -> Detectors:
    return detectors()


LEAST_URGENT = [
    ("plain wish", "I want to die. I am writing because I do not know who else to tell."),
    ("thoughts", "The suicidal thoughts came back on Sunday and they are loud."),
    ("no apostrophes", "i cant stop thinking about killing myself dont know what to do"),
    ("denied, then turned", "I said I'm not suicidal, but I don't want to wake up tomorrow."),
    ("denied, then a lie", "I told you I was not thinking of suicide. That was a lie."),
    ("double denial", "It's not that I don't want to kill myself, I'm only too tired to."),
    ("passive", "Some nights I lie there hoping I just never wake up."),
    ("burden", "My kids would be so much better off if I was gone."),
    ("no death word", "I can't take this anymore. There is no way out."),
    ("never born", "I keep wishing I had never been born."),
    ("positive, then turned", "Lovely weekend. And then I worked out how I would do it."),
    ("friend now", "My roommate told me she wants to end her life. What do I do?"),
    ("harming", "I cut myself again last night and I can't stop."),
    ("urge", "The urge to burn myself is so strong this evening"),
    ("not safe", "I don't feel safe with myself."),
    ("not coping", "I really can't cope until Thursday, I am falling apart and I need help."),
    ("voices", "The voices are back and they won't let me sleep."),
    ("hit by partner", "My husband hit me again on Saturday. Please don't ring the house."),
    ("control", "She reads my messages and took my keys. I'm not allowed to see my sister."),
    ("no sleep", "I haven't slept for four days and people on the bus are watching me."),
    ("relapse", "I relapsed badly and I can't stop drinking."),
    ("no food", "I haven't eaten anything for six days and I passed out at work."),
    ("child hit", "My ex hits our son when he is there. He told me yesterday."),
    ("afraid to harm", "I'm scared I might hurt my baby when she screams."),
    ("misspelt", "im so done i want too end it all, kil myself, noone wuld notice"),
    ("spaced out", "i want to k i l l  m y s e l f"),
    ("zero width", "I want to k\u200bill my\u200bself"),
    ("leet", "thinking about su1c1de every day"),
    ("starred", "I want to k*ll myself"),
    ("full width", "I want to \uff4b\uff49\uff4c\uff4c myself"),
    ("other alphabet", "I want to k\u0456ll mys\u0435lf"),
    ("coded", "cant stop thinking about unaliving myself"),
    ("shouting", "I WANT TO DIE"),
    ("irony with an emoji", "haha anyway guess i'll just kill myself \U0001f643"),
    ("accident", "When I drive home I hope a truck hits me."),
    ("cancelling with risk", "Please cancel Thursday. I don't want to live anymore."),
    ("booking with risk", "Any slot on Monday? I keep having suicidal thoughts, it scares me."),
    ("cancel everything", "Please cancel all my sessions. I won't need any of them anymore. "
     "Thank you for everything you did."),
    ("fr wish", "Je n'ai plus envie de vivre, je suis fatigu\u00e9e de tout."),
    ("fr veiled", "Tout le monde serait mieux sans moi."),
    ("fr harm", "Je me suis scarifi\u00e9e encore hier soir."),
    ("fr abuse", "Mon mari m'a frapp\u00e9e hier, ne m'appelez pas \u00e0 la maison."),
    ("fr friend", "Ma s\u0153ur m'a dit qu'elle veut mourir."),
    ("fr cannot", "Je n'en peux plus, je suis \u00e0 bout."),
    ("es wish", "Ya no quiero seguir viviendo."),
    ("es veiled", "Mi familia estar\u00eda mejor sin m\u00ed."),
    ("es harm", "Anoche volv\u00ed a cortarme los brazos."),
    ("es abuse", "Mi novio me peg\u00f3 anoche y tengo miedo de \u00e9l."),
    ("es friend", "Mi hermano dice que se quiere suicidar."),
    ("es cannot", "No puedo m\u00e1s, no s\u00e9 c\u00f3mo seguir."),
]  # fmt: skip

EMERGENCIES = [
    ("intent tonight", "I am going to kill myself tonight."),
    ("means ready", "I have the pills counted out next to me and I want to die."),
    ("under way", "I took all my tablets an hour ago and I feel strange"),
    ("goodbye", "Goodbye, and thank you for everything. You did all you could."),
    ("calm goodbye", "I feel so at peace now. Thank you for all these years. Goodbye, dear."),
    ("giving away", "I found a home for my cat and gave away my guitar. Please forgive me."),
    ("letters", "The letters to my family are written and my will is on the table."),
    ("last mail", "By the time you read this I will be gone."),
    ("tried yesterday", "I tried to kill myself yesterday. Nobody knows."),
    ("lethal dose", "What is the lethal dose of my sleeping tablets?"),
    ("gun near", "I'm not doing well at all. My dad's gun is in the house."),
    ("attacked now", "He is outside the door with a hammer, I am hiding in the bathroom."),
    ("threat", "He said he will kill me if I leave."),
    ("child alone", "She left the baby alone since this morning, I can hear it screaming."),
    ("target", "I know where he lives. I have a knife in my bag and he is going to pay."),
    ("harm intent", "I am going to kill him when he comes home."),
    ("friend now", "My friend wants to kill herself tonight, she has the pills in her room."),
    ("fr tonight", "Je vais me tuer ce soir. Pardonnez-moi."),
    ("fr ready", "J'ai aval\u00e9 toutes mes pilules tout \u00e0 l'heure."),
    ("fr goodbye", "Adieu et merci pour tout, vous avez fait ce que vous pouviez."),
    ("es tonight", "Voy a matarme esta noche."),
    ("es ready", "Ya lo tengo todo preparado. No quiero vivir m\u00e1s."),
    ("es under way", "Me tom\u00e9 todas las pastillas hace un rato."),
]  # fmt: skip

NOTICE = [
    ("denied", "Do not worry, I'm not suicidal, the rain makes me sad."),
    ("long ago", "As a student I attempted suicide. My son finished school in May."),
    ("in my teens", "I used to cut myself when I was in high school and want to talk about it."),
    ("relative long ago", "My grandfather died by suicide when I was six."),
    ("novel", "The main character of the novel kills himself in the last chapter."),
    ("research", "I am reading a study about suicide prevention in farmers."),
    ("thought record", "Automatic thought: everyone would be better off without me (60%)."),
    ("scale", "PHQ-9, item 9, thoughts that I would be better off dead: 1"),
    ("diary card", "Diary card Monday: urge to self-harm 2, urge to drink 0."),
    ("grief", "My mother died on Friday. I can't come this week."),
    ("supposed", "What should I do if I ever feel suicidal?"),
    ("usual end of therapy", "I am moving to another city, so please cancel all my sessions. "
     "Thank you for everything you did."),
    ("fr denied", "Je ne suis pas suicidaire, seulement fatigu\u00e9e."),
    ("fr past", "Il y a dix ans j'ai fait une tentative de suicide."),
    ("es denied", "No tengo ideas suicidas, solo estoy cansada."),
    ("es past", "Hace quince a\u00f1os intent\u00e9 suicidarme."),
]  # fmt: skip

NONE = [
    ("worksheet", "This worksheet is killing me, I'll send it tomorrow."),
    ("dying to tell", "I'm dying to tell you how the interview went!"),
    ("embarrassed", "I nearly died of embarrassment at the party."),
    ("laughing", "We died laughing at the old photos."),
    ("killed it", "I killed it at my presentation today!"),
    ("shaving", "Sorry for the short mail, I cut myself shaving and have to run."),
    ("affairs", "I finally put my papers in order for the tax office."),
    ("fee", "I can't do this anymore, the fee is too high for me. Could we meet every two weeks?"),
    ("dose", "Since Monday I take 10 mg more of my fluoxetine. See you at four."),
    ("helpline below", "See you Tuesday.\n\n--\nAnna\nIn a crisis call the suicide line 988"),
    ("subject shouts", "I left my scarf in your waiting room, may I fetch it?"),
    ("mum will kill me", "My mum is going to kill me if I miss this again, so yes, I'm coming."),
    ("could kill for", "I could murder a coffee. Is 9 am still fine?"),
    ("attack idiom", "It hit me that I always say yes."),
    ("thanks", "Thank you for everything today, see you next week!"),
    ("bye", "Thanks a lot and goodbye until Thursday."),
    ("holiday", "I won't be here next week, we're at the sea."),
    ("fr idiom", "Cette fiche me tue, je suis morte de rire."),
    ("fr plain", "Bonjour, je ne pourrai pas venir jeudi. Merci."),
    ("es idiom", "Me muero de risa con este ejercicio."),
    ("es plain", "Hola, no puedo ir el jueves. Gracias."),
]  # fmt: skip


def _ids(cases: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in cases]


@pytest.mark.parametrize(("name", "text"), LEAST_URGENT, ids=_ids(LEAST_URGENT))
def test_urgent_or_graver(name: str, text: str, known: Detectors) -> None:
    found = assess_text("", text, known)
    assert found.risk >= Risk.URGENT
    assert "crisis" in dict(found.intents)


@pytest.mark.parametrize(("name", "text"), EMERGENCIES, ids=_ids(EMERGENCIES))
def test_emergency(name: str, text: str, known: Detectors) -> None:
    assert assess_text("", text, known).risk is Risk.EMERGENCY


@pytest.mark.parametrize(("name", "text"), NOTICE, ids=_ids(NOTICE))
def test_notice(name: str, text: str, known: Detectors) -> None:
    assert assess_text("", text, known).risk is Risk.NOTICE


@pytest.mark.parametrize(("name", "text"), NONE, ids=_ids(NONE))
def test_none(name: str, text: str, known: Detectors) -> None:
    subject = "EMERGENCY!!!" if name == "subject shouts" else ""
    found = assess_text(subject, text, known)
    assert found.risk is Risk.NONE
    assert found.risk_word == "none"


QUOTE = (
    "\n\nOn Mon, 2 Mar 2026 at 10:00, Practice wrote:\n> Are you still having suicidal thoughts?\n"
)


def test_quoted_history_asks_for_notice_and_words_below_it_are_read(known: Detectors) -> None:
    old = "\n> I want to kill myself.\n"
    assert assess_text("", "No, all is fine." + QUOTE + old, known).risk is Risk.NOTICE
    below = "Hi" + QUOTE + "\n\nps I want to kill myself"
    assert assess_text("", below, known).risk >= Risk.URGENT


def test_subject_alone_is_read(known: Detectors) -> None:
    found = assess_text("I am going to kill myself tonight", "", known)
    assert found.risk is Risk.EMERGENCY
    assert found.evidence[0].where == "subject"


def test_one_sentence_in_a_long_friendly_mail(known: Detectors) -> None:
    friendly = "We had soup and talked about the garden and the new bus line. " * 20
    mail = f"{friendly}\nSometimes I wish I was dead.\n{friendly}"
    assert assess_text("News", mail, known).risk >= Risk.URGENT
    assert assess_text("News", friendly, known).risk is Risk.NONE


def test_cancelling_that_speaks_of_suicide_is_both(known: Detectors) -> None:
    text = "I need to cancel my appointment on Thursday. I want to kill myself."
    assert {"crisis", "cancelling"} <= {name for name, _ in assess_text("", text, known).intents}


def mail_of(*segments: tuple[str, str], unread: tuple[str, ...] = ()) -> ParsedMail:
    found = tuple(Segment(kind=kind, text=text) for kind, text in segments)  # type: ignore[arg-type]
    return ParsedMail(fields=(), body_start=0, segments=found, unread=unread)


ATTACHED = [
    ("plain words", "I want to die and I cannot tell anyone.", Risk.URGENT),
    ("a plan", "I am going to kill myself on Sunday.", Risk.URGENT),
    (
        "exercise sheet",
        "Thought record\nAutomatic thought: I want to die. Rating: 70%",
        Risk.NOTICE,
    ),
    ("nothing", "On Monday I walked for an hour.", Risk.NONE),
]


@pytest.mark.parametrize(("name", "text", "risk"), ATTACHED, ids=[c[0] for c in ATTACHED])
def test_attached_text_counts_less(name: str, text: str, risk: Risk, known: Detectors) -> None:
    found = assess(mail_of(("new", "Here is my journal."), ("attachment", text)), known)
    assert found.risk is risk
    if risk > Risk.NONE:
        assert found.evidence[0].where == "attachment"


def test_forwarded_alone_is_hers_and_beside_her_words_it_is_not(known: Detectors) -> None:
    words = ("forwarded", "I want to kill myself.")
    assert assess(mail_of(words), known).risk is Risk.URGENT
    assert assess(mail_of(("new", "Look what a fan wrote."), words), known).risk is Risk.NOTICE


def test_unreadable_is_unknown_and_never_none(known: Detectors) -> None:
    found = assess(mail_of(unread=("encrypted",)), known)
    assert (found.risk, found.risk_word) == (Risk.NONE, "unknown")
    foreign = (
        "Szanowna Pani doktor chcia\u0142abym przesun\u0105\u0107 nasze kolejne spotkanie wtorkowe"
    )
    assert assess_text("", foreign, known).risk_word == "unknown"


def test_too_much_text_is_judged_at_both_ends_and_said(known: Detectors) -> None:
    soup = "We had soup. " * 30_000
    end = mail_of(("quote", soup), ("new", soup + "I want to kill myself."))
    found = assess(end, known)
    assert found.risk is Risk.URGENT
    assert found.unread == ("too-large",)
    assert assess(mail_of(("new", soup)), known).risk_word == "unknown"


def test_nothing_at_all_is_other(known: Detectors) -> None:
    found = assess_text("", "", known)
    assert found.intents == (("other", 1.0),)
    assert (found.risk, found.signs, found.evidence, found.unread) == (Risk.NONE, (), (), ())


LANGUAGES = [
    ("Could we meet on Tuesday instead? I have to work.", "en"),
    ("Je voudrais prendre un rendez-vous pour la semaine prochaine.", "fr"),
    ("Quiero pedir una cita para la semana que viene, por favor.", "es"),
    ("Ok", ""),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language(text: str, language: str, known: Detectors) -> None:
    assert assess_text("", text, known).language == language


def test_no_words_of_a_client_in_repr(known: Detectors) -> None:
    found = assess_text("zebra", "I want to die, zebra", known)
    assert found.evidence
    assert "zebra" not in repr(found)
