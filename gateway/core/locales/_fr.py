"""What French replies must say, and never: see Wording in locale.py."""

from gateway.core.locale import Wording

MAIL = r"(?:courriels?|messages?|e-?mails?|mails?|mots?|lettres?)"
WORDING = Wording(
    automatic=r"\bautomati(?:que|ques|quement|sée?s?)\b",
    unread=r"\b(?:personne|aucun être humain|aucune personne)(?: d'autre)? n(?:e l)?'a"
    r"(?: encore| pas encore)? (?:lu|pu lire)\b|\bn'a (?:pas encore|encore) été lue?\b",
    undelivered=r"\bn'(?:a|ont) (?:pas |toujours pas )?(?:pu )?(?:être|été) (?:remis|livré"
    r"|distribué"
    r"|transmis|déposé|mis|acheminé)e?s?\b|\bn'est pas (?:arrivé|parvenu)e?\b",
    no_waiting=r"\bn'attend(?:ez|s) pas\b|\bne pas attendre\b"
    r"|\bsans attendre (?:de|une|ma|notre|la) réponse\b",
    never=(
        (
            "qu'on l'a lu",
            r"\b(?:j'ai|nous avons|on a)(?: bien| déjà)* (?:reçu|lu|vu|consulté"
            r"|pris connaissance)\b",
        ),
        (
            "qu'on l'a lu",
            rf"\bvotre {MAIL} a(?: bien| déjà)* été (?:bien )?(?:lu|vu|consulté|examiné|remis|livré"
            r"|distribué|reçu et lu)\b|\breçu et lu\b",
        ),
        (
            "merci pour des mots que personne n'a lus",
            r"\bmerci(?: beaucoup| infiniment| bien)? (?:pour|d'avoir|de (?:votre|vos|m'avoir"
            r"|nous avoir|me|nous|partager))(?! ?(?:m'|nous )?écri)",
        ),
        (
            "merci pour des mots que personne n'a lus",
            r"\b(?:je vous|nous vous) (?:remerci|sais gré|savons gré)\w*(?! de (?:m'|nous )?écri)",
        ),
        (
            "des louanges pour des mots que personne n'a lus",
            r"\bfélicitations?\b|\bje vous félicite\b|\bbravo\b"
            r"|\b(?:quelle|c'est une|voilà une) (?:bonne|excellente|merveilleuse|belle) nouvelle\b",
        ),
        (
            "une promesse",
            r"\b(?:je|nous|on) (?:vous |te |t'|l'|le |la |les )?(?:répondr|rappeller|appeller"
            r"|contacter"
            r"|recontacter|écrir|lir|téléphoner|reviendr|donner)(?:ai|ons|a)\b(?! pas)",
        ),
        (
            "une promesse",
            r"\b(?:je vais|nous allons|on va) (?:vous |te |t'|le |la )?(?:répondre|rappeler|appeler"
            r"|contacter|recontacter|écrire|lire|téléphoner|revenir vers)\b",
        ),
        (
            "une promesse",
            r"\b(?:je|nous|on) (?:vous |te )?(?:répon|rappel)\w+(?: \w+){0,3} (?:bientôt|rapidement"
            r"|immédiatement|sous peu|dès que possible|brefs délais|meilleurs délais)\b"
            r"|\bréponse (?:suivra|viendra|arrivera)\b",
        ),
        (
            "une promesse",
            r"\b(?:aide|secours|ambulance|police|quelqu'un) (?:arrive|est en (?:route|chemin)"
            r"|sont en (?:route|chemin)|arrivent)\b"
            r"|\b(?:quelqu'un|on) (?:vous )?(?:répondra|aidera|écoutera|va vous (?:répondre"
            r"|aider))\b",
        ),
        (
            "que quelqu'un a été prévenu",
            r"\b(?:a|ai|ont|avons|est|sont|suis|sommes|sera|seront)(?: bien| déjà)*(?: été)?"
            r" (?:prévenu|averti|alerté|informé|avisé|notifié)e?s?\b",
        ),
        (
            "que quelqu'un a été prévenu",
            r"\b(?:je|nous) (?:vais |allons )?(?:préviens|prévenons|prévenir|alert\w+|avertis\w*"
            r"|avertir|appelle|appelons)(?: la| les| votre)? (?:police|secours|famille"
            r"|thérapeute)\b",
        ),
        (
            "que tout ira bien",
            r"\btout (?:ira|va aller|va) (?:bien|mieux|s'arranger)\b|\bça (?:ira|va aller|passera"
            r"|va passer)\b|\bvous (?:irez|allez aller) (?:bien|mieux)\b"
            r"|\bvous serez en sécurité\b",
        ),
        (
            "ce qu'il faut sentir",
            r"\bne (?:vous |t'|te )(?:inquiét\w+|inquiète|affol\w+|en faites|en fais"
            r"|découragez) pas\b"
            r"|\bpas d'inquiétude\b|\bsans (?:crainte|inquiétude)\b|\bcalmez-vous\b"
            r"|\brestez calme\b"
            r"|\btenez bon\b|\bbon courage\b|\bde souci\b|\brestez forte?\b",
        ),
        (
            "que quelqu'un est là",
            r"\bquelqu'un est toujours\b|\b(?:je suis|nous sommes)(?: toujours)? là pour vous\b"
            r"|(?<!pas )\btoujours (?:disponibles?|joignables?|là pour|à l'écoute)\b"
            r"|\b(?:je suis|nous sommes) (?:disponibles?|joignables?) (?:en tout temps"
            r"|à tout moment"
            r"|jour et nuit)\b",
        ),
        (
            "de quoi parle le message",
            r"\b(?:j'ai|nous avons|on a|système a)(?: bien)? (?:détecté|remarqué|constaté|noté"
            r"|compris"
            r"|repéré|reconnu)\b|\bvous (?:semblez|paraissez|avez l'air)\b"
            r"|\bil (?:semble|paraît|me semble|nous semble) que vous\b",
        ),
        (
            "de quoi parle le message",
            rf"\bvotre {MAIL} (?:semble|suggère|laisse|mentionne|parle|montre|indique|contient"
            r"|évoque"
            r"|a été (?:classé|signalé|reconnu|marqué))\b"
            r"|\bvous (?:m'avez |nous avez |avez )(?:mentionné|évoqué|décrit|raconté|confié)\b"
            r"|\bce que vous (?:écrivez|décrivez|avez écrit|racontez|dites)\b"
            r"|\bvous êtes suicidaire\b",
        ),
        (
            "un sentiment qu'une machine n'a pas",
            r"\bje (?:comprends|sais|imagine) (?:ce que|combien|à quel point|comment|votre)\b"
            r"|\bje (?:vous (?:entends|comprends)|pense à vous|tiens à vous)\b"
            r"|\b(?:désolée?s?|navrée?s?) (?:que vous|d'apprendre|de lire|pour ce|de ce)"
            r"|\bvous comptez pour\b"
            r"|\b(?:suis|sommes)(?: très| si| vraiment)? (?:contente?s?|heureu(?:x|ses?)|ravie?s?"
            r"|fiers?"
            r"|fières?|touchée?s?|inquiets?|inquiètes?) (?:pour vous|de vous|d'apprendre|de lire"
            r"|que vous)\b",
        ),
        (
            "mieux : mourir par suicide",
            r"\bcomm(?:et|is)\w* (?:un |le |son )?suicides?\b|\bse suicider avec succès\b",
        ),
        (
            "mieux : tentative de suicide, mort par suicide",
            r"\b(?:suicides?|tentatives?)(?: de suicide)? (?:réussi|raté|manqué|échoué|avorté"
            r"|complété"
            r"|accompli)e?s?\b|\b(?:réussir?|rat(?:er|é)) (?:à se suicider|(?:son|sa"
            r"|leur) (?:suicide"
            r"|tentative))\b",
        ),
        ("mieux : mettre fin à ses jours", r"\b(?:se|vous|me) tuer\b"),
        (
            "des mots qui blessent",
            r"\bappels? à l'aide\b|\battirer l'attention\b|\bépidémie\b|\bégoïste\b"
            r"|\blâche(?:té)?\b",
        ),
        (
            "une façon de mourir",
            r"\b(?:pilules?|corde|arme|armes|fusil|pistolet|surdoses?|overdoses?|couteaux?"
            r"|lames?)\b"
            r"|\b(?:se|vous|me) (?:pendre|couper|noyer)\b|\bsauter (?:du|d'un|sous|dans)\b"
            r"|\blettres? d'adieu\b",
        ),
        (
            "une exigence",
            r"\bpromett?ez\b|\bcontrat de (?:non-suicide|sécurité|vie)\b"
            r"|\bvous (?:devez|devrez) (?:me |nous )?(?:répondre|écrire)\b"
            r"|\bdites-(?:moi|nous) (?:que|si) vous (?:êtes|allez)\b",
        ),
        (
            "plus qu'on ne sait",
            r"\b(?:tout à fait|totalement|entièrement|complètement|parfaitement|absolument|toujours"
            r"|100 ?%) (?:anonymes?|confidentiel(?:le)?s?|sûre?s?|sécurisée?s?|privée?s?)\b"
            r"|\bgaranti",
        ),
        (
            "ce que seule une personne peut faire",
            r"\bvotre (?:prochaine? )?(?:rendez-vous|séance|rencontre) (?:est|sera|a(?: bien)? été)"
            r" (?:le|au|à|annulée?|confirmée?|réservée?|déplacée?|modifiée?|fixée?)\b"
            r"|\bvous (?:serez|allez être) (?:facturée?s?|débitée?s?)\b"
            r"|\b(?:je|nous) vous factur\w+",
        ),
        (
            "qui est, ou n'est pas, de la clientèle",
            r"\b(?:mes|nos|ma|notre|mon) (?:\w+ )?(?:clients?|clientes?|clientèle|patients?"
            r"|patientes?)\b"
            r"|\ben tant que (?:client|patient)e?\b",
        ),
    ),
    never_in_crisis=(
        (
            "de l'argent, en pleine crise",
            r"(?<!sans )\bfrais\b|\bhonoraires?\b|\btarif\w*|\bcoût\w*|\bfactur\w+|\bpaye?(?:r|z|s"
            r"|nt)?\b"
            r"|\bpai(?:e|es|ement|ements)\b|\bpayant\w*|[$€£] ?\d|\d ?[$%€£]",
        ),
        (
            "des règles, en pleine crise",
            r"\bpolitique d'annulation\b|\bpréavis\b|\brendez-vous manqués?\b"
            r"|\bcomme (?:je|nous) (?:vous )?(?:l'a|l'avons|vous l'a)\w*\b|\bje vous rappelle que\b"
            r"|\bveuillez noter que\b|\b(?:in)?appropriée?s?\b|\bn'(?:écrivez|utilisez"
            r"|envoyez) pas\b",
        ),
    ),
    discreet_never=(
        (
            "ce qu'est le cabinet",
            r"\b(?:psych|thérap|cliniq|clinic|hypno|médec|médic|docteur|infirm)\w*|\bcabinets?\b"
            r"|\b(?:client|patient)(?:e|s|es|èle)?\b|\bhôpita(?:l|ux)\b|\bintervenante?s?\b"
            r"|\bspécialistes?\b|\bconseill(?:er|ère)s?\b|\bpraticien\w*",
        ),
        (
            "ce qui s'y passe",
            r"\b(?:séances?|rendez-vous|rencontres?|consultations?|traitements?|suivis?|devoirs?)\b"
            r"|\b(?:diagnos|annul|réserv)\w*",
        ),
        (
            "de quoi quelqu'un souffre",
            r"\b(?:suicid|dépress|déprim|anxi|angoiss|trauma|toxico|détress|automutil|souffr"
            r"|émoti)\w*"
            r"|\bsantés?\b|\bmenta(?:l|le|les|ux)\b|\bdépendances?\b|\bdeuils?\b|\bpaniques?\b"
            r"|\bstress\w*|\b(?:alcool|drogues?|sentiments?|idées noires)\b|\bbien-être\b",
        ),
        (
            "que quelqu'un est en danger",
            r"\babus\w*|\b(?:violen|agress|menac|maltrait)\w*|\bcrises?\b|\bdanger\w*|\bsécurité\b"
            r"|\b(?:mourir|morte?s?|tuer|refuges?|police|viols?|victimes?)\b|\b(?:vos jours"
            r"|votre vie)\b"
            r"|\bbless\w+",
        ),
        (
            "ce qu'est une ligne d'écoute",
            r"\blignes? d'(?:aide|écoute|urgence)\b|\bécoutes?\b|\bsoutien\b|\bconfidentiel\w*",
        ),
        (
            "avec qui quelqu'un vit",
            r"\b(?:couples?|mariages?|conjugal\w*|conjointe?s?|maris?|épou(?:x|se|ses)|divorces?"
            r"|familles?|parents?|relations?)\b",
        ),
    ),
)
