"""Resource: a book, podcast, article or offer that the client shares or asks about."""

from gateway.core.rules import intent

LISTS = {
    "thing": "books?|podcasts?|articles?|videos?|documentar(?:y|ies)|ted ?talks?|apps?"
    "|workshops?|playlists?|blogs?|essays?|memoirs?|novels?|poems?|songs?|films?|movies?|series"
    "|webinars?|support groups?|youtube|workbooks?|newsletter|study|studies|course|courses"
    "|episode|website|site|group|retreat|meditation|paper|talk|class|classes|audiobook|instagram "
    "(?:account|page|post)|resource|resources|audiobooks|interview",
    "chose": "livres?|podcasts?|articles?|videos?|documentaires?|conferences?|applications?"
    "|appli|atelier|blogs?|chansons?|films?|series?|episodes?|groupe de (?:parole|soutien)|lien"
    "|site|emission|roman|poeme|stage|livre audio|bouquin|formation|etude|association",
    "cosa": "libros?|podcasts?|articulos?|videos?|documental(?:es)?|charlas?|aplicacion|app"
    "|taller|blogs?|cancion|pelicula|series?|episodios?|grupo de apoyo|enlace|pagina|sitio|novela"
    "|poema|curso|estudio|audiolibro|recurso|retiro",
}  # fmt: skip

ENGLISH = (
    ("share", 0.75, "(shar(e|ing)|send(ing)?|pass(ing)? (on|along)|forward(ing)?|attach(ed|ing)?"
     "|recommend(ed|ing)?|suggest(ed|ing)?|found|find|discovered|came across|come across|stumbled "
     "(on|upon|across)|listened to|listening to|read|reading|watched|watching|saw|seen|heard"
     "|enjoy(ed|ing)?|loved|bought|finished|lend|borrow(ed)?|check out|mentioned|signed up for"
     "|joined|try) (to |you |about |on |through |a |an |the |this |that |some |really |great "
     "|interesting |lovely |amazing |brilliant |new |free |good |really good |beautiful |my |in "
     "|link to |short |online |local |of |and |wonderful |couple |few |your |nice |self help "
     "|guided |helpful |fascinating |excellent |[a-z]+ )*?({thing})"),
    ("thought-of-you", 0.7, "(thought|think) (of you|you (might|would|may|will|could)|your (other "
     ")?clients|it (might|could|would) (help|be (useful|helpful|good|of interest)|interest))"
     "|(reminded|reminds) me of (you|our|what (you|we)|something you)|(might|may|could|would) (be "
     ")?(of interest|useful|helpful|interest you|interested|like it|enjoy it|help (other|your))"
     "|you might (like|enjoy|find|be interested)|worth (a )?(read|look|listen|watch|reading"
     "|watching|listening)|highly recommend|(would|totally) recommend"),
    ("do-you-know", 0.7, "(do|did|have|are) you (happen to )?(ever )?(know|heard|read|seen"
     "|listened to|come across|familiar|aware|recommend|have any|got any|watched|tried|think of"
     "|use) (of |with |about |to |any |a |an |the |this |that |good |some )*({thing})|(what|which"
     "|any|some) (good |other |helpful |useful |more )*({thing}|reading) (do|would|can|could|did"
     "|you|recommend|that|to|on|about|for|recommendations?|suggestions?)|(book|reading|podcast"
     "|app) (recommendations?|suggestions?|list|rec|recs)|recommend (any|a|some|me)|(have you|did "
     "you|do you know) … (by|called) "),
    ("which", 0.65, "(which|what) ({thing}) (was|is|did|were|do)|(i am|just|been|have) (reading"
     "|listening to|watching) (a|an|this|the) (thriller|novel|memoir|series|book|podcast|film"
     "|documentary|biography)"),
    ("the-thing", 0.5, "(great|good|interesting|amazing|lovely|new|this|that|free|brilliant) "
     "({thing}) (about|on|by|called|i|from|that|with|for|is|where|you)|(link|here it is|here is "
     "the link|see the link|https?|www)|it is called|(author|chapter|spotify|youtube|audible"
     "|netflix|library|kindle)"),
    ("not-resource", -0.6, "(zoom|video|meeting|payment|session|teams|reset|intake|portal|invoice"
     "|booking|calendar) (link|site|website|app|page)|link (does not|is not|not|expired|to (join"
     "|pay|the (session|meeting|zoom)))|(your|the) (booking |practice )?(website|site|portal)"
     "|unsubscribe|newsletter@|password|book (an|a|another|my|in|me)|read (my|your|the) (e?mail"
     "|message|text)"),
)  # fmt: skip
FRENCH = (
    ("share", 0.75, "(partag(er|e|erai)|envoie|envoyer|recommand(e|er|erais)|conseill(e|er|ez)"
     "|transmets|transferer|trouve|decouvert|tombee? sur|ecoute|lu|lis|regarde|vu|entendu|lire"
     "|voici|suis en train de lire|prete|propose) (avec vous |vous |a |un |une |ce |cet |cette "
     "|le |la |des |de |l |super |tres |bel |bon |petit |excellent |interessant |hier |en "
     "|recemment |beau |formidable |[a-z]+ )*?({chose})"),
    ("thought-of-you", 0.7, "(pense a vous|interess(er|ant|ante)|pourrait vous|utile a|fait "
     "penser a (vous|nos|ce|notre))|ca vaut le (coup|detour)|je (vous )?le recommande"),
    ("do-you-know", 0.7, "(connaissez|avez|auriez|recommandez|conseillez|conseilleriez"
     "|recommanderiez) (vous )?(deja |un |une |le |la |des |ce |cet |cette |lu |vu |entendu "
     "(parler )?(de |d )?|ecoute |l |de |me |bon |bons )*({chose}|lecture)|(des|une|quelles?) "
     "(lectures?|recommandations?|ressources?)"),
    ("not-resource", -0.5, "lien (zoom|visio|de paiement|de la seance|pour la (seance"
     "|consultation))|ne marche pas"),
)  # fmt: skip
SPANISH = (
    ("share", 0.75, "(compart(ir|o|irle)|envi(o|ar|arle)|mand(o|ar)|recom(iendo|endar|endo"
     "|endarle|endaron)|sugerir|encontre|descubri|escuche|escuchando|lei|leyendo|leo|vi|visto|he "
     "visto|he leido|he encontrado|paso|adjunto|aqui le dejo|dejo|termine) (con usted |le |a |un "
     "|una |este |esta |el |la |unos |muy |de |buen |gran |interesante |en |ayer |que |[a-z]+ "
     ")*?({cosa})"),
    ("thought-of-you", 0.7, "(pense en usted|le puede (interesar|gustar|servir)|podria (interesar"
     "|servir|gustar)(le)?|me recordo a|me hizo pensar en (usted|lo que|nuestra)|vale la pena "
     "(leer|ver|escuchar)|se lo recomiendo|lo recomiendo)"),
    ("do-you-know", 0.7, "(conoce|conoces|ha leido|ha visto|ha escuchado|recomienda|recomendaria"
     "|podria recomendar|recomendarme|tiene) (usted |me |algun |alguna |el |la |un |una |este "
     "|esta |buen |algo )*({cosa}|lectura)|alguna (recomendacion|lectura)"),
    ("not-resource", -0.5, "enlace (de|para) (la )?(sesion|zoom|videollamada|pago)|no funciona"),
)  # fmt: skip

DETECTOR = intent("resource", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
