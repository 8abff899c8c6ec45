"""Plain statements of danger in Dutch; see plain.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "pills": "(?:slaap)?pillen|tabletten|medicijnen|medicatie|slaapmiddelen|doos|strip(?:s|pen)?",
    "means": "(?:slaap)?pillen|tabletten|medicijnen|medicatie|slaapmiddelen|touw|mes|pistool"
    "|wapen|scheermes(?:jes)?|gif",
    "me": "me|mij|mezelf|mijzelf|m n zelf",
    "die": "(?:{me}) (?:van kant (?:te )?maken|van het leven (?:te )?beroven|ophangen|op te "
    "hangen|verhangen|te verhangen|doodmaken|dood te maken|doden|te doden)|zelfmoord (?:te "
    ")?plegen|een (?:eind|einde) (?:aan (?:mijn|m n) leven|eraan|er aan) (?:te )?maken|er een "
    "(?:eind|einde) aan (?:te )?maken|uit het leven (?:te )?stappen|voor (?:de|een) trein (?:te "
    ")?(?:springen|stappen|gooien)",
    "when": "vanavond|vannacht|vandaag|morgen|nu|straks|zo meteen|binnenkort",
    "near": "vriend(?:in)?|broer|zus|moeder|vader|mama|papa|zoon|dochter|man|vrouw|partner|ex"
    "|collega|buurman|buurvrouw|neef|nicht|kind|huisgenoot",
    "kid": "zoon(?:tje)?|dochter(?:tje)?|kind(?:eren)?|baby|kleintje|kleinzoon|kleindochter"
    "|jongens",
    "he": "hij|ze|zij|(?:mijn|m n|onze) (?:[a-z]+ )?(?:{near}|stiefvader)",
}  # fmt: skip

SUICIDE = (
    ("intent", EMERGENCY, "ik (ga|zal|moet) … ({die}|zelfmoord plegen|dood)|ik heb besloten … "
     "({die}|te sterven|dood te gaan|te gaan)|ik maak (er )?(vanavond |vannacht |vandaag |nu "
     ")?(een (eind|einde) (aan|eraan)|me van kant)|ik pleeg zelfmoord|ik stap uit het leven"
     "|(besloten|ga|wil) (om )?(er )?(vanavond |vandaag |vannacht )?(een )?(eind|einde) (aan"
     "|eraan) (te )?maken|er (vanavond |vandaag |vannacht |morgen )een (eind|einde) aan (te "
     ")?maken|sta … (op|aan) (de|het) (brug|dak|spoor|balkon)|(wil|ga) (nu |er )?(springen"
     "|afspringen|naar beneden springen)", "ideation"),
    ("tonight-i", EMERGENCY, "({when}) … ({die}|doe ik het|maak ik er een (eind|einde)|is (alles"
     "|het) voorbij|pleeg ik zelfmoord|stap ik uit)|({die}) … ({when})", "ideation"),
    ("overdose-now", EMERGENCY, "(heb|net) … (alle|al mijn|te veel|een hele|veel te veel|een "
     "handvol|heel veel) … ({pills}) … (ingenomen|geslikt|genomen|op)|(alle|al mijn|te veel) … "
     "({pills}) (ingenomen|geslikt|genomen)|overdosis (genomen|geslikt|ingenomen)|heb … "
     "[1-9][0-9]+ ({pills}) (genomen|geslikt|ingenomen)", "act"),
    ("means-ready", EMERGENCY, "({means}) … (liggen|ligt|staan|hangt|heb ik) … (klaar|voor me"
     "|naast me|bij me|gespaard|verzameld)|heb … ({means}) … (verzameld|gespaard|klaar"
     "|klaargelegd|voor me|naast me|opgespaard)", "plan"),
    ("prepared", EMERGENCY, "(alles|het) is (al )?(voorbereid|geregeld|gepland) … (vanavond|ga"
     "|voorbij|eind)|hoeveel ({pills}) … (dood|sterven|dodelijk)|dodelijke dosis", "plan"),
    ("letters", EMERGENCY, "afscheidsbrie(f|ven)|zelfmoordbrief", "letters"),
    ("last-mail", EMERGENCY, "(als|wanneer|tegen de tijd dat) (u|you|je|jij|jullie) dit (leest"
     "|lees|lezen) … (dood|niet meer|weg|voorbij|er niet)|dit is mijn (afscheid|laatste (mail"
     "|bericht))|(ik )?(zal|ben) (er )?(dan |morgen |straks )*(er )?niet meer (zijn|in leven)?"
     "|vaarwel voor altijd|neem voor altijd afscheid|(vandaag|morgen|dit) is mijn laatste (dag"
     "|avond)|mijn laatste nacht", "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(gisteren|vandaag|vannacht|gisteravond|afgelopen nacht|deze "
     "week|vanmorgen|vorige nacht) … (zelfmoordpoging|geprobeerd … (dood|leven|van kant"
     "|zelfmoord|te sterven))|geprobeerd (({die})|zelfmoord te plegen) … (gisteren|vannacht"
     "|vandaag)", "act", "p"),
    ("kill-myself", URGENT, "{die}|(wil|ga|zou) ({me}) … (doden|doodmaken|ophangen|verhangen"
     "|van kant maken)|zelfmoord plegen", "ideation"),
    ("suicidal", URGENT, "zelfmoordgedachten?|suicidale gedachten|suicidaal|doodsgedachten"
     "|gedachten (aan|over) (zelfmoord|de dood|doodgaan|suicide)|denk … aan (zelfmoord|de dood"
     "|doodgaan|suicide)|doodswens|(denk|nadenk|denken) … (na )?over … (zelfmoord|dood|eind aan)"
     "|hoe ik (zelfmoord|een eind)", "ideation"),
    ("want-to-die", URGENT, "(wil|wilde|wou|zou|liever|wens|wenste) … (dood|doodgaan|sterven"
     "|dood zijn|dood was|verdwijnen)|was ik maar (dood|nooit)|liever dood|beter … (om )?dood "
     "te (zijn|gaan)|(makkelijker|beter|eenvoudiger) … als ik (er niet (meer )?(was|ben)|dood "
     "(was|ben)|weg was)|voor altijd slapen|als ik (maar )?dood (was|ben|ga)", "passive"),
    ("not-live", URGENT, "(wil|hoef|kan|wou) … niet (meer )?(leven|verder leven|verderleven"
     "|wakker worden|bestaan|hier zijn|er zijn)|(wil|hoef|zou) … niet meer … (leven|wakker "
     "worden|bestaan|er zijn)|nooit (meer )?wakker (word|worden|te worden)|geen zin (meer )?(in "
     "het leven|om te leven)|leven … geen zin|levensmoe|nooit geboren|geen reden (meer )?om (te"
     "|verder te) leven|hoeft voor mij niet meer|(kan|trek|hou) het leven niet (meer|langer)"
     "|als ik er niet (meer )?(was|zou zijn)|klaar met (het )?leven|genoeg van het leven|leven "
     "niet meer aan|(wil|hoef) er niet (meer )?zijn|moe van het leven|wil dat (het|alles) (stopt"
     "|ophoudt|over is)|waarom (nog |zou ik )*(doorgaan|leven|verder leven)", "passive", "n"),
    ("better-off", URGENT, "(beter|gelukkiger|makkelijker) … zonder (mij|me)|zonder (mij|me) … "
     "(beter|gelukkiger|makkelijker)|beter (af )?als ik (dood|weg|er niet)", "passive"),
    ("burden", URGENT, "(ben|voel me) … (alleen |maar |gewoon |iedereen )*(een|tot) (grote "
     ")?last", "passive"),
    ("no-hope", URGENT, "(zie|is|heb|vind) … geen (uitweg|hoop|toekomst|andere oplossing)"
     "|(uitzichtloos|zie het niet meer zitten)", "low", "n"),
    ("plan", URGENT, "(weet|bedacht|gepland|uitgezocht|opgezocht) … (hoe|waar|wanneer) ik (het"
     "|er|mij|me) … (doe|ga doen|wil doen|zou doen|eind)", "plan"),
    ("attempt", URGENT, "geprobeerd … (zelfmoord te plegen|een (eind|einde)|van kant|dood te "
     "gaan)|(zelfmoord|suicide)poging", "act"),
    ("near", URGENT, "({he}|iemand) … (wil|dreigt|zegt|zei|gezegd|heeft het over) … (dood"
     "|zelfmoord|sterven|zichzelf|er een eind|van kant)|bang dat ({he}) (zichzelf|zich) (iets"
     "|wat|van)|({he}) … niet (meer )?(wil leven|leven wil)|({he}) … (dood wil|wil sterven|niet "
     "meer verder wil)", "near"),
    ("do-something", URGENT, "({me}) (zelf )?(iets|wat) (aan ?doe|aan ?doen|aan te doen|aan wil "
     "doen)", "ideation"),
    ("word", NOTICE, "zelfmoord[a-z]*|suicide|euthanasie|overdosis|zelfdoding|({me}) niets aan "
     "(te )?doen"),
    ("tonight", NONE, "vanavond|vannacht", "tonight"),
    ("means", NONE, "({means})", "means"),
    ("farewell", NONE, "vaarwel|afscheid", "farewell"),
    ("thanks", NONE, "(bedankt|dank (u|you|je)( wel)?|dankjewel) (voor|you voor) alles", "thanks"),
    ("forgive", NONE, "(vergeef|vergeeft) (het )?(me|mij)|het spijt me (voor|van) alles|sorry "
     "voor alles", "forgive"),
    ("low", NONE, "(ik )?(kan|trek|hou|red) (het |dit |zo |echt |gewoon |dit allemaal )*niet "
     "(meer|langer|vol)|stort in|alles is zinloos|heeft geen zin", "low", "n"),
    ("continuing", NONE, "tot (dan|gauw|volgende|maandag|dinsdag|woensdag|donderdag|vrijdag"
     "|ziens|snel)|volgende (afspraak|sessie|week|keer)", "continuing"),
    ("idiom", NONE, "(lach|lachen|gelachen|schaam|schamen|verveel|vervelen|schrok|geschrokken"
     "|werk|schaamde|verveelde) … (dood|kapot|rot)|(dood|kapot) (gelachen|geschaamd|verveeld"
     "|geschrokken|lachen|schamen)|dood ?(moe|ziek|simpel|stil|normaal|gewoon|ongelukkig van de "
     "kou)|doodmoe|sterf … van (de )?(honger|kou|hitte|dorst|lachen)|(sterven|stierf) van (de "
     ")?(honger|kou|hitte|dorst|lachen|nieuwsgierigheid)|(wil|kan) … door de grond zakken"
     "|(oefening|hitte|werk|rug|hoofd) wordt mijn dood|(pillen|medicijnen|medicatie) (ophalen"
     "|halen|bestellen)", "idiom"),
)  # fmt: skip

SELF_HARM = (
    ("did-it", URGENT, "(heb|ben) ({me}) … (gesneden|gekrast|verwond|verbrand|pijn gedaan"
     "|beschadigd)|(snijd|snij|kras|verwond|beschadig) (ik )?({me})|in mijn (armen?|benen"
     "|polsen?) (gesneden|gekrast)|weer (aan het snijden|gesneden|begonnen met snijden)", "harm"),
    ("urge", URGENT, "(drang|neiging|wil|zou|moet|gedachten?|behoefte) … (({me}) … (te "
     ")?(snijden|krassen|verwonden|pijn (te )?doen|beschadigen)|om te snijden|te snijden)", "harm"),
    ("word", NOTICE, "zelfbeschadiging|zelfverwonding|automutilatie|({me}) (te )?snijden|krassen"
     "|sneed (ik )?({me})|sneed me"),
    ("idiom", NONE, "(gesneden|verbrand|verwond) (bij het|tijdens|aan (de|het))|(bij|tijdens) "
     "het (koken|scheren|sporten|voetballen|bakken) … (gesneden|verbrand|verwond)|in mijn "
     "vinger gesneden", "idiom"),
)  # fmt: skip

ABUSE = (
    ("now", EMERGENCY, "({he}) (staat|bonkt|slaat|trapt|schopt) … (voor|op|tegen) (de|mijn) deur"
     "|({he}) … heeft … (mes|wapen|pistool)|(heb|zit|houd|hou|ben) … (opgesloten|verstopt"
     "|verschuil|verstop)|({he}) (slaat|wurgt|schopt) (me|mij|ons) (nu|op dit moment)", "attack"),
    ("will-kill", EMERGENCY, "({he}) … (wil|gaat|dreigt|dreigde|zei|zegt) … (me|mij|ons) … "
     "(vermoorden|te vermoorden|dood te maken|doodmaken|doodslaan|neersteken|wat aandoen"
     "|vermoordt)|({he}) vermoordt me|(vrees|bang) voor mijn leven|ben in gevaar|({he}) … "
     "(gedreigd|dreigt|gezegd|bedreigd) … (me|mij|ons) (te vermoorden|dood te maken|af te maken"
     "|wat aan te doen)|gedreigd (me|mij) te vermoorden", "attack"),
    ("hits-me", URGENT, "({he}) … (heeft|had) … (me|mij|ons) … (geslagen|gewurgd|geschopt"
     "|bedreigd|verkracht|misbruikt|geduwd|mishandeld|aangerand)|({he}) (slaat|sloeg|wurgt"
     "|schopt|bedreigt|mishandelt|misbruikt|bedreigde) (me|mij|ons)|(slaat|sloeg) (hij|ze|zij) "
     "(me|mij)|(ben|word|werd) … (verkracht|geslagen|misbruikt|bedreigd|mishandeld|aangerand)"
     "|({he}) is … gewelddadig|huiselijk geweld|({he}) … (heeft|had) … (me|mij|ons) … in elkaar "
     "(geslagen|getrapt)", "violence"),
    ("forced", URGENT, "dwingt (me|mij) (tot|om|te)|gedwongen tot seks", "violence"),
    ("afraid", URGENT, "bang (voor (hem|haar|mijn (man|vrouw|vriend|vriendin|vader|moeder|ex"
     "|partner|stiefvader))|om naar huis|dat hij)", "coercion"),
    ("word", NOTICE, "misbruik|mishandeling|verkracht(ing)?|mishandeld|aangerand|aanranding"),
    ("idiom", NONE, "(mijn moeder|mijn vader|mijn man|mijn vrouw|mijn baas|hij|ze) (vermoordt me"
     "|maakt me (dood|af)) als|(alcohol|drugs)misbruik|misbruik van", "idiom"),
)  # fmt: skip

CHILD = (
    ("now", EMERGENCY, "({kid}) … (is|zijn|zit|in) … (gevaar|bewusteloos|opgesloten|alleen met "
     "(hem|haar))|({kid}) … alleen (gelaten|thuis gelaten|thuisgelaten|achtergelaten)|(heeft"
     "|heb) de baby (door elkaar )?geschud", "child"),
    ("hits-child", URGENT, "({he}|leraar|oppas|opa|oma) (slaat|mishandelt|misbruikt|schopt"
     "|sloeg) (mijn|onze|ons|het|de) ({kid})|({he}|leraar|oppas|opa|oma) (heeft|had) (mijn|onze"
     "|ons|het|de) ({kid}) … (geslagen|mishandeld|misbruikt|aangeraakt|geschud)|({kid}) … "
     "blauwe plekken|({kid}) wordt … (geslagen|mishandeld|misbruikt)", "child"),
    ("services", NOTICE, "jeugdzorg|veilig thuis|kindermishandeling|kindermisbruik"),
)  # fmt: skip

HARM = (
    ("intent", EMERGENCY, "ik (ga|zal|wil) (hem|haar|mijn [a-z]+|ze) (nu |vanavond |vandaag "
     ")?(vermoorden|doodmaken|neersteken|doodschieten|wurgen|afmaken|doodslaan)|ik (vermoord"
     "|steek) (hem|haar|mijn [a-z]+) (vanavond|neer|nu|vandaag)", "harm-intent"),
    ("want", URGENT, "(bang|gedachten?|drang|neiging|zou|wil) … (hem|haar|iemand|mijn (baby|kind"
     "|man|vrouw|baas|kinderen)|ze) … (iets aan te doen|iets aandoe|wat aan te doen|te "
     "vermoorden|pijn te doen|pijn doe|vermoorden|te verwonden)", "harm-want"),
    ("weapon", NONE, "(heb|met|neem|gekocht) (een|het) (mes|wapen|pistool|bijl)", "weapon"),
    ("target", NONE, "weet waar (hij|ze|zij) (woont|werkt|parkeert)", "target"),
    ("idiom", NONE, "(kan|kon|zou) (hem|haar|mijn [a-z]+|ze) (soms |wel |echt )*(vermoorden"
     "|wurgen|villen|achter het behang plakken|wel wat doen)|(vermoord|wurg) (hem|haar|je) als"
     "|moord(mysterie|zaak|verhaal)", "idiom"),
)  # fmt: skip

ROWS = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "abuse": ABUSE,
    "child_protection": CHILD,
    "harm_to_others": HARM,
}
