"""Homework: therapy work that the client sends, mentions or asks about."""

from collections.abc import Iterator

import re2

from gateway.core.assessment import Evidence
from gateway.core.rules import Table, intent
from gateway.core.text import fold
from gateway.core.windows import Reading

LISTS = {
    "work": "homework|worksheets?|(?:thought|mood|food|sleep|activity|anger|gratitude"
    "|behaviou?r) (?:records?|diary|diaries|logs?|journals?|tracker|charts?|list)|diary cards?"
    "|thought record(?:s)?|journal(?:s|ling|ing)?(?: entry| entries| pages| prompts?)?"
    "|questionnaires?|phq ?9?|gad ?7|exposure (?:hierarchy|ladder|log|exercise|list|homework)"
    "|assignments?|(?:unsent )?letter (?:to|from) (?:my|me)|timeline|genogram|values (?:list"
    "|exercise|card sort)|safety plan|chain analysis|(?:breathing|grounding|writing|mindfulness"
    "|body scan) (?:exercises?|practice)|exercises? (?:you|we|from|about|on)|worry (?:log|time"
    "|tree|list)|abc (?:sheet|form)|the exercise|handouts?|workbook|reflection(?:s)?|self "
    "monitoring|trigger list|mood chart|coping (?:list|cards?|plan)",
    "devoir": "devoirs?|fiches?|exercices?|journal(?: de bord| alimentaire| intime| des emotions"
    "| de sommeil)?|carnet|tableau(?: des pensees| de)?|questionnaire|colonnes de beck|grille"
    "|lettre (?:a|pour) (?:mon|ma|moi|mes)|releve|auto observation|liste (?:des|de mes|d)|agenda "
    "du sommeil|echelle",
    "tarea": "tareas?|ejercicios?|hojas? de (?:trabajo|ejercicios|registro)|registros?(?: de "
    "pensamientos| de| diario)?|diario(?: de)?|autorregistro|cuestionario|carta a (?:mi|mis)"
    "|ficha|lista de|deberes|bitacora",
}  # fmt: skip

