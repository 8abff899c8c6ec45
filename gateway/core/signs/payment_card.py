"""Payment card numbers: the known prefixes and lengths, with a right Luhn digit."""

from gateway.core.signs._numbers import Numbers, Shape, luhn


def _is_card(digits: str) -> bool:
    return len(digits) in (13, 14, 15, 16, 19) and luhn(digits)


DETECTOR = Numbers(
    name="payment_card",
    shapes=(
        Shape("luhn", r"(?:^|[^a-z0-9])([2-6][0-9](?: ?[0-9]){11,17})(?:$|[^a-z0-9])", _is_card),
    ),
)
