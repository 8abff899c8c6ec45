"""Which language a mail is in, and plain statements of danger in five that are only half read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.assess import Detectors, assess_text
from gateway.core.assessment import Risk
from gateway.core.language import Language, read_language
from gateway.core.mail import Segment, SegmentKind
from gateway.core.plain import TABLES, TOLD_BY, plain_hits, plain_rules
from gateway.core.windows import read
from gateway.plugins import detectors

E, U, N, Z = Risk.EMERGENCY, Risk.URGENT, Risk.NOTICE, Risk.NONE

GERMAN = [
    (E, "Ich werde mich heute Nacht umbringen."),
    (E, "Ich habe alle Tabletten auf einmal geschluckt."),
    (E, "Die Abschiedsbriefe sind geschrieben."),
    (E, "Wenn Sie das lesen, bin ich nicht mehr da."),
    (E, "Gestern habe ich versucht, mir das Leben zu nehmen."),
    (E, "Ich will sterben. Die Tabletten liegen neben mir."),
    (E, "Er steht vor der Tür und hat ein Messer."),
    (E, "Mein Mann droht, mich umzubringen."),
    (E, "Sie hat das Kind allein zu Hause gelassen."),
    (E, "Ich werde ihn umbringen, wenn er heimkommt, ich bringe ihn heute um."),
    (U, "Ich will nicht mehr leben."),
    (U, "ich moechte am liebsten tot sein"),
    (U, "Ich habe wieder Suizidgedanken."),
    (U, "Ohne mich wären alle besser dran."),
    (U, "Ich sehe keinen Ausweg mehr."),
    (U, "hab mich gestern wieder geritzt"),
    (U, "Der Drang, mich zu schneiden, ist sehr stark."),
    (U, "Mein Freund hat mich am Samstag geschlagen."),
    (U, "Meine Schwester sagt, sie will sich umbringen."),
    (U, "Er schlägt unsere Tochter."),
    (U, "Ich kann nicht mehr, ich will sterben."),
    (N, "Ich will mich nicht umbringen, keine Sorge."),
    (N, "Vor zehn Jahren habe ich versucht, mich umzubringen."),
    (N, "Mein Onkel beging damals Selbstmord."),
    (Z, "Ich habe mich totgelacht über Ihre Postkarte."),
    (Z, "Die Hitze bringt mich noch um, haben Sie einen Ventilator?"),
    (Z, "Ich bin todmüde und komme etwas später zu unserer Sitzung."),
    (Z, "Ich wäre vor Scham fast im Boden versunken, als ich den Text vorlas."),
    (Z, "Ich muss heute noch Tabletten holen und verschiebe daher unseren Termin."),
    (Z, "Beim Kochen habe ich mich in den Finger geschnitten, es geht aber gut."),
    (Z, "Könnten wir den Termin am Donnerstag auf nächste Woche verschieben?"),
]
PORTUGUESE = [
    (E, "Vou me matar hoje à noite."),
    (E, "Tomei todos os comprimidos há uma hora."),
    (E, "Já escrevi as cartas de despedida."),
    (E, "Quando a senhora ler isto, já não estarei aqui."),
    (E, "Ontem tentei me matar e ninguém sabe."),
    (E, "Quero morrer. Os comprimidos estão na minha frente."),
    (E, "Ele está na porta com uma faca e eu me tranquei no banheiro."),
    (E, "O meu marido disse que vai me matar."),
    (E, "Ela deixou o bebê sozinho em casa."),
    (E, "Vou matar o meu padrasto, decidi hoje."),
    (U, "Não quero mais viver."),
    (U, "eu so queria morrer"),
    (U, "Tenho pensamentos suicidas outra vez."),
    (U, "Todos ficariam melhor sem mim."),
    (U, "Já não vejo saída."),
    (U, "Cortei os braços de novo."),
    (U, "Tenho muita vontade de me cortar."),
    (U, "O meu namorado bateu-me no sábado e o meu pai me bateu também."),
    (U, "A minha irmã disse que quer se matar."),
    (U, "Ele bate na minha filha."),
    (U, "Não aguento mais, quero morrer."),
    (N, "Não quero me matar, pode ficar descansada."),
    (N, "Há dez anos tentei me matar."),
    (N, "Na adolescência tive pensamentos suicidas."),
    (Z, "Morri de rir com o seu cartão postal."),
    (Z, "Este calor me mata, a sala tem ventilador?"),
    (Z, "Estou morta de sono e chego um pouco atrasada à consulta."),
    (Z, "Quase morri de vergonha quando li o texto em voz alta."),
    (Z, "Tenho de ir buscar os comprimidos à farmácia antes da consulta."),
    (Z, "Cortei o dedo a cozinhar, mas está tudo bem comigo."),
    (Z, "Seria possível mudar a consulta de quinta para a próxima semana?"),
]
ITALIAN = [
    (E, "Stanotte mi uccido."),
    (E, "Ho preso tutte le pastiglie un'ora fa."),
    (E, "Ho già scritto le lettere d'addio."),
    (E, "Quando leggerà questa mail non ci sarò più."),
    (E, "Ieri ho tentato il suicidio e nessuno lo sa."),
    (E, "Voglio morire. Le pastiglie sono davanti a me."),
    (E, "Lui è alla porta con un coltello, mi sono chiusa in bagno."),
    (E, "Mio marito ha detto che mi ammazza."),
    (E, "Ha lasciato il bambino da solo in casa."),
    (E, "Ho deciso di ammazzarlo, so dove abita."),
    (U, "Non voglio più vivere."),
    (U, "vorrei solo essere morta"),
    (U, "Ho di nuovo pensieri suicidi."),
    (U, "Starebbero tutti meglio senza di me."),
    (U, "Non vedo più una via d'uscita, non vedo speranza."),
    (U, "Mi sono tagliata di nuovo ieri sera."),
    (U, "Ho una voglia fortissima di tagliarmi."),
    (U, "Il mio ragazzo mi ha picchiata sabato."),
    (U, "Mia sorella dice che vuole uccidersi."),
    (U, "Lui picchia mia figlia."),
    (U, "Non ce la faccio più, voglio morire."),
    (N, "Non voglio uccidermi, stia tranquilla."),
    (N, "Dieci anni fa ho tentato il suicidio."),
    (N, "Da ragazza mi facevo del male, e parlo di autolesionismo volentieri."),
    (Z, "Sono morta dal ridere con la sua cartolina."),
    (Z, "Questo caldo mi ammazza, avete un ventilatore in studio?"),
    (Z, "Muoio di sonno e arrivo un po' tardi alla seduta."),
    (Z, "Volevo sprofondare dalla vergogna quando ho letto il testo."),
    (Z, "Devo passare in farmacia a prendere le medicine prima della seduta."),
    (Z, "Mi sono tagliata un dito cucinando, ma tutto bene."),
    (Z, "Potremmo spostare l'appuntamento di giovedì alla prossima settimana?"),
]
DUTCH = [
    (E, "Ik ga vannacht zelfmoord plegen."),
    (E, "Ik heb al mijn pillen in één keer geslikt."),
    (E, "De afscheidsbrieven zijn geschreven."),
    (E, "Als u dit leest ben ik er niet meer."),
    (E, "Gisteren heb ik geprobeerd een eind aan mijn leven te maken."),
    (E, "Ik wil dood. De pillen liggen voor me."),
    (E, "Hij staat voor de deur en heeft een mes."),
    (E, "Mijn man dreigt me te vermoorden."),
    (E, "Ze heeft de baby alleen thuis gelaten."),
    (E, "Ik ga hem vermoorden, ik weet waar hij woont."),
    (U, "Ik wil niet meer leven."),
    (U, "ik wou dat ik dood was"),
    (U, "Ik heb weer zelfmoordgedachten."),
    (U, "Iedereen is beter af zonder mij."),
    (U, "Ik zie geen uitweg meer."),
    (U, "Ik heb mezelf gisteren weer gesneden."),
    (U, "De drang om mezelf te snijden is heel sterk."),
    (U, "Mijn vriend heeft me zaterdag geslagen."),
    (U, "Mijn zus zegt dat ze dood wil."),
    (U, "Hij slaat mijn dochter."),
    (U, "Ik kan niet meer, ik wil dood."),
    (N, "Ik wil geen zelfmoord plegen, maak u geen zorgen."),
    (N, "Tien jaar geleden heb ik geprobeerd zelfmoord te plegen."),
    (N, "Mijn oom pleegde vroeger zelfmoord."),
    (Z, "Ik heb me kapot gelachen om uw kaartje."),
    (Z, "Deze hitte wordt mijn dood, heeft u een ventilator?"),
    (Z, "Ik ben doodmoe en kom iets later naar onze afspraak."),
    (Z, "Ik wilde door de grond zakken toen ik de tekst voorlas."),
    (Z, "Ik moet eerst mijn pillen ophalen bij de apotheek en kom daarna."),
    (Z, "Bij het koken heb ik me in mijn vinger gesneden, maar het gaat goed."),
    (Z, "Kunnen we de afspraak van donderdag verzetten naar volgende week?"),
]
POLISH = [
    (E, "Dziś w nocy się zabiję."),
    (E, "Wzięłam wszystkie tabletki naraz."),
    (E, "Listy pożegnalne są już napisane."),
    (E, "Kiedy pani to przeczyta, już mnie nie będzie."),
    (E, "Wczoraj próbowałam się zabić i nikt o tym nie wie."),
    (E, "Chcę umrzeć. Tabletki leżą obok mnie."),
    (E, "On stoi pod drzwiami i ma nóż."),
    (E, "Mąż grozi, że mnie zabije."),
    (E, "Zostawiła dziecko samo w domu."),
    (E, "Zabiję go dzisiaj, wiem gdzie mieszka."),
    (U, "Nie chcę już żyć."),
    (U, "chcialabym umrzec"),
    (U, "Znowu mam myśli samobójcze."),
    (U, "Wszystkim byłoby lepiej beze mnie."),
    (U, "Nie widzę już wyjścia."),
    (U, "Wczoraj znowu się pocięłam."),
    (U, "Mam straszną ochotę się pociąć."),
    (U, "Mój chłopak mnie wczoraj pobił."),
    (U, "Moja siostra mówi, że chce się zabić."),
    (U, "On bije moją córkę."),
    (U, "Nie daję rady, chcę umrzeć."),
    (N, "Nie chcę się zabić, proszę się nie martwić."),
    (N, "Dziesięć lat temu próbowałam się zabić."),
    (N, "Wujek popełnił samobójstwo dawno temu."),
    (Z, "Umarłam ze śmiechu nad pani kartką."),
    (Z, "Ten upał mnie zabije, czy jest u pani wentylator?"),
    (Z, "Padam ze zmęczenia i spóźnię się trochę na naszą sesję."),
    (Z, "Myślałam, że zapadnę się pod ziemię, gdy czytałam ten tekst."),
    (Z, "Muszę jeszcze wykupić leki w aptece przed naszą sesją."),
    (Z, "Przy gotowaniu skaleczyłam się w palec, ale wszystko dobrze."),
    (Z, "Czy możemy przełożyć czwartkową wizytę na przyszły tydzień?"),
]
BY_CODE = {"de": GERMAN, "pt": PORTUGUESE, "it": ITALIAN, "nl": DUTCH, "pl": POLISH}
CASES = [(code, least, text) for code, cases in BY_CODE.items() for least, text in cases]
NAMES = [f"{code} {text[:40]}" for code, _, text in CASES]


@pytest.fixture(scope="module")
def known() -> Detectors:
    return detectors()


@pytest.mark.parametrize(("_", "least", "text"), CASES, ids=NAMES)
def test_plain_statements_and_their_harmless_twins(
    _: str, least: Risk, text: str, known: Detectors
) -> None:
    found = assess_text("", text, known).risk
    assert found is least if least in (E, N, Z) else found >= least


DANGERS = [text for _, least, text in CASES if least >= U]
ENGLISH = "Thank you for last week, I did the exercise with my sister and it helped.\n\n"


@pytest.mark.parametrize("text", DANGERS)
def test_a_plain_statement_is_found_below_an_english_mail(text: str, known: Detectors) -> None:
    assert assess_text("", ENGLISH + text, known).risk >= U


def test_nothing_found_in_a_half_read_language_is_unknown_and_not_none(known: Detectors) -> None:
    found = assess_text("", "Könnten wir den Termin auf nächste Woche verschieben?", known)
    assert (found.language, found.unread, found.risk_word) == ("de", ("language",), "unknown")
    found = assess_text("", "Ich will sterben, ich kann wirklich nicht mehr.", known)
    assert (found.language, found.risk_word) == ("de", "urgent")


def _language(text: str, subject: str = "", kind: SegmentKind = "new") -> Language:
    segments = [Segment(kind="subject", text=subject), Segment(kind=kind, text=text)]
    return read_language(read([s for s in segments if s.text]))


CODES = [
    ("en", "hey its me cant make it tmrw my kids r sick"),
    ("en", "sorry I'm late"),
    ("fr", "je veux mourir"),
    ("fr", "jai pas reussi a faire lexercice cette semaine"),
    ("es", "no pude hacer el ejercicio esta semana lo siento mucho"),
    ("es", "muchas gracias, hasta luego"),
    ("de", "hab die uebung diese woche nicht geschafft"),
    ("pt", "vc pode me ligar por favor preciso falar com alguem"),
    ("it", "non sono riuscita a fare l esercizio questa settimana"),
    ("nl", "het is me niet gelukt om de oefening te doen"),
    ("pl", "nie udalo mi sie zrobic cwiczenia w tym tygodniu"),
    ("id", "saya tidak bisa tidur dan menangis setiap hari"),
    ("ro", "de duminică nu mai dorm și plâng în fiecare zi"),
    ("sv", "jag sover inte och gråter varje dag när jag kommer hem"),
    ("tr", "pazar gününden beri uyuyamıyorum ve her gün ağlıyorum"),
    ("tl", "hindi na ako makatulog at umiiyak ako araw-araw pag-uwi"),
    ("ru", "с воскресенья я не сплю и плачу каждый день"),
    ("uk", "чи можна перенести мій сеанс на п'ятницю, бо потяг скасували"),
    ("ar", "لم أعد أستطيع النوم منذ يوم الأحد وأبكي كل يوم"),
    ("hi", "मैं रविवार से सो नहीं पा रही हूँ और हर दिन रोती हूँ"),
    ("zh", "从星期天开始我一直睡不着，下班回家每天都哭。"),
    ("ja", "日曜日から眠れなくて、仕事から帰ると毎日泣いています。"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), CODES)
def test_language_and_whether_the_rules_read_it(code: str, text: str) -> None:
    found = _language(text)
    assert found.code == code
    assert found.is_read == (code in ("en", "fr", "es"))


UNSURE = [
    ("nothing", ""),
    ("a name", "Giuseppina Esposito, Napoli"),
    ("names", "Jan-Willem van der Berg, Agnieszka Wojciechowska, Mehmet Yılmaz"),
    ("no words", "14:30? 👍👍 https://meet.example.org/kx3 anna@example.org"),
    ("medicine", "Quetiapin Lamotrigin Pantoprazol Metoprolol Ramipril Bisoprolol"),
    ("two words", "bis Donnerstag"),
    ("three, of a language no rule reads", "nu pot veni"),
]


@pytest.mark.parametrize(("name", "text"), UNSURE, ids=[name for name, _ in UNSURE])
def test_names_and_short_texts_are_never_called_unread(name: str, text: str) -> None:
    found = _language(text)
    assert (found.code, found.is_read) == ("", True)


@pytest.mark.parametrize("text", ["أريد أن أموت", "я хочу умереть", "我想死", "죽고 싶어요"])
def test_another_script_is_unread_however_short(text: str, known: Detectors) -> None:
    assert not _language(text).is_read
    assert assess_text("", text, known).risk_word == "unknown"


def test_what_nobody_knows_is_unread_when_it_is_long_enough() -> None:
    assert not _language("main kal nahi aa sakti mujhe bukhar hai aur neend nahi aati").is_read


def test_new_words_decide_and_quoted_ones_only_without_them() -> None:
    new = Segment(kind="new", text="Gracias, el jueves me viene muy bien, hasta luego")
    old = Segment(kind="quote", text="Guten Tag, passt Ihnen der Termin am Donnerstag? " * 20)
    assert read_language(read([new, old])).code == "es"
    subject = Segment(kind="subject", text="Fwd: Termin")
    forwarded = Segment(kind="forwarded", text=old.text)
    assert read_language(read([subject, forwarded])).code == "de"


def test_a_last_line_in_another_language_is_looked_at() -> None:
    friendly = "We had soup and talked about the garden and the new bus line. " * 200
    assert _language(friendly).plain == ()
    assert _language(friendly + "\n\nIch will sterben.").plain == ("de",)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    found = _language(text)
    assert len(found.code) in (0, 2)
    assert set(found.plain) <= set(TABLES)


@pytest.mark.parametrize("bad", ["\x00", "\x85", "\ufffe", "\U0010ffff", "\ud800"])
def test_characters_that_the_library_refuses_do_not_hide_the_language(bad: str) -> None:
    text = f"Ich schlafe seit {bad} Sonntag nicht mehr{bad} und weine jeden Tag."
    assert _language(text).code == "de"


@pytest.mark.parametrize("code", TABLES)
def test_each_word_that_opens_rules_is_canonical_and_each_rule_has_its_language(code: str) -> None:
    words = [word for word, told in TOLD_BY.items() if told == code]
    assert len(words) > 10
    assert all(read([Segment(kind="new", text=w.decode())]).words == w for w in words)
    assert {rule.name.rsplit(".", 1)[1] for rule in plain_rules(code).rules} == {code}


def test_english_french_and_spanish_open_no_other_rules() -> None:
    for text in (ENGLISH, "Je serai un peu en retard, désolée.", "Llego un poco tarde, perdón."):
        reading = read([Segment(kind="new", text=text)])
        assert list(plain_hits(reading, read_language(reading).plain)) == []
        assert read_language(reading).plain == ()
