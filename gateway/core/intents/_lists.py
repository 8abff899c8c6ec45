"""Word lists that several intents share, written in the pattern language of patterns.py."""

LISTS = {
    "appt": "appointments?|sessions?|meetings?|consultations?|intake|slot|time slot|visit|visits"
    "|check in|reservations?|booking|video call|zoom|call|bookings?|therapy|counselling"
    "|counseling|check up|our time",
    "ours": "my|our|the|this|that|his|her|today s|tomorrow s|next week s|this week s|an|a|all"
    "|any|your|monday s?|tuesday s?|wednesday s?|thursday s?|friday s?|saturday s?|sunday s?|next"
    "|upcoming|first|second|extra|new|another|earlier|later|sooner|online|video|phone|regular"
    "|weekly|scheduled|remaining|future|couples|couple s|family|initial|free|possible|in person"
    "|monthly",
    "day": "today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next "
    "week|this week|the [0-9]+(?:st|nd|rd|th)?|[0-9]+ ?(?:am|pm)|this (?:afternoon|morning"
    "|evening)",
    "jour": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd hui|la semaine"
    "|cette semaine|ce (?:soir|matin)|[0-9]+ ?h(?:eures)?",
    "dia": "lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|esta semana|la semana|esta "
    "tarde|la proxima semana",
    "rdv": "rendez vous|rv|seances?|consultations?|entretiens?|creneaux?|reservations?|visio",
    "cita": "citas?|sesion(?:es)?|consultas?|turnos?|hora|reservas?|reservacion",
}  # fmt: skip
