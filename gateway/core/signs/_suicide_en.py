"""Suicide in English; see suicide.py."""

from gateway.core.assessment import Risk
from gateway.core.signs._lists import LISTS

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    **LISTS,
    "endself": "(?:kill|hang|shoot|drown|gas|top|off|poison|finish|neck) (?:my ?self|me self)"
    "|(?:end|take) my (?:own )?life|end my (?:suffering|existence)|end it all|commit suicide"
    "|end it (?:tonight|tomorrow|now|today|soon|once and for all|for good)|do away with myself"
    "|put an end to (?:my life|it all|everything)|put a bullet in|jump (?:off|from) (?:a|the) "
    "(?:bridge|roof|building|balcony|cliff)|jump in front of|slit my (?:wrists?|throat)|kms",
    "endingself": "(?:killing|hanging|shooting|drowning|offing|topping) myself|ending it all"
    "|(?:ending|taking) my (?:own )?life|committing suicide|putting an end to my life"
    "|jumping (?:off|from) (?:a|the) (?:bridge|roof|building|balcony)|jumping in front of"
    "|doing away with myself|ending things for good|not being alive|being dead|suicide",
    "endself3": "(?:kill|hang|shoot|drown|hurt|harm|cut) (?:himself|herself|themself|themselves)"
    "|(?:end|take) (?:his|her|their) (?:own )?life|commit suicide|end it all",
    "pills": "pills?|tablets?|meds|medication|medicine|painkillers?|paracetamol|ibuprofen|tylenol"
    "|acetaminophen|sleeping (?:pills|tablets)|insulin|antidepressants|capsules|bottle",
    "means": "{pills}|rope|noose|gun|pistol|rifle|shotgun|razors?|blades?|knife|charcoal|helium"
    "|belt around",
    "lately": "last night|yesterday|today|tonight|this (?:morning|week|evening|afternoon|weekend)|just now"
    "|(?:on|last) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend)"
    "|(?:two|three|four|few|a few|a couple of|[2-6]) (?:days|nights|hours) ago",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week|christmas"
    "|the weekend|the morning|morning|my birthday",
}

