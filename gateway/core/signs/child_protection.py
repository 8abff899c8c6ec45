"""A child, or somebody else who depends on others, who is hurt, neglected or in danger."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    **LISTS,
    "kid": "(?:(?:my|the|our|his|her|their|a|both|{near_en}) (?:[a-z]+ )?(?:{child_en}))",
    "petit": "(?:(?:mon|ma|mes|le|la|les|l|un|une|son|sa|ses|notre) (?:[a-z]+ )?(?:{child_fr}))",
    "peque": "(?:(?:mi|mis|el|la|los|su|sus|un|una|nuestr[oa]) (?:[a-z]+ )?(?:{child_es}))",
    "hurts": "(?:hits?|hitting|beats?|beating|hurts?|hurting|shakes?|shook|shaking|burns?|burned"
    "|burning|kicks?|kicked|chokes?|choked|slaps?|slapped|punched|locks?|locked|locking|throws"
    "|threw|starves?|starving|whips?|belts?|smothers?)",
}  # fmt: skip

ENGLISH = (
    ("now", EMERGENCY, "({hurts}) ({kid}) … (now|tonight|again|right now|this (morning|evening)"
     "|today|keeps|screaming|unconscious|bleeding)|({kid}) … (is|are) (in danger|not breathing"
     "|unconscious|locked in|alone (at home |in the house )?with (him|her|a)|bleeding|not safe"
     "|being (hurt|hit|beaten|abused|touched|starved))|(shook|shaken|dropped|smother(ed)?"
     "|drown(ed)?) the baby|has (taken|got|grabbed) ({kid})|(tak|took|driv)(en|ing|e)? … ({kid}) "
     "… (drunk|knife|gun|threat)", "child", "n"),
    ("left", EMERGENCY, "(left|leaves|leaving|leave) ({kid}) (home |at home )?(all )?(alone|by "
     "(himself|herself|themselves)|unattended|with (a stranger|him while))|({kid}) … (home alone"
     "|alone since)", "child"),
    ("hurts-child", EMERGENCY, "(he|she|they|{near_en}|stepdad|babysitter|teacher|coach|nanny"
     "|priest|neighbou?r) … ({hurts}) ({kid}|him|her) … (belt|head|face|wall|bruises?|marks?|hard"
     "|floor|cupboard|basement|room|so)", "child"),
    ("hits-child", URGENT, "(he|she|they|{near_en}|babysitter|teacher|coach|nanny|grandfather|i) "
     "… (is |has been |been |was |have )?({hurts}) ({kid})", "child"),
    ("touches", URGENT, "(touch(es|ed|ing)?|molest(s|ed|ing)?|abus(es|ed|ing)|rap(es|ed|ing)"
     "|groom(s|ed|ing)|sleeps in|showers? with|photos? of) … ({kid}|a minor|a child|an underage)"
     "|({kid}) … (told|tells|says|said|drew|disclosed) … (touch(es|ed|ing)?|hit(s)?|hurt(s)?"
     "|private|secret|scared of|game|bad things)|(bruises?|marks|burns|welts|cuts) … (on|all "
     "over) … ({kid}|his|her)|({kid}) … (has|have|came (home|back)) … (bruises?|marks|burns|welts"
     "|black eye)", "child"),
    ("dependant", URGENT, "(carer|nurse|staff|home help|my (brother|sister|uncle|aunt)) … "
     "({hurts}|yells at|ties|steals from|neglects) … (my|our|the) (mother|father|mum|mom|dad"
     "|gran(dmother|dfather|ny|dpa|dma)?|disabled|elderly)|(no food|not been fed|not fed|nothing "
     "to eat) … ({kid})|({kid}) … (not eaten|no food|starving|filthy|neglected)", "child"),
    ("services", NOTICE, "child (protect(ion|ive)( services)?|abuse|welfare|neglect)|(cps"
     "|children s aid|social services|social worker) … (came|called|report|visit|kid|child|son"
     "|daughter|us)|safeguarding|custody (battle|hearing|case)|foster care|elder abuse"),
    ("idiom", NONE, "hit (the|my|a) (kids?|child) s? ?(school|bedtime|park)|kick(s|ed|ing)? the "
     "kids out of|(beats?|beat) my (son|daughter|kids?) (at|in)|throws? (the|my) (kids?|baby"
     "|child|son|daughter) (a|in the air)|hurts? my (kid|son|daughter) s feelings|locked the "
     "kids? out of (the )?(ipad|tablet|phone)", "idiom"),
)  # fmt: skip

FRENCH = (
    ("now", EMERGENCY, "({petit}) … (en danger|enfermee?s?|blessee?s?|inconsciente?|seule?s? "
     "(avec lui|a la maison|depuis))|(frappe|tape|bat|secoue|etrangle) … ({petit}) … (maintenant"
     "|ce soir|encore|en ce moment|ceinture|tete|bleus)|laiss(e|ent|er|ee?s?) ({petit}) seule?s?"
     "|(secoue|fait tomber) le bebe", "child"),
    ("hits-child", URGENT, "(il|elle|pere|mere|mari|beau pere|ex|compagnon|nourrice|oncle) … "
     "(frapp|tap|bat|secou|touch|malmen|abus|maltrait|enferm)[a-z]* … ({petit})|({petit}) … "
     "(bleus|marques|m a dit que … (touche|frappe|tape))|({petit}) … (frapp|touch|maltrait)[a-z]* "
     "par|(bleus|marques|traces) sur … ({petit})", "child"),
    ("services", NOTICE, "protection de (l enfance|la jeunesse)|maltraitance|dpj|aide sociale"
     "|enfance en danger|garde des enfants"),
)  # fmt: skip

SPANISH = (
    ("now", EMERGENCY, "({peque}) … (en peligro|encerrad[oa]s?|inconsciente|herid[oa]s?|sol[oa]s? "
     "(con el|en casa|desde))|(pega|golpea|sacude|maltrata) … ({peque}) … (ahora|esta noche|otra "
     "vez|cinturon|cabeza|moretones)|dej(o|a|an|ado|aron) (a )?({peque}) sol[oa]s?|(sacudi"
     "|sacudio|se cayo) (a|al) (la |el )?bebe", "child"),
    ("hits-child", URGENT, "(el|ella|padre|madre|marido|padrastro|ex|novio|ninera|tio) … (peg"
     "|golpe|sacud|toc|abus|maltrat|encierr)[a-z]* (a |de |al )?({peque})|({peque}) … (moretones"
     "|marcas|golpes|me dijo que … (toc|peg)[a-z]+)|(moretones|marcas|golpes) en … ({peque})",
     "child"),
    ("services", NOTICE, "proteccion (de menores|al menor|infantil)|maltrato infantil|servicios "
     "sociales|custodia de"),
)  # fmt: skip

DETECTOR = sign("child_protection", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
