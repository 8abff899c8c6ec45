"""Plain statements of danger in Italian; see plain.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "pills": "pastiglie|pillole|compresse|farmaci|medicine|sonniferi|scatola|flacone|gocce",
    "means": "pastiglie|pillole|compresse|farmaci|medicine|sonniferi|corda|coltello|pistola"
    "|fucile|arma|lametta|veleno",
    "die": "uccidermi|ammazzarmi|suicidarmi|impiccarmi|togliermi la vita|farla finita|spararmi"
    "|buttarmi (?:giu|sotto|dal|dalla|da)|gettarmi (?:giu|sotto|dal|dalla)|(?:mettere|porre) "
    "fine (?:alla mia vita|a tutto)",
    "when": "stasera|stanotte|oggi|domani|adesso|ora|tra poco|questa notte|questa sera",
    "near": "amic[oa]|fratello|sorella|madre|mamma|padre|papa|figli[oa]|marito|moglie"
    "|compagn[oa]|fidanzat[oa]|ragazz[oa]|ex|cugin[oa]|zi[oa]|collega|vicin[oa]|nipote"
    "|coinquilin[oa]",
    "kid": "figli[oa]?|figlie|bambin[oaie]|neonat[oa]|bimb[oaie]|nipot[ei]|nipotin[oa]"
    "|piccol[oa]",
    "he": "lui|lei|(?:il |la )?(?:mio|mia) (?:[a-z]+ )?(?:{near}|patrigno)",
}  # fmt: skip

SUICIDE = (
    ("intent", EMERGENCY, "(ho deciso di|sto per|voglio|vado a|intendo|sono decis[oa] a|ho "
     "intenzione di) (davvero |proprio )?({die}) … ({when})|(ho deciso di|sto per|sono "
     "decis[oa] a|ho intenzione di|vado a|intendo) ({die})|(mi|stasera mi|oggi mi) (uccido"
     "|ammazzo|suicido|impicco|tolgo la vita)|la faccio finita|sono (sul|in piedi sul|sui|sopra "
     "il) (ponte|tetto|binari|cornicione)|(voglio|sto per) (buttarmi|saltare|saltare giu)",
     "ideation"),
    ("tonight-i", EMERGENCY, "({when}) … ({die}|lo faccio|la faccio finita|sara tutto finito|e "
     "tutto finito)|({die}) … ({when})", "ideation"),
    ("overdose-now", EMERGENCY, "(ho|appena) (appena )?(preso|ingoiato|mandato giu|inghiottito) "
     "… (tutt[eoi]|troppe|troppi|un intera|una scatola|un flacone|un sacco|tante|intera|l "
     "intera) … ({pills})|(ho|appena) (appena )?(preso|ingoiato|inghiottito) (tutt[ei] (le|i"
     "|quelle)|troppe|un sacco di) ({pills})|({pills}) … (prese|ingoiate) tutte|overdose|(ho"
     "|appena) (appena )?(preso|ingoiato|inghiottito|mandato giu) (un intera |una |un |tutta la "
     "|l intera )(scatola|confezione|boccetta|flacone|manciata)|(ho|appena) (appena )?(preso"
     "|ingoiato|inghiottito|mandato giu) [1-9][0-9]+ ({pills})", "act"),
    ("means-ready", EMERGENCY, "({means}) … (sono|e|ho|sta) … (pront[aeio]|davanti a me|accanto "
     "a me|qui con me|vicino a me)|(ho|tengo) … ({means}) … (pront[aeio]|davanti|accanto|qui|da "
     "parte|per farlo|per finire)|(messo da parte|sto raccogliendo|accumulato|comprato) … "
     "({means}) … (per farlo|per morire|da settimane|per uccidermi)", "plan"),
    ("prepared", EMERGENCY, "(ho )?(gia )?(tutto|preparato tutto|pianificato tutto) (e )?(pronto"
     "|preparato|pianificato|deciso) (per|stasera|oggi|gia)|ho (gia )?(preparato|pianificato) "
     "tutto|quant[ei] ({pills}) … (morire|uccidermi|mortale)|dose (letale|mortale)", "plan"),
    ("letters", EMERGENCY, "letter[ae] d(i )? ?addio|bigliett[oi] d addio|lettere di addio",
     "letters"),
    ("last-mail", EMERGENCY, "quando (lei |tu )?(leggera|leggerai|leggerete|legge|leggi) (questa"
     "|questo|queste) … (mort[oa]|non ci|non saro|troppo tardi|gia andat[oa])|(questo|questa) e "
     "(il mio addio|la mia ultima (mail|email|lettera)|il mio ultimo messaggio)|non (ci )?saro "
     "piu( qui| viv[oa]| al mondo)?|addio per sempre|(oggi|domani|questo) e il mio ultimo giorno"
     "|la mia ultima notte", "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(ieri|oggi|stanotte|stamattina|ieri sera|ieri notte|questa "
     "settimana) … (ho )?(tentato|provato|cercato|tentativo) … ({die}|suicidio|morire)|(ho "
     ")?(tentato il|provato a|tentato di|cercato di) ({die}|suicidio|morire) … (ieri|oggi"
     "|stanotte|questa settimana)", "act", "p"),
    ("kill-myself", URGENT, "{die}|mi (uccido|ammazzo|suicido|sparo|impicco|tolgo la vita)"
     "|farmi qualcosa|fare una pazzia|fare qualche sciocchezza|farmi (del )?male sul serio",
     "ideation"),
    ("suicidal", URGENT, "(pensieri?|idee|istinti|impulsi|voglia) (suicidi|suicidari|suicidarie"
     "|di suicidio|di morte|di morire|di farla finita)|(penso|pensando|pensato|pensare|pensavo) "
     "… (al suicidio|alla morte|a morire|di morire)|(sono|mi sento) (di nuovo )?suicid[ao]",
     "ideation"),
    ("want-to-die", URGENT, "(voglio|vorrei|volevo|preferirei|desidero|voglia di|bisogno di"
     "|spero di) (solo |soltanto |davvero |essere |proprio |tanto )*(morire|mort[oa]|sparire"
     "|scomparire|dormire per sempre|addormentarmi e|smettere di (vivere|esistere))|(meglio"
     "|magari fossi|fossi) mort[oa]|(sarebbe|era|e) (meglio|piu (semplice|facile)) (essere "
     "mort[oa]|morire|se (io )?(fossi mort[oa]|morissi|sparissi|non ci fossi))|non svegliarmi "
     "mai piu|se (io )?(morissi|fossi mort[oa]|muoio|sparissi)", "passive"),
    ("not-live", URGENT, "non (voglio|vorrei|ho (voglia|la forza|motivo|motivi|ragioni?|piu "
     "(voglia|motivi|ragioni?|la forza|motivo)) (di|per)|me la sento di|riesco a|posso|vale la "
     "pena (di)?) (piu )?(vivere|esserci|esistere|svegliarmi|continuare a vivere|stare al mondo"
     "|andare avanti a vivere)|(stanc[oa]|stuf[oa]) di vivere|vita non (ha|vale) (piu )?(senso"
     "|niente|la pena|nulla)|mai (piu )?(svegliarmi|nat[oa])|non svegliarmi( mai)?( piu)?|non "
     "ha (piu )?senso vivere|(piu (semplice|facile)|meglio) se (io )?non (ci fossi|esistessi)"
     "|non (sopporto|reggo|tollero) piu (la vita|di vivere|questa vita)|non sopporto piu (la "
     "mia vita|di vivere)|vorrei non essere nat[oa]|(stanc[oa]|stuf[oa]) della vita|perche "
     "(andare avanti|continuare a vivere|vivere)|voglio … che (tutto )?(finisca|tutto finisca)",
     "passive", "n"),
    ("better-off", URGENT, "(meglio|piu felic[ei]|piu seren[ia]|piu facile) … (senza di me|se "
     "(io )?non ci|se fossi mort[oa]|se sparissi)|senza di me … (meglio|piu felic[ei])", "passive"),
    ("burden", URGENT, "(sono|essere|mi sento|sento di essere) (solo |soltanto |per tutti )*(un"
     "|di) (peso|fardello)", "passive"),
    ("no-hope", URGENT, "non (vedo|c e|ho|trovo|ce) (piu )?(nessuna? )?(via d uscita|vie d "
     "uscita|speranza|speranze|futuro|soluzione|senso)|senza (via d uscita|speranza)", "low", "n"),
    ("plan", URGENT, "(so|pianificato|pensato|cercato|deciso|pensando a) … (come|dove|quando) "
     "(farlo|lo farei|lo faro|uccidermi|farla)", "plan"),
    ("attempt", URGENT, "(tentato|provato a|cercato di|tentato di) (il )?({die}|suicidio|morire)"
     "|tentativo di suicidio|tentato suicidio", "act"),
    ("near", URGENT, "({he}|qualcuno) … (vuole|dice|ha detto|minaccia|parla|ha tentato|mi ha "
     "detto) … (morire|uccidersi|suicidarsi|ammazzarsi|togliersi la vita|farla finita|suicidio)"
     "|(paura|preoccupat[oa]) … (che )?({he}) (si|possa) (uccid[a-z]+|ammazz[a-z]+|faccia del "
     "male|farsi del male|suicid[a-z]+)|({he}|qualcuno) … (dice|ha detto|minaccia|scrive) … "
     "(che )?(si|la) (ammazza|uccide|suicida|toglie la vita|fa finita|fara finita)|({he}) (e|ha "
     "pensieri) suicid[aio]|({he}) ha tentato il suicidio|({he}|amic[oa]) … (non vuole piu "
     "vivere|non vuole vivere|vuole sparire)", "near"),
    ("word", NOTICE, "suicid[a-z]+|si e (ucciso|uccisa|ammazzat[oa]|impiccat[oa]|tolt[oa] la "
     "vita)"),
    ("tonight", NONE, "stanotte|stasera|questa (notte|sera)", "tonight"),
    ("means", NONE, "({means})", "means"),
    ("farewell", NONE, "addio|dirle addio|saluto per sempre", "farewell"),
    ("thanks", NONE, "grazie (davvero |di cuore )?(di|per) tutto|grazie per (tutto|tutti|il suo)",
     "thanks"),
    ("forgive", NONE, "(perdonatemi|perdonami|mi perdoni|mi perdonerete)|scusa(te)? per tutto"
     "|mi dispiace per tutto", "forgive"),
    ("low", NONE, "non (ce la|ne) (faccio|posso) (piu|proprio piu)|non ce la faccio|non (resisto"
     "|reggo) piu|sto crollando|niente ha (piu )?senso|sono dispera(to|ta)", "low", "n"),
    ("continuing", NONE, "a (presto|domani|lunedi|martedi|mercoledi|giovedi|venerdi|dopo)|ci "
     "vediamo|prossim[oa] (seduta|appuntamento|settimana|volta|incontro)|arrivederci",
     "continuing"),
    ("idiom", NONE, "(mor[a-z]+|muoio|muore|mort[oaie]|muoiono|ammazzarmi|ammazzare|crepare) "
     "(dal|dalle|dalla|di|dall) (ridere|risate|fame|sete|freddo|caldo|vergogna|paura|voglia|noia"
     "|sonno|curiosita|invidia|stanchezza|imbarazzo|fatica|amore|lavoro)|(mi|ci) (uccide|ammazza"
     "|sta uccidendo|sta ammazzando) (il|la|lo|di|questo|questa)|(esercizio|lavoro|caldo|schiena"
     "|testa|compito) mi (uccide|ammazza|sta uccidendo|sta ammazzando)|ammazz(o|are) il tempo"
     "|voglio (sparire|scomparire) (qualche giorno|in vacanza|per il weekend)|mi ammazzo di "
     "(lavoro|studio|fatica|palestra)|overdose di (cioccolato|caffe|zucchero|serie)|sprofondare "
     "dalla vergogna|addio al (nubilato|celibato|fumo)|in bocca al lupo", "idiom"),
)  # fmt: skip

SELF_HARM = (
    ("did-it", URGENT, "mi sono (di nuovo |ancora |appena )?(tagliat[oa]|bruciat[oa]|ferit[oa] "
     "(apposta|da sol[oa])|fatt[oa] del male|graffiat[oa]|autolesionat[oa])|(ho )?(ricominciato"
     "|ripreso) a (tagliarmi|farmi del male|ferirmi)|mi (taglio|faccio del male|brucio apposta"
     "|autolesiono)|tagliat[oa] (le braccia|i polsi|le gambe|le vene)", "harm"),
    ("urge", URGENT, "(voglia|impulso|bisogno|voglio|paura|penso|istinto|tentazione|desiderio) "
     "… (tagliarmi|farmi (del )?male|ferirmi|bruciarmi|autolesionarmi)", "harm"),
    ("word", NOTICE, "autolesion[a-z]+|farmi del male|tagliarmi|mi tagliavo|mi facevo del male"),
    ("idiom", NONE, "(tagliat[oa]|bruciat[oa]|tagliarmi|ferit[oa]) (i capelli|le unghie|la "
     "frangia|un dito|il dito|cucinando|col forno|con il forno|facendomi la barba|radendomi"
     "|giocando|con la carta|in cucina|al sole)|tagliarmi fuori", "idiom"),
)  # fmt: skip

ABUSE = (
    ("now", EMERGENCY, "({he}) (e|sta) … (alla porta|dietro la porta|fuori dalla porta|qui fuori"
     "|spaccando|urlando e|sfondando|picchiando)|(mi sono|sono) … (chius[oa]|nascost[oa]"
     "|barricat[oa]) … (bagno|camera|stanza|macchina|armadio|casa)|({he}) ha … (un|il|una|la) "
     "(coltello|pistola|arma|fucile)", "attack"),
    ("will-kill", EMERGENCY, "({he}) … (dice|ha detto|minaccia|minacciato|vuole|giura|ha "
     "giurato) … (che mi (ammazza|uccide|ammazzera|uccidera)|di (uccidermi|ammazzarmi)|uccidermi"
     "|ammazzarmi)|paura che ({he}) mi (uccida|ammazzi)|temo per la mia vita|paura per la mia "
     "vita|(sono|siamo) in pericolo|mi vuole (uccidere|ammazzare)|({he}) … (minacciato|minaccia"
     "|giurato|detto) … di (uccidermi|ammazzarmi|farmi fuori)|(ha |mi ha |aveva )?minacciat[oa] "
     "di (uccidermi|ammazzarmi|morte)", "attack"),
    ("hits-me", URGENT, "({he}) … (mi|ci) (ha )?(di nuovo |ancora )?(picchi|mena|menat"
     "|schiaffegg|strangol|strozz|spint|minacci|violent|stuprat|abusat|aggredit|malmen|maltratt"
     "|colpit|presa a (pugni|schiaffi|calci))[a-z]*|(mi|ci) (picchia|mena|ha picchiat[oa]|ha "
     "violentat[oa]|ha stuprat[oa]|ha menat[oa])|(sono stata|sono stato) (picchiat[oa]"
     "|violentat[oa]|stuprat[oa]|aggredit[oa]|abusat[oa]|molestat[oa])|violenza (domestica|in "
     "casa)|({he}) e (molto |sempre piu |diventato )?(violent[oa]|manesco)|alza le mani",
     "violence"),
    ("forced", URGENT, "mi (costringe|obbliga|ha costretto|ha costretta|ha obbligata) a (fare"
     "|avere|letto|dormire)", "violence"),
    ("afraid", URGENT, "paura (di lui|di lei|di mio (marito|padre|ex)|del mio (ex|compagno"
     "|ragazzo|fidanzato|patrigno)|di tornare a casa|che lui)", "coercion"),
    ("word", NOTICE, "abus(o|i|at[oa]) sessual[ei]|abusi|stupr[oa]|maltrattament[oi]|molesti[ae]"),
    ("idiom", NONE, "(mia madre|mio padre|il mio capo|mia moglie|mio marito|lei|lui) mi (ammazza"
     "|uccide|ammazzera|uccidera) (se|quando)|abuso di (potere|alcol|farmaci)|mi spinge a "
     "(migliorare|continuare|provare)", "idiom"),
)  # fmt: skip

CHILD = (
    ("now", EMERGENCY, "({kid}) … (in pericolo|chius[oaei] (in|a)|privo di sensi|priva di sensi"
     "|sol[oaei] (con lui|con lei|a casa|in casa|da))|(lasciato|lasciata|lascia|lasciano) (il "
     "|la |i |mio |mia |nostro |nostra )*({kid}) (da )?sol[oaei]|(scosso|scrollato) il neonato",
     "child"),
    ("hits-child", URGENT, "({he}|patrigno|maestr[oa]|tata|babysitter|nonn[oa]) (picchia|mena"
     "|maltratta|tocca|molesta|ha picchiato|ha toccato|ha menato|abusa di) (il |la |i |le "
     ")?(mio |mia |nostro |nostra |miei |mie |nostri )?({kid})|({kid}) … lividi|({kid}) … "
     "(picchiat[oa]|maltrattat[oa]|molestat[oa])", "child"),
    ("services", NOTICE, "servizi sociali|tutela minori|maltrattamento (di )?minori"),
)  # fmt: skip

HARM = (
    ("intent", EMERGENCY, "(ho deciso di|sto per|vado a|lo|la) (uccider|ammazzar|accoltellar"
     "|strangolar|sparar)(lo|la|gli|le|e)?( (il mio|mio|mia|la mia|lui|lei)( [a-z]+)?)? "
     "?(stasera|oggi|stanotte|adesso)?|(lo|la) (ammazzo|uccido|accoltello) (stasera|oggi"
     "|stanotte|davvero|adesso|quando torna)|voglio (ucciderlo|ammazzarlo|ucciderla|ammazzarla"
     "|accoltellarlo)", "harm-intent"),
    ("want", URGENT, "(paura|voglia|impulso|pensieri|penso|capace|istinto|potrei) … (fare del "
     "male|uccidere|ammazzare|picchiare|strangolare|ferire|far male) (a |al |alla |il |la "
     ")?(mio |mia )?(figli[oa]|bambin[oa]|neonat[oa]|marito|moglie|capo|madre|padre|qualcuno|lui"
     "|lei|ex)|(paura|voglia|impulso) di (uccider|ammazzar|picchiar|strangolar|far)(lo|la|gli"
     "|le)( (del )?male)?", "harm-want"),
    ("weapon", NONE, "(ho|comprato|porto|con|preso) (un|una|il|la) (coltello|pistola|arma|fucile"
     "|ascia)", "weapon"),
    ("target", NONE, "so dove (abita|lavora|vive|parcheggia)", "target"),
    ("idiom", NONE, "(potrei|avrei potuto|l avrei|lo avrei) (quasi )?(uccider|ammazzar|strozzar"
     "|ammazzat|strozzat|strangolat)[a-z]*|(lo|la|ti) (ammazzo|uccido) se|(uccider|ammazzar)ei "
     "per un[a]?|(giallo|romanzo giallo)", "idiom"),
)  # fmt: skip

ROWS = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "abuse": ABUSE,
    "child_protection": CHILD,
    "harm_to_others": HARM,
}
