"""Numbers of the state: social insurance, tax, identity; passports and licences by name."""

from gateway.core.identifiers.find import Finder
from gateway.core.identifiers.government_id import ROWS
from gateway.core.signs._numbers import Numbers

DETECTOR = Numbers(name="government_id", finder=Finder(ROWS))
