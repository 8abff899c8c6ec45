"""What stands around a risk word and changes what it means.

A scope lowers a hit to NOTICE, never to nothing: the therapist still sees it.
It ends at a contrast ("but", "and then", "mais", "pero"), reaches no further
than its sentence (a work of fiction or a rating scale named in the sentence
before reaches one further), and never leaves its paragraph, so that no
friendly sentence elsewhere can hide a hit.

The error that costs more is a missed danger; where two readings are possible
("I can't promise I won't"), the graver one is taken.
"""

from typing import Any

import re2

from gateway.core import scope_words as more
from gateway.core.patterns import options
from gateway.core.windows import Reading


def _any(*words: str) -> Any:
    body = b"|".join(w.encode() for w in words)
    return re2.compile(rb"(?:^|[^a-z0-9])(?:" + body + rb")(?:$|[^a-z0-9])", options())


CONTRAST = _any(
    "but", "however", "though", "although", "except", "yet", "and then", "ps", "p s", "until",
    "still", "and now", "now", "lately", "again", "these days", "anyway", "instead", "so i will",
    "mais", "pourtant", "cependant", "sauf que", "et puis", "maintenant", "et la", "par contre",
    "de nouveau", "ces jours ci", "pero", "sin embargo", "aunque", "y luego", "ahora", "otra vez",
    "de nuevo", "sino", *more.CONTRAST,
)  # fmt: skip

# Words with "not" in them that deny nothing, before those that do: the longest is read first.
NO_DENIAL = (
    "(?:can not|could not|will not) (?:promise|guarantee|swear) (?:you )?(?:that )?i (?:will|would)"
    " not",
    "not (?:sure|certain|know if|know whether) (?:that |if )?i (?:will|would|can) not",
    "not a (?:day|night|moment|minute|hour|second) (?:goes by|passes|ends) without",
    "(?:can not|could not|do not|never) (?:go|get through|last|spend) (?:a|an|one|the|[a-z]+)"
    " (?:day|hour|minute|night) without",
    "can not (?:seem to )?(?:stop|help|shake|get rid|control|resist|trust"
    "|take|cope|go on|bear|stand|handle|do this|see|promise)",
    "not (?:only|just|even|sure|certain|know|so much|once|joking|kidding"
    "|lying|coping|well|ok|okay|sleeping|safe|good|fine|great|able|anymore"
    "|caring|care|going away)", "no (?:doubt|matter|longer care|way out|reason|hope|choice|energy"
    "|other way|one|sense)", "never (?:felt so|wanted so|felt this|been so|been this|been more"
    "|wanted more|stop|stops|goes)", "why not", "not a (?:day|night|moment|minute|hour|second)",
    "not going to lie", "do not care", "do not know", "does not matter",
    "nothing (?:helps|matters|left|works|else|to live)",
    "pas (?:seulement|sur|sure|bien|dormi|cesse|arrete|d autre|que)", "plus (?:que|rien|personne)",
    "peux (?:plus|pas) (?:m empecher|arreter|m arreter)", "sans (?:cesse|arret|fin|espoir)",
    "rien (?:ne va|a faire|ne m)", "jamais (?:autant|ete aussi)",
    "no (?:puedo (?:dejar|parar|mas)|aguanto|solo|se|estoy bien|hay"
    "|tengo (?:esperanza|fuerzas|salida|a nadie|ganas de (?:vivir|seguir"
    "|nada))|paro de|dejo de)", "nunca (?:tanto|he estado tan)",
    "sin (?:parar|cesar|esperanza|salida)", *more.NO_DENIAL,
)  # fmt: skip
DENIALS = (
    "not", "never", "no", "without", "plus (?:d|de|aucune?)", "no longer", "nor", "neither",
    "denies", "denied", "pas", "jamais", "aucune?", "sans", "ni", "non", "nunca", "jamas", "sin",
    "tampoco", "ningun", "ninguna", *more.DENIALS,
)  # fmt: skip
# Group 1 is a true denial.
NEGATION = re2.compile(
    rb"\b(?:" + "|".join(NO_DENIAL).encode() + rb"|(" + "|".join(DENIALS).encode() + rb"))\b"
)
# A clause with a subject of its own, which the denial before it does not reach.
NEW_CLAUSE = _any(
    "(?:and|because|so|since|that is why|,) i", "(?:et|car|alors|donc|,) je", "parce que je",
    "(?:y|porque|,) (?:quiero|voy|me|pienso|tengo|estoy)", *more.NEW_CLAUSE,
)  # fmt: skip
DENIED_AFTER = _any(
    "(?:is|are|was|were|am) not (?:something|a thing|what i|on my mind" "|in my)", ", no(?: ,|$)",
    "negative", "are gone", "is gone", "have gone", "have stopped", "not anymore", "are no longer",
    "never crossed", "ont disparu", "desaparecieron", "han desaparecido", "ya no", "not at all",
)  # fmt: skip
# "I have never wanted to die so much" denies nothing.
MORE = _any(
    "so (?:much|badly|strongly|bad)", "this (?:much|badly|bad|strongly)", "more than", "autant",
    "tanto",
)  # fmt: skip
# A negation reaches over this many words to the hit: "no plans or any intention to ...".
NEGATION_WORDS = 8

