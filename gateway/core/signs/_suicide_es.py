"""Suicide in Spanish; see suicide.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "self_es": "matarme|suicidarme|quitarme la vida|quitarme de en medio|ahorcarme|colgarme"
    "|pegarme un tiro|tirarme (de|del|por|a las|al)|cortarme las venas|acabar con (mi vida|todo"
    "|esto de una vez)|poner fin a (mi vida|todo)|terminar con (mi vida|todo)|lanzarme (de|del"
    "|al)|saltar (del|de un)|me mato",
    "pills_es": "pastillas?|medicamentos?|comprimidos?|tabletas?|somniferos?|frasco|medicacion"
    "|pildoras?",
    "means_es": "pastillas?|medicamentos?|comprimidos?|tabletas?|somniferos?|frasco|medicacion"
    "|pildoras?|cuerda|soga|arma|pistola|cuchillo|navaja|cuchilla|veneno",
    "when_es": "esta noche|hoy|manana|ahora|ahorita|esta madrugada|pronto",
}  # fmt: skip

SPANISH = (
    ("intent", EMERGENCY, "(voy a|me voy a|pienso|he decidido|decidi|estoy decidid[oa] a|planeo"
     "|tengo pensado|estoy list[oa] para) ({self_es}|matar|quitar la vida|suicidar)|me voy a "
     "(matar|suicidar|quitar la vida)", "ideation"),
    ("tonight-i", EMERGENCY, "({when_es}) … ({self_es}|lo hago|lo voy a hacer|me voy para siempre"
     "|todo (habra )?(termina(do|ra)?|acaba(do|ra)?))|({self_es}|lo hare) … ({when_es})",
     "ideation"),
    ("overdose-now", EMERGENCY, "(me )?(he tomado|tome|acabo de tomar(me)?|trague|me tome|he "
     "tragado) … (tod[oa]s|demasiad[oa]s|much[oa]s|un monton|un frasco|el frasco|la caja|una caja"
     "|toda|todo) … ({pills_es})|(tome|me tome|he tomado|me he tomado|acabo de tomar(me)?) "
     "(tod[oa]s|demasiad[oa]s|el frasco|el bote|un frasco|la caja|todo el|toda la)|sobredosis "
     "(hoy|anoche|ahora)", "act"),
    ("means-ready", EMERGENCY, "(tengo|guardo|compre|consegui|he guardado|he comprado|junte|he "
     "juntado) … ({means_es}) … (list[oa]s?|preparad[oa]s?|guardad[oa]s?|delante|enfrente|en la "
     "mano|al lado|para (hacerlo|acabar|esta noche|terminar)|por si acaso|conmigo|aqui|a mano|en "
     "la mesa)|(las|la|el) ({means_es}) (esta|estan) (list[oa]s?|preparad[oa]s?|aqui|en la mesa)"
     "|(ahorrando|juntando|guardando) ({pills_es})", "plan"),
    ("means-question", EMERGENCY, "dosis (letal|mortal)|cuant[oa]s … (hacen falta|se necesitan"
     "|necesito) para (morir|matar|no despertar)|(morir|forma de morir) sin (dolor|sufrir)",
     "plan"),
    ("prepared", EMERGENCY, "(ya )?(lo )?tengo todo (listo|preparado|planeado|arreglado)|todo "
     "(esta|ya esta) (listo|preparado) (para|esta|hoy)|ya lo tengo (todo )?(preparado|decidido"
     "|planeado)", "plan"),
    ("on-the-edge", URGENT, "estoy (en|sobre) (el|la|las) (puente|azotea|vias|tejado|barandilla)",
     "place"),
    ("letters", EMERGENCY, "cartas? de (despedida|adios)|nota de (despedida|suicidio)", "letters"),
    ("last-mail", EMERGENCY, "(este es|es) (mi adios|mi despedida|mi ultimo (correo|mensaje|mail"
     "|dia|email)|mi ultima (carta|noche))|adios para siempre|cuando (lea|leas|lean|reciba"
     "|recibas) (esto|este) … (no estare|muert[oa]|tarde|ya no|me habre)|ya no (estare|voy a "
     "estar) (aqui|viv[oa]|en este|mas)|no (estare|voy a estar|llegare) viv[oa]|no volvera a "
     "saber de mi|me despido (para siempre|de tod[oa]s|de usted para)", "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(ayer|anoche|hoy|esta (manana|semana|noche)|hace (dos|tres|2"
     "|3) dias) … (intente|trate de|he intentado) ({self_es}|morir)|(intente|trate de|he "
     "intentado) ({self_es}|morir) … (ayer|anoche|hoy|esta (manana|semana|noche)|otra vez)",
     "act", "p"),
    ("kill-myself", URGENT, "{self_es}", "ideation"),
    ("suicidal", URGENT, "(pensamientos?|ideas?|ganas|impulsos?) (suicidas?|de suicidio|de morir"
     "|de muerte|de suicidarme|de matarme)|(soy|estoy|siento|me siento|sintiendo) (muy |como "
     "|otra vez )?suicida|(pienso|pensando|pensado|penso|piense|pense) (mucho |a menudo |todo el "
     "tiempo |otra vez )?(en) (el suicidio|la muerte|morir|morirme|no estar|desaparecer|quitarme)"
     "|el suicidio (es|seria|me parece)", "ideation"),
    ("want-to-die", URGENT, "(quiero|quisiera|queria|deseo|prefiero|preferiria|ojala|me gustaria"
     "|necesito|ganas de|solo) (ya |solo |de verdad |simplement[e]? |realmente |estar |me "
     ")*(morir|morirme|muera|muriera|desaparecer|desapareciera|estar muert[oa]|muert[oa]|dejar de "
     "(existir|vivir|sufrir)|no despertar(me)?|dormir (para siempre|y no)|que (todo|esto) "
     "(termine|acabe)|no existir)|me quiero (morir|matar|ir de este mundo)|mejor muert[oa]"
     "|estaria mejor muert[oa]", "passive", "n"),
    ("not-want-to-live", URGENT, "(no|ya no|sin) (quiero|quisiera|puedo|tengo (ganas|fuerzas?"
     "|motivos?|razon(es)?) (de|para)|vale la pena|deseo|ganas de|merezco|me importa|encuentro "
     "(razon(es)?|sentido) (para|a|de)|le (veo|encuentro) sentido a|veo (el )?sentido (a|de|en)) "
     "(seguir |estar |la )?(viviendo|vivir|viva?o?|existir|existiendo|la vida|estar aqui|seguir"
     "|seguir asi|continuar|despertar|aqui|vida|adelante|mas vida)|(cansad[oa]|hart[oa]) de "
     "(vivir|la vida|existir|todo|seguir)|la vida no (tiene sentido|vale)|para que (seguir|vivir"
     "|sigo viv)|sin ganas de (vivir|nada|seguir)|no quiero (vivir|estar) mas|quiero (vivir"
     "|estar) mas", "passive", "n"),
    ("not-wake", URGENT, "(no|nunca|jamas) (volver a )?(despertar(me)?|haber nacido|hubiera "
     "nacido|despierte|desperta(ra|se))|dormirme y no|acostarme y no", "passive", "n"),
    ("better-off", URGENT, "(estarian?|serian?|vivirian?|estaran|estan|estaria) (tod[oa]s |mucho "
     "|much[oa] |tan |muy )*(mejor|mas felices|mas tranquil[oa]s|bien) … (sin mi|si (yo )?(no|me)"
     "|cuando)|mejor sin mi|(nadie|quien) me (extranar|echar|llorar|iba a extranar|va a "
     "extranar)[a-z]*|nadie (notaria|se daria cuenta)", "passive", "n"),
    ("burden", URGENT, "(soy|ser|siendo|siento|me siento|como) (solo |una |sol[oa] una )*(una "
     ")?(carga|estorbo|peso) (para|a)", "passive"),
    ("plan", URGENT, "(se|he planeado|planee|tengo pensado|he pensado|pense|imagino|busque) "
     "(exactamente |ya )?(como|donde|cuando) (lo (haria|hare|voy)|hacerlo|matar|morir|acabar)",
     "plan"),
    ("accident", URGENT, "(ojala|espero que|quisiera que) … (coche|carro|auto|camion|accidente"
     "|tren|cancer) … (atropell|mat|llev|pas|choc)[a-z]*", "passive"),
    ("attempt", URGENT, "(he intentado|intente|trate de) ({self_es}|morir)|mi (ultimo )?intento "
     "de suicidio", "act"),
    ("near", URGENT, "(ella|el|{near_es}|alguien) … (quiere|dice|amenaza|amenazo|me dijo|piensa"
     "|va a|quiso|intento|habla) … (morir(se)?|suicidar(se)?|matar(se)?|suicidio|quitarse la vida"
     "|hacerse dano|acabar con)|(miedo|preocupa|preocupad[oa]) (de )?(que|por|mi) … (suicid[a-z]+"
     "|se mate|se haga dano|haga una locura|se quite la vida|mate)", "near"),
    ("no-hope", URGENT, "(no|ya no) (veo|hay|tengo|encuentro) (ninguna |mas |una |ningun "
     ")?(salida|esperanza|futuro|solucion|sentido)|sin (esperanza|salida)", "low", "n"),
    ("word", NOTICE, "suicidi?[oa]s?|suicidar(se)?|se (suicido|mato|quito la vida|ahorco)"
     "|sobredosis"),
    ("tonight", NONE, "esta noche|esta madrugada|antes de manana", "tonight"),
    ("means-word", NONE, "(la|mis|las|el|una|un|unas|estas) ({means_es})", "means"),
    ("goodbye", NONE, "adios|despedirme|me despido|despedida", "farewell"),
    ("letters-weak", NONE, "(escrito|escribi|deje|dejado|escribir) … (cartas|una nota)|la nota "
     "esta|las cartas estan", "letters-weak"),
    ("affairs", NONE, "(asuntos|papeles|testamento|cosas) … (en orden|arreglad[oa]s?|list[oa]s?"
     "|sobre la mesa|ordenad[oa]s?)|(escrito|escribi|deje|he dejado) … (cartas?|notas?)|hice (mi "
     ")?testamento", "affairs"),
    ("giving-away", NONE, "(regale|regalado|regalando|repartido|reparti|he dado|di) (todas? "
     "|todos )?(mis|mi) (cosas|ropa|libros|perro|gato|pertenencias|guitarra|joyas)|(encontre"
     "|busque|quien cuide) … (a )?mi (perro|gato|perra|gata)", "away"),
    ("peace", NONE, "(por fin|al fin|estoy|me siento) (muy |tan |ya |por fin |en )*(paz"
     "|tranquil[oa]|libre|calmad[oa]|seren[oa])|pronto (todo )?(habra )?(termin|acab)[a-z]+|ya no "
     "(voy a )?(sufrir|dolera)[a-z]*", "peace-weak"),
    ("thanks-all", NONE, "(gracias|agradezc[oa]) (de verdad |infinitas |mucho |de corazon |le "
     ")*(por|todo) (todo|toda|haber|estos anos|su (ayuda|paciencia|bondad))|gracias por", "thanks"),
    ("forgive", NONE, "perdon(eme|enme|ame)?( por todo)?|lo siento (por todo|mucho por todo)|no "
     "es (su|tu) culpa|no se (culpe|preocupe) (mas|por)", "forgive"),
    ("no-more", NONE, "(ya )?no (voy a |volvere a |las |los |la )*(necesit[a-z]+|volver[a-z]*"
     "|ire?|venir|asistir) … (mas|nunca|sesion(es)?|citas?)|ya no (los |las )?necesit[a-z]+|(es"
     "|sera|fue) (la|mi|nuestra) ultima (vez|sesion|cita)|nunca mas", "final-weak"),
    ("cancel-all", NONE, "cancel(e|ar|a|en|o|elo|elas|arme) (todo|todas|todos|mis proximas"
     "|definitivamente)", "endall"),
    ("parting", NONE, "me mudo|mudanza|nuev[oa] (terapeuta|psicolog[oa]|trabajo|ciudad|seguro)"
     "|otr[oa] (terapeuta|psicolog[oa])|vacaciones|me siento (mejor|list[oa])|seguro|no puedo "
     "pagar", "parting"),
    ("continuing", NONE, "nos vemos|hasta (el|la|luego|manana|pronto|entonces)|proxima (sesion"
     "|cita|semana|vez)|proximo (lunes|martes|miercoles|jueves|viernes)", "continuing"),
    ("lie", NONE, "(era|fue|es) (mentira|una mentira)|menti|no era verdad|estaba mintiendo", "lie"),
    ("not-coping", NONE, "(ya )?no (puedo|aguanto|doy|soporto) (mas|mas con|mas asi)|no aguanto( "
     "esto)?|me rindo|no puedo (seguir|con esto|con todo)|me odio|(estoy|me siento) (muy |tan "
     ")?(mal|vaci[oa]|inutil|sin fuerzas|perdid[oa]|destrozad[oa])|nada (tiene sentido|importa"
     "|vale)|toque fondo", "low", "n"),
    ("idiom", NONE, "(muert[oa]|morir|morirme|muero|muriendo|morirse|morimos|mori) de (la )?(risa"
     "|hambre|sed|frio|calor|verguenza|miedo|ganas|sueno|curiosidad|pena|amor|aburrimiento"
     "|nervios|envidia|cansancio)|(me|nos) (mata|matan|esta matando) (de|el|la|los|este|esta)"
     "|matar el tiempo|(ejercicio|tarea|hoja|trabajo|espalda|cabeza|calor) me (mata|esta matando)"
     "|matarme (estudiando|trabajando|a trabajar|de risa)|que me trague la tierra|linea de "
     "(prevencion|crisis)( del suicidio)?|muero por (ver|verte|contar|saber)[a-z]*|adios (al|a la"
     "|a los) (tabaco|azucar|estres|cafe|dieta)|acabar con (todo )?(este|esta|la tarea|el "
     "ejercicio)", "idiom"),
)  # fmt: skip
