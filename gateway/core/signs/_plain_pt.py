"""Plain statements of danger in Portuguese, of Portugal and Brazil; see plain.py."""

from gateway.core.assessment import Risk

NONE, NOTICE, URGENT, EMERGENCY = Risk.NONE, Risk.NOTICE, Risk.URGENT, Risk.EMERGENCY

WORDS = {
    "pills": "comprimidos?|remedios?|medicamentos?|pilulas?|calmantes?|cartelas?|caixas?",
    "means": "comprimidos?|remedios?|medicamentos?|pilulas?|calmantes?|corda|faca|arma|pistola"
    "|revolver|veneno|gilete|lamina",
    "die": "(?:me )?matar(?: me)?|suicidar(?: me)?|me suicidar|tirar (?:a minha|minha) "
    "(?:propria )?vida|por fim a (?:minha )?vida|acabar com (?:a minha vida|minha vida|tudo)"
    "|enforcar(?: me)?|atirar me (?:da|do|de)|me jogar (?:da|do|de|na)|dar um tiro em mim|me "
    "enforcar",
    "when": "hoje|esta noite|hoje a noite|amanha|agora|logo|essa noite|daqui a pouco",
    "near": "amig[oa]|irma|irmao|mae|pai|filh[oa]|marido|mulher|esposa|esposo|companheir[oa]"
    "|namorad[oa]|ex|prim[oa]|ti[oa]|colega|vizinh[oa]|sobrinh[oa]|crianca",
    "kid": "filh[oa]s?|filhinh[oa]|criancas?|bebe|net[oa]s?|sobrinh[oa]s?|menin[oa]s?|miud[oa]s?",
    "he": "ele|ela|(?:o |a )?(?:meu|minha) (?:[a-z]+ )?(?:{near}|padrasto)",
}  # fmt: skip