YEAR = "(?:19|20)[0-9][0-9]"
PAST = _any(
    "years? ago", "decades? ago", "long ago", "long time ago", "many years", "months ago",
    "when i was (?:[0-9]+|an?|in|little|young|younger|small|at|about|around"
    "|[a-z]+teen|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    "as a (?:child|kid|teen|teenager|student|young|boy|girl)", f"in (?:the )?{YEAR}s?",
    f"back in {YEAR}", "back then", "back in", "at the time",
    "old (?:diar(?:y|ies)|journals?|letters)", "used to",
    "in my (?:teens|twenties|thirties|youth|childhood|past|early|first)", "in the past",
    "in (?:high school|college|school|uni|university)", "growing up", "my childhood",
    "at (?:age|the age of) [0-9a-z]+", "aged [0-9]+", "last year", "once tried", "i once",
    "formerly", "il y a (?:[0-9]+|dix|vingt|trente|quinze|cinq|six|sept|huit|neuf|des"
    "|plusieurs|longtemps|deux|trois|quatre|quelques) ?(?:ans|annees)?", "quand j (?:avais|etais)",
    "dans ma jeunesse", "dans mon enfance", "a l epoque", "autrefois", "dans le passe",
    "l an dernier", f"en {YEAR}", "l annee derniere", "a l adolescence",
    "etant (?:enfant|ado|jeune|petite?)",
    "hace (?:[0-9]+|diez|veinte|treinta|quince|cinco|muchos|varios|dos|tres" "|cuatro|unos) anos",
    "hace anos", "hace (?:mucho )?tiempo", "cuando (?:tenia|era)",
    "de (?:nina|nino|joven|pequena|pequeno|adolescente)", "en aquella epoca", "en el pasado",
    "el ano pasado", "en mi infancia", *more.PAST,
)  # fmt: skip
RECENT = _any(
    "today", "tonight", "yesterday", "last night", "recently",
    "past (?:few |couple of |[0-9]+ )?(?:week|weeks|days|month|hours|nights)",
    "this (?:month|week|morning|evening|afternoon|weekend)",
    "last (?:week|weekend|sunday|monday|tuesday|wednesday|thursday|friday" "|saturday)", "just now",
    "days? ago", "hours? ago", "minutes? ago", "right now", "currently", "aujourd hui", "hier",
    "ce soir", "cette (?:nuit|semaine)", "hoy", "ayer", "anoche", "esta (?:noche|semana|manana)",
    *more.RECENT,
)  # fmt: skip

