"""Crisis: what tells risk without being a sign: cannot cope, panic, psychosis, calls for help.

The intent itself is there whenever the risk is urgent or graver, whatever sign told it.
"""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

ENGLISH = (
    ("not-safe-now", EMERGENCY, "(can not|not (able|going) to|do not think i can|do not know how "
     "to) (to )?keep (myself|my ?self) safe|(going to|about to) do something (stupid|bad|i will "
     "regret|terrible|drastic|dangerous)|i need (an ambulance|the police)|(i am|am) having a "
     "heart attack", "act"),
    ("not-safe", URGENT, "(not|do not feel|never feel|not feeling) (really |very )?safe( with "
     "(myself|my ?self|my thoughts)| alone| at home| by myself| right now| tonight| anymore| "
     "here)|(afraid|scared|frightened|terrified|worried) (of|about) (what i (might|may|could|will"
     "|am going to) do|myself|being alone|my own mind)|(do not|can not) trust myself|should not "
     "be (left )?alone( tonight| right now| with)|might do something (stupid|bad|i|to myself)|am "
     "a danger to (myself|others)", "unsafe", "n"),
    ("cannot-cope", URGENT, "i (really |just |simply |honestly |actually |truly )*(can not|am not "
     "able to|am unable to|could not|do not know how to|am not sure i can|can barely|do not think "
     "i can) (really |even )?(cope|hold on|hang on|hold it together|keep it together|keep going"
     "|go on|carry on|survive|get through (this|the|another|tonight|today)|make it through|handle "
     "(anything|it anymore|life)|manage (anymore|on my own))|(am|i) not coping|(do not|not) know "
     "(how (much|long) (more|longer)|how to go on|if i can (go|keep|make|do|survive|hold|take))"
     "|(at|reached) (my |the )?(breaking|rock|snapping) (point|bottom)|end of my (rope|tether)",
     "low", "n"),
    ("crisis", URGENT, "(i am|am|in|having) (in )?(a |complete |total |real |full |full blown "
     "|mental health |an? emotional )*(crisis|breakdown|meltdown|nervous breakdown|mental "
     "breakdown)( right now| again| tonight)?|can not stop (having|the) (panic|anxiety)|(panic"
     "|anxiety) attacks? … (right now|all (day|night|week)|every (day|hour|few)|can not|will not "
     "stop|not stopping|non ?stop|constant|back to back|worse|cannot)|(panicking|spiralling"
     "|spiraling|losing (my mind|it completely)|going (crazy|insane)|falling apart|breaking down"
     "|unravell?ing) (right now|badly|completely|again|and i|fast|so|help|i)", "low"),
    ("psychosis", URGENT, "(voices?) (are|is|were|keep|keeps|have|that|telling|in my) (back"
     "|getting|louder|telling|saying|talking|coming|head|started|so|tell)|hear(ing)? (the "
     ")?voices|(they|someone|people|neighbou?rs|government|police|cia|fbi) (is|are|have|has|keep"
     "|put) (been )?(watching me|following me|poisoning (me|my)|spying on me|tracking me"
     "|listening (to|through)|reading my (mind|thoughts)|sending (me )?(messages|signals)|a chip"
     "|cameras in|after me|out to get me|plotting)|(radio|tv|television|news|songs?) (is|has|have"
     "|keeps?|are) (started )?(talking|speaking|sending|laughing) (about|to|at) me|(god|angels?"
     "|devil|satan|tv|radio) (is|has|told|speaks?|tells?|talks?|chose|talking|answers?) (to )?(me"
     "|chosen)|(chip|implant|camera)s? in my (head|brain|teeth|walls?)|(not|barely|hardly|have "
     "not|without) (really )?(slept|sleep|sleeping)( at all| a minute)? (in|for|since) (three"
     "|four|five|six|[3-9]|days|a week|[a-z]*day)( days| nights)?|seeing things (that|again"
     "|others)", "psychosis", "n"),
    ("need-help-now", NOTICE, "(need|want|please) (urgent |immediate |some |you |your |to |really "
     "|to get )*(help|talk|speak|see you|hear from you) (with you |to you |to someone |me |right "
     ")*(right now|now|asap|urgently|immediately|today|tonight|as soon as|straight away|soon as)"
     "|please (please )?(call|ring|phone|help|answer|respond) (me|back)( as soon| now| today| "
     "asap| tonight| right| urgently)*|need (someone|somebody) to (talk|speak) to|i need (your "
     ")?help|please help me|help me ,|help me please|(is there|can i) (any(one|body)|speak|talk)( "
     "to)? (someone|i can|today|now)|can not wait (until|till) (our|my|the|next|thursday|monday"
     "|tuesday|wednesday|friday)|urgent(ly)?", "plea"),
    ("broken", NONE, "(falling|fell|coming) apart|break(ing)? down|broke down|spiral(l?ing|l?ed)?"
     "|overwhelmed|desperate|out of control|losing (it|control|my mind)|(a|complete|total) mess"
     "|panic(king|ked)?( attacks?)?|can not stop crying|worst (day|night|week)|struggling (so "
     "much|badly|really|a lot)|unbearable|too much for me|dark place|(can not|not) (function|eat"
     "|sleep|breathe|calm down|get out of bed|stop shaking)|do not know what (else )?to do "
     "anymore|darkness|numb|i give up|so alone|completely alone|no one to (talk|turn)", "low"),
    ("grief", NOTICE, "(want to be|be) with (him|her|mum|mom|dad|them) again|miss (him|her|mum"
     "|mom|dad|them) so much|(mum|mom|dad|father|mother|husband|wife|brother|sister|son|daughter"
     "|baby|grandma|grandmother|grandpa|grandfather|friend|partner|dog|cat|uncle|aunt) … (died"
     "|passed away|has died|passed on|is dead)|since (he|she) (died|passed)|(i am )?grieving|(the "
     ")?funeral|miscarriage|stillbirth|stillborn"),
    ("idiom", NONE, "(can not|could not) (cope|handle|deal) (with )?(the (heat|cold|noise"
     "|cuteness|suspense|snow|rain)|how (cute|good|funny))|(panic|crisis) (over|averted)|(mid "
     "?life|existential|identity|housing|climate|fashion|quarter life) crisis|can not (breathe"
     "|stop) (laughing|from laughing)|(no|not|nothing) (panic|need to panic|urgent|an emergency"
     "|rush|hurry|in crisis|a crisis)|do not panic|follow(ing|s)? me on|(crisis|emergency) (line"
     "|team|contact|contacts|number|plan|text line|services|fund|management)|can not wait (to|for"
     "|until|till)? ?(tell|see|show|share|the (holiday|weekend|party)|christmas|summer)|in (case "
     "of )?(an )?emergency", "idiom"),
)  # fmt: skip

