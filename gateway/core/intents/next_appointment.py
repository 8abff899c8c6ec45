"""Next appointment: when, where or whether it is; the asking to confirm it."""

from gateway.core.intents._lists import LISTS
from gateway.core.rules import intent

ENGLISH = (
    ("when", 0.8, "(when|what time|what day|which day|what date|at what time|where|what hour|how "
     "long) (is|are|was|s|do|does|did|will|s it|exactly is|again is|am i|have) (be )?(my|our|the"
     "|we|i|you|your|his|it) (({ours}) )*({appt}|supposed|seeing|meeting|see you|meet|coming|come "
     "in|next|due|booked|scheduled|have you|see each|event|party)"),
    ("when-next", 0.75, "(when|what time|what day|which day|what date|where) … (next|upcoming|our"
     "|my|tomorrow s|today s) ({appt}|event)|(date|time|day|address|location|details) (and time "
     "|of day |or time )?(of|for) (({ours}) )*({appt})|time (is|was) (my|our|the) (next "
     ")?({appt})|(appointment|session|meeting) (again )?(is )?(at )?(what|which) (time|day)"),
    ("confirm", 0.75, "confirm(ing|ed|ation)? (that |for |of |if |whether |with you )?(we |i |are "
     "|am |still |on |have |is |about )*(({ours}) )*({appt}|time|date|place|still|slot|{day})"
     "|(double check|check|checking|verify|make sure|sure|tell me|see|find out|know|find) (that "
     "|if |whether |on |when |about |what )?(i |we |my |our |have |are |am |is |an |still |booked "
     "|got |the |time )*({appt}|on for|booked|scheduled|meeting|reserved)|(please )?confirm (my"
     "|our|the|this|that|if|whether)"),
    ("still-on", 0.75, "(are|is) (we|it|our|my|i|the) (({ours}) )*({appt} )?(still )(on|meeting"
     "|happening|good|ok|okay|booked|at|for|scheduled|happening|seeing|going ahead|a go)|(is|are) "
     "(my|our) (({ours}) )*({appt}) (still|on|at|this|tomorrow|today|next|in|online|confirmed"
     "|{day})|am i (booked|scheduled|seeing you|supposed|down|meeting|due|in with you|coming)|(do"
     "|did) (i|we) (have|got|book|schedule|agree|say|set up) (on )?(an?|my|any|our|the|for)? "
     "?(({ours}) )*([a-z]+ )?(s )?({appt}|{day}|plans|events?)|still (on for|good for|meeting"
     "|seeing you|booked)"),
    ("remind-me", 0.7, "(remind me|forgot|forgotten|lost|can not remember|do not remember|not "
     "sure|unsure|can not find|mixed up|blank|missed the e?mail|never got|did not (get|receive)) "
     "(of |about |track of |again |the |my |your )*(when|what time|what day|which|where|time|date"
     "|details|reminder|confirmation|calendar invite|if (our|my|we)|card|appointment (card|time"
     "|date))|is it (at )?[0-9]+ (or|o clock)|(was it|is it) (on )?(monday|tuesday|wednesday"
     "|thursday|friday|[0-9]+) or"),
    ("down-for", 0.7, "(what|which) (time|day|date) am i|are we on for|(have|had) (it|us|me|this"
     "|that) down (for|as)|(when|where) (we|do we|i) (meet|see each other|come)|(where|how) (is"
     "|do i find|to find) (the|your) (new )?(office|practice|room|place)|(think|thought) (it|we"
     "|that) (was|were|is|said) (at )?(half|quarter|[0-9]+)|(usual|a|the|any) (text|reminder"
     "|reminder e?mail|confirmation)"),
    ("or-was-it", 0.6, "(we|you|i) (said|agreed|had) (on )?(the [0-9]+(st|nd|rd|th)?|{day}"
     "|[0-9]+)|(was|is) it (on )?(the [0-9]+(st|nd|rd|th)?|{day})( or)?"),
    ("where", 0.7, "(your|office|practice|clinic|new) (address|location|directions|door code"
     "|entry code|room number)|(zoom|video|meeting) link (for|to|again|please|is|you)|where (do"
     "|should|can) i (go|park|come)( to)? (for|on|to|when|again|in)|which (office|room|building"
     "|location) (is|are|do|should|for|again)|(in person|online) or (on )?(in person|online|zoom"
     "|video|by phone)|(send|resend|have|got|get) (me )?(the |your |a )?(new )?(zoom |video "
     "|meeting )?link"),
    ("my-calendar", 0.65, "(on|in) (my|the) (schedule|calendar|agenda|books|diary)|(any|what"
     "|which) (meetings?|appointments?|events?|plans) (do|are|have|on|between|for|today|tomorrow"
     "|with|scheduled)|(scheduled|planned) (for|on|today|tomorrow|with)"),
    ("not-asking", -0.5, "(want|need|like|wish) to (cancel|reschedule|move|book|schedule)|cancel "
     "(my|our|the|it|all)|(can not|not|unable to) (make|attend|come|keep) |(podcast|youtube"
     "|spotify) link|reset link|availability|confirm (receipt|you got|that you (got|received))"),
)  # fmt: skip