ENGLISH = (
    ("send", 0.8, "(attach(ed|ing)?|here (is|are|s)|send(ing)?|sent|enclosed|enclosing|upload(ed"
     "|ing)?|scan(ned)? of|photo(s)? of|copy of|pictures? of|find|please see|sharing|share"
     "|forwarding|drop(ping)? off|email(ing)?|submit(ting)?) (you |is |are |my |the |our |this "
     "|week s |last |a |an |of |filled |out |in |completed |you asked for |with |back |some "
     "|couple |few |half |done |finished |pages |from |weekly |for |scan |photo |for you |today s "
     ")*({work})"),
    ("done", 0.75, "(did|done|finish(ed|ing)?|complet(ed|ing|e)|fill(ed|ing)? (in|out)|work(ed"
     "|ing) (on|through)|start(ed|ing)?|doing|kept|keeping|been|wrote|writing|written|tried"
     "|trying|practi[cs](ed|ing)|read through|struggl(ed|ing) with|stuck (on|with)|forgot|redo"
     "|half (of )?|not (done|finished|finish|do)) (up )?(with |to |do |my |the |our |this |that "
     "|a |an |week s |some |all |of |in |on |most |last |doing |using |both |half |writing |out "
     "|second |first |filling in )*({work})"),
    ("ask", 0.7, "(question|confused|unsure|not sure|wondering|clarify|explain|help|how (do"
     "|should|many|much|often)|what (was|is|should|did)|which|remind me|which part|do i|should i"
     "|can you (re)?send|resend|lost|find|is there|have to|supposed to) … ({work})"),
    ("word", 0.5, "({work}) (you (gave|set|asked|assigned|sent|wanted)|from (last|our|this|the)"
     "|for (this|next|last|our|tomorrow|today|thursday|the (week|session))|attached|is (attached"
     "|done|below|killing)|(are|is) (enclosed|finished|complete|here|hard|harder|difficult)|we "
     "(talked|discussed|did|started|agreed)|before (our|the|next)|due)|(my|the) (homework"
     "|worksheet|worksheets|diary card|thought record|thought log|mood log|journal entry|sleep "
     "log|food diary|breathing log|safety plan|assignment)"),
    ("named", 0.5, "(the|my|this|a|your) (thought|mood|breathing|worry|sleep|food|panic|anger"
     "|gratitude) (record|diary|log|journal|sheet|list)"),
    ("you-asked", 0.5, "(you|we) (asked|told|wanted|assigned|set|gave|agreed|suggested) (me |that "
     "i |i would |to )*(to )?(write|do|try|fill|practice|practise|track|list|note|keep|complete"
     "|make|record|log)|as (homework|discussed , i|you asked)|automatic thoughts?|(believed|rated"
     "|distress|suds|intensity) , ?[0-9]+"),
    ("not-homework", -0.5, "(my|his|her|their) (son|daughter|kid|kids|child|children) … (homework"
     "|assignment|school)|(school|maths?|math|college|university|course|class) (homework"
     "|assignment)|help (him|her|them) with homework|exercise (bike|class|more)|(bank|academic"
     "|medical|scientific) journal|insurance (form|questionnaire)"),
)  # fmt: skip
FRENCH = (
    ("send", 0.8, "(joins?|jointe?|voici|envoie|ci joint[e]?s?|envoyer|transmets|trouverez|piece "
     "jointe|partage|photo de|scan de|en pj|pj) (vous |mon |ma |mes |le |la |les |ci joint |ci "
     "jointe |de |l |d |du |cette |ce |remplie?s? |en piece jointe |, )*({devoir})"),
    ("done", 0.75, "(fait|fini|termine|rempli|commence|complete|travaille sur|ecrit|tenu|tiens"
     "|essaye|remplir|faire|finir|avance|pas (fait|fini|reussi)|bloquee? sur|du mal avec|oublie) "
     "(a |de |mon |ma |mes |le |la |les |l |sur |tous |toute |cette |ce |faire |remplir |finir "
     "|avec |un |une )*({devoir})"),
    ("word", 0.55, "({devoir}) (que vous|de la semaine|pour (jeudi|lundi|mardi|mercredi|vendredi"
     "|la (seance|prochaine))|demandee?s?|donnee?s?|jointe?s?|de (pensees|respiration|relaxation"
     "|la seance)|prevue?s?)|vous m avez (demande|donne|dit) (de|d|a|un|une) (ecrire|noter|faire"
     "|remplir|exercice|fiche|tenir)?|(question|aide) (sur|pour|avec|a propos de) (l |la |le |les "
     "|mon )?({devoir})"),
    ("not-homework", -0.5, "devoirs? (de (mon|ma|mes|notre) (fils|fille|enfants?)|scolaires?)"
     "|journal (le|televise)"),
)  # fmt: skip
SPANISH = (
    ("send", 0.8, "(adjunto|adjunt[oa]s?|envio|mando|aqui (esta|tiene|va|le dejo)|enviar(le)?"
     "|comparto|le paso|foto de|paso) (le |la |el |mi |mis |las |los |de |una |un |por fin |esta "
     "|este |va )*({tarea})"),
    ("done", 0.75, "(hice|hecho|termine|terminado|complete|completado|rellene|llene|empece"
     "|escribi|escrito|hacer|haciendo|acabe|intente|practique|llenar|rellenar|no pude|atascad[oa] "
     "(con|en)|me cuesta|olvide|llevo|sigo con) (con |de |la |el |mi |mis |las |los |hacer |toda "
     "|todos |una |un |esta |hacer la )*({tarea})"),
    ("word", 0.55, "({tarea}) (que (me|usted)|de (la|esta) (semana|sesion)|para (el|la)"
     "|adjunt[oa]|pendientes?|de (pensamientos|respiracion|relajacion|terapia))|me pidio (que"
     "|escribir|hacer|anotar)|(duda|pregunta) (sobre|con) (la |el |los )?({tarea})|la tarea"),
    ("not-homework", -0.5, "(tareas?|deberes) (de (mi|mis) (hij[oa]s?)|escolares?|del colegio"
     "|domesticas?|de casa)"),
)  # fmt: skip

NAMES = (
    r"homework|worksheet|diary|journal|thought.?record|mood|exercise|log\b|assignment|phq|gad.?7|fiche"
    r"|devoir|exercice|tarea|ejercicio|registro|diario"
)


class _Homework(Table):
    """The table, and what the names of attached files tell."""

    def detect(self, reading: Reading) -> Iterator[Evidence]:
        if any(re2.search(NAMES, fold(name)) for name in reading.names):
            yield Evidence(
                about=self.name, rule="homework.file-name", weight=0.6, where="attachment"
            )


_TABLE = intent("homework", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
DETECTOR = _Homework(name=_TABLE.name, rules=_TABLE.rules)
