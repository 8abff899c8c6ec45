"""Numbers of the state: the Canadian SIN by Luhn, the US SSN by shape beside its name."""

from gateway.core.signs._numbers import Numbers, Shape, luhn


def _is_ssn(digits: str) -> bool:
    area = int(digits[:3])
    return 0 < area < 900 and area != 666 and digits[3:5] != "00" and digits[5:] != "0000"


NUMBER = r"([0-9]{3} ?[0-9]{3} ?[0-9]{3})\b"
SSN = r"([0-9]{3} ?[0-9]{2} ?[0-9]{4})\b"
BETWEEN = r"(?: (?:number|num|no|nr|is|my|was|[,])){0,4} "

DETECTOR = Numbers(
    name="government_id",
    shapes=(
        Shape("sin", rf"\b(?:sin|social insurance|nas|assurance sociale){BETWEEN}{NUMBER}", luhn),
        Shape("ssn", rf"\b(?:ssn|ss|social|social security|seguro social){BETWEEN}{SSN}", _is_ssn),
    ),
)