SUICIDE = (
    ("intent", EMERGENCY, "(vou|irei|decidi|resolvi|estou decidid[oa] a|planejo|planeio) (mesmo "
     "|hoje |agora )?({die})|(vou|irei) (hoje |agora )?me matar|mato me (hoje|agora)|me mato "
     "hoje|(estou|to) (na|no|em cima d[oa]) (ponte|telhado|parapeito|linha do (trem|comboio))"
     "|(vou|quero) (saltar|pular|me jogar|atirar me)", "ideation"),
    ("tonight-i", EMERGENCY, "({when}) … ({die}|(eu )?me mato|acabo com (tudo|a minha vida)"
     "|tudo acaba|acaba tudo|faco isso)|({die}|me mato) … ({when})", "ideation"),
    ("overdose-now", EMERGENCY, "(tomei|engoli|acabei de tomar|tomado) … (todos?|todas?|demais"
     "|muitos|muitas|uma caixa|um monte|uma cartela|o frasco|a caixa|inteira) … ({pills})|(tomei"
     "|engoli|acabei de tomar) ({pills}) (demais|todos|a mais)|(tomei|engoli) (todos os|a caixa"
     "|o frasco|demasiados)|overdose|(tomei|engoli|acabei de tomar) … [1-9][0-9]+ ({pills})",
     "act"),
    ("means-ready", EMERGENCY, "({means}) … (esta|estao|tenho|ja) … (prontos?|prontas?|na minha "
     "frente|ao meu lado|a minha frente|separad[oa]s?|guardad[oa]s?)|(tenho|comprei|guardei"
     "|juntei|separei) … ({means}) … (pront[oa]s?|comigo|ao meu lado|a minha frente|na minha "
     "frente|para (acabar|morrer|isso)|guardad[oa]s?)|(juntando|guardando|a guardar|a juntar) "
     "({pills})", "plan"),
    ("prepared", EMERGENCY, "(ja )?tenho tudo (pronto|preparado|planejado|planeado)|(ja )?(esta"
     "|ta) tudo (pronto|preparado|planejado) (para|hoje)|quantos ({pills}) … (morrer|matar"
     "|fatal)|dose (letal|fatal|mortal)", "plan"),
    ("letters", EMERGENCY, "cartas? de (despedida|adeus|suicidio)|bilhete de despedida", "letters"),
    ("last-mail", EMERGENCY, "quando (voce |vc |o senhor |a senhora |a doutora )?(ler|leres"
     "|lerem|receber) (isto|isso|este|esta|esse|essa) … (mort[oa]|ja nao|nao estarei|tarde|nao "
     "vou estar|ja fui)|(esta|este|isto|isso|essa) (e|sera) (a minha|minha|o meu|meu) (despedida"
     "|ultim[oa] (mensagem|email|mail)|adeus)|nao (estarei|vou estar) (mais |ca )?(aqui|viv[oa])"
     "|adeus para sempre|(hoje|amanha|este) e (o )?meu ultimo dia|minha ultima noite",
     "farewell", "n"),
    ("recent-attempt", EMERGENCY, "(ontem|hoje|esta noite|esta semana|essa semana|noite "
     "passada) … (tentei|tentativa) … (matar|suicid[a-z]+|morrer|vida)|tentei ({die}|me matar"
     "|morrer) … (ontem|hoje|esta semana|noite passada|de novo)", "act", "p"),
    ("kill-myself", URGENT, "me matar|matar me|suicidar(me| me)?|me suicidar|tirar (a )?minha "
     "(propria )?vida|(acabar com|por fim a) (a )?minha vida|me mato|me enforcar|enforcar me"
     "|(fazer|faca|fizer) (alguma coisa|algo|uma loucura|mal) (comigo|a mim)( mesm[oa]| "
     "propri[oa])?", "ideation"),
    ("suicidal", URGENT, "(pensamentos?|ideias?|ideacao|vontade|pensando|pensar|penso) … "
     "(suicidas?|suicidio|de morte|em morrer|na morte|de morrer)|(estou|sou|sinto me|me sinto) "
     "(muito |de novo )?suicida", "ideation"),
    ("want-to-die", URGENT, "(quero|queria|gostaria de|prefiro|preferia|desejo|so quero|vontade "
     "de|preciso) (so |mesmo |muito |de |estar |simplesmente )*(morrer|desaparecer|sumir"
     "|mort[oa]|deixar de (existir|viver)|dormir para sempre|dormir e nao acordar)|queria estar "
     "mort[oa]|melhor mort[oa]|quem me dera (morrer|estar mort[oa])|tomara que eu (morra|nao "
     "acorde)|(so |apenas )?(queria|quero|gostava de) (so |apenas )?(dormir|fechar os olhos) e "
     "(nunca mais|nao) (mais )?acordar|(melhor|mais facil) (estar|se estivesse|ser|eu) mort[oa]"
     "|(seria|era) (melhor|mais facil) (estar mort[oa]|morrer|se eu (morresse|nao existisse"
     "|desaparecesse|nao estivesse))|se eu (morresse|morrer|estivesse mort[oa]|desaparecesse)",
     "passive"),
    ("not-live", URGENT, "(nao|ja nao) (quero|tenho (vontade|forcas?|motivos?|razao|razoes) (de"
     "|para|pra)|vale a pena|aguento|consigo) (mais )?(viver|estar (ca|aqui|viv[oa])|existir"
     "|acordar|continuar (a )?(viver|viv[oa]|vivendo|aqui))|(cansad[oa]|fart[oa]) de viver"
     "|(minha )?vida (ja )?nao (faz|tem|vale) (mais )?(sentido|a pena|nada)|nunca (ter "
     ")?(acordar|nascido)|nao (quero )?acordar (mais|amanha)|nao ver sentido (na|em)|sem "
     "vontade de viver|nao (suporto|aguento|consigo|posso) (mais )?(viver|continuar a viver"
     "|esta vida|essa vida)|farto da vida|farta da vida|cansad[oa] da vida|mais facil se eu nao"
     "|nunca devia ter nascido|desistir (da vida|de viver)|desisti (da vida|de viver)|para que "
     "(continuar|viver)|por que continuar a viver|cansad[oa] da vida|quero … que (isto|isso"
     "|tudo) acabe", "passive", "n"),
    ("better-off", URGENT, "(melhor|mais felizes|mais feliz|mais facil) (para todos )?(sem mim"
     "|se eu (nao|morresse|sumisse|desaparecesse))", "passive"),
    ("burden", URGENT, "(sou|ser|sinto|sentindo) (so |apenas |me |como )*(um|uma) (peso|fardo"
     "|estorvo)", "passive"),
    ("no-hope", URGENT, "(nao|ja nao) (vejo|ha|tem|tenho|encontro) (mais )?(nenhuma? )?(saida"
     "|esperanca|futuro|solucao|sentido)|sem (saida|esperanca)|nao vejo mais saida", "low", "n"),
    ("plan", URGENT, "(sei|planejei|planeei|pensei|pesquisei|penso) … (como|onde|quando) (vou"
     "|iria|eu) (fazer|faria|me matar|matar me)", "plan"),
    ("attempt", URGENT, "tentei (me matar|matar me|suicidio|morrer|suicidar me|me suicidar)"
     "|tentativa de suicidio", "act"),
    ("near", URGENT, "({he}|alguem) … (quer|disse|diz|ameaca|ameacou|fala|falou|vai|tentou) … "
     "(morrer|se matar|matar se|suicidar se|se suicidar|suicidio)|(medo|preocupad[oa]) … que "
     "({he}) se (mate|suicide|magoe)|({he}) … (nao quer mais viver|ja nao quer viver|nao quer "
     "viver|quer desaparecer)", "near"),
    ("word", NOTICE, "suicid[a-z]+|me magoar a mim|se (matou|suicidou|enforcou)"),
    ("tonight", NONE, "hoje a noite|esta noite|essa noite", "tonight"),
    ("means", NONE, "({means})", "means"),
    ("farewell", NONE, "adeus|despedir me|me despedir|despedida|despeco me", "farewell"),
    ("thanks", NONE, "obrigad[oa] (por|de) tudo|obrigad[oa] por (toda|todos)|agradeco (por "
     ")?tudo", "thanks"),
    ("forgive", NONE, "perdoe( me|m me)?|me (perdoe|perdoa|desculpe) por tudo|desculpe por tudo"
     "|perdao por tudo|perdoa me", "forgive"),
    ("low", NONE, "(eu )?(ja )?nao (aguento|consigo|suporto|posso) (mais|isto|isso)|no meu "
     "limite|nada (faz sentido|importa)|estou (desesperad[oa]|no fundo do poco)", "low", "n"),
    ("continuing", NONE, "ate (a|ao|la|logo|amanha|breve|segunda|terca|quarta|quinta|sexta"
     "|proxima)|proxim[oa] (sessao|consulta|semana|vez)", "continuing"),
    ("idiom", NONE, "(morr[a-z]+|mort[oa]s?|matar?|mata) (de|a|com) (tanto )?(rir|riso|fome|sede"
     "|frio|calor|vergonha|medo|saudades?|sono|cansaco|tedio|curiosidade|inveja|ciumes|amores)"
     "|(me|nos) (mata|matou|matando|esta a matar|esta matando) (de|a|o|os)|(exercicio|trabalho"
     "|calor|costas|cabeca|ficha) (me )?(mata|esta me matando|esta a matar me|me mata)|(calor"
     "|trabalho|exercicio) … me matar|matar (o tempo|saudades|a fome|a sede|aula|a curiosidade"
     "|me a (estudar|trabalhar))|me matar de (estudar|trabalhar|rir)|matando de rir|(sumir"
     "|desaparecer) (do mapa|uns dias|no fim de semana|de ferias)|overdose de (chocolate|cafe"
     "|acucar|series|trabalho)|doido para", "idiom"),
)  # fmt: skip