FRENCH = (
    ("when", 0.8, "(quand|a quelle heure|quelle heure|quel jour|quelle date|ou|de quelle heure) "
     "(est|a lieu|avons|ai|aura|sont|se passe|c est|etait|devons|dois|on se voit|nous voyons"
     "|notre|mon|se voit|deja|est ce) ?(ce que |que |deja |nous |je |lieu |notre |mon |ma |le |la "
     "|prochain |prochaine )*({rdv}|voyons|voit|viens|venir)?"),
    ("confirm", 0.75, "confirm(er|ez|ation|e|eriez)? (moi |que |le |la |mon |notre |ma |de |bien "
     "|pour |nous |si |l heure |du |a )*({rdv}|jour|date|{jour}|toujours|adresse|horaire)"
     "|(toujours|bien) (prevue?|d accord|maintenue?|bon|valable|ok|confirmee?|rendez vous|a "
     "[0-9]+|{jour})|(heure|date|jour|adresse|lieu|horaire) (exacte? )?(de|du|pour) (mon|ma|notre"
     "|prochain|la|le|rendez|votre)|(rappeler|oublie|souviens|retrouve|perdu|me rappelez) … "
     "(heure|date|jour|rendez vous|quand|adresse)|(le |votre )?(lien|adresse|code) (de |du |pour "
     "|d )?(la |le |notre |l )?(visio|zoom|entree|cabinet|porte|seance|consultation)"),
    ("not-asking", -0.5, "annuler|reporter|decaler|deplacer|disponibilites?|prendre (un )?rendez"),
)  # fmt: skip

SPANISH = (
    ("when", 0.8, "(cuando|a que hora|que hora|que dia|que fecha|donde) (es|era|sera|tengo"
     "|tenemos|toca|seria|nos|tenia|quedamos|me toca|esta|queda|fue) (mi |la |nuestra |el |que "
     "|proxima |siguiente |ver |vemos )*({cita}|vemos|sesion|verle|ir)?"),
    ("confirm", 0.75, "confirm(ar|e|arme|ame|acion|ado|a) (me |que |la |mi |nuestra |de |si |el "
     "|hora |para |sigue |por favor )*({cita}|{dia}|fecha|seguimos|sigue|dia|direccion)|(sigue"
     "|seguimos|sigo|continua|queda|se mantiene) (en pie|confirmad[oa]|para|con|la|nuestra|mi"
     "|igual)|(hora|fecha|dia|direccion) (exacta )?(de|para) (mi|la|nuestra|el)|(recordar"
     "|recordarme|olvide|olvidado|recuerdo|perdi) … (hora|fecha|dia|cita|cuando|direccion)|(el "
     "|enlace|link) (de |del |para |al )?(la )?(zoom|videollamada|sesion|consulta)"),
    ("not-asking", -0.5, "cancelar|anular|posponer|cambiar (la|mi)|reprogramar|disponibilidad"
     "|pedir"),
)  # fmt: skip

DETECTOR = intent("next_appointment", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
