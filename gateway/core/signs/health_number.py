"""Health numbers: the NHS number by modulus 11, Ontario's by Luhn, beside their names."""

from gateway.core.signs._numbers import Numbers, Shape, luhn, mod11_nhs

TEN = r"([0-9]{3} ?[0-9]{3} ?[0-9]{4}|[0-9]{4} ?[0-9]{3} ?[0-9]{3})\b"
BETWEEN = r"(?: (?:number|num|no|nr|is|my|was|card|[,])){0,4} "

DETECTOR = Numbers(
    name="health_number",
    shapes=(
        Shape("nhs", rf"\bnhs{BETWEEN}{TEN}", mod11_nhs),
        Shape("ohip", rf"\b(?:ohip|health|health card|carte sante){BETWEEN}{TEN}", luhn),
    ),
)
