"""Plain statements of danger in German; see plain.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "pills": "(?:schlaf)?tabletten|pillen|medikamente|schlafmittel|packung(?:en)?",
    "means": "(?:schlaf)?tabletten|pillen|medikamente|schlafmittel|strick|seil|messer|pistole"
    "|waffe|rasierklingen?|gift|bru(?:e)?cke",
    "die": "umbringen|umbringe|to(?:e)?ten|to(?:e)?te|erha(?:e)?ngen|erschie(?:ss|s)en|das "
    "leben nehmen|vor (?:den|einen) zug (?:werfen|schmeissen)|von der bru(?:e)?cke springen",
    "when": "heute|heute (?:nacht|abend)|morgen|jetzt|gleich|diese nacht|bald",
    "near": "freund(?:in)?|bruder|schwester|mutter|vater|mama|papa|sohn|tochter|mann|frau"
    "|partner(?:in)?|ex|kollegin|kollege|nachbar(?:in)?|cousine?|mitbewohner(?:in)?|kind",
    "kid": "sohn|tochter|kind(?:er|ern)?|baby|kleine[nrs]?|enkel(?:in)?|neffen?|nichte|jungen?",
    "he": "er|sie|(?:mein|meine|unser|unsere) (?:[a-z]+ )?(?:{near}|stiefvater|freund)",
}  # fmt: skip

SUICIDE = (
    ("intent", EMERGENCY, "ich (werde|gehe|muss) (mich|mir) … ({die})|(ich habe|hab|bin) (mich "
     ")?(beschlossen|entschlossen|entschieden) … ({die}|sterben|schluss zu machen|zu gehen)"
     "|(ich )?bringe? mich (jetzt |heute |gleich |dann )*um|ich (mache|mach) (jetzt|heute|dem"
     "|meinem leben) … (schluss|ein ende)|ich (mache|mach) schluss mit (dem|meinem) leben|ich "
     "nehme? mir (jetzt |heute )?das leben|stehe … (auf der|am|an den|auf dem) (bru(e)?cke|dach"
     "|gleisen?|hochhaus|gela(e)?nder)|will (jetzt |gleich )?(springen|runterspringen)",
     "ideation"),
    ("tonight-i", EMERGENCY, "({when}) … ({die}|bringe? ich mich um|mache? ich (ernst|schluss"
     "|ein ende)|ist (alles|es) vorbei|tue ich es|tu ich s)|({die}) … ({when})", "ideation"),
    ("overdose-now", EMERGENCY, "(habe?|hab) … (alle|zu viele?|viel zu viele?|die ganzen?|eine "
     "ganze|ganze|eine menge|saemtliche) … ({pills}) … (genommen|geschluckt|eingenommen|intus)"
     "|(alle|zu viele|die ganze) … ({pills}) (genommen|geschluckt|eingenommen)|u(e)?berdosis "
     "(genommen|geschluckt)|(habe?|hab) … [1-9][0-9]+ ({pills}) (genommen|geschluckt"
     "|eingenommen)", "act"),
    ("means-ready", EMERGENCY, "({means}) … (liegen|liegt|steht|stehen|hangt|habe ich|hab ich) "
     "… (bereit|vor mir|neben mir|griffbereit|gesammelt|besorgt)|(habe?|hab) … ({means}) … "
     "(gesammelt|besorgt|bereit|bereitgelegt|vor mir|gehortet|gekauft dafur)", "plan"),
    ("prepared", EMERGENCY, "(alles|es) ist (schon |bereits )?(vorbereitet|geplant|geregelt) … "
     "(heute|gehe|vorbei|ende)|(ich )?(weiss|wei) (genau )?wann und wo|tabletten reichen (aus "
     ")?um zu sterben|wie viele ({pills}) … (sterben|to(e)?dlich|umzubringen)", "plan"),
    ("letters", EMERGENCY, "abschiedsbriefe?", "letters"),
    ("last-mail", EMERGENCY, "(wenn|bis|sobald) (sie|du|ihr) das (hier )?(lesen|liest|lest) … "
     "(tot|nicht mehr|weg|vorbei)|(das|dies) ist (mein abschied|meine letzte (mail|nachricht))"
     "|(ich )?(werde|bin) (dann |morgen |bald )*nicht mehr (da|am leben|hier|leben)|leben sie "
     "wohl fur immer|(ich )?verabschiede mich fur immer|(heute|morgen|das) ist mein letzter (tag"
     "|abend|morgen)|meine letzte nacht", "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(gestern|heute|letzte nacht|vorhin|diese woche|vorgestern) … "
     "(versucht … (umzubringen|das leben zu nehmen|zu sterben)|suizidversuch|selbstmordversuch"
     "|umbringen wollen)", "act", "p"),
    ("kill-myself", URGENT, "(mich|mir) … ({die})|mich umzubringen|mir das leben zu nehmen"
     "|selbstmord (begehen|machen|zu begehen)|suizid (begehen|zu begehen)|bringe? mich um",
     "ideation"),
    ("suicidal", URGENT, "suizidgedanken|selbstmordgedanken|todesgedanken|suizidale? (gedanken"
     "|impulse)|gedanken an (suizid|selbstmord|den tod)|(bin|fuhle mich|werde) (wieder |sehr "
     "|akut )?suizidal|denke? … an (suizid|selbstmord|den tod|das sterben)|ans sterben",
     "ideation"),
    ("want-to-die", URGENT, "(will|mochte|moechte|wu(e)?nschte?|wollte) … (sterben|tot sein|tot "
     "wa(e)?re|einschlafen und|verschwinden)|(wa(e)?re|war) (ich )?(lieber |am liebsten |besser "
     ")?tot|am liebsten … (tot|sterben)|mir … den tod|lieber tot|(besser|einfacher|leichter"
     "|schoner) … (tot zu sein|zu sterben|nicht mehr (zu leben|da zu sein)|wenn ich (tot|nicht "
     "mehr (da|am leben)|weg|gestorben))|(tot zu sein|zu sterben) … (besser|einfacher)|hoffe … "
     "nicht mehr aufzuwachen|(zu )?verschwinden fur immer|wenn ich (tot|gestorben|nicht mehr am "
     "leben) (wa(e)?re|bin)", "passive"),
    ("not-live", URGENT, "(will|mochte|moechte|kann|mag) … (nicht|nimmer) (mehr )?(leben"
     "|weiterleben|da sein|aufwachen|existieren|hier sein)|nicht mehr (leben|weiterleben"
     "|aufwachen|da sein) … (will|mochte|moechte|wollen|mag|kann)|kein(en)? (sinn|grund) … "
     "(leben|weiterleben|weiterzuleben)|(nie|nicht) mehr aufwach(e|en)|leben … (keinen sinn"
     "|nicht mehr lebenswert|nichts mehr wert)|keine lust mehr (zu|am) leben|lebensmude|nie "
     "geboren|(ertrage?|halte?|mag|packe?) (das|mein|dieses) leben (einfach |so )?nicht (mehr"
     "|langer)|einfach nicht mehr da sein|will nicht mehr da sein|nicht mehr da (wa(e)?re|bin"
     "|zu sein)|(des lebens|vom leben) (mu(e)?de|satt)|genug vom leben|mu(e)?de vom leben|will "
     "… dass (es|alles) (endlich )?(aufhort|vorbei ist|endet)|wozu (noch |soll ich "
     ")*(weiter)?(leben|weitermachen)|(wozu|warum) (bin|lebe) ich (uberhaupt )?(noch|eigentlich)",
     "passive", "n"),
    ("better-off", URGENT, "ohne mich (wa(e)?ren?|geht|ginge|sind|ist|haben|hatten) … (besser"
     "|leichter|glucklicher|gluecklicher)|(besser|leichter|glucklicher) … (ohne mich|wenn ich "
     "(weg|tot|nicht mehr))", "passive"),
    ("burden", URGENT, "(bin|falle|werde) … (nur |allen |jedem |euch )*(eine|zur) (grosse "
     "|reine )?last", "passive"),
    ("no-hope", URGENT, "(sehe?|gibt|finde|weiss) … (keinen?|keine) (ausweg|hoffnung|zukunft"
     "|andere losung)|(bin )?am ende meiner kra(e)?fte", "low", "n"),
    ("plan", URGENT, "(weiss|uberlege|plane|ausgedacht|geplant|recherchiert|googl[a-z]+) … (wie"
     "|wo|wann) ich (es|mich) … (mache|tue|tun|machen|umbringe|wurde|anstelle)", "plan"),
    ("attempt", URGENT, "(habe?|hab) … versucht … (umzubringen|das leben zu nehmen|zu sterben)"
     "|(suizid|selbstmord)versuch", "act"),
    ("near", URGENT, "({he}|jemand) … (will|mochte|droht|sagt|sagte|gesagt|hat vor|spricht) … "
     "(sterben|sich (umzubringen|umbringen|das leben|etwas an)|umbringen|suizid|selbstmord)"
     "|angst … dass ({he}) sich (etwas|was) antut|(dass )?({he}) sich (etwas|was|das leben) "
     "(antut|nimmt)|({he}) … (gesagt|sagt|droht|schreibt|schrieb) … (bringt sich um|tut sich "
     "(was|etwas) an|nimmt sich das leben|nicht mehr leben)|({he}) bringt sich um|({he}) (ist"
     "|sei) suizidal|({he}) hat versucht sich umzubringen|({he}) … (nicht mehr leben|nicht mehr "
     "weiterleben|sterben) (will|mochte|wolle)|({he}) … dass (er|sie) (nicht mehr leben|sterben)",
     "near"),
    ("do-something", URGENT, "mir (selbst |selber )?(etwas|was) (an|an ?zu ?tun|antun|antue)"
     "|(tue|tu) mir (etwas|was) an", "ideation"),
    ("word", NOTICE, "suizid[a-z]*|selbstmord[a-z]*|umgebracht|erha(e)?ngt|u(e)?berdosis|mir "
     "nichts antun"),
    ("tonight", NONE, "heute (nacht|abend)|diese nacht|noch heute", "tonight"),
    ("means", NONE, "({means})", "means"),
    ("farewell", NONE, "(leben sie|lebt|leb|lebe) wohl|verabschiede[n]?|abschied", "farewell"),
    ("thanks", NONE, "danke? (ihnen |dir |euch )?(fur|fuer) alles|danke fur (die|ihre) (zeit"
     "|hilfe)", "thanks"),
    ("forgive", NONE, "verzeih(en|t)? (sie |ihr )?(mir|mich)|vergeb(en|t) sie mir|es tut mir "
     "(so )?leid fur alles|bitte (verzeih|vergib)[a-z]*", "forgive"),
    ("low", NONE, "(ich )?(kann|schaffe?|pack|packe) (es |das |das alles |einfach |so )*nicht "
     "mehr|halte? (es|das) (alles |einfach )*nicht (mehr |langer )?aus|breche zusammen|alles "
     "sinnlos|hat keinen sinn", "low", "n"),
    ("continuing", NONE, "bis (dann|bald|nachste|montag|dienstag|mittwoch|donnerstag|freitag"
     "|zum na(e)?chsten)|na(e)?chsten? (termin|sitzung|woche|mal)|auf wiedersehen", "continuing"),
    ("idiom", NONE, "(tot|to(e)?dlich) (gelacht|gelangweilt|beleidigt|mu(e)?de)|(lache?"
     "|arger[a-z]*|langweil[a-z]*) mich (tot|kaputt)|totlachen|vor (lachen|scham|hunger"
     "|langeweile|neugier|aufregung|peinlichkeit|hitze) (fast |beinahe )?(sterb[a-z]*|gestorben"
     "|gestorb|umgekommen|stirb[a-z]*)|(sterbe?|starb) … vor (lachen|scham|hunger|langeweile"
     "|neugier|aufregung|hitze)|(hitze|arbeit|prufung|ubung|chefin|chef|ru(e)?cken|kopf) bringt "
     "(mich|uns) (noch |fast |echt )*um|bringt mich (noch |fast )?um (den|die)|(will|mochte) im "
     "boden versinken|boden versinken|muss (heute |noch |mich )*(tabletten|medikamente) (holen"
     "|bestellen|abholen)|zeit tot(schlagen|zuschlagen)|von der bildflache verschwinden", "idiom"),
)  # fmt: skip

SELF_HARM = (
    ("did-it", URGENT, "(habe?|hab) mich … (geschnitten|geritzt|verbrannt|selbst verletzt"
     "|verletzt)|(ritze|schneide|verletze|verbrenne) mich|mich wieder (geritzt|geschnitten"
     "|selbst verletzt)|mir … (arme?|beine?|pulsadern) … (aufgeschnitten|geschnitten|aufgeritzt)"
     "|(habe?|hab) mich … (rasierklinge|klinge|messer|absichtlich|selbst) … (verletzt"
     "|geschnitten)", "harm"),
    ("urge", URGENT, "(drang|druck|verlangen|will|mochte|muss|gedanken|impuls) … (mich|mir) … "
     "(zu )?(schneiden|ritzen|verletzen|weh ?zu ?tun|wehtun|verbrennen|aufschneiden|selbst "
     "verletzen|selbst zu verletzen)|ritzdruck", "harm"),
    ("word", NOTICE, "selbstverletz[a-z]*|geritzt|ritzen|mich (zu )?schneiden"),
    ("idiom", NONE, "(geschnitten|verbrannt|verletzt) (beim|am (herd|ofen|papier)|im sport)"
     "|beim (kochen|rasieren|sport|fussball|ba(c|k)+en|schnippeln|backen|turnen) … (geschnitten"
     "|verbrannt|verletzt)|in den finger geschnitten|haare schneiden", "idiom"),
)  # fmt: skip

ABUSE = (
    ("now", EMERGENCY, "({he}) (steht|hammert|schlagt|tritt|ha(e)?mmert) … (vor|gegen|an) (der"
     "|die|meiner|meine) tur|({he}) … (hat|ha(e)?lt) … (messer|waffe|pistole)|(habe? mich|bin) "
     "… (eingeschlossen|eingesperrt|versteckt|verstecke)|verstecke mich|({he}) (schlagt|schlaegt"
     "|wurgt|verprugelt) mich (gerade|jetzt|wieder gerade)", "attack"),
    ("will-kill", EMERGENCY, "({he}) … (will|wird|droht|drohte|gedroht|wollte) … (mich|uns) … "
     "(umzubringen|umbringen|to(e)?ten|zu to(e)?ten|abzustechen|abstechen)|bringt (er|sie) mich "
     "um|angst um mein leben|(er|sie) bringt mich um|bin in (lebens)?gefahr", "attack"),
    ("hits-me", URGENT, "({he}) … (hat )?(mich|uns) … (geschlagen|gewu(e)?rgt|verprugelt"
     "|getreten|bedroht|vergewaltigt|missbraucht|geschubst)|({he}) (schlagt|schlaegt|wu(e)?rgt"
     "|tritt|bedroht|verprugelt|misshandelt) (mich|uns)|(schlagt|schlaegt) (er|sie) mich|(wurde"
     "|werde) … (vergewaltigt|geschlagen|missbraucht|bedroht|misshandelt)|({he}) ist … "
     "gewalttatig|ha(e)?usliche gewalt", "violence"),
    ("forced", URGENT, "zwingt mich (zum sex|zu|mit ihm)|zum sex gezwungen", "violence"),
    ("afraid", URGENT, "angst (vor (ihm|ihr|meine[mnr] (mann|frau|freund|freundin|vater|mutter"
     "|ex|partner|stiefvater))|nach hause|dass er)", "coercion"),
    ("word", NOTICE, "missbrauch[a-z]*|misshandlung|vergewaltig[a-z]*|missbraucht"),
    ("idiom", NONE, "(meine mutter|mein vater|mein mann|meine frau|mein chef|meine chefin|sie"
     "|er) bringt mich um (wenn|falls)|(alkohol|drogen|medikamenten)missbrauch", "idiom"),
)  # fmt: skip

CHILD = (
    ("now", EMERGENCY, "({kid}) … (ist|sind|in) … (gefahr|bewusstlos|eingesperrt|allein mit (ihm"
     "|ihr)|seit gestern allein)|({kid}) … (ganz )?allein (gelassen|zu ?hause gelassen)|(hat"
     "|habe) das baby geschuttelt", "child"),
    ("hits-child", URGENT, "({he}|lehrer|babysitter|oma|opa) (hat )?(schlagt|schlaegt"
     "|misshandelt|missbraucht|fasst|wurgt|schuttelt)? ?(meinen?|meine|unsere?n?|das|den|die) "
     "({kid}) … (geschlagen|angefasst|misshandelt|missbraucht|an|geschuttelt)|({he}) (schlagt"
     "|schlaegt|misshandelt|missbraucht) (meinen?|meine|unsere?n?|das|den|die) ({kid})|({kid}) "
     "… blaue flecken", "child"),
    ("services", NOTICE, "jugendamt|kindeswohl[a-z]*|kindesmissbrauch"),
)  # fmt: skip

HARM = (
    ("intent", EMERGENCY, "ich (werde|will|gehe) (ihn|sie|ihm|meinen?|meine|den|die) ([a-z]+ "
     ")?(jetzt |heute )?(umbringen|to(e)?ten|abstechen|erschiessen|erstechen|erwurgen)|ich "
     "(bringe?|steche?) (ihn|sie|meinen? [a-z]+) (jetzt |heute |noch heute )*(um|ab)",
     "harm-intent"),
    ("want", URGENT, "(angst|gedanken|drang|impuls|mochte|konnte|wunsche?) … (ihn|ihm|ihr|sie"
     "|jemand(en|em)?|mein(e|em|en)? (baby|kind|mann|frau|chef|kinder)) … (etwas anzutun|anzutun"
     "|umzubringen|umbringen|zu to(e)?ten|zu verletzen|verletzen|antun|wehtun|weh zu tun)",
     "harm-want"),
    ("weapon", NONE, "(habe?|hab|mit|nehme|gekauft) (ein|das|eine|die|einer|einem) (messer|waffe"
     "|pistole|axt)", "weapon"),
    ("target", NONE, "weiss wo (er|sie) (wohnt|arbeitet|parkt)", "target"),
    ("idiom", NONE, "(konnte|hatte) (ihn|sie|ihm|ihr|meinen? [a-z]+|den|die) (manchmal |fast "
     ")?(glatt |echt )?(umbringen|erwurgen|den hals umdrehen)( konnen)?|bringe? (ihn|sie|dich) "
     "um (wenn|falls)|(krimi|mord)[a-z]*", "idiom"),
)  # fmt: skip

ROWS = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "abuse": ABUSE,
    "child_protection": CHILD,
    "harm_to_others": HARM,
}
