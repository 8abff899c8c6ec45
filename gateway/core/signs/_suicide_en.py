"""Suicide in English; see suicide.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "endself": "(?:kill|hang|shoot|drown|gas|top|off|poison|finish|neck) (?:my ?self|me self)"
    "|(?:end|take) my (?:own )?life|end my (?:suffering|existence)|end it all|commit suicide|end "
    "it (?:tonight|tomorrow|now|today|soon|once and for all|for good)|do away with myself|put an "
    "end to (?:my life|it all|everything)|put a bullet in|jump (?:off|from) (?:a|the) (?:bridge"
    "|roof|building|balcony|cliff)|jump in front of|slit my (?:wrists?|throat)|kms",
    "endingself": "(?:killing|hanging|shooting|drowning|offing|topping) myself|ending it all"
    "|(?:ending|taking) my (?:own )?life|committing suicide|putting an end to my life|jumping "
    "(?:off|from) (?:a|the) (?:bridge|roof|building|balcony)|jumping in front of|doing away with "
    "myself|ending things for good|not being alive|being dead|suicide",
    "endself3": "(?:kill|hang|shoot|drown|hurt|harm|cut) (?:himself|herself|themself|themselves)"
    "|(?:end|take) (?:his|her|their) (?:own )?life|commit suicide|end it all",
    "pills": "pills?|tablets?|meds|medication|medicine|painkillers?|paracetamol|ibuprofen"
    "|tylenol|acetaminophen|sleeping (?:pills|tablets)|insulin|antidepressants|capsules|bottle",
    "means": "{pills}|rope|noose|gun|pistol|rifle|shotgun|razors?|blades?|knife|charcoal|helium"
    "|belt around",
    "lately": "last night|yesterday|today|tonight|this (?:morning|week|evening|afternoon"
    "|weekend)|just now|(?:on|last) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|week|weekend)|(?:two|three|four|few|a few|a couple of|[2-6]) (?:days|nights|hours) ago",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week"
    "|christmas|the weekend|the morning|morning|my birthday",
}  # fmt: skip

ACTS = (
    ("intent", EMERGENCY, "i (am going to|will|am about to|have decided to|am planning to|plan to"
     "|intend to|am ready to|need to|have to|just want to) (just |finally |really |probably "
     ")?({endself})", "ideation"),
    ("going-to-die", EMERGENCY, "i (am going to|will) (die|be dead) (tonight|tomorrow|today|soon"
     "|by|before|this week)|i am going to die by (suicide|my own)", "ideation"),
    ("tonight-i", EMERGENCY, "(tonight|today|tomorrow) i (am going to|will) ({endself}|do it|die)",
     "ideation"),
    ("overdose-now", EMERGENCY, "i (have )?(just |already )?(took|taken|swallowed|drunk|drank"
     "|take|swallow) (all|too many|way too many|a lot of|a whole|the whole|every|so many|loads of"
     "|a bunch of|an overdose|handfuls?|a handful|everything|enough) … ({pills}|overdose|cupboard"
     "|cabinet)", "act"),
    ("took-many", EMERGENCY, "emptied (the|my) (medicine|pill|bathroom|bottle|whole|packet"
     "|blister)|(fall asleep|not wake up|never wake up|die) if (you|i|one|someone) (take|took"
     "|swallow|have) (enough|too many|all|a lot|the)|(took|taken|swallowed) (about |like |around "
     "|some |over |all )?[1-9][0-9]+ (of )?(my |the |her |his )?([a-z]+ )?({pills})|(took|taken"
     "|swallowed|drank) (the|a|an) (whole|entire|full) (bottle|packet|box|lot|pack|strip|jar)"
     "|swallowed (all of |everything|them)", "act"),
    ("took-it-all", EMERGENCY, "i (have )?(just )?(took|taken|swallowed) (them all|all of them|it "
     "all|an overdose|too many|the lot)|i (have )?(just |already )?(overdosed|od ed)|the pills "
     "(are|have) (starting|started|kicking|begun)|(all|whole bottle of) my pills are gone", "act"),
    ("act-now", EMERGENCY, "i (am|have) (on|at|standing on|climbed) … (bridge|ledge|roof|platform"
     "|tracks) … (jump|over|nobody|now|goodbye|sorry|end)|i (cut|have cut|slit|have slit) … "
     "(wrists?) … (deep|bleeding|blood|stop)|bleeding (and|a lot|badly|everywhere) … (stop|care"
     "|sorry|want)", "act"),
    ("means-ready", EMERGENCY, "i (have|have got|got|bought|found|keep|am holding|am sitting "
     "with) (a|the|enough|all the|all my|my|some|this)? ?([a-z]+ )?({means}) … (ready|next to me"
     "|in front of me|in my hand|beside me|saved up|counted|laid out|lined up|with me now|just in "
     "case|to do it|to end|to kill|on the table|on my bed|in my lap|here with me)", "plan"),
    ("stockpile", EMERGENCY, "(saving|saved|been saving|hoarding|hoarded|stockpiling|stockpiled"
     "|collecting|collected|counted|counting) (up )?(all )?(my|the|a bunch of|enough|some)? "
     "?({pills})", "plan"),
    ("means-question", EMERGENCY, "(lethal|fatal|deadly) (dose|amount|overdose)|(dose|amount) … "
     "(would|to) (be lethal|be fatal|kill|die)|how (many|much) … (would it take|does it take|is "
     "enough|would be enough|to) … (kill|die|dying|overdose|fatal|not wake)|(bridges?|buildings?"
     "|towers?) (taller|higher) than|how high … (bridge|fall|jump)|(painless|quick|easiest|least "
     "painful|quickest) way … (die|go|end|out)|end my life … (not want|does not|without|hurt|pain)",
     "plan"),
    ("on-the-edge", URGENT, "i am (walking|going|driving|heading|on my way|off) (out |up |down "
     ")?to the (bridge|roof|tracks|cliff|river|station)|i am (standing |sitting |up |here )?(on"
     "|at|by) the (train tracks|railway|edge|roof|ledge|railing|bridge|overpass|cliff|top of the"
     "|tracks)", "place"),
    ("noose", EMERGENCY, "(tied|tie|made|tying) (a|the) noose|(rope|belt|noose) around my neck"
     "|gun (to|in) my (head|mouth)|(rope|noose) (is|ready)", "plan"),
    ("prepared", EMERGENCY, "(everything|it) is (all )?(ready|prepared|set|arranged) for (tonight"
     "|tomorrow|it|when i am gone)", "plan"),
    ("letters", EMERGENCY, "(goodbye|suicide|farewell) (letters?|notes?)", "letters"),
    ("last-mail", EMERGENCY, "(when|once|by the time) (this|you) (reaches?|gets?|arrives?|reads?"
     "|finds?|opens?) (you|this) … (gone|dead|over|late|stopped|peace|rest|free)|(by the time"
     "|when) you (read|get|see|open|receive) this … (gone|dead|too late|over|not be here|no "
     "longer|left this)|this is (goodbye|my goodbye|my last (e?mail|message|letter|day|night"
     "|email to you))|goodbye forever|(the )?last time you (will )?hear from me|you (will )?(not"
     "|never) hear from me again", "farewell"),
    ("not-alive", EMERGENCY, "not (going to )?(be|make it) alive (by|for|on|at|until|till|when"
     "|next|tomorrow|anymore|much longer|this time)|not (going to )?(be here|make it|last|survive"
     "|live) (through|past|until|to see|till) (the night|tonight|{day})|will be dead (by|before"
     "|tomorrow|when|soon|tonight)|nobody can stop me|(my )?funeral … (my|invited|plan)",
     "ideation", "n"),
    ("recent-attempt", EMERGENCY, "({lately}) (, )?(when )?i (actually |nearly |almost )?(tried"
     "|attempted) to ({endself}|die|end it|overdose)|i (tried|attempted) to ({endself}|die|end it"
     "|overdose)( again)? (, )?({lately})|i (overdosed|took an overdose|tried again) (, "
     ")?({lately})", "act", "p"),
)  # fmt: skip

THOUGHTS = (
    ("kill-myself", URGENT, "{endself}", "ideation"),
    ("killing-myself", URGENT, "(think|thinking|thought|thoughts|fantasi[sz]e|fantasi[sz]ing"
     "|dream|dreaming|consider|considering|contemplat(e|ing)|idea|obsess(ed|ing)|planning|planned"
     "|imagine|imagining|close to|urge) … ({endingself})", "ideation"),
    ("suicidal", URGENT, "(i|i am|am|feel|feeling|felt|be|being|become|becoming|getting|got|so"
     "|really|very|still|actively|been|was|kind of|bit|little|pretty) suicidal", "ideation"),
    ("suicidal-thoughts", URGENT, "(suicidal|suicide|intrusive suicidal) (thoughts?|ideation"
     "|feelings?|urges?|impulses?|thinking|ideas?|plans?)", "ideation"),
    ("suicide-option", URGENT, "suicide … (only|option|way out|answer|solution|on my mind|in my "
     "head|makes sense)|i … (commit|think about|want) suicide", "ideation"),
    ("plan", URGENT, "(planned|planning|plan|know exactly|figured out|worked out|decided|thinking "
     "about|thought about|imagined|rehearsed|researched|looked up|looking up|look up|googled"
     "|googling|searching|searched) (exactly )?(how|where|when|ways) (i would|i will|to|i am "
     "going to|i could|i might|people|others) (do it|end (it|things|their)|go|die|kill|disappear)",
     "plan"),
    ("want-to-die", URGENT, "want(ed|ing)? to (just |really )?(die|be dead|stop (living|existing"
     "|being alive)|not (be|exist|live|wake)|sleep forever|disappear forever|cease to exist)"
     "|want(ed)? my life to end|want(ed)? (it|this|everything) (all )?to (be over|be finished|end"
     "|stop)|want(ed)? out of (this )?life|ready to die|looking forward to (dying|death)|rather "
     "be dead", "passive"),
    ("not-want-to-live", URGENT, "(not|never|no longer) (really |even )?(want|wish|care|like|feel "
     "like|see myself|able|know if i want|sure (if |that )?i want) … (to )?(wake up|be here "
     "(anymore|for|tomorrow|at all|when)|be alive|live anymore|live|exist|go on|carry on|keep "
     "(going|living)|keep on living|be around anymore|living|being alive|here anymore)",
     "passive", "n"),
    ("why-go-on", URGENT, "(why|whether) i (should |would |even |do |still )+(keep going|go on"
     "|carry on|bother (living|anymore|going)|live|stay alive|keep trying)|(picture|picturing"
     "|imagine|imagining|see|seeing|thinking about|think about) … (car|myself) (going|driving"
     "|jumping|crashing|falling|walking|hanging)|would not (brake|swerve|stop it|step back)",
     "passive", "n"),
    ("with-means", URGENT, "(sat|sitting|sit|stood|standing|lay|lying|staring|stared|holding|held"
     "|looking|looked|took|got) … (with|at|holding|out)? ?(the|a|my) (razors?|blades?|pills"
     "|tablets|rope|noose|gun) (in|for|on|and|,|again|out|beside|all)", "ideation"),
    ("wish-dead", URGENT, "(wish|wished|wishing|hope|hoped|hoping|pray|praying|prefer|rather|if "
     "only) … (i|me) … (was|were|be|had|could|would|did|do|will|never)? ?(just )?(dead|die|never "
     "(been )?born|not (alive|here|exist|wake|wake up)|not (be|been) (born|here|alive)|stop "
     "existing|disappear|vanish|fade away|fall asleep (forever|and)|not have woken|go to sleep "
     "and)", "passive", "n"),
    ("not-wake", URGENT, "(sleep|asleep|bed|night|hope|hoping|wish|want|rather) … (not|never) (to "
     ")?(wake|waking) ?up|did not wake up( tomorrow| this morning| again)|never wake up",
     "passive", "n"),
    ("accident", URGENT, "(hope|hoping|wish|want|wait|waiting|pray|praying|imagine|imagining) … "
     "(car|bus|truck|lorry|train|accident|something|cancer|plane) … (hit|hits|run|runs|kills?"
     "|takes?|happens?|crash|crashes) (me|over me|to me)|(if|when) it happens , it happens|(drive"
     "|driving|steer|swerve) … (into|off) (a|the) (tree|wall|bridge|road|oncoming|pole)",
     "passive"),
    ("doubt-alive", URGENT, "not think (that )?i (will|am going to) (be alive|be here|make it"
     "|survive|see (christmas|tomorrow|my)|last (the|until|till|another))", "passive", "n"),
    ("better-off", URGENT, "if i (stopped existing|did not exist|disappeared|died|was dead|were "
     "dead) … would|get on (fine|better) without me|would … (better|easier|happier|simpler) … if "
     "i (just |simply |only )*(was|were) (not|gone|dead|no longer)|would … (better|happier|easier"
     "|simpler|relieved|fine|best|miss) … (without me|if i (was|were|am) (not|gone|dead|no "
     "longer)|if i (did not|died|disappeared|were not|was not|went away)|once i am gone|when i am "
     "gone)|better off (without me|if i was|if i were|with me (gone|dead)|dead|with me not|if i "
     "just)|world … better (place )?without me", "passive"),
    ("nobody-would-miss", URGENT, "(no one|nobody|not anyone|who) would (even |really )?(notice"
     "|miss|care|cry|come) … (if i|i (died|was|were|am)|gone|me|dead|funeral)|would not matter if "
     "i|(would|does) not matter … (i was not around|i am here|i am alive|i live)", "passive", "n"),
    ("burden", URGENT, "(i am|i have become|me being|am just|am only|am such|be|being|like|feel "
     "like|become) (just |only |nothing but |such )?a (huge |big |terrible |constant |real "
     ")?burden", "passive"),
    ("no-point-living", URGENT, "(no|see the|see a|see any|see much|see no|what is the) (point"
     "|reason|sense|use|purpose) … (in|to|of|for)? ?(going on|living|live|carry on|carrying on"
     "|continuing|go on|being (here|alive)|be (here|alive)|keep going|keep living|staying (alive"
     "|here)|existing|me being|it all|tomorrow|my life)|(no|not see (a|any|the|much)) (point"
     "|purpose) (in|to) (life|anything|tomorrow|me)|(nothing|no reason|not much) (left )?to (live"
     "|stay|hold on|carry on) for|life (is|does) (not|no longer) (feel |seem )?worth|not worth "
     "(living|being alive)|no reason to (live|stay alive|be alive|go on|wake up)", "passive", "n"),
    ("tired-of-living", URGENT, "(can not|do not think i can|not sure i can) (do|face|live) (life"
     "|this life|another (day|night|year|week))|(feel like|thinking (of|about)|about|want to"
     "|ready to) end(ing)? (things|everything|it)|one (step|jump|turn) and (it|i|everything|all)"
     "|(tired|sick|exhausted|done|bored|fed up|finished|had enough|over) (of|with|by) (living"
     "|life|being alive|existing|being here|this life|my life|everything and everyone|waking up)"
     "|done (with it all|fighting|trying to (live|survive))", "passive"),
    ("should-be-dead", URGENT, "(do|does|did) not deserve to (live|be alive|exist|be here)|i "
     "should (be dead|not be alive|not be here|never have been born|just die|have died|not exist)"
     "|(i am )?better dead|time for me to (go|die|leave this)|never asked to be born|dead inside "
     "and (want|wish)|world does not need me|sleep … never wake", "passive", "n"),
    ("cannot-see-future", URGENT, "(can ?not|do not|not) (see|imagine|picture|find) … (a |any |my "
     "|the )?(future|way out|way forward|tomorrow|myself (alive|being|getting|living|past))|no "
     "(future|way out|hope left|hope for me|hope anymore|escape)|it is (all )?(hopeless"
     "|pointless)|there is no hope|(nothing|never) … (get|gets|getting) (any )?better and",
     "low", "n"),
    ("dying-thoughts", URGENT, "(think|thinking|thought|fantasi[sz]e|obsessed|dream|dreaming"
     "|talk) … (about|of|with) (dying|my own death|death a lot|death all the time|death every|not "
     "being here|disappearing forever|my funeral|being dead)", "passive"),
    ("death-comfort", URGENT, "(death|dying) (would|seems?|sounds?|feels?|is) … (relief|comfort"
     "|peaceful|easier|only way|freedom|better)|only way out|only way to (stop|end) (it|the pain"
     "|this)", "passive"),
    ("pain-ends", URGENT, "(it|the pain|pain|everything|suffering|this) will (all |finally |soon "
     ")*(be over|stop|end) (soon|tonight|tomorrow)|(soon|tonight|tomorrow) (it|everything|the "
     "pain) will (all |finally )*(be over|stop|end|be quiet)|(soon|tonight) i will (be free|be at "
     "peace|sleep forever)", "peace"),
    ("gone-soon", URGENT, "(this )?(will be|is) the last time (that )?i (will )?(write|e?mail"
     "|contact|bother|speak|talk)|when i am (gone|dead|no longer here|not here anymore)|after i "
     "am gone|if (i am|something happens to me|i do not make it|i am not here) … (tell (my|her"
     "|him|them)|look after|take care of|love them|not your fault)|tell my (mother|mum|dad|father"
     "|wife|husband|kids|sister|brother|children|boys?|girls?|daughter|son) (that )?(it was|it is "
     "not|i loved?|i am sorry|not to) |tell my (family|kids|children|mum|mom|wife|husband"
     "|daughter|son) … love", "final"),
    ("take-me", URGENT, "(want|ready|wish|like) to (go to sleep and|end everything|leave this "
     "world|leave this earth|be with god|make it stop forever)|life … not for me|crossing … not "
     "look|stopped looking (both ways|when i cross)|do not care (if|whether) i (live|die|wake"
     "|make it|get hit)", "passive", "n"),
    ("attempt", URGENT, "i (have )?(tried|attempted) to ({endself}|die|end it|overdose)|my (last "
     "|second |recent |third |failed )?(suicide )?attempt|my overdose", "act"),
    ("back-again", URGENT, "(dark|bad|those|the|old|scary) (thoughts?|feelings?|urges?) (are|is"
     "|have|has) (come )?(back|returned|returning|coming|getting (worse|louder|stronger)|winning"
     "|so loud)|(scared|afraid) of (my|these|the) (own )?thoughts", "low"),
)  # fmt: skip

NEAR = (
    ("someone-goodbye", URGENT, "({who_en}) … (goodbye forever|(something|it|text|post|message) "
     "(that )?(sounds?|sounded|reads?|looks?|feels?) like (a )?(goodbye|suicide|farewell)|goodbye "
     "(text|note|letter|message)|suicide note|suicidal|self harm)", "", "f"),
    ("someone-took", EMERGENCY, "(he|she|{near_en}) (is|are) (standing |sitting |up |out )?(on"
     "|at) the (window ?sill|ledge|roof|bridge|balcony|railing|edge|tracks)|(he|she|they"
     "|{near_en}) (has |have |had )?(just |already )?(overdosed|(taken|took|swallowed) (an "
     "overdose|(all|too many|a lot|a whole|the whole|the entire|every|a bunch) … ({pills})))",
     "near"),
    ("someone-wants", URGENT, "({who_en}) … (wants?|wanted|is going|are going|threaten(s|ed|ing)"
     "|plans?|planning|tried|trying|talks?|talking|says?|said|saying|told me|texted|keeps|might"
     "|will|thinking|thinks) … ({endself3}|suicide|killing (himself|herself|themself|themselves)"
     "|not (wanting to|want to) (live|be here|be alive))|({who_en}) … (wants?|wanted|says?|said"
     "|wishes|talks about|told me) … (die|dying|dead)", "near"),
    ("worried-suicide", URGENT, "(worried|scared|afraid|terrified|fear|think|concerned) … (he|she"
     "|they|friend|{near_en}) … ({endself3}|suicidal|do something|not safe)", "near"),
    ("someone-now", EMERGENCY, "(he|she|{near_en}) (has|is|took|has taken|took all|swallowed|says "
     "he|says she) … (pills|gun|knife|overdose|roof|bridge|ledge|rope) … (now|tonight|locked|not "
     "answer|kill|jump|die|bathroom|room)", "near"),
    ("someone-died", NOTICE, "(takes|took|taking) (her|his|their) (own )?life|thoughts? (about"
     "|of) (death|dying)|swallow(ed|ing) … pills|(died by|lost … to|committed|his|her|their"
     "|completed) suicide|(kill(s|ed)|hang(s|ed)|hung|shot|shoots) (himself|herself|themselves)"
     "|took (his|her|their) own life"),
    ("word", NOTICE, "suicid(e|es|al|ality)|self destruct(ion|ive)?|overdose(d|s)?"),
)  # fmt: skip

ENGLISH = (*ACTS, *THOUGHTS, *NEAR)
