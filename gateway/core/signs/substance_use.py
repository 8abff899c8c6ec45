"""Alcohol, drugs, gambling: use, relapse, loss of control, recovery."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

ENGLISH = (
    ("out-of-control", URGENT, "(can not|could not|unable to|do not know how to|not able to) "
     "(seem to )?(stop|control) (the |my )?(drinking|using|smoking crack|taking|gambling|pills"
     "|coke)|(been |i am |am )(drinking|using|high|drunk|on a bender|on a binge) (all (day|night"
     "|week|weekend)|every (day|night) (again|now|since)|for (days|weeks|[a-z]+ days)|non ?stop"
     "|since (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last))|relaps(e"
     "|ed|ing) … (bad|badly|hard|again and|can not|out of control|scared|days|every|do not know"
     "|ashamed|help|all)|(withdrawal|withdrawing|shaking|seizure|dts) … (stop|drink|alcohol|alone"
     "|detox)|(on day|day) [0-9]+ of (a |my )?(binge|bender)|blacked? ?out (again|last night"
     "|drunk|and woke)", "relapse"),
    ("relapse", NOTICE, "(i )?(have |had a |just )?(relaps(e|ed|ing)|fell off the wagon|slipped "
     "(up )?and (drank|used)|lapsed|(drank|used|drunk|drinking|using) again|broke my sobriety)"
     "|started (drinking|using) again|(drank|drunk|finished|had) … (bottles?|glasses|beers|wine"
     "|vodka|whisky|whiskey|gin) … (sober|again|after|alone|morning|last night)", "relapse"),
    ("cannot-stop", NONE, "(can not|could not|cannot) stop( it| myself)?", "cannot-stop", "n"),
    ("use", NONE, "(drunk|hungover|hangover|sober|sobriety|alcoholic|alcoholism|alcoholics "
     "anonymous|aa meetings?|na meetings?|rehab|detox|drinking (too|so|a lot|heavily|more|again"
     "|alone|problem|less)|cocaine|coke habit|heroin|meth|crack|ketamine|mdma|ecstasy|fentanyl"
     "|opioids?|oxy|weed|cannabis|marijuana|getting high|got high|addict|addicted|addiction"
     "|gambling|betting|bottle of (wine|vodka|whisky|whiskey|gin|rum)|days? (clean|sober)|drug "
     "use|substance (use|abuse)|methadone|suboxone|my sponsor|vaping)"),
    ("idiom", NONE, "addicted to (this|the|your|that) (book|show|podcast|series|song|app|game)"
     "|coke (zero|can)|drunk with (joy|happiness)|crack(s|ed)? (me|a|the|up|down)|weed(ing|s)? "
     "(the|my|in) (garden|allotment|beds?)", "idiom"),
)  # fmt: skip

FRENCH = (
    ("out-of-control", URGENT, "(n arrive|arrive|peux|reussis|parviens) (plus|pas) a (m "
     ")?(arreter|controler) (de )?(boire|fumer|consommer|l alcool|jouer)|j ai (rechute|replonge"
     "|recommence) … (boire|alcool|tous les jours|controle|drogue|cocaine|depuis)|je bois (toute "
     "la|tous les|sans|depuis)", "relapse"),
    ("relapse", NOTICE, "rechut(e|ee?|er)|replonge|recommence a boire|rebu", "relapse"),
    ("use", NONE, "alcool|alcoolique|ivre|saoule?|bourree?|cocaine|heroine|cannabis|drogues?"
     "|addict(ion)?|sevrage|cure|alcooliques anonymes|sobre|abstinente?|dependance"),
    ("idiom", NONE, "accro a (ce|cette|la serie)|cure thermale|gel hydro ?alcoolique", "idiom"),
)  # fmt: skip

SPANISH = (
    ("out-of-control", URGENT, "no puedo (parar|dejar|controlar) … (beber|tomar|consumir|fumar"
     "|jugar|drog)[a-z]*|(he recaido|recai|volvi a (beber|tomar|consumir)) … (no puedo|todos|cada"
     "|control|desde|otra vez|mal)|llevo … (bebiendo|tomando|consumiendo)", "relapse"),
    ("relapse", NOTICE, "recai(da|do)?|volvi a (beber|tomar|consumir)|he vuelto a (beber|consumir)",
     "relapse"),
    ("use", NONE, "alcohol|alcoholic[oa]|borrach[oa]|cocaina|heroina|marihuana|drogas?|adict[oa]"
     "|adiccion|desintoxicacion|alcoholicos anonimos|sobri[oa]|resaca"),
)  # fmt: skip

DETECTOR = sign("substance_use", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, LISTS)
