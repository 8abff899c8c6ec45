"""The writer's diagnosis or medication. Sensitive, and of no risk by itself."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign

NONE = Risk.NONE

WORDS = {
    "drug": "sertraline|zoloft|lustral|fluoxetine|prozac|citalopram|celexa|escitalopram|lexapro"
    "|cipralex|paroxetine|paxil|seroxat|venlafaxine|effexor|duloxetine|cymbalta|mirtazapine"
    "|bupropion|wellbutrin|trazodone|amitriptyline|lithium|lamotrigine|lamictal|valproate"
    "|depakote|quetiapine|seroquel|olanzapine|zyprexa|aripiprazole|abilify|risperidone|clozapine"
    "|haloperidol|lorazepam|ativan|diazepam|valium|xanax|alprazolam|clonazepam|klonopin|zopiclone"
    "|zolpidem|ambien|propranolol|buspirone|ritalin|concerta|adderall|vyvanse|methylphenidate"
    "|strattera|atomoxetine|naltrexone|gabapentin|pregabalin|antidepress(?:ant|eur|ivo)s?"
    "|antipsychotics?|ssris?|snris?|benzos?|mood stabili[sz]ers?|sertralina|fluoxetina"
    "|escitalopram|litio|lorazepam|anxiolytiques?|ansioliticos?|deroxat|lexomil|rivotril|tercian"
    "|temesta|quetiapina|neuroleptiques?",
    "illness": "bipolar|bipolaire|adhd|add|tdah|ptsd|cptsd|sspt|tept|ocd|toc|bpd|borderline"
    "|schizo[a-z]*|psychosis|autis[tm][a-z]*|asd|asperger s?|major depress[a-z]+|depression"
    "|depresion|postpartum|generali[sz]ed anxiety|anxiety disorder|panic disorder|social anxiety"
    "|dissociative|dysthymia|gad|fibromyalgia|hiv|cancer|diabetes|epilepsy|ms|lupus|dementia"
    "|trouble [a-z]+|trastorno [a-z]+",
}  # fmt: skip
ENGLISH = (
    ("drug", NONE, "{drug}"),
    ("my-meds", NONE, "(my|his|the|new|of|these|on|off|taking|stopped|start(ed|ing)?|chang(ed"
     "|ing)|more) (meds|medications?|prescriptions?|dos(e|es|age)|pills|tablets)|(raised|lowered"
     "|upped|increas(ed|e|ing)|reduc(ed|e|ing)|taper(ed|ing)?|side effects of) … (dose|dosage"
     "|meds|medication|mg)|[0-9]+ ?mg|prescribed|side effects|psychiatrist (said|put|changed"
     "|prescribed|thinks)"),
    ("diagnosed", NONE, "(my|new|a|the|official|formal) diagnos(is|es)|diagnosed|(i have|i ve|my"
     "|with|have) ({illness})|blood (test|results)|(scan|biopsy|mri|test) results|hiv (positive"
     "|test)|pregnant|my (surgery|operation|biopsy|chemo)"),
)  # fmt: skip
FRENCH = (
    ("diagnosed", NONE, "(mon|ma|un|le|nouveau) (diagnostic|traitement|ordonnance)|diagnostiquee?"
     "|(mon|mes|ma|nouveaux?) (medicaments?|dose|dosage)|(j ai|je suis|avec|mon|ma) (un |une |la "
     "|le )?({illness})|enceinte|(augmente|diminue|baisse|arrete) (la|ma|mon|mes|le) (dose"
     "|traitement|medicaments?)"),
)  # fmt: skip
SPANISH = (
    ("diagnosed", NONE, "(mi|mis|el|un|nuev[oa]) (diagnostico|tratamiento|receta|medicacion"
     "|medicamentos?|dosis|pastillas)|diagnostic(aron|ado|ada|o)|(tengo|mi|con) ({illness})"
     "|embarazada|(subio|bajo|aumento|cambio) la (dosis|medicacion)"),
)  # fmt: skip

DETECTOR = sign("diagnosis_or_medication", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
