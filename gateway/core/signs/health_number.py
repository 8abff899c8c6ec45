"""Health numbers: by checksum where there is one, beside their names."""

from gateway.core.identifiers.find import Finder
from gateway.core.identifiers.health_number import ROWS
from gateway.core.signs._numbers import Numbers

DETECTOR = Numbers(name="health_number", finder=Finder(ROWS))
