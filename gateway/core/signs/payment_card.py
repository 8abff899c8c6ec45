"""Payment card numbers: known ranges and lengths of their issuers, with a right Luhn digit."""

from gateway.core.identifiers.find import Finder
from gateway.core.identifiers.payment_card import ROWS
from gateway.core.signs._numbers import Numbers

DETECTOR = Numbers(name="payment_card", finder=Finder(ROWS))
