"""Abuse of the writer: violence, threats, control, sexual violence; now, lately or long ago."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    **LISTS,
    "one": "(?:he|she|they|(?:my|his|her) (?:[a-z]+ )?(?:{near_en}|boss|landlord)|[a-z]+)",
    "known": "(?:he|she|they|(?:my|his|her) (?:[a-z]+ )?(?:{near_en}))",
    "beats": "(?:hits?|beats?|beat me up|punche[sd]|kick(?:s|ed)|slap(?:s|ped)|choke[sd]"
    "|strangle[sd]|grab(?:s|bed)|push(?:es|ed)|shove[sd]?|threw|throws|drag(?:s|ged)|burn(?:s|ed"
    "|t)|hurts?|attack(?:s|ed)|pinned|bites?|bit|spat|headbutt(?:s|ed))",
    "lui": "(?:il|elle|mon (?:[a-z]+ )?(?:{near_fr})|ma (?:[a-z]+ )?(?:{near_fr}))",
    "ese": "(?:el|ella|mi (?:[a-z]+ )?(?:{near_es}))",
}  # fmt: skip

ENGLISH = (
    ("threat-now", EMERGENCY, "({known}) (is|are) … (smashing|breaking|kicking|banging) (the|my"
     "|our|everything|on|at|down|in)|({known}|someone) (is|are|was|has) (outside|at (the|my) door"
     "|banging|breaking in|breaking down|kicking|trying to (get|break)|here and|downstairs|in the "
     "next room|coming for (me|us)|screaming|smashing|throwing)", "attack"),
    ("hiding", EMERGENCY, "(locked (myself|ourselves|us|me)|hiding|hid|barricaded) … from (him"
     "|her|my (husband|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|ex))|(he|she"
     "|{near_en}) (has )?locked (me|us) in (the|a|my|our) [a-z]+", "attack", "p"),
    ("locked-in", NOTICE, "(locked (myself|ourselves|us)|hiding|barricaded) … (bathroom|bedroom"
     "|toilet|closet|room|car|cupboard|wardrobe)", "hiding"),
    ("hitting-now", EMERGENCY, "({known}) (is|are|keeps) (hitting|beating|hurting|strangling"
     "|choking|attacking|threatening|going to (hit|hurt|beat|attack)) (me|us)", "attack"),
    ("will-kill", EMERGENCY, "(said|says|threaten(s|ed|ing)?|told me|swears?|swore|afraid|scared"
     "|terrified|think|know|sure|convinced|fear|tried|trying|wants|going) (that )?(he|she|they)? "
     "?(will|would|is going to|are going to|was going to|might|wants to|to|could) (try to )?(kill"
     "|shoot|stab|strangle|burn) (me|us|me and)", "attack"),
    ("weapon-near", EMERGENCY, "({known}) (has|have|got|took|pulled|pointed|held|is holding|came "
     "at me with) (a|the|his|her) (knife|gun|bat|hammer|axe|machete)", "attack"),
    ("fear-life", EMERGENCY, "(fear|afraid|scared|frightened) for my (life|safety)|my life is in "
     "danger|(we|i) (am|are) in danger|not safe (from him|from her|here with|at home with|in this "
     "house)|he found (me|us|out where)|(drunk|drinking|high) and … (threaten|coming|hit|angry"
     "|screaming)", "attack"),
    ("hits-me", URGENT, "({known}) (just |has |have |still |always |also |often |then |sometimes "
     "|once )*({beats}) (me|us|my (face|head|arm|hair|throat|neck|stomach))( again| last| so| and"
     "| in| with| on| by| across| when| up| over| down)*", "violence"),
    ("put-hands", URGENT, "({known}) (has|had|have) (been |started |begun )?(hitting|beating"
     "|slapping|choking|kicking|hurting|punching|threatening|pushing|shoving) (me|us)|(put|puts"
     "|laid|lays) (his|her|their) hands (on|around) (me|my)|(black eye|bruises|split lip|broken "
     "(rib|nose|arm)) … (he|she|him|her|partner|husband|boyfriend)|(he|she) … (left|gave me"
     "|covered) … (bruises?|black eye|marks)|i (was|got|am|have been|am being|keep getting) (hit"
     "|beaten|strangled|choked|attacked|threatened|assaulted) by (him|my|her)", "violence"),
    ("forced", URGENT, "(forced|forces|made|makes|pressured|coerced|pushing) (me|himself on me"
     "|herself on me) … (sex|sleep with|things|in bed|touch|do it)|(raped|sexually assaulted"
     "|molested|groped|drugged) (me|by)|i was (raped|assaulted|sexually assaulted|molested"
     "|drugged|groped|attacked)|(had|have) sex with me (when|while|although|after i) … (asleep|no"
     "|drunk|said)|touched me … (not want|private|without)|would not stop when i (said|asked|told)",
     "violence"),
    ("abusive", URGENT, "({known}) (is|are|has been|being|getting|became|has become|can be) "
     "(really |very |so |physically |verbally |emotionally |sexually |more )*(abusive|violent)"
     "|(in|leave|leaving|escape|stuck in|live in) (an|a|this|my) (very )?(abusive|violent) "
     "(relationship|marriage|home|household|house|partner|man)|i am (in|living with|experiencing"
     "|going through|a victim of) (domestic|family) (violence|abuse)|(he|she|{near_en}) (is "
     ")?(verbally |physically |emotionally |sexually )?(abuses|abusing) me", "violence"),
    ("afraid-of", URGENT, "(afraid|scared|terrified|frightened) (of (him|her|my (husband|wife"
     "|partner|boyfriend|girlfriend|dad|father|stepdad|mum|mom|mother|ex|brother|son)|what (he"
     "|she) (will|might|would|is going to) do)|to (go|be) (home|at home|alone with him|in the "
     "house with))|(he|she) will be (so )?(furious|angry|mad) (if|when) (he|she) (finds|sees"
     "|reads)|walk(ing)? on eggshells", "coercion"),
    ("stalk", URGENT, "(stalk(s|ing|ed) me|my stalker|follow(s|ing) me (home|everywhere|to)"
     "|tracker on my|tracking (me|my (car|phone))|shows? up (at|outside) (my|our)|waits? (outside"
     "|for me))", "coercion"),
    ("control", NOTICE, "(checks?|control(s|led|ling)?|takes?|took|monitors?|tracks?|reads?|goes "
     "through|locks?|hides?|hid|has|keeps?) (all )?(my|me|our) (phone|bank card|cards?|money"
     "|messages|texts|e?mails|keys|passport|wages|salary|account|in|location|papers|documents"
     "|visa)", "coercion"),
    ("not-allowed", NOTICE, "(not|never) (allowed|let(s|ting)? me|permitted|allow(s|ed)? me) … "
     "(come|go|leave|see|work|talk|speak|have|out|friends|therapy|drive|call|family|money)|not to "
     "(leave|go|see|speak|talk|answer) … (house|without|anyone|him|her|flat)|(will|does|would) "
     "not let me|(makes|made|forces) me (quit|stop|delete|choose|give (him|her))|cut me off from",
     "coercion"),
    ("own-past", NOTICE, "(used to|would) (beat|hit|slap|hurt|touch|punch|lock|whip) (me|us)"
     "|abus(e|ed|er|ive)|(domestic|family|partner) violence|molest(ed|ation|er)?|rap(e|ed|ist)"
     "|incest|sexual(ly)? (abuse|assault|violence|assaulted|abused)|trauma from|assault(ed)?"
     "|(beat|hit|hurt|touched) (me|us) (as a child|when i was|growing up)|strangled"),
    ("idiom", NONE, "(hits|hit) me (that|how|like|hard that|when i|all of|up|just|one day|again "
     "that)|hit me up|it (just )?hit me|kick(s|ed)? me out of (my )?(comfort|bed)|push(es|ed) me "
     "(to (be|grow|try|do|run|keep|think|my|get)|out of my comfort|forward|gently)|beats? me (at"
     "|why|how|to it|in)|(my )?(boss|mum|mom|dad|wife|husband|teacher|mother|father|sister"
     "|partner) (is going to|will|would) (kill|murder) me|hurt me (when (he|she|they)|by (saying"
     "|not|forgetting)|with (his|her) words|that)|hurts? my feelings|(kick|throw|threw)(s|ed)? me "
     "out|in danger of [a-z]+|substance abuse|drug abuse|alcohol abuse|abuse of (power|trust)",
     "idiom"),
)  # fmt: skip

FRENCH = (
    ("now", EMERGENCY, "({lui}) … (est|sont) (devant la porte|derriere la porte|dehors|en train "
     "de (frapper|casser|me|crier|tout casser|hurler))|(je me suis|je suis) … (enfermee?|cachee?) "
     "… (salle de bain|chambre|toilettes|voiture|placard|chez)|(va|veut|menace de|menace|dit qu "
     "il va|peur qu (il|elle)) (me|nous|de me|de nous)? ?(tue|tuer)|il va me tuer|({lui}) (a"
     "|tient|prend) (un|une|le|son) (couteau|arme|fusil)|peur pour ma vie|en danger (de mort "
     ")?(chez|avec|maintenant|ici)", "attack"),
    ("hits-me", URGENT, "({lui}) (m a|me|nous|nous a|m) (encore |deja |a |souvent )*(frapp|batt?"
     "|cogn|gifl|etrangl|bouscul|pouss|viol|menac|tabass|humili|jet|serre la gorge)[a-z]*|(coups?"
     "|gifles?|bleus?) … (de mon|il m|par mon|mari|compagnon|conjoint)|(frappee?|battue?|violee?"
     "|agressee?|etranglee?) (par|hier|cette|encore)|violences? (conjugales?|domestiques?"
     "|familiales?)|me force (a|sexuellement)|forcee? a (coucher|faire|avoir)|(mari|compagnon"
     "|conjoint|pere|il|elle) est (tres |devenu |de plus en plus )?violente?|j ai ete (violee?"
     "|agressee?)", "violence"),
    ("afraid", URGENT, "peur (de (lui|mon (mari|compagnon|pere|conjoint|ex|copain|beau pere)"
     "|rentrer (chez moi|a la maison))|qu il (rentre|lise|apprenne|voie|decouvre))|j ai peur "
     "quand il (rentre|boit)", "coercion"),
    ("control", NOTICE, "({lui}) … (surveille|controle|fouille|lit|confisque|garde|prend|verifie"
     "|suit) … (mon|mes|ma) (telephone|messages|carte|argent|papiers|passeport|salaire|mails|cles"
     "|comptes?)", "coercion"),
    ("not-allowed", NOTICE, "(n ai|ai|a) (plus|pas) le droit de|(m interdit|me defend|m empeche"
     "|refuse que|ne veut (plus|pas) que je) … (sortir|voir|venir|parler|travailler|d|de|vienne"
     "|sorte|voie)", "coercion"),
    ("own-past", NOTICE, "maltraitance|maltraitee?|viol(ee?|s|eur)?|inceste|attouchements|abus "
     "sexuels?|abusee? (de moi|sexuellement)|abuse de moi|agression"),
    ("idiom", NONE, "ca m a (frappe|frappee) (que|de)|(ma mere|mon pere|mon mari|ma femme|mon "
     "chef) va me tuer (si|quand)|viol (de|du) (secret|la vie privee)|me pousse a (me|essayer"
     "|continuer|avancer|faire)|m a poussee? a", "idiom"),
)  # fmt: skip

SPANISH = (
    ("now", EMERGENCY, "({ese}) (esta|estan) (afuera|fuera|en la puerta|golpeando|gritando"
     "|rompiendo|tirando|aporreando)|(estoy|me) (encerrad[oa]|escondid[oa]|encerre|escondi) … "
     "(bano|cuarto|habitacion|armario|coche|casa)|(amenaz[a-z]+|dijo|dice|jura|miedo|quiere|va"
     "|intento) … (me (va a|mata|mate|matara)|matarme|con matarme|a matarme)|me va a matar"
     "|({ese}) (tiene|trae|saco|cogio) (un|una|el|la) (cuchillo|pistola|arma|navaja)|temo por mi "
     "vida|miedo por mi vida|corro peligro", "attack"),
    ("hits-me", URGENT, "({ese}) (me|nos) (ha |volvio a |vuelve a |ha vuelto a )?(peg|golpe"
     "|abofete|empuj|patea|estrangul|viol|amenaz|insult|tir|agred|agarr|ahorc|humill)[a-z]*|me "
     "(pego|pega|golpeo|golpea|pegaba|empujo|agredio|violo|violaron|forzo|ahorco) … (otra vez"
     "|anoche|ayer|{near_es}|delante|en la)|(golpes|moretones|morados|moraton) … ({near_es}|el)"
     "|violencia (domestica|de genero|machista|familiar)|(marido|esposo|pareja|novio|padre|el"
     "|ella) es (muy |cada vez mas )?(violent[oa]|agresiv[oa]|maltratador)|me maltrata|me obliga "
     "a (tener|acostarme|hacer)|me (violaron|agredieron|abusaron)", "violence"),
    ("afraid", URGENT, "miedo (de|a) (el|mi (marido|esposo|pareja|novio|padre|ex|padrastro)"
     "|volver a casa|ir a casa|que (lea|vea|llegue|se entere))", "coercion"),
    ("control", NOTICE, "(me )?(controla|revisa|vigila|quita|quito|lee|esconde|guarda) … (el|mi"
     "|mis|la|los) (telefono|movil|celular|mensajes|tarjeta|dinero|pasaporte|correos?|llaves"
     "|documentos|sueldo)", "coercion"),
    ("not-allowed", NOTICE, "no me (deja|permite|dejan) … (salir|ver|ir|venir|hablar|trabajar"
     "|tener)|me prohib(e|io|en)", "coercion"),
    ("own-past", NOTICE, "maltrat(o|os|ad[oa]|ador)|abus(o|os|ad[oa]|aron|aba) (sexual(es)?|de "
     "mi)|viol(ad[oa]|acion|aron|o)|incesto|agresion"),
    ("idiom", NONE, "me (pego|pega) (un susto|el sol|la gana|fuerte la noticia)|(mi madre|mi "
     "padre|mi jefe|mi jefa|mi marido) me (va a matar|mata) (si|cuando)|me empuja a (mejorar"
     "|seguir|intentar)|me animo", "idiom"),
)  # fmt: skip

DETECTOR = sign("abuse", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
