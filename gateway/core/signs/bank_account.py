"""Bank accounts: an IBAN with right check digits, and national numbers beside their names."""

from gateway.core.identifiers.bank_account import ROWS
from gateway.core.identifiers.find import Finder
from gateway.core.signs._numbers import Numbers

DETECTOR = Numbers(name="bank_account", finder=Finder(ROWS))
