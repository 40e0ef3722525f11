"""What news pages print around their stories, in the languages we have words for: the one place to add more.

Each phrase is matched against a whole line, without regard to case or to a colon, dots or arrows at its end.
"""

LABELS = (
    r"breaking(?: news)?|live(?: updates?| blog)?|exclusive|developing(?: story)?|just in|home|news|updated?|"
    "watch|video|eilmeldung|liveticker|exklusiv|startseite|en direct|direct|exclusif|accueil|en vivo|en directo|"
    "última hora|exclusivo|inicio|in diretta|ultima ora|esclusiva|ao vivo"
)
"""What stands above a headline, beside or in place of a section."""

NETWORKS = (
    "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|messenger|tumblr|viber|skype|"
    "vkontakte|vk|odnoklassniki|pocket|flipboard|threads|bluesky|mastodon|xing"
)
"""Where pages offer to send their story; a line of several of these is a row of buttons."""

SHARING = "share|share via email|tweet|email|e-mail|mail|print|copy link"
"""What else stands in such a row."""

TOP = (
    "back to top button|back to top|back to the top|return to top|scroll to top|go to top|"
    "nach oben|zurück nach oben|zum seitenanfang|haut de page|retour en haut|retour en haut de page|"
    "volver arriba|ir arriba|torna su|torna all'inizio|voltar ao topo|naar boven"
)

FURNITURE = (
    # English
    r"[-– (]*advertisements?[-– )]*|advertising|"
    r"(?:advertisement\W{1,4})?\(?(?:article|story) continues (?:below|after)"
    r"(?: (?:this |the )?(?:advertisement|ad))?\)?|"
    r"sponsored(?: content)?|share this(?: (?:article|story|post|page|news|with your friends))?|"
    r"share (?:on|via|to) [\w .-]{1,20}|click to (?:share|email|print)\b.{0,80}|opens in (?:a )?new (?:window|tab)|"
    r"skip to (?:main )?content|read more|read more here|read (?:the )?full (?:article|story)|continue reading|"
    r"\d[\d.,]*k? (?:comments?|replies)|comments? ?\(\d*\)|no comments(?: yet)?|(?:view|show) (?:all )?comments|"
    r"(?:leave|post) a (?:comment|reply)|be the first to comment|comments (?:are|have been) closed\.?|"
    r"join the conversation|follow us(?: on .{1,60})?|"
    r"your email address will not be published\.? required fields are marked|"
    r"save my name, email, and website in this browser for the next time i comment|"
    # German
    r"anzeige|werbung|(?:artikel|beitrag) teilen|teilen sie (?:den|diesen) (?:artikel|beitrag)|weiterlesen|mehr lesen|"
    r"\d[\d.,]* kommentare?|keine kommentare|kommentare? (?:schreiben|anzeigen)|folgen sie uns(?: auf .{1,60})?|"
    # French
    r"publicité|partager (?:l'article|cet article|sur .{1,20})|lire la suite|\d[\d.,]* commentaires?|"
    r"laisser un commentaire|suivez-nous(?: sur .{1,60})?|"
    # Spanish, Portuguese
    r"publicidad|comparte? (?:este artículo|en .{1,20})|leer más|seguir leyendo|\d[\d.,]* comentarios?|"
    r"deja un comentario|síguenos(?: en .{1,60})?|publicidade|leia mais|"
    # Italian, Dutch
    r"pubblicità|condividi (?:l'articolo|su .{1,20})|leggi tutto|continua a leggere|\d[\d.,]* commenti|"
    r"advertentie|lees verder|\d[\d.,]* reacties"
)
"""Lines that are page furniture wherever they stand alone."""

EDGE_FURNITURE = (
    r"(?:sign ?up|subscribe)(?: (?:now|here|today|free))?(?: (?:for|to)\b.{1,80})?|comments?|save|menu|newsletter|"
    r"get (?:the|our) (?:app|newsletter)\b.{0,40}|download (?:the|our) app\b.{0,40}|"
    r"listen(?: to this (?:article|story))?|\d[\d.,]*k? (?:shares?|views?|likes?)|"
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,120}|all rights reserved\.?|"
    r"jetzt (?:anmelden|abonnieren)|newsletter abonnieren|kommentare|teilen|drucken|alle rechte vorbehalten|"
    r"abonnez-vous.{0,60}|commentaires|partager|imprimer|tous droits réservés|"
    r"suscríbete.{0,60}|comentarios|compartir|imprimir|iscriviti.{0,60}|condividi"
)
"""Lines that could be a sentence or a heading elsewhere: furniture at the beginning or the end of the text only."""

OFFER = (
    r"(?:sign ?up|subscribe)(?: (?:now|here|today|free))? (?:for|to|and)\b.{0,60}\b(?:newsletters?|inbox|e-?mails?|"
    r"alerts?|updates|briefings?|letter)\b.{0,30}"
)
"""An offer that is furniture also in the middle of the text."""

RELATED = (
    r"(?:more )?related (?:articles?|stor(?:y|ies)|posts?|news|content|topics|coverage)|more on this (?:story|topic)|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended (?:stories|articles|for you)|more stories|"
    r"mehr zum thema|verwandte (?:artikel|themen|beiträge)|das könnte sie auch interessieren|lesen sie auch|"
    r"à lire aussi|lire aussi|à lire également|sur le même (?:sujet|thème)|articles (?:liés|similaires|connexes)|"
    r"noticias relacionadas|artículos relacionados|te puede interesar|lea también|lee también|"
    r"leggi anche|articoli correlati|potrebbe interessarti|leia também|artigos relacionados|"
    r"lees ook|gerelateerde artikelen"
)
"""Headings of the publisher's list of related articles."""

CLOSING_RELATED = (
    r"related|recommended|recommended reading|read next|up next|more from .{1,30}|more in .{1,30}|"
    "ähnliche artikel|weitere artikel|à voir aussi|relacionad[oa]s|correlati|gerelateerd"
)
"""Headings of such lists that a story of its own may have too: they count at the end of a page only."""

POPULAR = (
    r"most (?:popular|read|viewed|shared|commented)|trending(?: now)?|popular (?:posts|stories|now)|"
    r"top stories|latest (?:news|stories|posts)|editor'?s'? picks?|in case you missed it|"
    r"meistgelesen|am meisten gelesen|les plus lus|lo más leído|mais lidas|i più letti|meest gelezen"
)
"""Headings of lists that have nothing to do with the story, at the end of a page."""

NAVIGATION = (
    r"(?:previous|next|older|newer) (?:article|post|story|entry|articles|posts|stories|entries)|"
    r"(?:vorheriger|nächster) (?:artikel|beitrag)|article (?:précédent|suivant)|artículo (?:anterior|siguiente)"
)
"""What leads to the articles published before and after this one."""

ANNOUNCED = (
    "read more|read also|also read|read next|related|related (?:article|story)|lesen sie auch|mehr zum thema|"
    "à lire aussi|lire aussi|à lire également|lea también|lee también|leggi anche|leia também|lees ook"
)
"""What stands before a colon and the title of one related article."""

TAGS = "tags|topics|keywords|filed under|schlagwörter|schlagworte|mots-clés|étiquettes|etiquetas|temas|argomenti"
"""What stands before a colon and a list of tags."""
