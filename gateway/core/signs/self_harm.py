"""Self-harm: done, urged or disclosed. Exercise sheets with urge scales are lowered by scope."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

ENGLISH = (
    ("badly-hurt", EMERGENCY, "i (have )?(cut|burned|stabbed|hurt) … (deep|badly|too deep|artery"
     "|will not stop bleeding|can not stop the bleeding|need stitches|losing (a lot of )?blood)"
     "|(bleeding) (will not|does not|can not|is not) stop", "act", "p"),
    ("did-it", URGENT, "(started|been|keep|kept|back to|am) (scratching|cutting|burning|hitting"
     "|biting|bruising) (my (arms?|legs?|wrists?|thighs?|skin|stomach|head)|myself)|i (have |just "
     "|did |also |even )*(cut|burn(ed|t)?|scratched|hit|bit|bruised|stabbed|self harmed|harmed"
     "|hurt) (myself|my (arms?|legs?|wrists?|thighs?|stomach|skin))|i (have |just |actually "
     "|finally )*self ?harmed|i (have )?cut (again|last night|yesterday|today|tonight)|(fresh|new"
     "|more) (cuts|burns|wounds)|been (cutting|self harming|burning myself|hurting myself)"
     "|(started|back to|went back to|relaps(ed|e|ing)( (with|to|into|on))?|can not stop) (the "
     ")?(cutting|self harm(ing)?|hurting myself|scratching myself|burning myself)", "harm"),
    ("urge", URGENT, "(urges?|want|wanted|wanting|need|tempt(ed|ing)|itching|going|about|thinking "
     "of|thinking about|thoughts of|desire|feel like|crav(e|ing)|stop myself from) … (cut|cutting"
     "|hurt|hurting|harm|harming|burn|burning|self harm|self harming|punish|punishing|injure"
     "|injuring) (myself|my ?self|my (arms?|legs?|skin))|urges? to (self harm|cut|self injure)"
     "|want to self harm|(going|about) to self harm|(razor|blade)s? (is |are )?(in my (drawer"
     "|hand|room|bag)|calling|next to me|under my)|self harm (urges|thoughts) (are|is|have)",
     "harm"),
    ("hurt-myself", URGENT, "(will|would|might|may|could|going to|afraid i|scared i) … (hurt|harm"
     "|cut|injure) myself", "harm"),
    ("word", NOTICE, "(days?|weeks?|months?|years?) (without|free of|free from|since) (cutting"
     "|self harm|hurting)|self ?harm(ing|ed|s)?|self ?injur(y|e|ies|ing)|cutting myself|hurting "
     "myself|(my )?(old )?(scars)|(cut|hurt|harm(ed)?|burn(ed|t)?) myself|selfharm"),
    ("someone", URGENT, "({who_en}) … (is|has been|been|started|keeps) (self harming|cutting"
     "|hurting|harming) ?(herself|himself|themself|themselves)?|({near_en}) … (cuts|cutting"
     "|harming) (herself|himself|themselves)", "near"),
    ("idiom", NONE, "(cut|hurt|burn(ed|t)?|scratched|hit|bruised) (myself|my (hand|finger|arm|leg"
     "|knee|foot|back|ankle|shoulder|thumb|wrist|elbow)) (shaving|cooking|chopping|running|skiing"
     "|playing|at the gym|at football|on (the|a|my)|while|with the (oven|iron|kettle|kitchen)"
     "|gardening|lifting|climbing|dancing|moving|falling|when i (fell|slipped|tripped)|in the "
     "(kitchen|garden|gym)|making)|cut myself (some|a) (slack|break|slice|piece|fringe)|cut my "
     "(hair|nails|fringe|own hair)|without hurting myself (lifting|at)|hurt myself laughing"
     "|scratch my (head|arm)", "idiom"),
)  # fmt: skip

FRENCH = (
    ("did-it", URGENT, "je me (suis|fais|coupe|scarifie|brule|blesse|mutile|frappe|griffe) "
     "(encore |de nouveau |re)?(coupee?|scarifiee?|brulee?|mutilee?|frappee?|du mal|blessee? "
     "(volontairement|les bras)|les (bras|poignets|jambes|cuisses))|je me (scarifi|mutil|coup)(e"
     "|ais) (les|le|encore|de nouveau)?|(recommence|repris|rechute) … (couper|scarifier|mutiler"
     "|scarification|automutilation)|je me suis (re)?(coupee?|scarifiee?|mutilee?)", "harm"),
    ("urge", URGENT, "(envie|besoin|pulsion|pulsions|tentee?|peur|vais|risque|veux|pense|failli) "
     "… (me|m) (faire du mal|couper|scarifier|mutiler|bruler|blesser|automutiler)", "harm"),
    ("word", NOTICE, "automutilation|scarifi(cation|cations|er|ee?)|me faire du mal|me couper les "
     "(bras|veines)|mutiler"),
    ("someone", URGENT, "({near_fr}|elle|il) … (se (scarifie|mutile|fait du mal|coupe les))",
     "near"),
    ("idiom", NONE, "(coupee?|brulee?|blessee?) (en (cuisinant|me rasant|jardinant|courant"
     "|bricolant|tombant|jouant)|avec (le four|la poele|un couteau de cuisine)|au (sport|foot|ski"
     "|doigt|genou))|couper les cheveux|me (couper|blesser) (les ongles|le doigt|au)", "idiom"),
)  # fmt: skip

SPANISH = (
    ("did-it", URGENT, "(me (he )?(corte|cortado|estoy cortando|queme|quemado|hice dano|hecho "
     "dano|lastime|lastimado|golpee|autolesione|autolesionado)) (otra vez|de nuevo|los brazos|las "
     "piernas|los muslos|las munecas|anoche|ayer|hoy|a proposito)|(volvi|he vuelto|recai|he "
     "recaido) … (cortarme|autolesion[a-z]*|hacerme dano|lastimarme)|me (corto|autolesiono"
     "|lastimo|hago dano)|cortandome", "harm"),
    ("urge", URGENT, "(ganas|quiero|necesito|impulsos?|miedo|voy|pienso|tentacion|pensando) … "
     "(cortarme|hacerme dano|lastimarme|autolesionarme|quemarme|herirme)", "harm"),
    ("word", NOTICE, "autolesi[a-z]+|cortarme|hacerme dano|lastimarme"),
    ("someone", URGENT, "({near_es}|ella|el) … (se (corta|autolesiona|hace dano|lastima))", "near"),
    ("idiom", NONE, "(cortarme|corte|corto|cortado|queme) (el pelo|las unas|el dedo|el flequillo"
     "|cocinando|con el horno|afeitandome|la mano)|lastim[a-z]+ (corriendo|jugando|en el gimnasio"
     "|la rodilla|la espalda)", "idiom"),
)  # fmt: skip

DETECTOR = sign("self_harm", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