ACTS = (
    ("intent", EMERGENCY, "i (am going to|will|am about to|have decided to|am planning to|plan to"
     "|intend to|am ready to|need to|have to|just want to) (just |finally |really |probably )?"
     "({endself})", "ideation"),
    ("going-to-die", EMERGENCY, "i (am going to|will) (die|be dead) (tonight|tomorrow|today|soon"
     "|by|before|this week)|i am going to die by (suicide|my own)", "ideation"),
    ("tonight-i", EMERGENCY, "(tonight|today|tomorrow) i (am going to|will) ({endself}|do it|die)",
     "ideation"),
    ("overdose-now", EMERGENCY, "i (have )?(just |already )?(took|taken|swallowed|drunk|drank|take"
     "|swallow) (all|too many|way too many|a lot of|a whole|the whole|every|so many|loads of"
     "|a bunch of|an overdose|handfuls?|a handful|everything|enough) … ({pills}|overdose"
     "|cupboard|cabinet)", "act"),
    ("took-many", EMERGENCY, "(took|taken|swallowed) (about |like |around |some |over |all )?[1-9][0-9]+ (of )?"
     "(my |the |her |his )?([a-z]+ )?({pills})|(took|taken|swallowed|drank) (the|a|an) (whole|entire|full)"
     " (bottle|packet|box|lot|pack|strip|jar)|swallowed (all of |everything|them)", "act"),
    ("took-it-all", EMERGENCY, "i (have )?(just )?(took|taken|swallowed) (them all|all of them"
     "|it all|an overdose|too many|the lot)|i (have )?(just |already )(overdosed|od ed|od)|the"
     " pills (are|have) (starting|started|kicking|begun)|(all|whole bottle of) my pills are gone",
     "act"),
    ("act-now", EMERGENCY, "i (am|have) (on|at|standing on|climbed) … (bridge|ledge|roof|platform"
     "|tracks) … (jump|over|nobody|now|goodbye|sorry|end)|i (cut|have cut|slit|have slit) … "
     "(wrists?) … (deep|bleeding|blood|stop)|bleeding (and|a lot|badly|everywhere) … (stop|care"
     "|sorry|want)", "act"),
    ("means-ready", EMERGENCY, "i (have|have got|got|bought|found|keep|am holding|am sitting with)"
     " (a|the|enough|all the|all my|my|some|this)? ?([a-z]+ )?({means}) … (ready|next to me"
     "|in front of me|in my hand|beside me|saved up|counted|laid out|lined up|with me now"
     "|just in case|to do it|to end|to kill|on the table|on my bed|in my lap|here with me)",
     "plan"),
    ("stockpile", EMERGENCY, "(saving|saved|been saving|hoarding|hoarded|stockpiling|stockpiled"
     "|collecting|collected|counted|counting) (up )?(all )?(my|the|a bunch of|enough|some)? ?"
     "({pills})", "plan"),
    ("means-question", EMERGENCY, "(lethal|fatal|deadly) (dose|amount|overdose)|(dose|amount) … "
     "(would|to) (be lethal|be fatal|kill|die)|how (many|much) … (would it take|does it take"
     "|is enough|would be enough|to) … (kill|die|dying|overdose|fatal|not wake)|(bridges?"
     "|buildings?|towers?) (taller|higher) than|how high … (bridge|fall|jump)|(painless|quick"
     "|easiest|least painful|quickest) way … (die|go|end|out)|end my life … (not want|does not|"
     "without|hurt|pain)", "plan"),
    ("on-the-edge", URGENT, "i am (standing |sitting |up |here )?(on|at|by) the (edge|roof|ledge|railing|bridge"
     "|overpass|cliff|top of the|tracks)", "place"),
    ("noose", EMERGENCY, "(tied|tie|made|tying) (a|the) noose|(rope|belt|noose) around my neck|"
     "gun (to|in) my (head|mouth)|(rope|noose) (is|ready)", "plan"),
    ("prepared", EMERGENCY, "(everything|it) is (all )?(ready|prepared|set|arranged) for (tonight"
     "|tomorrow|it|when i am gone)", "plan"),
    ("letters", EMERGENCY, "(goodbye|suicide|farewell) (letters?|notes?)", "letters"),
    ("last-mail", EMERGENCY, "(by the time|when) you (read|get|see|open|receive) this … (gone|dead"
     "|too late|over|not be here|no longer|left this)|this is (goodbye|my goodbye|my last (e?mail"
     "|message|letter|day|night|email to you))|goodbye forever|(the )?last time you (will )?hear"
     " from me|you (will )?(not|never) hear from me again", "farewell"),
    ("not-alive", EMERGENCY, "(do not|not) think (that )?i (will|am going to) (be alive|be here|make it|survive|see|last)|not (going to )?(be|make it) alive (by|for|on|at|until|till|when"
     "|next|tomorrow|anymore|much longer|this time)|not (going to )?(be here|make it|last|survive"
     "|live) (through|past|until|to see|till) (the night|tonight|{day})|will be dead (by|before"
     "|tomorrow|when|soon|tonight)|nobody can stop me|(my )?funeral … (my|invited|plan)",
     "ideation", "n"),
    ("recent-attempt", EMERGENCY, "({lately}) (, )?(when )?i (actually |nearly |almost )?(tried|attempted)"
     " to ({endself}|die|end it|overdose)|i (tried|attempted) to ({endself}|die|end it|overdose)( again)?"
     " (, )?({lately})|i (overdosed|took an overdose|tried again) (, )?({lately})", "act", "p"),
)  # fmt: skip

