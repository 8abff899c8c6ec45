"""Plain statements of danger in Polish; see plain.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "pills": "tabletki|tabletek|pigulki|pigulek|leki|lekow|proszki|opakowanie|proszkow",
    "means": "tabletki|tabletek|pigulki|pigulek|leki|lekow|proszki|proszkow|sznur|line|noz"
    "|pistolet|bron|zyletke?|zyletki|trucizne",
    "die": "(?:sie )?zabic(?: sie)?|(?:sie )?powiesic(?: sie)?|odebrac sobie zycie|popelnic "
    "samobojstwo|skonczyc (?:ze soba|z soba|z tym wszystkim|ze wszystkim)|skonczyc z zyciem"
    "|rzucic sie pod (?:pociag|metro|auto)|targnac sie na zycie|skoczyc z (?:mostu|okna|dachu)",
    "dies": "zabije sie|sie zabije|powiesze sie|sie powiesze|odbiore sobie zycie|skoncze ze soba"
    "|popelnie samobojstwo|skocze z (?:mostu|okna|dachu)|rzuce sie pod (?:pociag|metro)",
    "when": "dzisiaj|dzis|dzis wieczorem|jutro|teraz|w nocy|wieczorem|tej nocy|zaraz|wkrotce",
    "near": "przyjaciel|przyjaciolka|brat|siostra|matka|mama|ojciec|tata|syn|corka|maz|zona"
    "|partner|partnerka|chlopak|dziewczyna|kolega|kolezanka|sasiad|sasiadka|kuzyn|kuzynka"
    "|dziecko|byly",
    "kid": "syn(?:a|ka|em|owi)?|synek|corka|corke|corki|dziecko|dziecka|dzieci|dziecmi|dzieckiem"
    "|niemowle|malucha|wnuk(?:a)?|wnuczke?|wnuczka",
    "he": "on|ona|(?:moj|moja|nasz|nasza) (?:[a-z]+ )?(?:{near}|ojczym|byly maz)|maz|zona"
    "|chlopak|ojciec|ojczym|partner|matka|syn|corka|brat|siostra|przyjaciolka|przyjaciel",
}  # fmt: skip

SUICIDE = (
    ("intent", EMERGENCY, "{dies}|(zamierzam|postanowilam|postanowilem|zdecydowalam|zdecydowalem"
     "|ide) (sie )?(juz )?({die}|umrzec)|koncze (ze soba|z tym zyciem)|(postanowil(am|em)"
     "|zdecydowal(am|em))( ,)? (ze )?({when}) … (skoncze|to zrobie)|stoje na (moscie|dachu"
     "|torach|krawedzi)|chce (skoczyc|wyskoczyc)", "ideation"),
    ("tonight-i", EMERGENCY, "({when}) … ({die}|{dies}|zrobie to|to zrobie|skoncze z tym"
     "|skoncze to|to sie skonczy|wszystko sie skonczy)|({die}) … ({when})", "ideation"),
    ("overdose-now", EMERGENCY, "(wzielam|wzialem|polknelam|polknalem|lyknelam|zazylam|zazylem"
     "|polykam|zjadlam) … (wszystkie|cale|za duzo|mnostwo|garsc|duzo|cala) … ({pills})|(wzielam"
     "|wzialem|polknelam|polknalem|zazylam|zazylem) (za duzo|wszystkie|cale opakowanie|garsc)"
     "|przedawkowal(am|em)|(wzielam|wzialem|polknelam|polknalem|zazylam|zazylem|lyknelam) … "
     "[1-9][0-9]+ ({pills})", "act"),
    ("means-ready", EMERGENCY, "({means}) … (leza|lezy|sa|jest|mam) … (przede mna|obok mnie"
     "|przygotowan[aey]|pod reka|gotowe|naszykowane)|(mam|zebralam|zebralem|odlozylam|kupilam"
     "|kupilem|uzbieralam|uzbieralem) … ({means}) … (przygotowan[aey]|gotowe|obok|przede mna"
     "|zeby (umrzec|sie zabic|to zrobic)|pod reka|naszykowan[aey])", "plan"),
    ("prepared", EMERGENCY, "(mam )?(juz )?wszystko (jest )?(juz )?(przygotowane|zaplanowane"
     "|gotowe) (na|dzis|juz|zeby)|mam (juz )?wszystko (przygotowane|zaplanowane|gotowe)|ile "
     "({pills}) … (umrzec|smiertelna|zabic)|dawka smiertelna|smiertelna dawka", "plan"),
    ("letters", EMERGENCY, "list(y|u|ow)? pozegnaln(y|e|ego|ych)|pozegnalny list|pozegnalne "
     "listy", "letters"),
    ("last-mail", EMERGENCY, "(kiedy|gdy|jak|zanim) (pani |pan )?(to )?(przeczyta(sz|cie)?"
     "|czytasz|czyta)( to)? … (nie bedzie|nie zyl|nie zyje|juz mnie|martw[ay]|za pozno)|to "
     "(jest )?moj(a)? (pozegnanie|ostatni mail|ostatnia wiadomosc)|mnie juz nie bedzie|juz mnie "
     "nie bedzie|zegnam na zawsze|zegnajcie na zawsze|(dzis|dzisiaj|jutro|to) (jest |to )?moj "
     "ostatni (dzien|wieczor)|moja ostatnia noc", "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(wczoraj|dzis|dzisiaj|w nocy|tej nocy|w tym tygodniu) … "
     "(probowal(am|em)|proba|chcial(am|em)) … (samoboj[a-z]+|sie zabic|zabic sie|odebrac sobie "
     "zycie|powiesic)|probowal(am|em) ({die}) … (wczoraj|dzis|dzisiaj|w nocy|znowu)", "act", "p"),
    ("kill-myself", URGENT, "sie zabic|zabic sie|odebrac sobie zycie|popelnic samobojstwo"
     "|powiesic sie|sie powiesic|skonczyc (ze soba|z soba|z zyciem)|targnac sie na zycie",
     "ideation"),
    ("suicidal", URGENT, "mysli samobojcze|mysl(i|ami) (o )?(samobojcz[a-z]+|samobojstwie"
     "|smierci)|mysle … o (smierci|samobojstwie|umieraniu|tym zeby umrzec)|(mam|czuje) (znowu "
     ")?sklonnosci samobojcze", "ideation"),
    ("want-to-die", URGENT, "(chce|chcialabym|chcialbym|chcialam|chcialem|wole|wolalabym"
     "|wolalbym|pragne) (juz |tylko |po prostu |naprawde |wreszcie |bardzo )*(umrzec|zniknac"
     "|nie zyc|zasnac na zawsze|zasnac i|byc martw[ay])|chce mi sie umrzec|lepiej (by bylo "
     ")?umrzec|oby[mns]? umarl[a]?|lepiej (by )?(byloby |by bylo )?(nie zyc|umrzec|mnie nie "
     "bylo)|(wolalabym|wolalbym) nie zyc|zasnac i (juz )?(sie )?(nigdy )?(juz )?nie (sie "
     ")?obudzic|chce (tylko )?zasnac i|(gdybym|jesli|jak) (umarl[a]?|umre|nie zyl[a]?)", "passive"),
    ("not-live", URGENT, "nie (chce|mam (juz )?(sily|ochoty|sil|po co|powodu|powodow)|chce mi "
     "sie|warto|potrafie|umiem|moge) (juz |mi sie |dalej |wiecej |zeby )*(zyc|istniec|sie "
     "obudzic|obudzic sie|byc tu|budzic)|nie obudzic (sie )?(juz|wiecej)|(zycie|to wszystko) "
     "(juz )?nie ma (juz )?(sensu|wartosci)|nigdy (sie )?nie (urodzil[a-z]*|obudzil[a-z]*)"
     "|zmeczon[ay] zyciem|mam dosc zycia|po co (mam )?zyc|nie (moge|umiem|potrafie|dam rady) "
     "(juz )?(dluzej )?(tak )?zyc|gdyby mnie nie bylo|zaluje( ,)? ze (sie )?(w ogole "
     ")?(urodzil(am|em)|zyje)|(ze )?sie urodzil(am|em) zaluje|po co (mam )?(dalej |jeszcze )?zyc"
     "|chce( ,)? zeby (to )?(wszystko )?(to )?sie (juz )?skonczylo", "passive", "n"),
    ("better-off", URGENT, "(lepiej|latwiej|szczesliwsi) … beze mnie|beze mnie … (lepiej|latwiej"
     "|szczesliwsi)|lepiej gdyby(m)? (mnie nie bylo|umarl[a]?)", "passive", "n"),
    ("burden", URGENT, "(jestem|czuje sie|bylam|bylem) (tylko |dla wszystkich |dla was |dla "
     "nich )*(jak )?(ciezarem|balastem)", "passive"),
    ("no-hope", URGENT, "nie (widze|ma|mam) (juz )?(dla mnie |zadnej |zadnego )?(wyjscia|nadziei"
     "|przyszlosci|sensu|ratunku)|bez (nadziei|wyjscia)", "low", "n"),
    ("plan", URGENT, "(wiem|zaplanowal(am|em)|wymyslil(am|em)|sprawdzal(am|em)|szukal(am|em)) … "
     "(jak|gdzie|kiedy) (to zrobie|to zrobic|sie zabic)", "plan"),
    ("attempt", URGENT, "probowal(am|em) ({die})|prob(a|e|y) samobojcz(a|ej|e)", "act"),
    ("near", URGENT, "({he}|ktos) … (chce|mowi|powiedzial[a]?|grozi|probowal[a]?|mysli) … "
     "(umrzec|sie zabic|zabic sie|zabije|samoboj[a-z]+|odebrac sobie|ze soba skonczy)|(boje sie"
     "|martwie) … ze ({he}) (sobie cos zrobi|cos sobie zrobi|sie zabije|zabije sie|odbierze)"
     "|({he}) … nie chce (juz |dalej )*zyc", "near"),
    ("do-something", URGENT, "(zrobie|zrobic|zrobilabym|zrobilbym) sobie (cos|krzywde)|(cos"
     "|krzywde) sobie (zrobie|zrobic)|(sobie )?(cos|krzywde) (sobie )?(zrobie|zrobic)|sobie (cos"
     "|krzywde)", "ideation"),
    ("word", NOTICE, "samoboj[a-z]+|przedawkow[a-z]+|powiesil[a]? sie|zabil[a]? sie|odebral[a]? "
     "sobie zycie"),
    ("tonight", NONE, "dzis wieczorem|dzisiaj wieczorem|tej nocy|dzis w nocy|dzisiaj w nocy",
     "tonight"),
    ("means", NONE, "({means})", "means"),
    ("farewell", NONE, "zegnaj(cie)?|zegnam( sie)?|pozegnac|pozegnanie", "farewell"),
    ("thanks", NONE, "(dziekuje|dzieki) (pani |panu |wam |bardzo )*za wszystko", "thanks"),
    ("forgive", NONE, "(wybaczcie|wybacz|prosze mi wybaczyc|prosze wybaczyc|przebaczcie)( mi)?"
     "|przepraszam za wszystko", "forgive"),
    ("low", NONE, "nie (daje|dam) (juz )?(sobie )?rady|(juz )?nie (moge|wytrzymam|wytrzymuje"
     "|mam sily)( juz| tak| dluzej)?|mam (juz )?(wszystkiego )?dosc|wszystko (jest )?bez sensu",
     "low", "n"),
    ("continuing", NONE, "do (zobaczenia|jutra|poniedzialku|wtorku|srody|czwartku|piatku"
     "|widzenia|uslyszenia)|(nastepn(a|ej|ym|e)|kolejn(a|ej|ym)|przyszl(y|ym)) (wizyt[aye]"
     "|sesj[aie]|tydzien|tygodniu|razem|spotkani[aeu])", "continuing"),
    ("idiom", NONE, "(umr[a-z]+|umieram|umieralam|umieralem|umarl[a]?m?|padam|umierac|konam) "
     "(prawie )?(ze|z) (smiechu|glodu|pragnienia|zimna|goraca|wstydu|strachu|nudow|nudy"
     "|ciekawosci|zazdrosci|zmeczenia|upalu)|(ze smiechu|ze wstydu|z nudow|z glodu) (umr[a-z]+"
     "|umieram|umarl[a-z]*|mozna umrzec|prawie umarl[a-z]*)|(cwiczenie|praca|upal|kregoslup"
     "|glowa|to) mnie (zabije|zabija|dobija|wykonczy)|zabic czas|zabijam czas|zapasc sie pod "
     "ziemie|zniknac (na (weekend|kilka dni|chwile))|(leki|tabletki) (odebrac|wykupic|kupic)",
     "idiom"),
)  # fmt: skip

SELF_HARM = (
    ("did-it", URGENT, "(pocielam|pocialem|okaleczylam|okaleczylem|poparzylam|podrapalam"
     "|ranilam) (sie|sobie)|sie (znowu |wczoraj |dzis )?(pocielam|pocialem|okaleczylam"
     "|okaleczylem|cielam|cialem)|(tne|kalecze|okaleczam|ranie) sie|(znowu|wczoraj) sie (cielam"
     "|cialem|pocielam|pocialem)|znow sie tne|(zranilam|zranilem|skaleczylam|skaleczylem"
     "|pocielam|pocialem) sie … (celowo|specjalnie|zyletka|umyslnie)|(zranilam|zranilem) sie "
     "(znowu|znow)|sie (okaleczam|tne|kalecze|ranie)", "harm"),
    ("urge", URGENT, "(ochote|chce|chec|potrzebe|mysle|boje|musze|przymus|ochota) … (sie (pociac"
     "|ciac|okaleczyc|zranic|skrzywdzic)|(pociac|ciac|okaleczyc|zranic|skrzywdzic) sie)", "harm"),
    ("word", NOTICE, "samookalecz[a-z]+|okaleczanie|ciecie sie|ciac sie"),
    ("idiom", NONE, "(skaleczylam|skaleczylem|oparzylam|oparzylem|zacielam|zacialem) (sie "
     ")?(sie )?(w palec|przy (goleniu|gotowaniu|krojeniu)|piekarnikiem|papierem|zelazkiem)"
     "|obciac (wlosy|grzywke|paznokcie)", "idiom"),
)  # fmt: skip

ABUSE = (
    ("now", EMERGENCY, "({he}) (stoi|wali|dobija sie|lomocze|kopie) … (pod drzwiami|do drzwi|w "
     "drzwi|przed drzwiami)|({he}) ma … (noz|bron|pistolet|siekiere)|(zamknelam|zamknalem"
     "|ukrylam|schowalam|schowalem|chowam|ukrywam|zabarykadowalam) sie … (lazience|pokoju"
     "|sypialni|szafie|samochodzie|przed)|({he}) (mnie )?(bije|dusi)( mnie)? (teraz|wlasnie)",
     "attack"),
    ("will-kill", EMERGENCY, "({he}) … (grozi|grozil|mowi|powiedzial|chce|powiedziala) … (ze "
     "mnie (zabije|zatlucze|zadzga)|mnie zabic|zabic mnie|zabije mnie|ze nas zabije)|boje sie( "
     ",)? ze mnie zabije|boje sie( ,)? (ze )?(on )?mnie zabije|boje sie o (swoje |moje )?zycie"
     "|jestem w niebezpieczenstwie|jestesmy w niebezpieczenstwie", "attack"),
    ("hits-me", URGENT, "({he}) … (mnie|nas) (znowu |wczoraj |czesto )*(bije|pobil[a]?"
     "|uderzyl[a]?|dusi|dusil[a]?|kopnal|kopie|popchnal|zgwalcil|szarpie|bil[a]?|molestuje"
     "|molestowal|zneca|zastrasza)|({he}) (znowu )?(bije|pobil|uderzyl|dusil|zgwalcil|uderza"
     "|kopnal|popchnal|pobila|uderzyla) (mnie|nas)|(zneca|znecal) sie nade mna|(zostalam"
     "|zostalem|bylam) (pobit[ay]|zgwalcon[ay]|napadniet[ay]|molestowan[ay])|przemoc (domowa|w "
     "domu)|przemocy domowej|({he}) jest (bardzo |coraz bardziej )?agresywn[ya]", "violence"),
    ("forced", URGENT, "(zmusza|zmusil) mnie (do (seksu|stosunku|wspolzycia)|zebym)", "violence"),
    ("afraid", URGENT, "boje sie (mojego (meza|ojca|partnera|chlopaka|bylego|ojczyma)|go|jej"
     "|meza|ojca|partnera|chlopaka|bylego|ojczyma|wracac do domu|wrocic do domu|, ze on|ze on)",
     "coercion"),
    ("word", NOTICE, "molestowan[a-z]+|gwalt(u|em)?|zgwalcon[ay]|przemoc[y]?"
     "|wykorzystywan[a-z]+ seksualn[a-z]+"),
    ("idiom", NONE, "(mama|szef|szefowa|maz|zona|tata) mnie zabije (jak|jesli|jezeli|gdy)"
     "|naduzywanie (alkoholu|lekow)|przemoc w (filmie|serialu|grach)", "idiom"),
)  # fmt: skip

CHILD = (
    ("now", EMERGENCY, "({kid}) … (w niebezpieczenstwie|zamkniet[aey]|nieprzytomn[aey]|sam na "
     "sam z nim|sam(a|o)? z nim|sam[aeo]? w domu)|(zostawil[a]?|zostawia|zostawili) ({kid}|moje "
     "dziecko|moja corke|mojego syna) sam[aoe]?(mego|mych)?|potrzasn(al|ela|elam) (niemowle"
     "|dziecki)[a-z]*", "child"),
    ("hits-child", URGENT, "({he}|dziadek|nauczyciel|niania|babcia) (bije|pobil[a]?|uderzyl[a]?"
     "|dotyka|dotykal|molestuje|molestowal|krzywdzi|kopnal) (mojego |moja |moje |nasze |naszego "
     "|nasza )?({kid})|({kid}) … (siniaki|siniakow)|zneca sie nad (mo[a-z]+ |nasz[a-z]+ "
     ")?(dzieckiem|dziecmi|synem|corka)", "child"),
    ("services", NOTICE, "opieka spoleczna|niebieska karta|krzywdzenie dziec[a-z]+|mops"),
)  # fmt: skip

HARM = (
    ("intent", EMERGENCY, "(zabije|zadzgam|udusze|zastrzele|zatluke) (go|ja|ich|mojego|moja|tego"
     "|te|meza|zone|szefa)( [a-z]+)?|(zamierzam|postanowilam|postanowilem|ide) (go |ja |ich "
     ")?(zabic|zadzgac|zastrzelic|udusic)( (go|ja|ich|mojego|meza|zone))?", "harm-intent"),
    ("want", URGENT, "(boje sie( ,)? ze|mysli|mysle|ochote|chce|moglabym|moglbym) … (go|ja|ich"
     "|kogos|komus|mojemu|dziecku|dziecko|meza|zone|jej|jemu|mu) … (zabic|zabije|skrzywdzic"
     "|skrzywdze|uderzyc|udusic|zranic|zrobic krzywde|zrobie krzywde)|(chce|ochote) (zabic"
     "|skrzywdzic|udusic) (go|ja|ich|kogos|meza|zone|szefa|mojego|moja)|(zrobie|zrobic) krzywde "
     "(mo[a-z]+ |nasz[a-z]+ )?(dziecku|komus|mezowi|zonie|synowi|corce|mu|jej)", "harm-want"),
    ("weapon", NONE, "(mam|kupil(am|em)|biore|z|wzial(em|am)?) (noz|nozem|bron|pistolet"
     "|siekiere)", "weapon"),
    ("target", NONE, "wiem gdzie (on |ona )?(mieszka|pracuje|parkuje)", "target"),
    ("idiom", NONE, "(moglabym|moglbym) (go|ja|ich) (czasem |chyba )?(zabic|udusic)|(zabije"
     "|udusze) (go|ja|cie) (jak|jesli)( znowu)?|(kryminal|zabic drozda)", "idiom"),
)  # fmt: skip

ROWS = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "abuse": ABUSE,
    "child_protection": CHILD,
    "harm_to_others": HARM,
}
