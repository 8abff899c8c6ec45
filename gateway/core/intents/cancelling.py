"""Cancelling: cannot come, moves, will be late; the fee for it."""

from gateway.core.intents._lists import LISTS
from gateway.core.rules import intent

ENGLISH = (
    ("cancel", 0.85, "(cancel(l?ing|l?ed|s)?|call(ing)? off|delete|remove|erase|clear|take (out"
     "|off)|drop|scrap|skip|get rid of|end) (out )?(of |all |for )?(({ours}) )*([a-z]+ )?([a-z]+ "
     ")?({appt}|everything|{day}|event|events|standup|dinner|lunch)"),
    ("cancel-word", 0.65, "(need|have|want|like|going|got|sorry|afraid|please|must|possible|can i"
     "|can we|could (i|you|we)|wish|asking|decided|hate|to) (to )?(to )?cancel|cancel (everything"
     "|for|my|please|tomorrow|today|it|all|on|next|us|me)|({appt}) … (cancel(led|ed)?|off)|(no "
     "longer|not|never) (really |actually |going to )?(need|want|require|be needing) (({ours}) "
     ")+([a-z]+ )?({appt})( anymore)?|({appt}) … (not needed|no longer needed|not required)"),
    ("move", 0.8, "(resched[a-z]*|re schedul(e|ing)|postpone|postponing|push (back|out|it)|bump"
     "|swap|shift|rearrange)|(move|moving|change|changing|switch|switching|push|shift) (back "
     ")?(({ours}) )*({appt}|time|day|slot|{day})|(move|change|switch|make) (it|things|that) (to"
     "|for|until|till) |(another|different|other|new|later|later in the) (day|time|slot) (instead"
     "|this week|next week|work|possible|for (my|our|the))|instead of (on )?({day})|take a rain "
     "?check"),
    ("cannot-come", 0.8, "(can not|can no longer|not (going to |be able |able )*|unable to|will "
     "not be able to|will not|never going to|not able to|do not think i (can|will|am able to)) "
     "(to )?(be able to |actually |to )*(make|attend|come|be there|join|get there|keep|do|show|be "
     "in|get to|see you|be coming|be at|be joining|participate) ?(to |in |it |for |up |with "
     ")*(({ours}) )*({appt}|it|{day}|in|there|at|to|anymore|because|as|due|after|this|on|for|us"
     "|you|therapy)"),
    ("miss", 0.7, "(have to|need to|going to|got to|must|will) (have to |need to )?(miss|skip"
     "|pass on|give [a-z ]+ a miss) (({ours}) )*({appt}|{day}|it|this|out)|(missed|missing|forgot "
     "about|forgot|slept through|overslept|no show(ed)?( for)?) (({ours}) )*({appt})|something "
     "(has )?(come|came) up|no show"),
    ("late", 0.75, "(running|be|am|arrive|arriving|bit|few minutes|minutes|be about|get there) (a "
     ")?(bit |little |few |slightly |super |very |so )?(minutes |mins |min )?late|(late|delayed) "
     "(for|to|getting|by|because|today|due)|[0-9]+ ?(min|mins|minutes) late|stuck in (traffic|the"
     "|a)|train (is |was )?(delayed|cancelled)|start (a bit |a little |[0-9]+ minutes )?later"),
    ("fee", 0.75, "(cancellation|cancelation|late cancel[a-z]*|no show|missed (session"
     "|appointment)) (fee|fees|charge|charges|policy|rule|notice|invoice)|(charge[sd]?|pay|billed"
     "|fee|invoice) … (missed|cancel[a-z]*|no show|late)|(waive|waived) … (fee|charge)|(24|48) "
     "hours?( s)? notice|short notice"),
    ("come-not", 0.6, "({day}|that|it|the [0-9]+(st|nd|rd|th)?) (is not|does not|will not|is no "
     "longer) (going to )?work|not (showing|turning|coming) up|not be in (today|tomorrow|this)"
     "|(can not|could not|not able to|unable to|will not) (come|attend|make it|be there|do (it"
     "|the|this))|take (me|us) off|(was|got|been|being) charged for (the|a|my|that)|gave (you "
     ")?(enough |plenty of |[a-z]+ )?notice|cancellation (rules|terms|window)|(shift|bump|push) "
     "(it|us|me|this|our)|move (it|us|to) (to )?({day})|could we (move|do)"),
    ("sick", 0.4, "(i am|i have|am|down with|came down with|woke up|my (son|daughter|kid|child"
     "|baby) (is|has)) (a |the |so |really |too |with )*(sick|ill|fever|flu|covid|stomach bug"
     "|cold|migraine|unwell|food poisoning|throwing up)"),
    ("end-therapy", 0.6, "(stop|end|pause|discontinue|take a break from|finish|terminate|leave) "
     "(coming to |my |our |the |with |having |attending )*(therapy|sessions|treatment"
     "|counsell?ing|appointments)|(not|never) (need|want|be needing|be coming|come|coming)( to| "
     "back)* … (sessions?|appointments?|therapy)( anymore)?"),
    ("not-cancelling", -0.5, "(not|never) (want to |going to |have to |need to |planning to "
     ")?cancel|(you|she|he|boss|friend|they|friends) (have |had |has |just )?cancel(l?ed)|cancel "
     "(my |the |a |an |this |recent )*(transaction|direct debit|top up|subscription|membership"
     "|card|payment|order|gym|alarm|netflix|policy|insurance|transfer|cheque|flight)|stay late|up "
     "late|late at night|too late|sooner or later|late last night|cancel culture|(has|had|have) "
     "been (feeling )?sick"),
)  # fmt: skip

