"""Payment cards of all issuers."""

from gateway.core.identifiers.checks import is_card
from gateway.core.identifiers.row import Row

ROWS = (
    Row(
        country="",
        name="card",
        shapes=(
            *("9" * n for n in range(12, 20)),
            "9999 9999 9999 9999",
            "9999 9999 9999 9999 999",
            "9999 999999 99999",
            "9999 999999 9999",
            "9999 9999 9999 999",
            "9999 9999 9999 99",
        ),
        check=is_card,
        near=(
            r"(?:credit |debit |bank |payment )?cards?|visa|mastercard|master card|amex|maestro"
            r"|american express|discover|diners|jcb|rupay|cc|charge[ds]?|debit|cvv|cvc|expir\w+|exp"
            r"|cartes?(?: de credit| bancaire| bleue)?|cb|debitez|tarjetas?|credito|debito|caduca"
            r"|caducidad|pay(?:ment)?(?: with)?|paiement|payer|pagar|pago"
        ),
        unless=(
            r"(?:health|aadh?aa?r|pan|medicare|ohip|nhs|id|identity|gift|loyalty|sim|library|member"
            r"|membership|student|insurance|green|resident) cards?\b"
            r"|\bcartes? (?:vitale|soleil|sante|d'identite|de fidelite|cadeau|d'assurance)"
            r"|\btarjeta (?:sanitaria|de salud|de identidad|de regalo)"
        ),
        alone=r"9{14,16}|9{4}[ -].*",
        tail=4,
    ),
)
