"""Booking: the client wants an appointment, a first one, another one or an earlier one."""

from gateway.core.intents._lists import LISTS
from gateway.core.rules import intent

ENGLISH = (
    ("book", 0.75, "(book|booking|schedule|arrange|set up|make|reserve|request|add|sign me up for"
     "|put me down for|plan|organi[sz]e|fix|squeeze in|get) (me )?(in )?(for )?(({ours}) "
     ")*([a-z]+ )?(s )?({appt})"),
    ("want", 0.7, "(want|need|like|looking|hoping|love|wondering|interested|try|trying|wish|ask"
     "|possible|able) (to )?(for )?(have |get |see you for |in |about |make |schedule |book "
     ")?(({ours}) )+([a-z]+ )?({appt})"),
    ("can-i-have", 0.7, "(can|could|may|would|is it possible to|shall|should) (i|we|you)? "
     "?(please |possibly )?(have|get|do|fit|squeeze|see|give|find|offer|book|schedule|come|meet"
     "|slot) (me |us |my [a-z]+ )?(in |for )?(({ours}) )+({appt})"),
    ("availability", 0.7, "(any|your|what|more|other|some|do you have|is there|are there|have you "
     "got) … (availability|openings?|availabilities|vacanc(y|ies)|free (slots?|times?|spots?"
     "|hours?)|space|spaces?|slots?|time free|times (free|available))|(when|what (times?|days?"
     "|dates?)) (are|would|do|is|could|can) (you|it|we|i) … (available|free|open|meet|see (me|us)"
     "|come in|work for|have time|suit)|are you (available|free|open|taking)|(any|an) (chance"
     "|possibility) of (an|a|seeing|coming|meeting|another)|(fully booked|cancellations? list"
     "|cancellation comes)"),
    ("new-client", 0.75, "(accept(ing)?|tak(e|ing)( on)?|have room for|seeing) (any |on )?(new "
     ")(clients?|patients?|people|couples)|wait(ing)? ?list|(become|start(ing)?|begin(ning)?"
     "|resume|return to|come back to|restart|try) (a |as a |new |to )*(client|therapy"
     "|counsell?ing|sessions|working with you|seeing you|seeing someone|seeing a therapist)"
     "|looking for (a |an |some )?(therapist|counsell?or|therapy|help with|someone to (talk"
     "|speak))|refer(red|ral) (me |us |him |her )?(to you|by|from)|(found|got|given) your (name"
     "|website|profile|details|practice)|first time (client|seeing|reaching)|how do i (book|sign "
     "up|make an appointment|get started|get an appointment)|i am a new (client|patient)|when "
     "(could|can|would) (we|i) (start|begin)|initial consultation|intake (appointment|session"
     "|form|call)"),
    ("first", 0.55, "(suggested|recommended|told me|advised) (that )?(i|me)? ?(to )?(get in touch"
     "|contact|see you|reach out|call you|write to you|come)|first (meeting|visit|hour) (cost"
     "|would|be)|do you (offer|have|do|work) … (evening|online|weekend|saturday|morning|sliding"
     "|hours)|come (in )?(twice|two times|once more|again)"),
    ("sooner", 0.7, "(see|meet|talk to|speak (to|with)|squeeze|fit|get|come|slot) (with )?(you|me"
     "|us|in) (any |a bit |a little )?(sooner|earlier|this week|before|today|tomorrow|next week"
     "|on|again|at|in|for)|(earlier|sooner|extra|another|additional|second|longer|double) "
     "(appointment|session|slot|time|meeting)|(book|come) (back )?in (again|soon|for|this|next|on"
     "|with)|(next|your next|first|earliest|soonest) (available|free|opening|open)|(have|get) you "
     "on the (books|calendar)"),
    ("see-someone", 0.55, "(want|need|like|hoping|wish|looking|love|trying) (to )?(see|meet with"
     "|talk to|speak to|visit|find|come and see) (you|a (therapist|counsell?or|psychologist"
     "|doctor|dentist|professional)|dr|doctor|someone (for|about|who))"),
    ("more-often", 0.65, "(go|move|switch|change|increase|come) (back )?to (weekly|twice"
     "|fortnightly|every|two sessions|biweekly)|twice a week|more (often|frequently|frequent)"
     "|block of sessions|standing appointment"),
    ("spot", 0.6, "(get|have|grab|need|want|keep) (a|the same|another|my usual) (spot|slot|time"
     "|hour)|same (time|slot|day) (in|next|as usual|again)|forgot to (book|make|schedule)|(put"
     "|add) (my|our) names? (on|down)|(somebody|someone|anyone) (drops out|cancels)|room for "
     "(someone|somebody|me|us|one)"),
    ("set-event", 0.6, "(set|create|put|enter|note|mark) (up )?(an?|the|my|new|another) … "
     "(appointment|meeting|event|session|reminder|reservation|table|calendar)|(reservation|table"
     "|room|hotel|suite) (for|in|at)|(appointment|meeting) (with|for) … ({day}) (at|from|please)"),
    ("not-booking", -0.6, "(can not|not|unable to) (make|attend|come|keep|do) (it|my|our|the|to)"
     "|cancel[a-z]*|resched[a-z]*|postpone[a-z]*|(when|what time|what day) (is|was|are) (my|our"
     "|the|is my) (next )?(appointment|session|booking)|(no longer|not|never) (really |actually "
     ")?(need|want|require)( to keep)? (my|our|the|this)|confirm[a-z]* (my|our|the) (appointment"
     "|session|booking|reservation)|book (club|title|shop|review|report|chapter|by|called|about)"),
)  # fmt: skip