THOUGHTS = (
    ("kill-myself", URGENT, "{endself}", "ideation"),
    ("killing-myself", URGENT, "(think|thinking|thought|thoughts|fantasi[sz]e|fantasi[sz]ing|dream"
     "|dreaming|consider|considering|contemplat(e|ing)|idea|obsess(ed|ing)|planning|planned"
     "|imagine|imagining|close to|urge) … ({endingself})", "ideation"),
    ("suicidal", URGENT, "(i|i am|am|feel|feeling|felt|be|being|become|becoming|getting|got|so"
     "|really|very|still|actively|been|was|kind of|bit|little|pretty) suicidal", "ideation"),
    ("suicidal-thoughts", URGENT, "(suicidal|suicide|intrusive suicidal) (thoughts?|ideation"
     "|feelings?|urges?|impulses?|thinking|ideas?|plans?)", "ideation"),
    ("suicide-option", URGENT, "suicide … (only|option|way out|answer|solution|on my mind|in my"
     " head|makes sense)|i … (commit|think about|want) suicide", "ideation"),
    ("plan", URGENT, "(planned|planning|plan|know exactly|figured out|worked out|decided|thinking about"
     "|thought about|imagined|rehearsed|researched|looked up|googled) (exactly )?(how|where|when"
     "|ways) (i would|i will|to|i am going to|i could|i might) (do it|end it|go|die|kill|disappear)",
     "plan"),
    ("want-to-die", URGENT, "want(ed|ing)? to (just |really )?(die|be dead|stop (living|existing"
     "|being alive)|not (be|exist|live|wake)|sleep forever|disappear forever|cease to exist)|want"
     "(ed)? my life to end|want(ed)? (it|this|everything) (all )?to (be over|end|stop)"
     "|want(ed)? out of (this )?life|ready to die|looking forward to (dying|death)|rather be dead",
     "passive"),
    ("not-want-to-live", URGENT, "(not|never|no longer) (really |even )?(want|wish|care|like|feel"
     " like|see myself|able|know if i want|sure (if |that )?i want) … (to )?(wake up|be here (anymore|for|tomorrow|at all|when)|be alive|live anymore|live|exist|go on|carry on|keep (going|living)|keep on living|be around"
     " anymore|living|being alive|here anymore)", "passive", "n"),
    ("why-go-on", URGENT, "(why|whether) i (should |would |even |do |still )+(keep going|go on|carry on|bother"
     " (living|anymore|going)|live|stay alive|keep trying)|(picture|picturing|imagine|imagining|see|seeing"
     "|thinking about|think about) … (car|myself) (going|driving|jumping|crashing|falling|walking|hanging)|would not"
     " (brake|swerve|stop it|step back)", "passive", "n"),
    ("with-means", URGENT, "(sat|sitting|sit|stood|standing|lay|lying|staring|stared|holding|held|looking|looked|took|got) … (with|at|holding|out)? ?(the|a|my) (razors?|blades?|pills|"
     "tablets|rope|noose|gun) (in|for|on|and|,|again|out|beside|all)", "ideation"),
    ("wish-dead", URGENT, "(wish|wished|wishing|hope|hoped|hoping|pray|praying|prefer|rather|if only) … "
     "(i|me) … (was|were|be|had|could|would|did|do|will|never)? ?(just )?(dead|die|never (been )?"
     "born|not (alive|here|exist|wake|wake up)|not (be|been) (born|here|alive)|stop existing"
     "|disappear|vanish|fade away|fall asleep (forever|and)|not have woken|go to sleep and)",
     "passive", "n"),
    ("not-wake", URGENT, "(sleep|asleep|bed|night|hope|hoping|wish|want|rather) … (not|never) (to )?"
     "(wake|waking) ?up|did not wake up( tomorrow| this morning| again)|never wake up", "passive",
     "n"),
    ("accident", URGENT, "(hope|hoping|wish|want|wait|waiting|pray|praying|imagine|imagining) … "
     "(car|bus|truck|lorry|train|accident|something|cancer|plane) … (hit|hits|run|runs|kills?"
     "|takes?|happens?|crash|crashes) (me|over me|to me)|(if|when) it happens , it happens|(drive"
     "|driving|steer|swerve) … (into|off) (a|the) (tree|wall|bridge|road|oncoming|pole)", "passive"),
    ("better-off", URGENT, "would … (better|happier|easier|simpler|relieved|fine|best|miss) … "
     "(without me|if i (was|were|am) (not|gone|dead|no longer)|if i (did not|died|disappeared"
     "|were not|was not|went away)|once i am gone|when i am gone)|better off (without me|if i was"
     "|if i were|with me (gone|dead)|dead|with me not|if i just)|world … better (place )?without me",
     "passive"),
    ("nobody-would-miss", URGENT, "(no one|nobody|not anyone|who) would (even |really )?(notice|miss"
     "|care|cry|come) … (if i|i (died|was|were|am)|gone|me|dead|funeral)|would not matter if i"
     "|(would|does) not matter … (i was not around|i am here|i am alive|i live)", "passive", "n"),
    ("burden", URGENT, "(i am|i have become|me being|am just|am only|am such|be|being|like|feel like|"
     "become) (just |only |nothing but |such )?a (huge |big |terrible |constant |real )?burden",
     "passive"),
    ("no-point-living", URGENT, "(no|see the|see a|see any|see much|see no|what is the) (point|reason|sense|use"
     "|purpose) … (in|to|of|for)? ?(going on|living|live|carry on|carrying on|continuing|go on|being (here|"
     "alive)|be (here|alive)|keep going|keep living|staying (alive|here)|existing|me being|it all|tomorrow|"
     "my life)|(no|not see (a|any|the|much)) (point|purpose) (in|to) (life|anything|tomorrow|me)|(nothing|no"
     " reason|not much) (left )?to (live|stay|hold on|carry on) for|life (is|does) (not|no longer) (feel |seem )?"
     "worth|not worth (living|being alive)|no reason to (live|stay alive|be alive|go on|wake up)", "passive", "n"),
    ("tired-of-living", URGENT, "(tired|sick|exhausted|done|bored|fed up|finished|had enough|over)"
     " (of|with|by) (living|life|being alive|existing|being here|this life|my life|everything and"
     " everyone|waking up)|done (with it all|fighting|trying to (live|survive))", "passive"),
    ("should-be-dead", URGENT, "(do|does|did) not deserve to (live|be alive|exist|be here)|i should (be dead|not be alive|not be here|never have been born|just die|have died|not exist)"
     "|(i am )?better dead|time for me to (go|die|leave this)|never asked to be born|dead inside and"
     " (want|wish)|world does not need me|sleep … never wake", "passive", "n"),
    ("cannot-see-future", URGENT, "(can ?not|do not|not) (see|imagine|picture|find) … (a |any |my |the"
     " )?(future|way out|way forward|tomorrow|myself (alive|being|getting|living|past))|no (future|way out|hope left|hope for me|hope anymore|escape)|it is (all )?"
     "(hopeless|pointless)|there is no hope|(nothing|never) … (get|gets|getting) (any )?better and",
     "low", "n"),
    ("dying-thoughts", URGENT, "(think|thinking|thought|fantasi[sz]e|obsessed|dream|dreaming|talk)"
     " … (about|of|with) (dying|my own death|death a lot|death all the time|death every|not being"
     " here|disappearing forever|my funeral|being dead)", "passive"),
    ("death-comfort", URGENT, "(death|dying) (would|seems?|sounds?|feels?|is) … (relief|comfort"
     "|peaceful|easier|only way|freedom|better)|only way out|only way to (stop|end) (it|the pain"
     "|this)", "passive"),
    ("pain-ends", URGENT, "(it|the pain|pain|everything|suffering|this) will (all |finally |soon )*"
     "(be over|stop|end) (soon|tonight|tomorrow)|(soon|tonight|tomorrow) (it|everything|the pain) will"
     " (all |finally )*(be over|stop|end|be quiet)|(soon|tonight) i will (be free|be at peace|sleep"
     " forever)", "peace"),
    ("gone-soon", URGENT, "(this )?(will be|is) the last time (that )?i (will )?(write|e?mail|contact|bother|speak|talk)|when i am (gone|dead|no longer here|not here anymore)|after i am gone|if"
     " (i am|something happens to me|i do not make it|i am not here) … (tell (my|her|him|them)|look"
     " after|take care of|love them|not your fault)|tell my (family|kids|children|mum|mom|wife"
     "|husband|daughter|son) … love", "final"),
    ("take-me", URGENT, "(want|ready|wish|like) to (go to sleep and|end everything|leave this world"
     "|leave this earth|be with god|make it stop forever)|life … not for me|crossing … "
     "not look|stopped looking (both ways|when i cross)|do not care (if|whether) i (live|die|wake"
     "|make it|get hit)", "passive", "n"),
    ("attempt", URGENT, "i (have )?(tried|attempted) to ({endself}|die|end it|overdose)|my (last |"
     "second |recent |third |failed )?(suicide )?attempt|my overdose", "act"),
    ("back-again", URGENT, "(dark|bad|those|the|old|scary) (thoughts?|feelings?|urges?) (are|is|have"
     "|has) (come )?(back|returned|returning|coming|getting (worse|louder|stronger)|winning|so loud)"
     "|(scared|afraid) of (my|these|the) (own )?thoughts", "low"),
)  # fmt: skip

