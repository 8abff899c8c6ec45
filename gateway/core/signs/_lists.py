"""Word lists that several signs share, written in the pattern language of patterns.py."""

NEAR_EN = (
    "friend|best friend|roommate|flatmate|colleague|coworker|neighbou?r|cousin|brother|sister"
    "|mum|mom|mother|dad|father|son|daughter|husband|wife|partner|boyfriend|girlfriend|fiancee?"
    "|ex|step ?(?:father|mother|dad|mum|mom|brother|sister|son|daughter)|in laws?"
    "|nephew|niece|uncle|aunt|grandson"
    "|granddaughter|grandma|grandpa|grandmother|grandfather|child|kid|teenager|student|teen"
)
NEAR_FR = (
    "ami|amie|copain|copine|frere|soeur|mere|maman|pere|papa|fils|fille|mari|femme|compagnon"
    "|compagne|conjoint|conjointe|ex|cousin|cousine|oncle|tante|collegue|voisin|voisine|enfant"
    "|neveu|niece|grand mere|grand pere|beau pere|belle mere|eleve"
)
NEAR_ES = (
    "amigo|amiga|hermano|hermana|madre|mama|padre|papa|hijo|hija|marido|esposo|esposa|mujer"
    "|pareja|novio|novia|ex|primo|prima|tio|tia|companero|companera|vecino|vecina|sobrino"
    "|sobrina|abuela|abuelo|nino|nina|padrastro|alumno|alumna"
)
LISTS = {
    "near_en": NEAR_EN,
    "near_fr": NEAR_FR,
    "near_es": NEAR_ES,
    "who_en": "(?:my|our|a) (?:[a-z]+ )?(?:{near_en})(?: of mine)?|he|she|they|someone i [a-z]+"
    "|somebody i [a-z]+",
    "who_fr": "(?:mon|ma|notre|une?|le|la) (?:[a-z]+ )?(?:{near_fr})|il|elle|quelqu un",
    "who_es": "(?:mi|nuestro|nuestra|una?|el|la) (?:[a-z]+ )?(?:{near_es})|el|ella|alguien",
    "child_en": "sons?|daughters?|child|children|kids?|bab(?:y|ies)|toddlers?|newborn|twins"
    "|little (?:boy|girl|one)"
    "|(?:little|younger|baby) (?:brother|sister)|step ?son|step ?daughter|nephew|niece|grandson"
    "|granddaughter|pupil",
    "child_fr": "fils|fille|enfants?|bebe|petite? (?:frere|soeur|fille|garcon)|neveu|niece|gosses?"
    "|petits?",
    "child_es": "hij[oa]s?|nin[oa]s?|bebe|herman(?:it|)[oa] (?:menor|pequen[oa])|hermanit[oa]"
    "|sobrin[oa]|pequen[oa]s?",
}
