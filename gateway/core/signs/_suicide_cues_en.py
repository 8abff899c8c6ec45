"""What says little of suicide alone, and much beside a wish; and idioms that say nothing."""

from gateway.core.assessment import Risk

NONE, URGENT = Risk.NONE, Risk.URGENT

CUES = (
    ("means-word", NONE, "(the|my|a|some|these|all) ({means})", "means"),
    ("gun-near", NONE, "(gun|pistol|rifle|shotgun|firearm) (in|at) (the|my|our|his) (house|home"
     "|garage|closet|attic|safe|drawer|room|car)|(my|his|her|our|their)( [a-z]+)? (gun|rifle"
     "|shotgun|pistol|firearm)|know where (the|his|dad s|my dad) … (gun|key|keys|pills) (is|are)",
     "gun"),
    ("tonight", NONE, "tonight|this is the night|before (morning|tomorrow)|by tomorrow|when "
     "(everyone|they) (is|are) asleep", "tonight"),
    ("over-by", NONE, "(by|on|after|come) ({day}) (it|this|everything|i) (will|is going to) (all "
     ")?(be over|be gone|end|stop|be done|be free)|(it|this) will be (tonight|tomorrow)", "peace"),
    ("everything-ready", NONE, "(have|got) (everything|all) (i need|ready|prepared)|(i am|now i "
     "am) ready( now)?", "ready"),
    ("have-a-plan", NONE, "(today|tomorrow|tonight|this|{day}) is the (day|night)|(i )?(have|had"
     "|got|made) (a|the|my|up my) (plan|mind|decision|date)|i have (decided|picked a (day|date))"
     "|i know what i (have to|need to|must|am going to) do", "plan"),
    ("goodbye", NONE, "(good ?bye|farewell|adieu)|saying goodbye|say goodbye|so long everyone"
     "|take care of yourself", "farewell"),
    ("letters-written", NONE, "(written|wrote|writing|finished writing|sealed|finished) … "
     "(letters|letter to (my|the) (family|kids|children|wife|husband|mum|mom|parents|partner))"
     "|(written|wrote) to (each|all|both|everyone|every)( one)? of|(the|a|my) note is (on|under"
     "|in|next to)|(the|my) letters … (written|ready|sealed|done|desk|table|envelopes?)",
     "letters-weak"),
    ("affairs", NONE, "closed (all )?(of )?my (bank )?accounts?|(affairs|papers|paperwork"
     "|passwords|will|accounts) (is|are|and|all)* ?(in order|sorted|on the table|ready|signed"
     "|arranged)|put (my|all my) (affairs|things|papers) in order|(the|my) will (is )?on the"
     "|updated my will|wrote my will|(sorting|sorted|sort) (out )?(all )?my (things|stuff"
     "|belongings|affairs)|paid (off )?(all |every )?(the |my )?bills|life insurance", "affairs"),
    ("giving-away", NONE, "handed over (my|the) … (cat|dog|keys|things)|(giv(e|en|ing)|gave) "
     "(away )?(all |most of )?(my|her|his|the) … (away|things|stuff|clothes|guitar|records"
     "|jewell?ery|ring|watch|books|cat|dog)|(found|finding) … (home|someone|somebody) for (my"
     "|the) (cat|dog|cats|dogs|pets|rabbit|bird)|(take|have|want you to have|look after) my (cat"
     "|dog|things|books|plants|ring) (when|after|if|now)?", "away"),
    ("peace", NONE, "(i am|i feel|feel|feeling|finally|so) (finally |so |very |completely |at "
     ")*(at peace|calm|peaceful|free|light|quiet)|so (quiet|peaceful) (up|out|down)? ?here|made "
     "(my )?peace|no more pain|it is okay now|everything is clear now|i have peace", "peace-weak"),
    ("thanks-all", NONE, "you (have been|were|are) (so |always |very |really |the )*(wonderful"
     "|kind(est)?|good|great|patient)|(thank you|thanks|grateful|appreciate|thank u) … "
     "(everything|all you (have )?(did|done|tried)|trying|all|for being (there|kind|here)|your "
     "kindness|(these|the) years|all (these|the|your)|the best)|you (did|were|have done) (all"
     "|everything) you could|you were always (so )?(kind|good)|you did your best", "thanks"),
    ("not-your-fault", NONE, "(not|none of it is|never) your fault|do not blame (yourself|anyone)"
     "|nothing you could|please forgive me|forgive me|i am (so |really )?sorry for everything"
     "|please do not (be sad|worry about me anymore|look for me)|remember me|do not (try to |come "
     ")?(find|stop|looking for|look for) me|do not want to be (found|saved|stopped)|you do not "
     "(need|have) to (answer|reply|worry)", "forgive"),
    ("no-more", NONE, "(not|never) (need|be needing|want|coming|come|be coming|see|have|book|be "
     "around|be here) … (anymore|again|any longer|any (more )?sessions?)|no (need|more sessions"
     "|further sessions|need for)|(this|it) (is|will be|was) (the|my|our) (last|final) (time"
     "|session|one|email|mail|appointment)|not be (around|here) (much longer|anymore|for long)"
     "|(will not|would not|not) (be )?matter(ing)? (soon|anymore|after)", "final-weak", "n"),
    ("cancel-all", NONE, "cancel(led|ling)? … (everything|all|every|any further|any future|all "
     "future|the rest|any remaining|all my)|all (of )?(the|my) (others|other ones|rest|other "
     "sessions|remaining sessions)", "endall"),
    ("parting", NONE, "(moving|moved|move|relocat(e|ing|ed)) (to|away|house|cities|abroad|out)"
     "|new (therapist|counsell?or|insurance|job)|insurance|(cannot|can not) afford|afford|another "
     "therapist|feel (ready|much better|better now|so much better|stronger)|doing (so )?(well"
     "|great|much better)|finished our|goals|retire|holiday|maternity|vacation|graduat(e|ed|ing)"
     "|work schedule|schedule", "parting"),
    ("continuing", NONE, "see you (next|tomorrow|soon|then|at [0-9]+|again|later|(on )?{day}|in "
     "[0-9a-z]+ (days|weeks))|until (next|then|our|{day})|looking forward to|talk (soon|to you)"
     "|next (session|appointment|time|week|month)|(looking|look) forward|keep in touch|stay in "
     "touch|i might come back|happy to (come|return)|speak soon", "continuing"),
    ("lie", NONE, "(that|it|this) (was|is) (a lie|not true|not the truth|a lie too)|i (lied|was "
     "lying|am lying|have been lying)|not (really |entirely |completely )?(true|honest)|was not "
     "honest|pretended|what i (say|tell everyone)", "lie", "n"),
    ("nobody", NONE, "(no one|nobody) (would|will) (even |really )?(notice|care|miss me)|no one "
     "cares", "low", "n"),
    ("not-coping", NONE, "(i am|am)? ?(really |so )?not (doing|feeling|been doing) (very |so |too "
     ")?(well|good|okay|ok|great)|can ?not do this (anymore|any longer|much longer|now)|(can ?not"
     "|could not) (take|bear|stand|handle) (it|this|any of (it|this)|much more|more)|(pointless"
     "|numb|empty|worthless|useless|hopeless)|hate (myself|my life|being me)|nothing (matters"
     "|helps|left)|(so|just) tired of (it all|everything|this|fighting|trying)|given up|giving up"
     "|want to give up|lost my job|do not see (the|a|any) point|want (it|this) to (stop|end|be "
     "over)|what is the point|nothing i do|cannot go on|can ?not go on", "low", "n"),
)  # fmt: skip