SELF_HARM = (
    ("did-it", URGENT, "(me (cortei|queimei|mutilei|machuquei|arranhei)|(cortei|queimei|mutilei"
     "|magoei) me) (de novo|outra vez|os bracos|as pernas|nos bracos|nas pernas|ontem|hoje|de "
     "proposito)|(voltei|voltar) a (me cortar|cortar me|me mutilar)|(me corto|corto me|me mutilo"
     "|me machuco)|cortei (os|meus|os meus) (bracos|pulsos)|(magoei me|me machuquei|me feri) … "
     "de proposito", "harm"),
    ("urge", URGENT, "(vontade|impulso|quero|preciso|medo|penso|tentacao|desejo) … (me (cortar"
     "|mutilar|machucar|queimar|ferir)|(cortar|mutilar|magoar|queimar|ferir) me)", "harm"),
    ("word", NOTICE, "automutila[a-z]+|auto mutila[a-z]+|me cortar|cortar me|autolesao|eu me "
     "cortava|cortava me"),
    ("idiom", NONE, "(cort(ar|ei|o)|queimei|magoei|machuquei) (o cabelo|as unhas|o dedo|a franja"
     "|a mao|a cozinhar|cozinhando|no forno|a correr|correndo|no futebol|no ginasio|na academia"
     "|me cozinhando)|(me )?(cortei|queimei|machuquei) (cozinhando|jogando|no treino|fazendo a "
     "barba)", "idiom"),
)  # fmt: skip

