"""Bank accounts: an IBAN with right check digits."""

from gateway.core.signs._numbers import Numbers, Shape, mod97


def _is_iban(plain: str) -> bool:
    return any(
        mod97(plain[:length]) for length in LENGTHS.get(plain[:2], ()) if length <= len(plain)
    )


# Lengths by country, ISO 13616 registry: what follows the number in the text is cut off there.
LENGTHS = {
    "ad": (24,), "at": (20,), "be": (16,), "bg": (22,), "ch": (21,), "cy": (28,), "cz": (24,),
    "de": (22,), "dk": (18,), "ee": (20,), "es": (24,), "fi": (18,), "fr": (27,), "gb": (22,),
    "gr": (27,), "hr": (21,), "hu": (28,), "ie": (22,), "is": (26,), "it": (27,), "li": (21,),
    "lt": (20,), "lu": (20,), "lv": (21,), "mc": (27,), "mt": (31,), "nl": (18,), "no": (15,),
    "pl": (28,), "pt": (25,), "ro": (24,), "se": (24,), "si": (19,), "sk": (24,), "tr": (26,),
}  # fmt: skip

DETECTOR = Numbers(
    name="bank_account",
    shapes=(Shape("iban", r"\b([a-z]{2}[0-9]{2}(?: ?[a-z0-9]){11,30})\b", _is_iban),),
)
