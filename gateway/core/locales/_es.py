"""What Spanish replies must say, and never: see Wording in locale.py."""

from gateway.core.locale import Wording

MAIL = r"(?:mensajes?|correos?(?: electrónicos?)?|e-?mails?|notas?|cartas?)"
WORDING = Wording(
    automatic=r"\bautomátic(?:o|a|os|as|amente)\b",
    unread=r"\b(?:nadie|ninguna persona)(?: más)?(?: lo| la| aún| todavía)* ha leído\b"
    r"|\bno (?:lo |la )?ha leído(?: todavía| aún)? (?:nadie|ninguna persona)\b"
    r"|\bno ha sido leíd[oa]\b",
    undelivered=r"\bno se (?:pudo|ha podido|entregó|ha entregado)\b|\bno (?:fue"
    r"|ha sido) entregad[oa]\b"
    r"|\bno (?:pudo|ha podido) (?:entregarse|ser entregad[oa]|ponerse)\b|\bno (?:ha )?lleg(?:ó"
    r"|ado)\b",
    no_waiting=r"\bno esper(?:e|es|en)\b|\bsin esperar (?:una |la |mi |nuestra )?respuesta\b",
    never=(
        (
            "que alguien lo leyó",
            r"(?<!no )(?<!no lo )(?<!no la )\b(?:he|hemos)(?: ya)? (?:leído|recibido|visto"
            r"|revisado)\b",
        ),
        (
            "que alguien lo leyó",
            rf"\b(?:recibí|leí|vi|recibimos|leímos|vimos) (?:su|tu|el) {MAIL}\b"
            rf"|\b(?:su|tu) {MAIL} (?:ha sido|fue|está siendo|ya fue) (?:leíd|vist|revisad"
            r"|entregad)[oa]\b|\brecibid[oa] y leíd[oa]\b",
        ),
        ("gracias por palabras que nadie leyó", r"\bgracias por (?!escribir)"),
        ("gracias por palabras que nadie leyó", r"\b(?:le |te )?agrade(?:cemos|zco)\b"),
        (
            "elogios por palabras que nadie leyó",
            r"\bfelici(?:dades|taciones)\b|\b(?:le|te) felicito\b|\benhorabuena\b|\bbien hecho\b"
            r"|\b(?:qué|es una|son) (?:muy )?(?:buen|excelente|maravillos)\w* noticias?\b",
        ),
        (
            "una promesa",
            r"(?<!no )(?<!no le )(?<!no te )(?<!no lo )(?<!no la )\b(?:responder|contestar|llamar"
            r"|escribir|contactar|leer)(?:é|emos)\b",
        ),
        (
            "una promesa",
            r"\b(?:le |te |lo |la )?(?:voy|vamos) a (?:responder|contestar|llamar|escribir"
            r"|contactar"
            r"|leer)\w*\b|\b(?:pondré|pondremos|comunicaré|comunicaremos)\b",
        ),
        (
            "una promesa",
            r"\b(?:respondo|respondemos|contesto|contestamos)(?: \w+){0,2} (?:pronto"
            r"|lo antes posible|en breve|enseguida|de inmediato|cuanto antes)\b"
            r"|\brespuesta (?:llegará|vendrá)\b",
        ),
        (
            "una promesa",
            r"\b(?:ayuda|ambulancia|policía|alguien)(?: ya)? (?:está|va|viene) en camino\b"
            r"|\balguien (?:le |te |lo |la )?(?:responderá|contestará|ayudará|atenderá|escuchará"
            r"|va a \w+)\b",
        ),
        (
            "que alguien fue avisado",
            r"\b(?:ha|han|he|hemos|fue|fueron|está|están|estoy|será|serán)(?: ya)?(?: sido)?"
            r" (?:notificad|avisad|alertad|informad)[oa]s?\b"
            r"|\b(?:he|hemos|voy a|vamos a) (?:avis|notific|inform|alert)\w+",
        ),
        (
            "que alguien fue avisado",
            r"\b(?:llamaré|llamaremos|he llamado|voy a llamar|llamo) (?:a )?(?:la policía"
            r"|su familia"
            r"|una ambulancia|las autoridades)\b",
        ),
        (
            "que todo irá bien",
            r"\btodo (?:estará|va a estar|irá|va a ir|saldrá|va a salir) (?:bien|mejor)\b"
            r"|\b(?:usted )?(?:estará|va a estar|estarás) (?:bien|a salvo|mejor)\b"
            r"|\b(?:esto|ya) (?:pasará|va a pasar)\b",
        ),
        (
            "lo que hay que sentir",
            r"\bno (?:se|te) preocup\w+|\bde qué preocuparse\b|\bsin preocuparse\b|\btranquil[oa]\b"
            r"|\b(?:cálmese|cálmate|anímese)\b|\bmantenga la calma\b|¡ánimo|\bmucho ánimo\b"
            r"|\bsea fuerte\b",
        ),
        (
            "que alguien está ahí",
            r"\bsiempre (?:hay|habrá) alguien\b|(?<!no )\bsiempre (?:estoy|estamos)\b"
            r"|(?<!no )\b(?:estoy|estamos) siempre\b"
            r"|(?<!no )\b(?:estoy|estamos)(?: aquí| ahí)? (?:para (?:usted|ti|ayudarle)"
            r"|disponibles? (?:en todo momento|a toda hora|día y noche))\b|\bestamos para ayudar",
        ),
        (
            "de qué trata el mensaje",
            r"\b(?:he|hemos|sistema ha) (?:detectado|notado|observado|reconocido|entendido"
            r"|comprendido)\b|\bparece (?:estar|que (?:usted|está))\b"
            r"|\b(?:usted )?se (?:le )?(?:oye|nota) (?:triste|mal|angustiad[oa])\b",
        ),
        (
            "de qué trata el mensaje",
            rf"\b(?:su|tu) {MAIL} (?:parece|sugiere|menciona|indica|muestra|contiene|habla|dice"
            r"|(?:fue|ha sido) (?:clasificad|marcad|reconocid)[oa])\b"
            r"|\blo que (?:usted )?(?:escribió|escribe|describe|cuenta|contó|ha escrito|mencionó)\b"
            r"|\busted (?:mencionó|ha mencionado|escribió|describió)\b|\b(?:es|está) suicida\b",
        ),
        (
            "un sentimiento que ninguna máquina tiene",
            r"\b(?:siento|lamento|lamentamos|sentimos)(?: mucho)? (?:que|lo que|por lo que|saber"
            r"|oír"
            r"|leer|su)\b|\b(?:sé|entiendo|comprendo|imagino) (?:cómo|lo que|por lo que|cuánto"
            r"|su)\b"
            r"|\b(?:le|te) (?:escucho|oigo|entiendo|comprendo)\b|\bpienso en (?:usted|ti)\b"
            r"|\b(?:me|nos) (?:alegr|preocup|importa)\w*|\busted (?:nos |me )?importa\b"
            r"|\b(?:estoy|estamos)(?: muy)? (?:orgullos|content|preocupad)[oa]s?\b",
        ),
        ("mejor: morir por suicidio", r"\bcomet\w+ (?:un |el )?suicidios?\b"),
        (
            "mejor: intento de suicidio, muerte por suicidio",
            r"\b(?:suicidios?|intentos?|tentativas?)(?: de suicidio)? (?:exitos|fallid|fracasad"
            r"|frustrad|consumad|lograd|completad)[oa]s?\b|\bsuicidarse con éxito\b",
        ),
        ("mejor: quitarse la vida", r"\bmat(?:ar|ó|a)(?:se|te|me)\b"),
        (
            "palabras que hieren",
            r"\bgritos? de (?:ayuda|auxilio)\b|\bllama(?:r|da de|das de)(?: la)? atención\b"
            r"|\bepidemia\b|\begoísta\b|\bcobarde",
        ),
        (
            "una forma de morir",
            r"\b(?:pastillas|píldoras|soga|cuerda|pistolas?|armas?|rifle|sobredosis|cuchillos?"
            r"|navajas?)\b|\b(?:ahorcar|colgar|cortar|ahogar)(?:se|te|me)\b"
            r"|\bsaltar (?:de|desde)\b|\bcartas? de despedida\b",
        ),
        (
            "una exigencia",
            r"\bprom[eé]t(?:a|ame|anos|eme)\b|\bcontrato de (?:no suicidio|seguridad|vida)\b"
            r"|\b(?:debe|tiene que|necesita) (?:responder|contestar)\w*\b"
            r"|\bdíga(?:me|nos) (?:que|si) (?:está|se encuentra)\b|\bavíse(?:me|nos) (?:que|si"
            r"|cuando)"
            r" (?:está|esté)\b",
        ),
        (
            "más de lo que se sabe",
            r"\b(?:totalmente|completamente|absolutamente|enteramente|siempre|perfectamente|100 ?%)"
            r" (?:anónim[oa]s?|confidencial(?:es)?|segur[oa]s?|privad[oa]s?)\b|\bgarantiza",
        ),
        (
            "lo que solo una persona puede hacer",
            r"\bsu (?:próxima )?(?:cita|sesión|consulta|reunión) (?:es|está|fue|ha sido|será|quedó)"
            r" (?:el|a|cancelada|confirmada|reservada|cambiada|programada)\b"
            r"|\bse le (?:cobrará|facturará)\b|\busted debe (?:pagar|\$)|\ble (?:cobrar"
            r"|facturar)\w+",
        ),
        (
            "quién es, o no es, cliente",
            r"\b(?:mis|nuestros|nuestras|mi|nuestro|nuestra) (?:client[ea]s?|pacientes?"
            r"|clientela)\b"
            r"|\bcomo (?:client[ea]|paciente)\b",
        ),
    ),
    never_in_crisis=(
        (
            "dinero, en plena crisis",
            r"(?<!sin )\bcostos?\b|(?<!sin )\bcostes?\b|\bcuestan?\b|\btarifas?\b|\bhonorarios?\b"
            r"|(?<!sin )\bcargos?\b|\bcobr\w+|\bpag(?:o|os|ar|a|ue|an)\b|\bfactur\w+"
            r"|[$€£] ?\d|\d ?[%€£]",
        ),
        (
            "reglas, en plena crisis",
            r"\bpolítica de cancelación\b|\bhoras de (?:aviso|antelación|anticipación)\b"
            r"|\bcitas? perdidas?\b|\bcomo (?:ya )?(?:le|se le) (?:dije|dijimos|expli\w+)\b"
            r"|\brecuerde que\b|\btenga en cuenta que\b|\b(?:in)?apropiad[oa]s?\b"
            r"|\bno (?:escriba|use|utilice|envíe)\b",
        ),
    ),
    discreet_never=(
        (
            "qué es la consulta",
            r"\b(?:psic|psiq|terap|clínic|consejer|hipno|médic|doctor|enferm)\w*"
            r"|\b(?:client[ea]s?|pacientes?|hospital(?:es)?|consultorios?|especialistas?)\b",
        ),
        (
            "qué ocurre allí",
            r"\b(?:citas?|sesión|sesiones|consultas?|tratamientos?|tareas?|visitas?)\b"
            r"|\b(?:diagn[oó]s|cancel|reserv)\w*",
        ),
        (
            "qué le pasa a alguien",
            r"\b(?:suicid|depres|deprim|ansi|angusti|trauma|adicci|adict|autolesi|emoci|sufr)\w*"
            r"|\bsalud\b|\bmental(?:es)?\b|\bduelo\b|\bpánico\b|\bestr[eé]s\w*"
            r"|\b(?:alcohol|drogas?|sentimientos?|bienestar)\b",
        ),
        (
            "que alguien corre peligro",
            r"\babus\w*|\b(?:violen|agres|amenaz|maltrat|golpe)\w*|\bcrisis\b|\bpeligro\w*"
            r"|\b(?:seguridad|a salvo|daños?|morir|muertes?|matar\w*|refugios?|policía|víctimas?)\b"
            r"|\bsu vida\b|\bla vida\b|\bviolación\b",
        ),
        (
            "qué es una línea de ayuda",
            r"\blíneas? de (?:ayuda|apoyo|crisis|la vida|prevención)\b|\bapoyo\b|\bescuch\w+"
            r"|\bconfidencial\w*",
        ),
        (
            "con quién vive alguien",
            r"\b(?:parejas?|matrimoni\w+|espos[oa]s?|marido|mujer|divorcio|familias?"
            r"|familiar(?:es)?"
            r"|relación|relaciones)\b",
        ),
    ),
)