NEAR = (
    ("someone-goodbye", URGENT, "({who_en}) … (goodbye forever|(something|it|text|post|message) (that )?(sounds?|sounded|reads?|looks?|feels?) like (a )?"
     "(goodbye|suicide|farewell)|goodbye (text|note|letter|message)"
     "|suicide note|suicidal|self harm)", "", "f"),
    ("someone-took", EMERGENCY, "(he|she|they|{near_en}) (has |have |had )?(just |already )?(overdosed|(taken|took|swallowed) (an overdose|(all|too many|a lot|a whole|the whole"
     "|the entire|every|a bunch) … ({pills})))", "near"),
    ("someone-wants", URGENT, "({who_en}) … (wants?|wanted|is going|are going|threaten(s|ed|ing)|plans?"
     "|planning|tried|trying|talks?|talking|says?|said|saying|told me|texted|keeps|might|will|thinking|thinks)"
     " … ({endself3}|suicide|killing (himself|herself|themself|themselves)|not (wanting to|want to) (live|be"
     " here|be alive))|({who_en}) … (wants?|wanted|says?|said|wishes|talks about|told me) … (die|dying|dead)",
     "near"),
    ("worried-suicide", URGENT, "(worried|scared|afraid|terrified|fear|think|concerned) … "
     "(he|she|they|friend|{near_en}) … ({endself3}|suicidal|do something|not safe)", "near"),
    ("someone-now", EMERGENCY, "(he|she|{near_en}) (has|is|took|has taken|took all|swallowed|says he"
     "|says she) … (pills|gun|knife|overdose|roof|bridge|ledge|rope) … (now|tonight|locked|not answer"
     "|kill|jump|die|bathroom|room)", "near"),
    ("someone-died", NOTICE, "(died by|lost … to|committed|his|her|their|completed) suicide|(kill(s|ed)"
     "|hang(s|ed)|hung|shot|shoots) (himself|herself|themselves)|took (his|her|their) own life"),
    ("word", NOTICE, "suicid(e|es|al|ality)|self destruct(ion|ive)?|overdose(d|s)?"),
)  # fmt: skip

