"""Update: good news, progress, something exciting."""

from gateway.core.rules import intent

LISTS = {
    "good": "good|great|amazing|exciting|wonderful|happy|big|fantastic|lovely|brilliant|positive"
    "|awesome|best",
}  # fmt: skip

ENGLISH = (
    ("news", 0.8, "(some |have |my |got |the |little |quick |share |a )*({good}) (news|update"
     "|week|day|thing|progress)|(quick|little|small|short|progress|brief|wee) (update|win"
     "|victory)|just (wanted|want) to (share|tell you|let you know|update you|say) … (good|happy"
     "|got|passed|it worked|finally|went|so|that i|i)|guess (what|who)|you (will|would not) (not "
     ")?(believe|never guess)|(wanted|want|dying|had) to (tell|share) (you )?(that|the|my|some|it"
     "|this|something)|(thought|knew) you (would|might) (like|want|be|love) to (know|hear|happy"
     "|proud|pleased)"),
    ("did-it", 0.75, "i (actually |finally |just |did |really |also |even |have )*(got (the job|a "
     "job|that job|a place|my (degree|diploma|licence|license|results|dream)|the (promotion|offer"
     "|part|keys|flat|house|place)|a (promotion|raise|new|offer|distinction|scholarship)|into"
     "|accepted|promoted|engaged|offered|through)|passed|graduated|did it|made it (through|to)"
     "|managed to|succeeded|won|landed (a|the)|finished my|completed my|stood up (for|to)|spoke "
     "up|said no|set (a |my )?boundar(y|ies)|asked (her|him|them) out|quit smoking|ran (a|my|5k"
     "|10k|the)|drove|flew|went to (the|a) (party|gym|interview|supermarket|wedding)|slept "
     "(through|well|all|like|eight)|proposed|submitted|moved in|signed|been offered|opened my"
     "|told (my|him|her)|went (out|on a) )|we (are|got) (engaged|pregnant|having|married"
     "|expecting)|(she|he|they) said yes|it (actually |really |totally )?(worked|went (so |really "
     "|very )?well|paid off|helped)"),
    ("feeling", 0.65, "(i am|i feel|feeling|felt|been|doing|am) (so |really |very |much |actually "
     "|super |incredibly |a lot |quite |pretty |genuinely |bit |little |finally |just )*(proud"
     "|happy|excited|thrilled|better|over the moon|grateful|hopeful|relieved|good|great|amazing"
     "|on top of|optimistic|stronger|calmer|lighter|delighted|joyful)|(proud of (myself|my|me)|so "
     "proud|best (week|day|weekend|month)|first time in (years|months|ages|forever|a long)|feel "
     "like a new (person|woman|man)|(huge|big|real|small|tiny) (step|win|milestone|achievement"
     "|progress|deal|improvement)|making progress|things (are|have been) (going |looking |getting "
     "|so |much |really )*(well|up|better|good|great)|milestone|celebrat(e|ing|ed|ion)|[0-9]+ "
     "(days|weeks|months|year) (sober|clean|smoke free|without)|no panic attacks?|yay|woo ?hoo"
     "|hooray|so (cool|awesome|amazing)|i (love|loved) (it|this|that)|awesome|that is (amazing"
     "|great|awesome|wonderful))"),
    ("new", 0.6, "(new (job|baby|puppy|house|home|flat|apartment|role|position|relationship"
     "|girlfriend|boyfriend|grandchild|grandson|granddaughter)|promotion|pay rise|engagement"
     "|scholarship|job offer|got the job|baby (is|was|arrived)|(was|is) born|wedding (is|was)|got "
     "engaged|accepted (to|into)|offer letter|exam results|dream job)"),
    ("not-update", -0.5, "(bad|sad|terrible|awful|worst) (news|week|day)|not (so |very |really "
     "|doing |feeling )*(good|great|well|happy|better|proud)|(lost|losing) (my|the) (job|baby"
     "|house)|died|(no|any) (update|news)|update (my|your|the|on (my|the) (invoice|claim|payment"
     "|insurance))|(hope|hoping|glad) you (are|had|have)|would be (great|good|happy)|(want|need"
     "|hope|trying) to (feel|get|be) (better|happy|good)|good (day|morning|luck|evening|weekend"
     "|afternoon)|sounds (good|great)|feel better soon"),
)  # fmt: skip
FRENCH = (
    ("news", 0.8, "(bonnes?|super|excellente?s?|grande?|belle|petite) (nouvelles?|progres|semaine"
     "|victoire)|(tenais|voulais|envie|hate) … (partager|annoncer|raconter|dire que)|devinez quoi"
     "|vous n allez pas (me )?croire|petite (victoire|reussite)|(une|grande|super|bonne) nouvelle"),
    ("did-it", 0.75, "j ai (enfin |vraiment |finalement |bien |quand meme )*(reussi|eu (le|mon|ma"
     "|la)|obtenu|decroche|ose|pu|su|trouve (un|du)|dit non|passe (mon|le|un|une)|gagne|termine "
     "mon|ete (prise?|admise?|acceptee?|promue?)|couru|dormi toute|conduit|parle a|pris (le|l|mon "
     "courage)|fait (un|le|mon) (premier|premiere|pas))|je suis (admise?|prise?|enceinte"
     "|diplomee?|fiancee?)|(ca|cela) (a (bien |vraiment )?(marche|fonctionne)|s est (tres |super "
     ")?bien passe)|on (va se marier|s est fiance)"),
    ("feeling", 0.65, "(je suis|je me sens|tellement|si|trop|tres|vraiment) (trop |tellement "
     "|tres |si |vraiment |super |plutot |beaucoup |bien |assez )*(fiere?|heureuse|heureux"
     "|contente?|mieux|ravie?|soulagee?|optimiste|bien)|fiere? de (moi|mes)|(grand|gros|petit) "
     "(pas|progres)|premiere fois depuis|ca va (beaucoup |bien |de mieux en )*mieux|des progres"
     "|nouveau (travail|poste|boulot|logement)|promotion|[0-9]+ (jours|semaines|mois) sans"),
    ("not-update", -0.5, "(mauvaise|triste) (nouvelle|semaine)|(pas|plus) (tres |si |vraiment "
     ")?(bien|heureu[a-z]+|fiere?)|sans nouvelles|bonne (journee|semaine|soiree|reception|annee)"
     "|(serais|serait) (heureu[a-z]+|bien|ravie?)"),
)  # fmt: skip
SPANISH = (
    ("news", 0.8, "(buenas?|gran|grandes|excelentes?|linda|feliz|mejor) (noticias?|semana|dia"
     "|avance)|(queria|quiero|tenia) … (contarle|compartir|contarte|decirle que)|adivine que|no "
     "(se )?lo va a creer|no se imagina|pequeno (logro|avance)|(tengo|una) (buena|gran) noticia"),
    ("did-it", 0.75, "(por fin|finalmente|ya|lo|me|he|ha) (logre|consegui|conseguido|logrado"
     "|aprobe|aprobado|gradue|atrevi|ascendieron|dieron (el|la)|aceptaron|contrataron|case"
     "|comprometi|pude|ascendido)|(logre|consegui|aprobe|pude|me atrevi|me gradue|me ascendieron"
     "|me dieron (el|la)|me aceptaron|dije que no|puse limites|saque)|(salio|fue|fue todo|ha ido"
     "|me fue) (muy |super |todo |tan )*(bien|genial)|funciono|(estoy|estamos) (embarazada"
     "|esperando|comprometid)[a-z]*"),
    ("feeling", 0.65, "(estoy|me siento|tan|muy|super) (muy |tan |mucho |super |realmente "
     "|bastante |mas )*(orgullos[oa]|feliz|content[oa]|mejor|emocionad[oa]|ilusionad[oa]"
     "|aliviad[oa]|tranquil[oa] y|bien|agradecid[oa])|orgullos[oa] de (mi|lo)|(gran|pequeno|gran) "
     "(paso|logro|avance)|primera vez en (anos|meses|mucho)|(van|va|todo va|estan) (muy |mucho "
     "|cada vez )*(mejor|mejorando|bien)|nuevo (trabajo|puesto|piso|empleo)|ascenso|[0-9]+ (dias"
     "|semanas|meses) sin"),
    ("not-update", -0.5, "(mala|malas|triste) (noticia|noticias|semana)|no (estoy |me siento |muy "
     ")*(bien|feliz|mejor|content[oa])|espero que (este|se encuentre|todo)|buen(os|as)? (dia|dias"
     "|tarde|tardes|noches|fin)"),
)  # fmt: skip

DETECTOR = intent("update", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