IDIOMS = (
    ("idiom", NONE, "dying to [a-z]+|(is|are|was|were) killing me|kill(ing|ed)? (it|time)|(die"
     "|died|dying|dead|dies) (of|from|with) (embarrassment|shame|boredom|laughter|laughing"
     "|curiosity|hunger|thirst|cringe|heat|cold|jealousy|nerves|excitement)|to die for|(die|died) "
     "laughing|dead tired|drop dead gorgeous|kill myself (laughing|over (this|the|a)|trying to|at "
     "(the gym|work))|(want(ed)? to|could have|nearly|almost) (just )?(die|died) (when|laughing"
     "|of|on the spot|inside)|wanted the (ground|floor|earth) to|(my )?(phone|battery|car|laptop"
     "|plant|plants|line) … (died|dying|dead)|kill myself if i have to (hear|read|sit|watch|see"
     "|listen|do|fill)|suicide (and crisis |prevention |crisis )?(lifeline|hotline|helpline|line"
     "|prevention line)|suicide (squad|bomber|mission)|shoot myself in the foot|better dead than "
     "red|dead end|(fears?|afraid|scared|terrified|phobia) of (dying|death)|happy ending", "idiom"),
    ("relax", NONE, "sleep forever (after|this weekend)|looking forward to dying (my|the|it)"
     "|dying (my|her|the) hair|disappear (to|on|into) (a|the|my) (beach|holiday|island|cabin"
     "|vacation)", "idiom"),
)  # fmt: skip