CUES = (
    ("means-word", NONE, "(the|my|a|some|these|all) ({means})", "means"),
    ("gun-near", NONE, "(gun|pistol|rifle|shotgun|firearm) (in|at) (the|my|our|his) (house|home|garage|closet|attic|safe|drawer|room|car)|(my|his|her|our|their)( [a-z]+)? (gun|rifle|shotgun|pistol|firearm)|know"
     " where (the|his|dad s|my dad) … (gun|key|keys|pills) (is|are)", "gun"),
    ("tonight", NONE, "tonight|this is the night|before (morning|tomorrow)|by tomorrow|when (everyone"
     "|they) (is|are) asleep", "tonight"),
    ("over-by", NONE, "(by|on|after|come) ({day}) (it|this|everything|i) (will|is going to) (all )?(be over|be gone|"
     "end|stop|be done|be free)|(it|this) will be (tonight|tomorrow)", "peace"),
    ("everything-ready", NONE, "(have|got) "
     "(everything|all) (i need|ready|prepared)|(i am|now i am) ready( now)?", "ready"),
    ("have-a-plan", NONE, "(i )?(have|had|got|made) (a|the|my|up my) (plan|mind|decision|date)|i have"
     " (decided|picked a (day|date))|i know what i (have to|need to|must|am going to) do", "plan"),
    ("goodbye", NONE, "(good ?bye|farewell|adieu)|saying goodbye|say goodbye|so long everyone"
     "|take care of yourself", "farewell"),
    ("letters-written", NONE, "(written|wrote|writing|finished writing|sealed|finished) … (letters|letter to (my|the) (family|kids|children|wife|husband|mum|mom|parents|partner))|(written|wrote) to (each|all|both|everyone|every)( one)? of|(the|a|my) note is (on|under|in|next to)|(the|my) letters … (written|ready|sealed|done|desk|table|envelopes?)",
     "letters-weak"),
    ("affairs", NONE, "(affairs|papers|paperwork|passwords|will|accounts) (is|are|and|all)* ?(in order"
     "|sorted|on the table|ready|signed|arranged)|put (my|all my) (affairs|things|papers) in order"
     "|(the|my) will (is )?on the|updated my will|wrote my will|(sorting|sorted|sort) (out )?(all )?my"
     " (things|stuff|belongings|affairs)|paid (off )?(all |every )?(the |my )?bills|life insurance", "affairs"),
    ("giving-away", NONE, "(giv(e|en|ing)|gave) (away )?(all |most of )?(my|her|his|the) … (away|"
     "things|stuff|clothes|guitar|records|jewell?ery|ring|watch|books|cat|dog)|(found|finding)"
     " … (home|someone|somebody) for (my|the) (cat|dog|cats|dogs|pets|rabbit|bird)|(take|have|want you to have"
     "|look after) my (cat|dog|things|books|plants|ring) (when|after|if|now)?", "away"),
    ("peace", NONE, "(i am|i feel|feel|feeling|finally|so) (finally |so |very |completely |at )*"
     "(at peace|calm|peaceful|free|light|quiet)|so (quiet|peaceful) (up|out|down)? ?here|made (my )?peace|no more pain|it is okay now"
     "|everything is clear now|i have peace", "peace-weak"),
    ("thanks-all", NONE, "(thank you|thanks|grateful|appreciate|thank u) … (everything|all you (have"
     " )?(did|done|tried)|trying|all|for being (there|kind|here)|your kindness|(these|the) years"
     "|all (these|the|your)|the best)|you (did|were|have done) (all|everything) you could|you were"
     " always (so )?(kind|good)|you did your best", "thanks"),
    ("not-your-fault", NONE, "(not|none of it is|never) your fault|do not blame (yourself|anyone)|"
     "nothing you could|please forgive me|forgive me|i am (so |really )?sorry for everything|please"
     " do not (be sad|worry about me anymore|look for me)|remember me|do not (try to |come )?(find|stop|looking for|look for) me|do not want to be (found|saved|stopped)"
     "|you do not (need|have) to (answer|reply|worry)", "forgive"),
    ("no-more", NONE, "(not|never) (need|be needing|want|coming|come|be coming|see|have|book|be around"
     "|be here) … (anymore|again|any longer|any (more )?sessions?)|no (need|more sessions|further"
     " sessions|need for)|(this|it) (is|will be|was) (the|my|our) (last|final) (time|session|one|"
     "email|mail|appointment)|not be (around|here) (much longer|anymore|for long)|(will not|would not"
     "|not) (be )?matter(ing)? (soon|anymore|after)", "final-weak", "n"),
    ("cancel-all", NONE, "cancel(led|ling)? … (everything|all|every|any further|any future|all future"
     "|the rest|any remaining|all my)|all (of )?(the|my) (others|other ones|rest|other sessions|remaining sessions)", "endall"),
    ("parting", NONE, "(moving|moved|move|relocat(e|ing|ed)) (to|away|house|cities|abroad|out)|new"
     " (therapist|counsell?or|insurance|job)|insurance|(cannot|can not) afford|afford|another therapist"
     "|feel (ready|much better|better now|so much better|stronger)|doing (so )?(well|great|much better)"
     "|finished our|goals|retire|holiday|maternity|vacation|graduat(e|ed|ing)|work schedule|schedule",
     "parting"),
    ("continuing", NONE, "see you (next|on|tomorrow|soon|then|in|at|again|thursday|monday|tuesday"
     "|wednesday|friday|later)|until (next|then|our)|looking forward to|talk (soon|to you)|next"
     " (session|appointment|time|week|month)|(looking|look) forward|keep in touch|stay in touch|i might"
     " come back|happy to (come|return)|speak soon", "continuing"),
    ("lie", NONE, "(that|it|this) (was|is) (a lie|not true|not the truth|a lie too)|i (lied|was lying|"
     "am lying|have been lying)|not (really |entirely |completely )?(true|honest)|was not honest|"
     "pretended|what i (say|tell everyone)", "lie", "n"),
    ("nobody", NONE, "(no one|nobody) (would|will) (even |really )?(notice|care|miss me)|no one cares", "low", "n"),
    ("not-coping", NONE, "(i am|am)? ?(really |so )?not (doing|feeling|been doing) (very |so |too )?"
     "(well|good|okay|ok|great)|can ?not do this (anymore|any longer|much longer|now)|(can ?not|could"
     " not) (take|bear|stand|handle) (it|this|any of (it|this)|much more|more)|(pointless|numb|"
     "empty|worthless|useless|hopeless)|hate (myself|my life|being me)|nothing (matters|helps|left)"
     "|(so|just) tired of (it all|everything|this|fighting|trying)|given up|giving up|want to give up"
     "|lost my job|do not see (the|a|any) point|want (it|this) to (stop|end|be over)|what is the point"
     "|nothing i do|cannot go on|can ?not go on", "low", "n"),
)  # fmt: skip