PRESENT = _any(
    "i (?:really |just |still |also )?(?:want|am|feel|will|can not|do not" "|keep|need|wish|hope)",
    "je (?:veux|suis|vais|pense|n ai|ne)", "j ai envie", "quiero", "estoy", "voy a", "no puedo",
    *more.PRESENT,
)  # fmt: skip
# What is written after these is the wording of a form, or of an exercise.
FORM = _any(
    "item [0-9]+", "question [0-9]+", "(?:automatic|hot) thoughts? ,", "phq ?9?", "gad ?7?", "bdi",
    "c ssrs", "cssrs", "core 10", "core om", "rating scale", "pensees? automatiques? ,",
    "pensamientos? automaticos? ,", "(?:warning signs?|core belief|schema|signe d alerte|senal de"
    " alerta)(?: [0-9])? (?:,|is|was|when|est|es)",
    "(?:thought record|chain analysis|worksheet|diary card|safety plan|the form|fiche|registro)"
    " (?:,|i (?:put|wrote|noted|entered)|j ai (?:mis|ecrit)|puse|escribi)",
)  # fmt: skip
# After these it is, when a number follows.
LABEL = _any(
    "thoughts? ,", "belief ,", "urges?", "pensee ,", "pensamiento ,", "questionnaire",
    "cuestionario", "echelle", "escala", "scale", "score", "impulso", "envie",
)  # fmt: skip
SCALE_VALUE = re2.compile(
    rb"(?:^ (?:are |is |, )?[0-9]+\b|\b[0-9]+ ?(?:%|out of|of|sur|de|over) ?[0-9]*|[,] [0-9]+\b"
    rb"|\b[0-9] 10\b|\b[0-9]+ ,? ?"
    rb"(?:believed|belief|several days|not at all|more than half)|\bnot at all\b|\bseveral days\b"
    rb"|\bbelieved\b|\brated\b|\bscored?\b|\bpoints?\b|\bplusieurs jours\b|\bvarios dias\b)"
)
EXERCISE = _any(
    "worksheet", "diary card", "homework", "thought record", "exercise", "exercices?", "fiche",
    "ejercicio", "tarea", "hoja", "module", "handout", "chain analysis", "safety plan",
    "letter to my",
)  # fmt: skip
SHEET = _any(
    "worksheet", "diary card", "thought record", "automatic thoughts?", "phq ?9?", "gad ?7?", "bdi",
    "0 (?:to|-)? ?(?:5|10|100)", "[0-9]+ ?%", "rating", "urges? , [0-9]", "chain analysis",
    "distortions?", "situation ,", "core belief", "safety plan", "fiche", "pensees? automatiques?",
    "ejercicio", "registro de pensamientos", "pensamientos? automaticos?", "questionnaire",
    "cuestionario",
)  # fmt: skip
FICTION = _any(
    "novel", "book", "books", "chapter", "film", "movie", "series", "episode", "season",
    "character", "podcast", "article", "documentary", "study", "studies", "research", "essay",
    "thesis", "the news", "song", "lyrics", "a play", "memoir", "author", "poem", "workshop",
    "training", "webinar", "lecture", "course", "seminar", "paper", "survey", "campaign", "charity",
    "awareness", "prevention", "theory", "roman", "livre", "serie", "personnage", "documentaire",
    "etude", "recherche", "formation", "chanson", "memoire", "conference", "prevention", "novela",
    "libro", "pelicula", "personaje", "documental", "estudio", "investigacion", "articulo",
    "cancion", "curso", "taller", "prevencion", "noticias", "charla", "the fictional", "fiction",
    "netflix", "tv show", "game", *more.FICTION,
)  # fmt: skip
MYSELF = _any(
    "i", "my", "me", "myself", "mine", "je", "j", "moi", "m", "mon", "ma", "mes", "yo", "mi", "mis",
    "estoy", "tengo", "quiero", "voy", *more.MYSELF,
)  # fmt: skip
SUPPOSED = _any(
    "if i (?:ever|should|were to|were ever|start(?:ed)? (?:to feel|feeling|having|thinking))",
    "should i ever", "in case i ever", "if it ever comes", "what (?:happens|should i do|do i do)"
    " if", "si jamais", "au cas ou", "si algun dia", "si alguna vez", *more.SUPPOSED,
)  # fmt: skip
POINTER = _any(
    "helpline", "hotline", "lifeline", "samaritans",
    "(?:call|text|dial|contact) (?:[0-9]+|us|the|your)", "988", "999", "911", "112", "3114", "024",
    "not monitored", "in (?:an?|case of) (?:an )?(?:emergency|crisis)", "en cas d", "appelez",
    "llame", "en caso de", "telefono de la esperanza", "nearest hospital", "nearest emergency",
    "urgences", *more.POINTER,
)  # fmt: skip


