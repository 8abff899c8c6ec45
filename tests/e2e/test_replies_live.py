"""What clients get from a running gateway: language, form, place and agreement of each reply."""

import re
from pathlib import Path

from gateway.core.danger import danger_line
from tests.peers.clinic import LANGUAGES, clinic, merged, words_of
from tests.unit.page import Page, folded

ENGLISH = "Could we find a time for another appointment next week, in the afternoon please?"
FRENCH = (
    "Bonjour, je voudrais prendre un rendez-vous la semaine prochaine, si possible dans"
    " l'après-midi. Merci beaucoup."
)
SPANISH = (
    "Hola, quisiera pedir una cita para la semana que viene, si es posible por la tarde."
    " Muchas gracias."
)
GERMAN = (
    "Guten Tag, ich möchte gerne einen Termin für die nächste Woche vereinbaren, am liebsten"
    " am Nachmittag. Vielen Dank und freundliche Grüße."
)
UNSURE = "ok 14h"
CRISIS = "I am going to kill myself tonight. I have the pills here."


AUTOMATIC = {"en": "automatic", "fr": "automatique", "es": "automática"}


def languages(words: str) -> list[str]:
    """Of the parts of a reply, in their order: each says at once that it is automatic."""
    found = {tag: re.search(rf"\b{word}\b", words) for tag, word in AUTOMATIC.items()}
    places = {tag: match.start() for tag, match in found.items() if match}
    return sorted(places, key=lambda tag: places[tag])


async def test_each_client_is_answered_in_a_language_of_hers(tmp_path: Path) -> None:
    async with clinic(tmp_path, LANGUAGES) as place:
        for body, sender, tag, word in (
            (ENGLISH, "ann", "en-CA", "appointment"),
            (FRENCH, "fanny", "fr-CA", "rendez-vous"),
            (SPANISH, "sara", "es", "cita"),
        ):
            sent = await place.write(body, f"{sender}@client.example")
            assert sent.marked == "template booking"
            assert sent.reply is not None
            assert sent.reply["Content-Language"].startswith(tag)
            assert languages(sent.words) == [tag[:2]]
            assert word in sent.words
            assert "9-8-8" in sent.words

        german = await place.write(GERMAN, "gerda@client.example", subject="Ein Termin")
        first, _, rest = german.words.replace("\r\n", "\n").partition("\n\n")
        assert first == danger_line("de", "911")
        assert languages(rest) == ["en"]
        assert "Gefahr" not in rest

        unsure = await place.write(UNSURE, "una@client.example", subject="")
        assert languages(unsure.words) == ["en"]


async def test_a_bilingual_practice_says_it_twice_when_it_is_not_sure(tmp_path: Path) -> None:
    both = merged(LANGUAGES, {"practice": {"unsure": ["fr-CA", "en"]}})
    async with clinic(tmp_path, both) as place:
        unsure = await place.write(UNSURE, "una@client.example", subject="")
        assert unsure.reply is not None
        assert unsure.reply["Content-Language"] == "fr-CA, en-CA"
        assert unsure.reply["Subject"] == "Réponse automatique"
        assert languages(unsure.words) == ["fr", "en"]
        assert unsure.words.count("9-8-8") == 2
        sure = await place.write(SPANISH, "sara@client.example")
        assert languages(sure.words) == ["es"]


async def test_what_was_agreed_with_a_client_holds_from_the_next_message_on(
    tmp_path: Path,
) -> None:
    """Written down in another process, while the gateway runs; it is never told."""
    ann = "ann@client.example"
    async with clinic(tmp_path, LANGUAGES) as place:

        def alerts() -> list[bytes]:
            return [t.raw for t in place.mailbox.taken if b"A message needs you now" in t.raw]

        before = await place.write(ENGLISH, ann)
        assert "911" in before.words

        await place.told("client", "add", ann, "--place", "GB-SCT", "--language", "fr")
        abroad = await place.write("I have to cancel our session on Friday.", ann.upper())
        assert abroad.marked == "template cancelling"
        assert languages(abroad.words) == ["fr"]
        assert "999" in abroad.words
        assert "911" not in abroad.words
        assert "988" not in abroad.words

        await place.told("client", "edit", ann, "--reply", "discreet", "--language", "")
        discreet = await place.write("Here is a link to the article I told you about.", ann)
        assert discreet.reply is not None
        assert discreet.reply["Subject"] == "Message received"
        assert languages(discreet.words) == ["en"]
        assert "999" in discreet.words
        for word in ("therap", "session", "suicide", "Samaritans", "appointment", "Whitfield"):
            assert word not in discreet.words

        await place.told("client", "edit", ann, "--reply", "default", "--reason", "booking")
        unwanted = await place.write("My homework for our next session is done.", ann)
        assert unwanted.marked == "none (client-reason)"

        await place.told("client", "edit", ann, "--reply", "none")
        seen = len(place.to(ann))
        silent = await place.write(CRISIS, ann)
        assert (silent.marked, silent.risk) == ("none (client-none)", "emergency")
        await place.mailbox.until(lambda: bool(alerts()))
        await place.stop()
        assert len(place.to(ann)) == seen
        assert len(alerts()) == 1
        assert b"ann" not in alerts()[0]


async def test_html_has_the_same_words(tmp_path: Path) -> None:
    async with clinic(tmp_path, merged(LANGUAGES, {"reply": {"html": True}})) as place:
        for body, sender in ((ENGLISH, "ann"), (FRENCH, "fanny"), (GERMAN, "g"), (CRISIS, "kim")):
            sent = await place.write(body, f"{sender}@client.example")
            assert sent.reply is not None
            assert sent.reply.get_content_type() == "multipart/alternative"
            kinds = [part.get_content_type() for part in sent.reply.iter_parts()]
            assert kinds == ["text/plain", "text/html"]
            assert not sent.reply.defects
            page = Page(words_of(sent.reply, "html"))
            assert (page.faults, page.title) == ([], sent.reply["Subject"])
            assert page.text == folded(sent.words)