FRENCH = (
    ("not-safe-now", EMERGENCY, "(vais|risque de|peur de) faire une (betise|connerie|chose (grave"
     "|terrible))|(ne peux plus|n arrive plus a) (me proteger|garantir ma securite)|(appelez"
     "|besoin d) (une ambulance|le samu|les secours|le 15|la police)", "act"),
    ("not-safe", URGENT, "(pas|plus) en securite( avec moi meme| seule?| ce soir| chez moi)?|peur "
     "de (moi meme|ce que je (peux|pourrais|vais|risque)|mes (idees|pensees)|rester seule?)|(ne"
     "|n) (me |m )?fais (plus|pas) confiance", "unsafe", "n"),
    ("cannot-cope", URGENT, "(n arrive|arrive|peux|tiens|tiendrai|sais|tiendrais) (plus|pas) (a "
     "|vraiment )?(gerer|faire face|tenir|le coup|jusqu|me lever|respirer|fonctionner|m en sortir"
     "|continuer|a (gerer|tenir|respirer|arreter de pleurer|me calmer)|arreter de pleurer|comment "
     "(faire|tenir|continuer))|(je )?(n en|en) peux (vraiment )?plus|(au|a) bout (de|du|de mes) "
     "(forces?|rouleau|nerfs)|je suis a bout|je m effondre|je craque (completement|vraiment)?",
     "low", "n"),
    ("crisis", URGENT, "(en|pleine|une grosse|une) crise (d angoisse|de panique|de nerfs"
     "|maintenant|en ce moment)? ?(en ce moment|maintenant|qui ne|depuis|tous|toute|encore)|je "
     "suis en (pleine )?crise|(crises?|attaques?) (d angoisse|de panique) … (tous|toutes|sans|n "
     "arrete|depuis|maintenant|en ce moment|non stop)", "low"),
    ("psychosis", URGENT, "(entends?|entendre) (des|les) voix|(les|des) voix (me|sont|reviennent"
     "|disent)|(on|ils|les voisins|quelqu un) (me|m) (surveille|suit|suivent|espionnent?"
     "|empoisonnent?|ecoutent?|poursui[a-z]+)|pas dormi (depuis|de) (trois|quatre|cinq|[3-9]"
     "|plusieurs) (jours|nuits)", "psychosis", "n"),
    ("need-help-now", NOTICE, "(besoin) (d aide|de (vous )?(parler|voir)|que vous) … (maintenant"
     "|urgence|urgent|vite|aujourd hui|ce soir|possible|rapidement)|(rappelez|appelez|aidez"
     "|repondez) moi|urgent|en urgence|au secours|a l aide", "plea"),
    ("broken", NONE, "desespere(e)?|effondree?|angoisse[es]*|paniquee?|perdue?|a bout"
     "|insupportable|au fond du trou|trop dur|toute? seule?|je sombre", "low"),
    ("grief", NOTICE, "(mere|pere|maman|papa|mari|femme|frere|soeur|ami|amie|fils|fille|grand "
     "mere|grand pere|chien|chat) … (est morte?|est decedee?|decedee?|nous a quittee?s?|mourut)"
     "|(enterrement|obseques|fausse couche)"),
    ("idiom", NONE, "crise de (rire|fou rire|la quarantaine)|pas (de )?(panique|urgent|urgence)"
     "|rien d urgent|(numero|services?) d urgence|en cas d urgence|crise (economique|du logement"
     "|climatique)", "idiom"),
)  # fmt: skip

