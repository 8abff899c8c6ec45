"""Eating disorders: behaviour, thoughts, and the medical danger of them."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

ENGLISH = (
    ("medical", URGENT, "(not|never|nothing|barely|hardly) (really )?(eaten|ate|eat|eating|had "
     "(any )?food|kept (anything|food) down)( anything| a thing| properly| solid)* … (days|week"
     "|since (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|faint|passed out|dizzy"
     "|heart|collapsed|blood)|(purg(e|ed|ing)|thrown up|vomit(ed|ing)?|throwing up|threw up"
     "|laxatives|starv(e|ing)|binge?ing|restrict(ing|ed)) … (blood|faint(ed)?|passed out|heart"
     "|chest|collapsed|dizzy|[0-9]+ times|every (meal|day)|all day|after every|can not stop|times "
     "a day|times today)|(faint(ed)?|passed out|heart|dizzy|collapsed) … (purg|not eat|not eaten"
     "|binge|laxatives|weigh|starv)[a-z]*|my (bmi|weight) … (dropped|lowest|dangerous|low)", "ed"),
    ("relapse", URGENT, "(back to|relaps(ed|ing)|started|can not stop|could not stop) … (purging"
     "|restricting|starving myself|throwing up|making myself (sick|vomit|throw up)|laxatives"
     "|binge?ing)|(made|make|making|makes) myself (sick|vomit|throw up|puke) (again|after|every"
     "|last|today|yesterday)|starving myself", "ed"),
    ("word", NONE, "anorexi(a|c)|bulimi(a|c)|orthorexia|eating disorder|binge?(s|ing|d)?( "
     "eat(ing)?)?|purg(e|ed|ing)|laxatives|made myself sick|make myself (sick|vomit|throw up)"
     "|restrict(ing|ed)? (food|my|calories|again|what)|calorie counting|counting (every "
     ")?calories|meal plan|body dysmorphia|arfid|skip(ping|ped)? meals|fasting"),
    ("idiom", NONE, "binge ?(watch(ed|ing)?|read(ing)?|listen(ed|ing)?)|bing(ed|ing) (the|a|that"
     "|this|on) (series|show|season|podcast|netflix|book)|purg(e|ed|ing) (my|the|old) (closet"
     "|inbox|wardrobe|files|e?mails|list|cache)|fasting blood|(restrict|restricted) (access|area)",
     "idiom"),
)  # fmt: skip

FRENCH = (
    ("medical", URGENT, "(rien|pas|presque rien) (mange|avale) … (jours|semaine|malaise"
     "|evanouie?)|(vomis|vomir|vomi|laxatifs|crises?) … (sang|malaise|evanouie?|coeur|tous les "
     "jours|apres chaque|fois par jour)|je me fais vomir", "ed"),
    ("word", NONE, "anorexi(e|que)|boulimi(e|que)|troubles? (alimentaires?|du comportement "
     "alimentaire)|tca|hyperphagie|crises? de boulimie|laxatifs|me faire vomir|compulsions? "
     "alimentaires?"),
)  # fmt: skip

SPANISH = (
    ("medical", URGENT, "(no (he comido|como|comi)|sin comer) … (dias|semana|desmay|mare)[a-z]*"
     "|(vomit|purg|laxantes)[a-z]* … (sangre|desmay|todos los dias|despues de cada|corazon|veces "
     "al dia)|me provoco el vomito|me hago vomitar", "ed"),
    ("word", NONE, "anorexi(a|ca|co)|bulimi(a|ca|co)|trastorno (alimenticio|alimentario|de la "
     "conducta alimentaria)|atracon(es)?|laxantes|provocarme el vomito|purgas"),
)  # fmt: skip

DETECTOR = sign("eating_disorder", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
