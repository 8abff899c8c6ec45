"""The words of scope.py in German, Portuguese, Italian, Dutch and Polish.

"ma" and "mas" are French and Spanish words too, and "but" only after a pause.
"""

CONTRAST = (
    "aber", "jetzt", "doch", "wieder", "trotzdem", "und dann", ", mas", "porem", "agora", "de novo",
    "e depois", "e entao", ", ma", "pero", "adesso", "di nuovo", "ora", "e poi", "maar", "nu",
    "opnieuw", "en toen", "ale", "teraz", "znowu", "jednak", "a potem",
)  # fmt: skip
NO_DENIAL = (
    "(?:kann|schaffe?|halte?) (?:[a-z]+ ){0,3}nicht (?:mehr|langer)",
    "nicht (?:nur|sicher|gut|schlafen|aufhoren|versprechen|dass)", "weiss nicht",
    "kein(?:e|en) (?:ausweg|hoffnung|sinn|kraft|andere)",
    "nao (?:aguento|consigo|suporto|so|sei|paro|estou bem|vejo|posso (?:mais|prometer)"
    "|tenho (?:mais )?(?:forcas?|saida|ninguem))", "sem (?:saida|esperanca|parar|forcas?)",
    "non (?:ce la|ne posso|riesco|reggo|resisto|solo|so|sto bene|vedo|smetto"
    "|posso (?:promettere|piu)|ho (?:piu )?(?:forza|forze|speranza|nessuno))",
    "senza (?:speranza|uscita|via|sosta)",
    "(?:kan|trek|hou|red) (?:[a-z]+ ){0,3}niet (?:meer|langer|vol)", "weet niet",
    "niet (?:alleen|goed|zeker|beloven|slapen|stoppen)", "geen (?:uitweg|hoop|zin|kracht)",
    "zonder (?:hoop|ophouden)",
    "nie (?:daje|dam|moge|wytrzymam|wytrzymuje|wiem|tylko|widze|radze|jest dobrze|obiecam"
    "|mam (?:juz )?(?:sily|sil|nadziei|nikogo))", "bez (?:nadziei|wyjscia|przerwy|sensu)",
)  # fmt: skip
DENIALS = (
    "nicht", "kein", "keine", "keinen", "keinerlei", "nie", "niemals", "weder", "ohne", "nao",
    "nem", "sem", "mai", "senza", "nessuna?", "nemmeno", "niet", "geen", "nooit", "zonder",
    "nigdy", "bez", "zadnych", "ani",
)  # fmt: skip
NEW_CLAUSE = (
    "(?:und|weil|denn|deshalb|,) (?:ich|er|sie)",
    "(?:e|porque|,) (?:eu|quero|vou|penso|estou|ele|ela)",
    "(?:e|perche|,) (?:voglio|vorrei|penso|sto|ho|mi|lui|lei)",
    "(?:en|want|dus|,) (?:ik|hij|ze)",
    "(?:i|bo|wiec|,) (?:chce|mysle|zabije|jestem|mam|on|ona)",
)
PAST = (
    "vor (?:[0-9a-z]+ ){1,2}jahren", "damals", "fru(?:e)?her", "in meiner (?:jugend|kindheit)",
    "als (?:kind|jugendliche[r]?|teenager|tiener|student(?:in)?)",
    "als ich [0-9a-z]+ (?:jahre )?(?:alt )?war", "ha (?:[0-9a-z]+ ){1,2}anos",
    "quando (?:eu )?(?:tinha|era)", "na (?:adolescencia|infancia|juventude|altura|epoca)",
    "no passado", "(?:[0-9a-z]+ )?anni fa", "quando (?:avevo|ero)", "in passato",
    "da (?:ragazz[oa]|bambin[oa]|piccol[oa]|adolescente|giovane)", "jaren geleden",
    "jaar geleden", "vroeger", "toen ik (?:[0-9a-z]+ (?:jaar )?was|jong|klein)", "lat temu",
    "jako (?:dziecko|nastolatka|nastolatek|dziewczynka|student(?:ka)?)",
    "w (?:dziecinstwie|mlodosci)", "kiedy (?:mialam|mialem|bylam|bylem)", "dawno temu",
    "antigamente", "una volta",
    "kiedys (?:sie )?(?:cielam|cialem|probowal[a-z]*|chcial[a-z]*|mial[a-z]*|okaleczal[a-z]*)",
    "w przeszlosci",
)  # fmt: skip
RECENT = (
    "heute", "gestern", "letzte nacht", "diese (?:woche|nacht)", "hoje", "ontem", "esta noite",
    "oggi", "ieri", "stanotte", "stasera", "stamattina", "vandaag", "gisteren", "vannacht",
    "vanavond", "dzis", "dzisiaj", "wczoraj", "tej nocy",
)  # fmt: skip
PRESENT = (
    "ich (?:will|kann|denke)", "quero", "estou", "vou", "voglio", "non ce la",
    "ik (?:wil|kan|denk)", "chce", "mysle", "nie moge",
)  # fmt: skip
FICTION = (
    "buch", "kapitel", "krimi", "lied", "nachrichten", "studie", "livro", "filme", "personagem",
    "capitulo", "noticias", "artigo", "musica", "romanzo", "personaggio", "capitolo", "canzone",
    "notizie", "articolo", "boek", "personage", "hoofdstuk", "liedje", "nieuws", "artikel",
    "verhaal", "ksiazka", "ksiazce", "ksiazki", "filmie", "filmu", "powiesc", "powiesci",
    "bohater(?:ka)?", "piosenka", "artykul", "serialu?", "wiadomosciach",
)  # fmt: skip
MYSELF = (
    "ich", "mich", "mir", "mein", "meine", "eu", "mim", "meu", "minha", "quero", "vou", "estou",
    "io", "mi", "mio", "mia", "voglio", "vorrei", "ik", "me", "mij", "mijn", "mezelf", "mnie",
    "chce", "mysle", "jestem", "moj", "moja",
)  # fmt: skip
SUPPOSED = (
    "(?:falls|wenn|sollte) ich (?:jemals|irgendwann|einmal)", "se (?:eu )?algum dia",
    "se (?:mai|un giorno)", "(?:als|mocht) ik ooit", "gdybym kiedys",
)  # fmt: skip
POINTER = (
    "telefonseelsorge", "notruf", "em caso de", "in caso di", "telefono amico", "in geval van",
    "bel (?:[0-9]+|met)", "w razie", "telefon zaufania",
)  # fmt: skip