SPANISH = (
    ("not-safe-now", EMERGENCY, "(voy a|miedo de|a punto de|temo) (hacer|cometer) una (locura"
     "|tonteria|barbaridad|estupidez)|no puedo (mantenerme a salvo|garantizar mi seguridad)"
     "|(llame|necesito) (a )?(una ambulancia|la policia|al 112|emergencias)", "act"),
    ("not-safe", URGENT, "no (estoy|me siento) (a salvo|segur[oa])( conmigo| sol[oa]| en casa| "
     "esta noche)?|miedo (de|a) (mi mism[oa]|lo que (pueda|puedo|podria|voy a)|estar sol[oa]|mis "
     "pensamientos)|no (me fio de mi|confio en mi)", "unsafe", "n"),
    ("cannot-cope", URGENT, "(ya )?no (puedo|aguanto|doy|soy capaz de) (mas|seguir|con (la vida"
     "|todo|esto)|respirar|dejar de llorar|levantarme|funcionar|continuar|aguantar|soportar)|al "
     "(limite|borde)|no se (como|si) (voy a |podre |puedo )?(seguir|aguantar|salir|mas)|me estoy "
     "(derrumbando|hundiendo|desmoronando)|me derrumbo", "low", "n"),
    ("crisis", URGENT, "(estoy|en) (en )?(plena |una )?crisis( de (ansiedad|panico|nervios))?"
     "|(ataques?|crisis) de (panico|ansiedad) … (todo|todos|sin|ahora|no para|cada|seguid"
     "|desde)[a-z]*", "low"),
    ("psychosis", URGENT, "(oigo|escucho|oir|escuchar) voces|las voces (me|han|vuelven|dicen)|(me"
     "|nos) (vigilan|siguen|espian|persiguen|quieren envenenar|estan (vigilando|siguiendo"
     "|envenenando))|(sin dormir|no duermo|no he dormido) (desde )?(hace )?(tres|cuatro|cinco"
     "|[3-9]) (dias|noches)", "psychosis", "n"),
    ("need-help-now", NOTICE, "necesito (ayuda|hablar|verle|verla|que me) … (ahora|ya|urgente"
     "|urgentemente|hoy|cuanto antes|esta noche)|(ayudeme|ayudenme|ayuda por favor|llameme"
     "|respondame|conteste)|urgente|auxilio|socorro", "plea"),
    ("broken", NONE, "desesperad[oa]|destrozad[oa]|hundid[oa]|angustiad[oa]|perdid[oa]"
     "|insoportable|panico|muy sol[oa]|no puedo mas|en un pozo", "low"),
    ("grief", NOTICE, "(murio|fallecio|ha muerto|ha fallecido) … {near_es}|({near_es}) … (murio"
     "|fallecio|ha muerto|ha fallecido)|(funeral|entierro|velorio)"),
    ("idiom", NONE, "crisis (de risa|de los cuarenta|economica|climatica|de la vivienda)|(no es"
     "|nada) urgente|(numero|telefono) de (emergencias?|urgencias)|en caso de (emergencia"
     "|urgencia)|sin panico", "idiom"),
)  # fmt: skip

DETECTOR = sign("crisis", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
