"""What stands before a number and says that it is something else.

Patterns on folded text, English, French and Spanish. A name missing here costs a false hit only
where a checksum agrees by chance.
"""

import re

PHONES = (
    r"phone|telephone|telefono|tel|tlf|mobile|movil|cell|celular|cellphone|fax|portable|whatsapp"
    r"|sms|text|texto|call|calling|ring|reach|appel\w*|joindre|rappel\w*|numero de tel"
    r"|llam\w+|extension|ext|landline|fixe|contact|voicemail|dial"
)
ORDERS = (
    r"orders?|tracking|parcel|package|shipment|delivery|invoice|receipt|purchase|po|transaction"
    r"|commande|colis|suivi|livraison|facture|recu|achat"
    r"|pedido|seguimiento|paquete|envio|factura|recibo|compra"
)
CASES = (
    r"case|ticket|reference|ref|booking|reservation|confirmation|claim|application|request|file"
    r"|incident|docket|complaint|policy|employee|student|member|membership|customer|client"
    r"|dossier|billet|demande|sinistre|contrat|employe|etudiant|adherent|cliente"
    r"|expediente|caso|billete|solicitud|referencia|reserva|siniestro|empleado|socio|localizador"
)
MEETINGS = (
    r"meeting|zoom|webinar|conference|teams|passcode|webex|reunion|visioconference|sala"
    r"|participant|appointment|rendez-vous|rdv|cita|session|sesion|seance|pin|otp|code"
    r"|password|mot de passe|contrasena|codigo"
)
THINGS = (
    r"isbn|issn|doi|ean|upc|barcode|serial|model|sku|part|item|article|product|version|build|flight"
    r"|train|vol|vuelo|plate|vin|imei|message-id|msgid|ip|score|serie|modele|modelo|articulo|vat"
    r"|siret|siren|edition|volume|page|line|row|error|id"
)
# Names of identifiers: for another kind of number they are the wrong name.
IDENTIFIERS = (
    r"credit card|debit card|visa|mastercard|amex|iban|routing|sort code|bsb|account|cuenta|compte"
    r"|transit|ssn|social insurance|tfn|tax file|national insurance|passport|passeport|pasaporte"
    r"|licen[cs]e|permis|nhs|ohip|phn|ramq|medicare|medical card|aadhaar|utr|pps|ppsn|dni|nie|nuss"
)
BETWEEN = (
    r"(?:[\s:#().,'\"-]+(?:number|no|num|nr|numero|n|id|is|was|are|me|us|at|on|to|the|my|your|our"
    r"|est|es|era|a|al|au|le|la|lo|de|del|du|moi|nous|mi|tu|su|mon|ma|votre|code|and|et|y)?\b)*"
    r"[\s:#().,'\"-]*$"
)
OTHER = re.compile(rf"\b(?:{PHONES}|{ORDERS}|{CASES}|{MEETINGS}|{THINGS})\b")
# The last name before a number, with nothing but small words between; "for the invoice" is none.
NAMED_OTHERWISE = re.compile(
    r"(?P<aside>\b(?:for|pour|para|with|avec|con|by|par|por|in|en|dans|before|after)"
    r" (?:the |my |your |our |next |le |la |les |mon |ma |mes |votre |el |mi |su |tu )?)?"
    rf"\b(?P<name>{PHONES}|{ORDERS}|{CASES}|{MEETINGS}|{THINGS}|{IDENTIFIERS}){BETWEEN}"
)
