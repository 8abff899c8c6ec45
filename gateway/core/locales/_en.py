"""What English replies must say, and never: see Wording in locale.py."""

from gateway.core.locale import Wording

MAIL = r"(?:e-?mails?|messages?|notes?|mail|letters?)"
WORDING = Wording(
    automatic=r"\bautomat(?:ic|ed|ically)\b",
    unread=r"\b(?:nobody|no one|no person|no human)(?: else)?(?: here)? has(?: yet)? read\b"
    r"|\bnot(?: yet)? been read\b",
    undelivered=r"\b(?:could|can) ?not (?:yet )?be (?:put|delivered)\b|\bnot (?:been )?delivered\b"
    r"|\b(?:did|has|have) not (?:yet )?reach(?:ed)?\b",
    no_waiting=r"\b(?:do not|don't) wait\b",
    never=(
        (
            "that it was read",
            r"(?<!once )(?<!when )(?<!until )\b(?:i|we)(?: have|'ve)(?: just| already)? read\b",
        ),
        ("that it was read", r"\b(?:i|we)(?: have|'ve)? (?:received|seen|got|reviewed) your\b"),
        ("that it was read", rf"\b(?:i|we) read your {MAIL}\b"),
        (
            "that it was read",
            rf"\byour {MAIL} (?:has been|was|is being) (?:read|seen|reviewed|delivered)\b",
        ),
        ("that it was read", r"\breceived and (?:read|reviewed|seen)\b"),
        ("thanks for words that nobody read", r"\bthank(?:s| you)(?: \w+){0,2} for (?!writing\b)"),
        ("thanks for words that nobody read", r"\b(?:i|we) (?:\w+ )?appreciate (?:you|that)"),
        (
            "praise for words that nobody read",
            r"\bcongrat\w+|\bwell done\b|\b(?:good|great) job\b"
            r"|\b(?:what|such|that is|that's) (?:\w+ )?(?:good|great|wonderful|lovely) news\b",
        ),
        (
            "a promise",
            r"\b(?:i|we)(?: will| shall|'ll| am going to| are going to)(?: \w+ly| soon| always)?"
            r" (?:get back|reply|answer|respond|call|write|phone|text|contact|reach out|follow up"
            r"|get in touch|(?:soon )?be in touch|read|look at|see)\b",
        ),
        ("a promise", r"\byou(?: will|'ll)(?: soon)? hear (?:back|from)\b"),
        (
            "a promise",
            r"\b(?:i|we) (?:\w+ )?(?:reply|answer|respond)(?: \w+){0,2} (?:soon|shortly|immediately"
            r"|right away|straight away|at once)\b"
            r"|\b(?:reply|answer) (?:will|shall) (?:soon )?(?:come|follow|arrive|reach)\b",
        ),
        (
            "a promise",
            r"\b(?:help|somebody|someone|police|ambulance) (?:is|are) (?:coming"
            r"|on (?:the|its|their) way)\b",
        ),
        ("a promise", r"\b(?:someone|somebody|they) (?:will|'ll)(?: \w+)? (?:answer|help|reply)\b"),
        (
            "that somebody was told",
            r"\b(?:has|have|am|was|were|is|are|be)(?: been| being)? (?:notified|alerted|informed)\b"
            r"|\b(?:i|we)(?: am| are| have| will| may|'ll)? (?:notif|alert|inform)\w*\b",
        ),
        (
            "that somebody was told",
            r"\b(?:i|we)(?: am| are| have| will| may|'ll) (?:call|contact|tell|involv)\w*"
            r" (?:the )?(?:police|authorities|ambulance|family)\b",
        ),
        (
            "that all will be well",
            r"\b(?:you|it|things|everything|this)(?:'ll| will) (?:all )?(?:be (?:fine|ok|okay|safe"
            r"|well|better|all ?right)|pass|work out|get better)\b",
        ),
        (
            "how to feel",
            r"\b(?:do not|don't|no need to|try not to) (?:worry|panic)\b|\bcalm down\b"
            r"|\bcheer up\b|\bstay strong\b|\bhang in there\b",
        ),
        (
            "that somebody is there",
            r"\bsome(?:one|body) is always\b|\b(?:am|are|'m|'re)(?: always)? (?:here"
            r"|there) for you\b"
            r"|(?<!not )\balways (?:available|reachable|watched|monitored|there for|here for)\b"
            r"|\b(?:i am|i'm|we are|we're) available (?:at any time|day and night|around)\b",
        ),
        (
            "what the message is about",
            r"\b(?:i|we|system)(?: have|'ve| has)? (?:detected|noticed|recogni[sz]ed|flagged)\b"
            r"|\byou (?:seem|sound|appear)\b|\bit (?:sounds|seems|looks) (?:like|as if|that) you\b",
        ),
        (
            "what the message is about",
            rf"\byour {MAIL} (?:seem|suggest|mention|sound|show|contain|indicate|appear|tell"
            r"|say)s?\b"
            rf"|\byour {MAIL} (?:is|was|has been) (?:classified|flagged|recogni[sz]ed|marked)\b"
            r"|\bwhat you (?:wrote|write|describe|described|shared|told|mentioned)\b"
            r"|\byou (?:have )?(?:mentioned|described)\b|\byou(?: are|'re) suicidal\b",
        ),
        (
            "a feeling that no machine has",
            r"\bi hear you\b|\bi (?:understand|know|can imagine|imagine) (?:how|what)\b"
            r"|\bthinking of you\b|\b(?:i|we) care about you\b|\byou matter\b"
            r"|\bsorry(?: that| for what| about what)? you\b|\bsorry to (?:hear|read|learn)\b"
            r"|\b(?:am|are|'m|'re)(?: so| very| really)? (?:glad|happy|proud|pleased|delighted"
            r"|worried"
            r"|concerned|excited)\b(?! to be asked)",
        ),
        ("better: died by suicide", r"\bcommit(?:s|ted|ting)? suicide\b"),
        (
            "better: suicide attempt, died by suicide",
            r"\b(?:(?:un)?successful|failed|completed|botched) (?:suicide|attempt)",
        ),
        (
            "better: ending your life",
            r"\bkill(?:s|ed|ing)? (?:your|my|him|her|them|one)sel(?:f|ves)\b",
        ),
        (
            "words that hurt",
            r"\bcry for help\b|\battention[- ]seek|\bepidemic\b|\bselfish\b|\bcoward",
        ),
        (
            "a way to die",
            r"\b(?:pills|overdos(?:e|es|ing)|rope|noose|gun|guns|firearms?|knife|knives|blades?)\b"
            r"|\bhang(?:ing)? (?:your|my|one)self\b|\bjump(?:ing|ed)? (?:off|from)\b"
            r"|\bcut(?:ting)? (?:your|my)\w*\b|\bsuicide notes?\b",
        ),
        (
            "a demand",
            r"\bpromise (?:me|us|that you|not to|to)\b|\b(?:suicide|safety) contract\b"
            r"|\bcontract for safety\b|\byou (?:must|have to|need to) (?:reply|answer|write back)\b"
            r"|\b(?:tell me|let me know) (?:that|if|when) you(?: are|'re) (?:safe|ok|okay"
            r"|all ?right)\b",
        ),
        (
            "more than is known",
            r"\b(?:fully|completely|totally|entirely|absolutely|always|perfectly"
            r"|100 ?%) (?:anonymous"
            r"|confidential|private|secure|safe)\b|\bguarantee",
        ),
        (
            "what only a person can do",
            r"\byour (?:next )?(?:appointment|session|meeting|booking) (?:is|was|has been|will be)"
            r" (?:on|at|booked|confirmed|cancell?ed|moved|changed|reserved)\b"
            r"|\byou(?: will|'ll) be (?:charged|billed)\b|\byou owe\b"
            r"|\b(?:i|we)(?: will|'ll) (?:charge|bill)\b",
        ),
        (
            "who is, or is not, a client",
            r"\b(?:my|our) (?:\w+ )?(?:clients?|patients?)\b|\bas an? (?:client|patient)\b"
            r"|\byou are (?:not )?(?:a|my|our) (?:client|patient)\b",
        ),
    ),
    never_in_crisis=(
        (
            "money, in a crisis",
            r"\bfees?\b|(?<!free of )\bcharge[sd]?\b|(?<!no )\bcosts?\b|\bpay(?:s|ing|ment"
            r"|ments)?\b"
            r"|\bpaid\b|\binvoices?\b|\bbill(?:s|ed|ing)?\b|[$€£] ?\d|\d ?[%€£]",
        ),
        (
            "rules, in a crisis",
            r"\bcancellation policy\b|\bnotice period\b|\bhours'? notice\b|\bmissed appointments?\b"
            r"|\bas (?:i|we) (?:\w+ )?(?:said|told|explained|agreed)\b|\b(?:in)?appropriate\b"
            r"|\b(?:please )?(?:remember|note|be reminded) that\b"
            r"|\byou (?:should|must|may) not (?:e-?mail|write|contact)\b",
        ),
    ),
    discreet_never=(
        (
            "what the practice is",
            r"\b(?:psych|therap|counsel|clinic)\w*|\bhypno\w*|\bpract(?:ice|itioner)s?\b"
            r"|\b(?:clients?|patients?|doctors?|nurses?|hospitals?|specialists?)\b",
        ),
        (
            "what takes place there",
            r"\b(?:sessions?|appointments?|treatments?|bookings?|visits?|homework|intake)\b"
            r"|\b(?:diagnos|medicat|cancel)\w*|\bsafety plan\b|\bcoping\b",
        ),
        (
            "what somebody suffers from",
            r"\b(?:suicid|depress|anxi|trauma|addict|distress|bereave|mental|emotion)\w*"
            r"|\bhealth\b|\bself[- ]?(?:harm|injur)\w*|\bgrie(?:f|ving)\b|\bpanic\b|\bstress\w*"
            r"|\b(?:feelings?|alcohol|drugs?|rehab|wellbeing|well-being)\b",
        ),
        (
            "that somebody is in danger",
            r"\b(?:abus|violen|assault|threat)\w*|\bcris[ie]s\b|\bdanger\w*|\b(?:un)?safe\w*"
            r"|\bharm\w*|\bhurt\w*|\bdie\b|\bdying\b|\bdeath\b|\bkill\w*|\b(?:your|own) life\b"
            r"|\b(?:shelters?|refuge|police|rape|victims?|survivors?)\b",
        ),
        (
            "what a crisis line is",
            r"\b(?:help|hot|life|crisis|support|warm)[- ]?lines?\b|\bsamaritans?\b|\blisten\w*"
            r"|\bconfidential\w*",
        ),
        (
            "with whom somebody lives",
            r"\b(?:couples?|marriages?|marital|partners?|husbands?|wife|wives|spouses?|divorces?)\b"
            r"|\brelationships?\b|\bparent(?:s|ing)?\b|\bfamil(?:y|ies)\b",
        ),
    ),
)
