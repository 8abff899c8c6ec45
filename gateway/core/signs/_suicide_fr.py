"""Suicide in French; see suicide.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "self_fr": "me (tuer|suicider|pendre|noyer|tirer une balle|jeter (sous|du|par|d un)|ouvrir "
    "les veines|supprimer|foutre en l air|faire du mal pour de bon)|mettre fin a (mes jours|ma "
    "vie|tout (ca|cela))|en finir|passer a l acte|m ouvrir les veines|sauter (du|d un|par la)|m "
    "oter la vie|me donner la mort",
    "pills_fr": "pilules?|comprimes?|medicaments?|cachets?|medocs?|somniferes?|doliprane"
    "|paracetamol|boites?",
    "means_fr": "pilules?|comprimes?|medicaments?|cachets?|medocs?|somniferes?|doliprane"
    "|paracetamol|boites?|corde|arme|fusil|pistolet|lame|rasoir|couteau",
    "when_fr": "ce soir|cette nuit|demain|aujourd hui|maintenant|tout a l heure|bientot",
}  # fmt: skip

FRENCH = (
    ("intent", EMERGENCY, "je (vais|compte|suis decidee? a|suis prete? a|prevois de|dois) (enfin "
     "|vraiment )?({self_fr})", "ideation"),
    ("tonight-i", EMERGENCY, "({when_fr}) … ({self_fr}|je le fais|je passe a l acte|je pars pour "
     "toujours|je serai (morte?|partie?|libre|loin))|({self_fr}) … ({when_fr})", "ideation"),
    ("overdose-now", EMERGENCY, "(j ai|je viens de) (pris|avale|prendre|avaler|bu) … (tou(te|t"
     "|te)s?|trop|plein|beaucoup|boite|boites|plaquettes?|flacon|tube) … ({pills_fr}|dose)|(pris"
     "|avale) (tous|toutes) (mes|les) ({pills_fr})|j ai (tout|trop) (pris|avale) … ({pills_fr})|j "
     "ai (tout avale|fait une overdose)|j ai pris (tous|toutes) (mes|les) ({pills_fr})|j ai "
     "(avale|pris) (toute |toutes )?(la|une|ma|mes|les|deux|trois) (boite|boites)", "act"),
    ("means-ready", EMERGENCY, "(j ai|je garde|j ai garde|j ai mis|j ai prepare|j ai achete|j ai "
     "trouve) … ({means_fr}) … (de cote|prete?s?|devant moi|a cote|dans la main|pour en finir"
     "|sous la main|pour ca|au cas ou)|les ({pills_fr}) sont (prets?|pretes?|devant|sur la table"
     "|la)|j ai la (corde|lame|arme)|j (ai )?(economise|accumule|stocke) (les|des|mes) "
     "({pills_fr})", "plan"),
    ("means-question", EMERGENCY, "dose (mortelle|letale)|combien de … faut il pour|sans "
     "(souffrir|douleur) … (mourir|partir|en finir)|mourir sans (souffrir|douleur)", "plan"),
    ("prepared", EMERGENCY, "tout est (pret|prepare|organise) (pour|ce soir|cette nuit|demain)|j "
     "ai tout (prepare|prevu|organise|mis en ordre) (pour|ce soir|cette nuit|, )", "plan"),
    ("on-the-edge", URGENT, "je suis (sur|au bord d) (le |la |du |de la )?(pont|toit|rails"
     "|falaise|quai)", "place"),
    ("letters", EMERGENCY, "lettres? d adieux?|mot d adieu", "letters"),
    ("last-mail", EMERGENCY, "c est (mon|un) (adieu|dernier (mail|message|courriel|soir|jour))"
     "|adieu (a tous|et merci|pour toujours)|quand vous (lirez|recevrez) (ce|ceci|cela|ces) … "
     "(partie?|morte?|trop tard|plus la|plus de ce monde|fini)|je ne serai plus (la|en vie|de ce "
     "monde)|vous n aurez plus (jamais )?(de mes nouvelles|a vous inquieter)|plus jamais de mes "
     "nouvelles", "farewell", "n"),
    ("everything-ready", NONE, "tout est pret|j ai tout ce qu il (me )?faut|je suis prete?",
     "ready"),
    ("recent-attempt", EMERGENCY, "(hier|hier soir|cette nuit|ce matin|cette semaine|avant hier) "
     "… (essaye|tente) (de|d) ({self_fr}|mourir)|j ai (essaye|tente) (de|d) … ({self_fr}|mourir) "
     "… (hier|cette nuit|ce matin|cette semaine|encore)|j ai fait une (ts|tentative) (hier|cette"
     "|ce)", "act", "p"),
    ("kill-myself", URGENT, "{self_fr}|me suicide|me tue", "ideation"),
    ("suicidal", URGENT, "(idees?|pensees?|envies?|pulsions?) (suicidaires?|noires|de suicide|de "
     "mort|morbides|d en finir)|suicidaire|pens(e|er|ais|es?) (au|a un|beaucoup au|souvent au"
     "|tout le temps au) suicide|pense (souvent |beaucoup |tout le temps )?a (la mort|mourir|mon "
     "suicide|ma mort)|le suicide (est|serait|me parait)", "ideation"),
    ("want-to-die", URGENT, "(veux|voudrais|envie de|envie d|aimerais|souhaite|prefererais"
     "|prefere|besoin de|pret a|prete a|voulais) (juste |vraiment |seulement |simplement |bien "
     ")?(mourir|disparaitre|crever|etre morte?|m endormir (et|pour)|ne plus (etre la|exister|me "
     "reveiller|vivre)|dormir pour toujours|tout arreter|que (tout|ca) s arrete|partir pour "
     "toujours|que ca finisse)", "passive", "n"),
    ("not-want-to-live", URGENT, "(veux|voudrais|peux|envie|force|gout|raison|sais plus|courage"
     "|arrive) (plus |pas )?(de |d |a |pourquoi )?(vivre|continuer|exister|etre la|me reveiller"
     "|me lever|lutter|tenir)( comme ca| ainsi| plus longtemps)?|(aucune|plus de|plus aucune) "
     "(raison|envie) de (vivre|continuer|rester|me lever)|plus (envie|la force|le courage|le "
     "gout) de (vivre|rien|continuer|me battre|lutter)|ne (veux|peux|voudrais) plus (vivre"
     "|exister|etre la|etre ici|continuer)|fatiguee? (de vivre|de la vie|d exister)|marre de "
     "(vivre|la vie|exister|tout)|la vie (n a|ne vaut|n en vaut) (plus|pas)|a quoi (bon|ca sert) "
     "(vivre|continuer|de vivre|de continuer|tout|rester)|plus rien a (faire|attendre) (ici|de la "
     "vie)", "passive", "n"),
    ("not-wake", URGENT, "(ne pas|ne plus|ne jamais) (me reveiller|etre reveillee?|etre nee?"
     "|exister)|m endormir (et|pour) (ne|toujours)|jamais (du naitre|nee?)|me reveille(r|rai)? "
     "(pas|plus|jamais)", "passive", "n"),
    ("better-off", URGENT, "(seraient?|iraient?|irait|vivraient?|sera|iront|serait) (tous "
     "|tellement |bien |beaucoup |toutes |vraiment )*(mieux|plus heureux|plus heureuse|soulages?"
     "|plus tranquilles?|debarrasses?) … (sans moi|si je|quand je|si j)|mieux sans moi|(personne"
     "|qui) … (remarquerait|manquerai|pleurerait|me regretterait)|manquerais? a personne",
     "passive", "n"),
    ("burden", URGENT, "(je suis|d etre|qu|etre|suis|deviens) (devenue? )?(juste |qu )?un (vrai "
     "|gros )?(poids|fardeau|boulet) (pour|a)", "passive"),
    ("plan", URGENT, "(je sais|j ai prevu|j ai planifie|j ai pense a|j imagine|j ai cherche"
     "|reflechi a) (exactement |deja )?(comment|ou|quand|la facon) (je|le faire|en finir|faire"
     "|mourir|dont)", "plan"),
    ("accident", URGENT, "(j espere|je voudrais|j aimerais|si seulement) … (voiture|accident"
     "|camion|train|cancer) … (renverse|ecrase|emporte|tue|arrive|percute)", "passive"),
    ("attempt", URGENT, "j ai (deja )?(essaye|tente) (de|d) ({self_fr}|mourir)|(ma|une) tentative "
     "de suicide|ma (derniere )?ts", "act"),
    ("near", URGENT, "(elle|il|{near_fr}|quelqu un) … (veut|parle|menace|dit|voulait|pense|m a "
     "dit|va|envisage) … (mourir|suicid(e|er|aire)|se tuer|en finir|se faire du mal|mettre fin|se "
     "pendre|adieu)|(peur|inquiete?) (qu|que|pour) … (se suicide|se tue|fasse une betise|en "
     "finisse|se fasse du mal|passe a l acte)", "near"),
    ("no-hope", URGENT, "(plus aucun|plus d|aucun|sans) espoir|je (ne )?(vois|trouve) (plus|pas) "
     "(d|de|aucune) (issue|avenir|sortie|raison|solution|sens)|il n y a (plus|pas) d (issue"
     "|espoir)", "low", "n"),
    ("word", NOTICE, "suicide[sr]?|suicidee?s?|s est (suicide|tue|pendu|donne la mort)e?|overdose"),
    ("tonight", NONE, "ce soir|cette nuit|avant demain", "tonight"),
    ("means-word", NONE, "(la|mes|les|des|une|un|ces) ({means_fr})", "means"),
    ("goodbye", NONE, "adieu|adieux|au revoir|dire au revoir", "farewell"),
    ("letters-weak", NONE, "(ecrit|redige|laisse|fini) … lettres|(le|un) mot est (sur|sous|dans)"
     "|les lettres sont", "letters-weak"),
    ("affairs", NONE, "(affaires|papiers|testament) … (en ordre|pretes?|sur la table|regles?"
     "|ranges?)|fait mon testament|(ecrit|redige|laisse) (les|des|mes|une|la) lettres?", "affairs"),
    ("giving-away", NONE, "(donne|donner|distribue) (toutes |tous )?(mes|mon|ma) (affaires|choses"
     "|chat|chien|livres|guitare|vetements|bijoux)|(trouve|cherche) … pour (mon|ma|mes) (chat"
     "|chien|chats|chiens)", "away"),
    ("peace", NONE, "(enfin|je suis|me sens) (tellement |tres |si |vraiment )?(en paix|apaisee?"
     "|calme|libre|sereine?|soulagee?)|en paix maintenant|tout sera (bientot )?(fini|calme)|ce "
     "sera (bientot )?(fini|calme|termine)", "peace-weak"),
    ("thanks-all", NONE, "(merci|reconnaissante?) (infiniment |encore |beaucoup )?(pour|de|d) "
     "(tout|toutes|avoir|ces annees|votre (aide|patience|gentillesse|ecoute))", "thanks"),
    ("forgive", NONE, "pardonnez moi|pardon pour tout|desolee? pour tout|ce n est pas (de )?votre "
     "faute|ne vous (en )?(veuillez|inquietez|reprochez) (pas|plus|rien)|vous avez fait (tout "
     ")?ce que", "forgive"),
    ("no-more", NONE, "(n|ne) … (plus) (besoin|de seances?|jamais|venir|viendrai)|plus besoin|ne "
     "viendrai plus|derniere (seance|fois|rencontre)|pour de bon", "final-weak"),
    ("cancel-all", NONE, "annule[rz]? (tous|toutes|tout|l ensemble|definitivement)", "endall"),
    ("parting", NONE, "demenage(r|ment|ons)?|nouvelle? (therapeute|psy|ville|travail|emploi)"
     "|autre (therapeute|psy)|mutuelle|je me sens (mieux|prete?)|conge|vacances|ca va (mieux|bien)",
     "parting"),
    ("continuing", NONE, "(a|jusqu a) (bientot|jeudi|lundi|mardi|mercredi|vendredi|la semaine|la "
     "prochaine|demain)|prochaine (seance|fois|rencontre)|on se voit|au plaisir", "continuing"),
    ("lie", NONE, "(c etait|c est) (faux|un mensonge|pas vrai)|j ai menti|je mentais", "lie"),
    ("not-coping", NONE, "(je n en|j en|n en) (peux|ai) (plus|marre)|en peux plus|je (ne )?(tiens"
     "|supporte|peux|veux) plus( rien| la)?|a bout|au bout du rouleau|je craque|je sombre|je (me "
     ")?deteste|je vais (tres |vraiment |si )?mal|a quoi bon|rien ne va|vide a l interieur|j "
     "abandonne|je baisse les bras", "low", "n"),
    ("idiom", NONE, "(mort|morte|mourir|meurs|creve|crever|mourrais) de (rire|faim|soif|froid"
     "|chaud|honte|trouille|peur|fatigue|envie|curiosite|jalousie|ennui)|(me|nous) tue(nt)? (les"
     "|le|a la|au)|tuer le temps|ca me tue|me tue de|(fiche|exercice|journal|boulot|travail"
     "|devoirs?) me tue|mort de rire|mdr|adieu (les|le|la) (cigarettes?|sucre|cafe|stress"
     "|vacances)|en finir avec (ce|cette|ces|le|les|la (paperasse|fiche)|l exercice)|disparaitre "
     "(sous terre|dans un trou)|numero national de prevention( du suicide)?|ligne de prevention( "
     "du suicide)?", "idiom"),
)  # fmt: skip