IDIOMS = (
    ("idiom", NONE, "dying to [a-z]+|(is|are|was|were) killing me|kill(ing|ed)? (it|time)|(die|died|"
     "dying|dead|dies) (of|from|with) (embarrassment|shame|boredom|laughter|laughing|curiosity|hunger"
     "|thirst|cringe|heat|cold|jealousy|nerves|excitement)|to die for|(die|died) laughing|dead tired|"
     "drop dead gorgeous|kill myself (laughing|over (this|the|a)|trying to|at (the gym|work))|(want(ed)?"
     " to|could have|nearly|almost) (just )?(die|died) (when|laughing|of|on the spot|inside)|wanted the"
     " (ground|floor|earth) to|(my )?(phone|battery|car|laptop|plant|plants|line) … (died|dying|dead)"
     "|kill myself if i have to (hear|read|sit|watch|see|listen|do|fill)|suicide (and crisis |prevention"
     " |crisis )?(lifeline|hotline|helpline|line|prevention line)|suicide (squad|bomber|mission)"
     "|shoot myself in the foot|better dead than red|dead end|(fears?|afraid|scared|terrified|phobia) of (dying|death)|happy ending", "idiom"),
    ("relax", NONE, "sleep forever (after|this weekend)|looking forward to dying (my|the|it)|dying (my|"
     "her|the) hair|disappear (to|on|into) (a|the|my) (beach|holiday|island|cabin|vacation)", "idiom"),
)  # fmt: skip

ENGLISH = (*ACTS, *THOUGHTS, *NEAR, *CUES, *IDIOMS)