ABUSE = (
    ("now", EMERGENCY, "({he}) (esta|ta) … (na porta|a porta|batendo|a bater|gritando|quebrando"
     "|do lado de fora|la fora|a partir)|(me )?(tranquei|escondi|trancad[oa]|escondid[oa]"
     "|fechei me) … (banheiro|casa de banho|quarto|armario|carro)|({he}) (tem|esta com|pegou"
     "|puxou) … (uma|a|um) (faca|arma|pistola|revolver)", "attack"),
    ("will-kill", EMERGENCY, "({he}) … (disse|diz|ameaca|ameacou|vai|quer|jura|jurou) … (me "
     "matar|matar me|me mata|mata me|acabar comigo)|medo que ({he}) me mate|(temo|medo) pela "
     "minha vida|corro perigo|(estou|estamos) em perigo", "attack"),
    ("hits-me", URGENT, "({he}) … (me|nos) (bateu|bate|batia|empurrou|agrediu|agride|estrangulou"
     "|enforcou|violou|estuprou|abusou|ameacou|ameaca|chutou|espanca|espancou)|({he}) (bateu"
     "|bate|agrediu|violou|ameacou|empurrou|ameaca|agride|espanca) me|(fui|sou) (violad[oa]"
     "|estuprad[oa]|agredid[oa]|abusad[oa]|espancad[oa])|violencia (domestica|em casa)|({he}) e "
     "(muito |cada vez mais )?(violent[oa]|agressiv[oa])|({he}) (espancou|bateu|chutou"
     "|estrangulou|empurrou|maltrata|maltratou) me|({he}) … (espancou|estrangulou) me", "violence"),
    ("forced", URGENT, "(me )?(obriga|forca|obrigou|forcou)( me)? a (ter|fazer|dormir)",
     "violence"),
    ("afraid", URGENT, "medo (dele|dela|do meu (marido|namorado|pai|ex|padrasto|companheiro)|de "
     "voltar (para|pra) casa|de ir (para|pra) casa|que ele)", "coercion"),
    ("word", NOTICE, "abus(o|os|ad[oa]) (sexual|sexuais|de mim)|abuso sexual|estupro|violacao"
     "|maus tratos|maltratad[oa]"),
    ("idiom", NONE, "(minha mae|o meu pai|meu pai|meu chefe|meu marido|minha mulher|ela|ele) "
     "vai me matar (se|quando)|(vai|ia) matar me (se|quando)|abuso de (poder|alcool|drogas)",
     "idiom"),
)  # fmt: skip

CHILD = (
    ("now", EMERGENCY, "({kid}) … (em perigo|trancad[oa]s?|fechad[oa]s?|inconsciente"
     "|sozinh[oa]s? (com ele|com ela|em casa|desde))|deix(ou|a|am|aram|ei) (a |o |as |os "
     ")?(minha |meu |nossa |nosso )?({kid}) sozinh[oa]s?|(sacudiu|sacudi) o bebe", "child"),
    ("hits-child", URGENT, "({he}|padrasto|professor|baba|ama|avo) (bate|bateu|agride|agrediu"
     "|abusa|abusou|toca|tocou|maltrata|espanca) (n[oa]s?|d[oa]s?|em|[oa]s?) (meu |minha |nosso "
     "|nossa |meus |nossos )?({kid})|({kid}) … (nodoas negras|hematomas|roxos|marcas)|({kid}) "
     "(foi|esta a ser|esta sendo) (abusad[oa]|agredid[oa]|maltratad[oa])", "child"),
    ("services", NOTICE, "conselho tutelar|protecao de (criancas|menores)|cpcj|maus tratos "
     "infantis"),
)  # fmt: skip

HARM = (
    ("intent", EMERGENCY, "(vou|irei|decidi) (mesmo |hoje )?(matar|esfaquear|estrangular"
     "|envenenar|dar um tiro) (n?[oa]|ele|ela|l[oa]|meu|minha|esse|essa|aquele)( [a-z]+)?|(vou"
     "|irei) (mata|esfaquea|estrangula) l[oa]", "harm-intent"),
    ("want", URGENT, "(medo|vontade|quero|impulso|pensamentos|penso|capaz) … (matar|bater"
     "|machucar|magoar|ferir|estrangular|fazer mal) (n?[oa]|a[o]?|em|ele|ela|alguem|l[oa]"
     "|d[oa])?( (meu|minha))? ?(bebe|filh[oa]s?|marido|mulher|chefe|ele|ela|alguem|lo|la|mae"
     "|pai)", "harm-want"),
    ("weapon", NONE, "(tenho|comprei|levo|com|peguei) (uma|um|a|o) (faca|arma|pistola|revolver"
     "|machado)", "weapon"),
    ("target", NONE, "sei onde (ele|ela) (mora|vive|trabalha|estaciona)", "target"),
    ("idiom", NONE, "(podia|poderia|dava vontade de) (ter )?(matar|matado|estrangular|esganar) "
     "(l[oa]|ele|ela|meu|minha|o|a)( [a-z]+)?|(mato|vou matar) (l[oa]|ele|ela|voce|te) se"
     "|matava por (um|uma)", "idiom"),
)  # fmt: skip

ROWS = {
    "suicide": SUICIDE,
    "self_harm": SELF_HARM,
    "abuse": ABUSE,
    "child_protection": CHILD,
    "harm_to_others": HARM,
}