FRENCH = (
    ("book", 0.8, "(prendre|fixer|reserver|avoir|obtenir|planifier|programmer|demander|convenir d"
     "|reprendre|proposer|trouver|prendrais|voudrais|souhaite|souhaiterais|aimerais|faudrait) "
     "(moi |nous |un |une |d un |d une |le |autre |nouveau |nouvelle |premier |premiere |prochain "
     "|prochaine |plus |avoir |prendre |aussi )*({rdv})"),
    ("availability", 0.75, "(disponibilites?|etes vous disponible|places? (disponibles?|libres?)"
     "|un creneau|des creneaux|de la place|liste d attente|nouveaux (patients|clients)|avez vous "
     "(un|une|des|de la|encore)|seriez vous disponible|libre (cette|la|ce|demain))"),
    ("sooner", 0.7, "(vous (voir|rencontrer|parler|consulter)|me recevoir|nous recevoir) (plus "
     "tot|cette|la|avant|rapidement|des que|demain|en|pour|au|une|bientot)|plus tot (cette|que|si"
     "|dans)|(commencer|reprendre|debuter|entamer|suivre) (une |la |mes |les |un |des )?(therapie"
     "|suivi|seances|consultations)|cherche un(e)? (psy|therapeute|psychologue)|rendez vous "
     "supplementaire|seance supplementaire"),
    ("not-booking", -0.6, "annul[a-z]*|report(er|e|ez|ons)|deplacer|decaler|(quand|quelle heure) "
     "est (mon|notre|le)|confirmer|ne (pourrai|peux|pourrais|serai) pas"),
)  # fmt: skip

SPANISH = (
    ("book", 0.8, "(pedir|reservar|agendar|hacer|concertar|solicitar|programar|tener|sacar|coger"
     "|necesito|quiero|quisiera|quisieramos|me gustaria|querria|podria|dar(me|nos)?|conseguir"
     "|puedo|busco) (tener |pedir |reservar |agendar |una |un |otra |otro |nueva |primera |mi |la "
     "|proxima |hacer |solicitar |concertar |sacar |mas |darme |programar |coger )*({cita})"),
    ("availability", 0.75, "disponibilidad|(tiene|tienes|tendria|hay|tienen) (algun |alguna |un "
     "|una |usted )?(hueco|disponible|espacio|horario|hora libre|libre|cupo|sitio|lugar)|lista de "
     "espera|nuevos (pacientes|clientes)|(cuando|que (dias?|horas?|horarios?)) (puede|podria"
     "|tiene|esta|estaria|atiende|le viene)|acepta (nuevos )?pacientes"),
    ("sooner", 0.7, "(verle|verla|verte|vernos|atenderme|recibirme|hablar con usted) (antes|esta "
     "semana|pronto|lo antes|cuanto antes|manana|la|otra)|(antes|adelantar) … (cita|sesion)"
     "|(empezar|comenzar|iniciar|retomar) (la |una |mi |las )?(terapia|sesiones|tratamiento)"
     "|(busco|buscando) (un |una )?(terapeuta|psicolog[oa]|ayuda)|(cita|sesion) (extra|adicional"
     "|antes|mas)"),
    ("not-booking", -0.6, "cancel[a-z]*|anular|aplazar|posponer|cambiar (la|mi)|reprogramar"
     "|(cuando|a que hora) es (mi|la|nuestra)|confirmar|no (puedo|podre|voy a poder) (ir|asistir"
     "|acudir|llegar)"),
)  # fmt: skip

DETECTOR = intent("booking", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
