"""Replies in three scripts, of invented practices with invented lines."""

from gateway.core.hotline import Line
from gateway.core.hypertext import Number, Section, numbers_of, section

LINES = (
    Line(id="a", place="XX", kind="emergency", name="Emergency", phone="999"),
    Line(id="b", place="XX", kind="suicide_crisis", name="Ear", phone="988", sms="988"),
    Line(id="c", place="XX", kind="suicide_crisis", name="Night", phone="*4141"),
    Line(id="d", place="XX", kind="text_only", name="Pen", sms="741741", sms_word="HELLO"),
    Line(id="e", place="XX", kind="directory", name="List", web="https://lines.example/near"),
    Line(id="f", place="XX", kind="suicide_crisis", name="Far", phone="0800 111 0 111"),
)
ENGLISH = """\
This is an automatic reply. Your message arrived here on Tuesday, March\u00a03, 2026
at 9:30\u00a0a.m. (Toronto time). No person has read it yet.

If you are in danger, please do not wait for an answer:

Emergency services
  Call 999
The Ear
  Call 988, then press 1
  Text 988
Owls & "Larks" <by night> (Friday to Sunday, 18:00-02:00)
  Call *4141
Pen Friends
  Text HELLO to 741741
The Far Line
  Call 0800 111 0 111 (09:00-17:00)
A line near you
  https://lines.example/near

- To book: https://calder.example/book-an-hour-with-iris-calder?from=reply&again=1.
- By phone: (416) 555-0142
  (only I hear it)

You can also call me:

  Call (416) 555-0142

With less than 988 hours of notice: $113.
"""
FRENCH = """\
Ceci est une réponse automatique. Personne ne l'a encore lue.

Êtes-vous en danger ? N'attendez pas de réponse :

Urgences
  Appelez le 999
L'oreille
  Appelez le 988
  Textez le 988

- « Entre les séances » : https://calder.example/entente
"""
HEBREW = """\
זו תשובה אוטומטית. אפשר לחייג ל-1201 או ל +972 3 555 0123 בכל שעה.

קו ארצי
  חייגו 1-800-555-0123

https://calder.example/heskem
"""
MINE = "(416) 555-0142"
TEXTING = ("text", "sms", "mensaje")


def english() -> Section:
    return section("en-CA", ENGLISH, numbers_of(LINES, (MINE, ""), texting=TEXTING))


def french() -> Section:
    return section("fr-CA", FRENCH, numbers_of(LINES, texting=TEXTING))


def hebrew() -> Section:
    shown = ("1201", "+972 3 555 0123", "1-800-555-0123")
    return section("he", HEBREW, map(Number, shown))