def denies(pattern: str) -> bool:
    """Whether a pattern is written with a denial of its own, as in "never wake up"."""
    return bool(NEGATION.search(pattern.encode()))


def scope_of(reading: Reading, start: int, end: int, keeps: str) -> str:
    """Why a hit asks for less than its rule says: one word, or "" when nothing lowers it.

    keeps  see rules.py
    """
    number = reading.at(start)
    before, hit, after = reading.around(start, end)
    clause, rest = _clause(before, after)
    if "n" not in keeps and _is_denied(clause, b"" if "d" in keeps else hit, rest):
        return "denied"
    if SUPPOSED.search(clause[-60:]):
        return "supposed"
    if "p" not in keeps and _is_past(clause, hit, rest):
        return "past"
    earlier = b"" if CONTRAST.match(reading.line(number)) else reading.previous(number)
    if "s" not in keeps and _is_exercise(clause, hit, rest, earlier):
        return "exercise"
    about_me = MYSELF.search(clause[-40:] + hit)
    if "f" not in keeps and not about_me and FICTION.search(clause + hit + rest + b"\n" + earlier):
        return "fiction"
    return ""


def speaks_of_writer(reading: Reading, start: int, end: int) -> bool:
    """Whether the words around a hit are about whoever writes, and no pointer to a helpline."""
    before, hit, after = reading.around(start, end)
    return bool(MYSELF.search(before[-60:] + hit)) and not POINTER.search(before + hit + after)


def is_sheet(reading: Reading) -> bool:
    """Whether the attached text is a form that was filled in: a scale, a record, a worksheet."""
    pieces = (reading.line(n) for n, s in enumerate(reading.sentences) if s.where == "attachment")
    text = b"\n".join(pieces)
    return bool(SHEET.search(text))


def _clause(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """The words from the last contrast to the hit, and from the hit to the next contrast."""
    end = CONTRAST.search(after)
    return _after_last(CONTRAST, before), after[: end.start()] if end else after


def _after_last(words: Any, clause: bytes) -> bytes:
    last = 0
    for found in words.finditer(clause):
        last = found.end() - 1
    return clause[last:]


def _is_denied(clause: bytes, hit: bytes, rest: bytes) -> bool:
    """An odd number of denials close before the hit: "not that I don't want to" denies nothing."""
    clause = _after_last(NEW_CLAUSE, clause)
    close = b" ".join((*clause.split()[-NEGATION_WORDS:], *hit.split()[:-1]))
    if MORE.search(rest[:40]):
        return False
    denials = sum(1 for found in NEGATION.finditer(close) if found[1])
    return denials % 2 == 1 or (denials == 0 and bool(DENIED_AFTER.search(rest[:60])))


def _is_past(clause: bytes, hit: bytes, rest: bytes) -> bool:
    """What stands before the hit tells its time before what stands after it does."""
    clause = clause.replace(b" ago today", b" ago")
    if PRESENT.search(clause[-14:] + hit) or RECENT.search(clause + hit):
        return False
    return bool(PAST.search(clause + hit)) or bool(PAST.search(rest) and not RECENT.search(rest))


def _is_exercise(clause: bytes, hit: bytes, rest: bytes, earlier: bytes) -> bool:
    """A rating scale or a thought record quotes the words; the client reports a number."""
    if FORM.search(clause):
        return True
    numbered = SCALE_VALUE.search(rest[:60])
    near = clause[-40:] + hit
    if numbered and (LABEL.search(near) or FORM.search(earlier) or SHEET.search(earlier + clause)):
        return True
    return bool(EXERCISE.search(clause + rest)) and not MYSELF.search(near)