FRENCH = (
    ("cancel", 0.85, "annul(er|e|ez|ation|ons|erai|ee?|erais)|(supprimer|decommander) (mon|le|la"
     "|notre)"),
    ("move", 0.8, "(reporter|deplacer|decaler|repousser|changer|avancer|modifier|remettre) (a |de "
     "|l heure de |le |la |mon |notre |ma |d |mes |du |au |l )*({rdv}|{jour}|heure|horaire|jour"
     "|date|plus tard)|(report(er|ons|ez)|decaler|decalage|repousser)|(un|autre) (autre )?(jour"
     "|moment|creneau|horaire) (a la place|plutot|possible|cette|la)"),
    ("cannot-come", 0.8, "(ne )?(pourrai|peux|pourrais|pouvons|pourrons|serai|vais|suis) "
     "(malheureusement |donc |finalement )?(pas|plus|pas pouvoir|pas en mesure de|dans l "
     "impossibilite de|pas capable de) (pouvoir |etre |me |y |de )*(venir|presente?e?|la|assister"
     "|rendre|honorer|disponible|participer|etre la|aller|au|a|en mesure)|empechement|je (dois"
     "|vais devoir) (manquer|rater|louper)|(rate|manque|oublie|loupe) (mon|notre|le|la|ma|ce) "
     "(dernier |derniere )?({rdv})"),
    ("late", 0.75, "(en|du|un peu de|de) retard|(arriverai|arrive|serai|vais arriver) (un peu "
     "|avec )*(plus tard|en retard|[0-9]+ minutes)|coincee? dans"),
    ("fee", 0.75, "(frais|penalite|facturee?|payer|facture|payee?) … (annul|absence|manque"
     "|rate)[a-z]*|(frais|delai|politique|conditions) d annulation|(24|48) ?h(eures)? (a l avance"
     "|avant)"),
    ("end-therapy", 0.6, "(arreter|terminer|cesser|mettre fin a|suspendre|interrompre) (la |ma "
     "|les |mes |le |nos |mon )?(therapie|seances|suivi)|(plus|pas) (besoin|envie) (de|d) … "
     "(seances?|rendez vous)"),
)  # fmt: skip

SPANISH = (
    ("cancel", 0.85, "cancel(ar|o|e|acion|arla|arlo|ada|en|arme|aria|emos|amos)|anul(ar|o|e|acion"
     "|arla)"),
    ("move", 0.8, "(reprogramar|aplazar|posponer|retrasar|reagendar|mover|cambiar|adelantar"
     "|pasar) (la |mi |nuestra |de |el |dia |hora |a |para |lo |al |otro |otra )*({cita}|{dia}"
     "|dia|hora|fecha|momento|otro)?|(reprogramar|aplazar|posponer|reagendar)(la|lo)?|otro (dia"
     "|momento) (en vez|mejor|posible|de la|si)"),
    ("cannot-come", 0.8, "no (voy a |puedo |podre |podria |me es posible |sere capaz de |creo que "
     "pueda |vamos a |podremos )*(poder |posible )*(ir|asistir|acudir|llegar|estar|venir|hacerlo"
     "|presentarme|conectarme|podre|puedo) (a |al |en |hoy|manana|este|esta|el|la|por|mi|porque"
     "|ir|asistir|{dia})|(me surgio|ha surgido|surgio|tengo) (un |una )?(imprevisto|contratiempo"
     "|compromiso)|(falte|falta[rd][a-z]*|perdi|olvide|se me olvido|se me paso) (a |la |mi "
     "|nuestra )*({cita})"),
    ("late", 0.75, "(llego|llegare|voy a llegar|llegar|llegando) (un poco |algo |unos minutos "
     "|[0-9]+ minutos )?(tarde|con retraso)|retraso de|(voy|estoy) (con )?(retras|tarde)[a-z]*"
     "|atascad[oa]"),
    ("fee", 0.75, "(cobr|pagar|cargo|tarifa|factur|multa|penaliz)[a-z]* … (cancel|falt|no asist"
     "|anul|perd)[a-z]*|politica de cancelacion|(24|48) horas de antelacion"),
    ("end-therapy", 0.6, "(dejar|terminar|parar|suspender|finalizar|interrumpir) (la |de ir a "
     "|con |mi |las |mis |el )*(terapia|sesiones|tratamiento|consultas)|no (necesito|necesitare"
     "|quiero) mas (sesiones|citas)"),
)  # fmt: skip

DETECTOR = intent("cancelling", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
