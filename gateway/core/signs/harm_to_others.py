"""Harm to others: intent, threats, weapons, and the fear of losing control."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    **LISTS,
    "them": "(?:him|her|them|someone|somebody|everyone|you|people|that (?:man|woman|bastard|bitch"
    "|guy|prick)|(?:my|the|his|her) (?:[a-z]+ )?(?:boss|manager|kids|parents|landlord|teacher"
    "|lawyer|{near_en}))",
    "hurt": "(?:kill|stab|shoot|strangle|murder|poison|smother|choke|attack|bash|beat|run over|hurt"
    "|burn|slash|punch|kill off|slit)",
    "eux": "(?:le|la|les|l|quelqu un|mon (?:ex|patron|chef|mari|pere|voisin)|ma (?:femme|mere|chef"
    "|voisine|soeur)|lui)",
    "ellos": "(?:lo|la|le|los|las|alguien|a mi (?:ex|jefe|jefa|marido|mujer|padre|madre|vecino"
    "|pareja)|a ella|a el)",
}

ENGLISH = (
    ("intent", EMERGENCY, "i (am going to|am about to|have decided to|am planning to|plan to"
     "|intend to|am ready to) (really |actually |finally |just )?({hurt}) ({them})|i will (really "
     "|actually |finally )?(kill|stab|shoot|strangle|murder|poison|burn) ({them})", "harm-intent"),
    ("weapon-target", EMERGENCY, "(knife|gun|machete|bat|hammer|rifle) … (ready|for ({them})"
     "|waiting for (him|her|them)|in my (bag|car|coat|pocket)) … (him|her|them|tomorrow|tonight)",
     "weapon"),
    ("command", EMERGENCY, "(voices?|god|they|it|demons?|he) … (tell(s|ing)?|command(s|ing)?"
     "|order(s|ing)?|says?|saying|want(s)?) (me )?(to |i (should|must) )({hurt}) ({them}|my|the)",
     "harm-intent"),
    ("want", URGENT, "(want|wanted|wanting|urges?|desire|thoughts? (of|about)|fantas(ise|ize|ies"
     "|izing|ising)( (of|about))?|planning|thinking (of|about)|dream (of|about)|imagine|imagining"
     "|able|capable of|about) … (to )?({hurt}(ing)?|killing|stabbing|shooting|strangling"
     "|murdering|hurting) ({them})", "harm-want"),
    ("lose-control", URGENT, "(afraid|scared|worried|terrified|frightened|fear) (that )?i (will"
     "|might|could|am going to|would|may) (lose control and |snap and |end up |actually )?(hurt"
     "|hurting|kill|hit|shake|harm|smother|do something to) ({them}|my (baby|child|kids|son"
     "|daughter)|the (baby|kids|children))", "harm-want", "n"),
    ("hit", URGENT, "i (have )?(just )?(hit|punched|slapped|choked|strangled|shook|pushed|hurt"
     "|kicked) ({them}|my (wife|girlfriend|son|daughter|kid|child|baby|partner)|the (baby|kids))",
     "harm-done"),
    ("revenge", NONE, "(he|she|they) (is|are|will|has) … (pay|regret it|sorry|get what|deserves? "
     "to die|suffer)|make (him|her|them) (pay|suffer|regret|hurt)|get (my )?revenge|deserves? to "
     "die", "revenge"),
    ("weapon", NONE, "(i have|got|bought|carry|carrying|with|took|brought|bringing) (a|the|my"
     "|his) (knife|gun|machete|bat|pistol|rifle|hammer|weapon)", "weapon"),
    ("target", NONE, "know(s)? where (he|she|they) (lives?|works?|parks?|sleeps?|is|are|stays?)"
     "|waiting (outside|for (him|her|them))|follow(ed|ing) (him|her|them)", "target"),
    ("word", NOTICE, "homicid(e|al)|violent (thoughts|urges|fantasies)|(kill|murder) (someone"
     "|somebody|people)|restraining order against me|wish (he|she|they) (was|were) dead|hope (he"
     "|she|they) dies"),
    ("idiom", NONE, "(could|would) (have )?(just |happily |literally |honestly |cheerfully "
     ")?(killed?|murdered?|strangled?|throttled?) (him|her|them|my|the|a|that|for|someone)|(going "
     "to|will) (kill|murder|strangle|punch) (you|him|her|them) (if|lol|haha)|kill (him|her|them) "
     "with kindness|murder (a|some) (coffee|curry|burger|pizza|drink|sandwich|beer|tea)|beat (him"
     "|her|them|everyone|my \\w+) (at|to it|in)|shoot (him|her|them|you|me|someone) (an|a) (e?mail"
     "|message|text|line|note)|(kill|killed|killing) (it|the (mood|vibe|lights))|hit (him|her"
     "|them) up|punch (him|her) in the face (lol|haha)|burn (him|her|them) (a )?(cd|copy)|(hurt"
     "|hurting) (his|her|their|my \\w+ s?) ?feelings|hurt (him|her|them|someone|people|my \\w+) (by"
     "|emotionally|when i (said|told))|(kill|murder) mystery|(reading|watching|watched|read|write"
     "|writing) … (murder|kill(s|ed|ing)?)", "idiom"),
)  # fmt: skip

FRENCH = (
    ("intent", EMERGENCY, "je (vais|compte|suis prete? a|ai decide de|prevois de) (vraiment "
     ")?({eux}) (tuer|poignarder|etrangler|buter|crever|planter|abattre|frapper a mort)|je vais "
     "(tuer|poignarder|etrangler|buter|planter) ({eux}|mon|ma)", "harm-intent"),
    ("want", URGENT, "(envie|veux|voudrais|pense|pensees?|peur|pourrais|capable|risque) … ({eux}) "
     "(tuer|frapper|poignarder|etrangler|faire du mal|blesser|secouer)|(envie|veux|peur|pense"
     "|idees) … (tuer|frapper|etrangler|poignarder|faire du mal a) ({eux}|mon|ma|mes|quelqu)",
     "harm-want"),
    ("hit", URGENT, "j ai (frappe|gifle|etrangle|secoue|pousse) (mon|ma|mes|le|la) (fils|fille"
     "|femme|bebe|mari|compagne|enfants?|copine|copain|petit|petite)", "harm-done"),
    ("revenge", NONE, "(il|elle|ils) (va|vont) (me le |le |me )?(payer|regretter)|me venger",
     "revenge"),
    ("weapon", NONE, "(j ai|achete|pris|avec) (un|une|le|la|mon) (couteau|arme|fusil|pistolet"
     "|batte)", "weapon"),
    ("target", NONE, "je sais ou (il|elle|ils) (habite|travaille|se gare|dort|est)|l attends? "
     "(devant|a la)", "target"),
    ("idiom", NONE, "(aurais|pourrais) (pu )?(l |le |la )?(etrangler|tuer|etriper)|(vais|veux) "
     "(le|la|les|te) tuer (si|mdr|lol)|je l aurais (tuee?|etranglee?)", "idiom"),
)  # fmt: skip

SPANISH = (
    ("intent", EMERGENCY, "(voy a|he decidido|pienso|estoy list[oa] para) (matar|apunalar"
     "|estrangular|disparar|envenenar|acuchillar)(lo|la|le|los|las)?( ({ellos}|mi|a))?|(lo|la|los"
     "|le) voy a (matar|apunalar|estrangular|acuchillar)", "harm-intent"),
    ("want", URGENT, "(ganas|quiero|quisiera|miedo|pienso|pensamientos|podria|capaz) … (matar"
     "|pegar|golpear|apunalar|estrangular|hacer(le)? dano)(lo|la|le|los|las)?( ({ellos}|a (mi|mis"
     "|alguien|ella|el)))", "harm-want"),
    ("want-them", URGENT, "(ganas de|quiero|miedo de|quisiera) (matar|golpear|estrangular"
     "|apunalar|pegar)(lo|la|le|los|las)", "harm-want"),
    ("hit", URGENT, "(le pegue|golpee|sacudi|le di una paliza|empuje) a mi (hij[oa]|mujer|esposa"
     "|bebe|novia|pareja|marido|hijos)", "harm-done"),
    ("revenge", NONE, "(me las|lo|me la) (va|van) a pagar|vengarme|se va a arrepentir", "revenge"),
    ("weapon", NONE, "(tengo|compre|llevo|con) (un|una|el|la|mi) (cuchillo|arma|pistola|navaja"
     "|machete)", "weapon"),
    ("target", NONE, "se donde (vive|trabaja|aparca|estaciona|duerme|esta)", "target"),
    ("idiom", NONE, "(podria|hubiera|habria) (querido )?(matado|matar|estrangular"
     "|estrangulado)(l[oa]s?)?|(lo|la) (mato|voy a matar) (si|jaja)|matar por (un|una)", "idiom"),
)  # fmt: skip

DETECTOR = sign("harm_to_others", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
