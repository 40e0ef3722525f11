"""What news pages print around their stories, in the languages we have words for: the one place to add more.

Each phrase is matched against a whole line, without regard to case or to a colon, dots or arrows at its end.
"""

MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar février fevrier févr fév febrero febbraio fevereiro fev februari",
    "march mar märz mär mrz mars marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
"""Names and abbreviations of each month."""

WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom "
    "lunedì martedì mercoledì giovedì gio venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)

ZONES = {
    "ut utc gmt z wet": 0,
    "bst cet mez west wat": 60,
    "cest mesz eet cat sast": 120,
    "eest msk eat trt": 180,
    "gst": 240,
    "aft": 270,
    "pkt": 300,
    "ist": 330,
    "npt": 345,
    "ict wib": 420,
    "hkt sgt pht awst": 480,
    "jst kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "brt art adt": -180,
    "ast edt": -240,
    "est et cdt": -300,
    "cst ct mdt": -360,
    "mst mt pdt": -420,
    "pst pt": -480,
}
"""Minutes east of Greenwich of time zones by their letters; the commonest meaning where one has several."""

PUBLISHED = (
    "published on|published at|published|posted on|posted|first published|date|issued|created|"
    "veröffentlicht am|veröffentlicht|erstellt am|erschienen am|stand|datum|"
    "publié le|publié|paru le|mis en ligne le|publicado el|publicado em|publicado|fecha|pubblicato il|pubblicato|data|"
    "gepubliceerd op|gepubliceerd"
)

UPDATED = (
    "last updated on|last updated at|last updated|updated on|updated at|updated|last modified on|last modified|"
    "aktualisiert am|aktualisiert|zuletzt aktualisiert|mis à jour le|mis à jour|modifié le|"
    "actualizado el|actualizado|atualizado em|atualizado|aggiornato il|aggiornato|bijgewerkt op|bijgewerkt"
)

BESIDE_DATES = "on at the of um am den le el il à a las alle ore om de uhr local time heure hora"
"""What may stand beside a date or time and says nothing."""

BYLINE = (
    "by|written by|reported by|reporting by|report by|story by|text by|words by|posted by|published by|author|"
    "von|text von|autor|autorin|par|auteur|por|texto de|di|testo di|autore|door"
)

NAME_PARTICLES = "de del della di da dos das du des van von der den ter ten zu la le el al bin ibn bint abu y e af av"

CONJUNCTIONS = "and|und|et|y|e|en|with|mit"

ROLES = (
    "correspondent correspondents reporter reporters editor editors writer staff agencies agency news times post "
    "courier journal herald tribune press redaktion korrespondent korrespondentin correspondant corresponsal"
)

READING_TIME = (
    r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura)?[: ]*(?:ca\.|about)? *\d+ ?"
    r"(?:min(?:ute)?s?\.?|minuten|minutos?)(?: (?:read|lesezeit|de lecture|de lectura))?"
)

AGE = (
    r"(?:\d+|an?|one) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|just now|yesterday|"
    r"vor (?:\d+|einem|einer) \w+|il y a \d+ \w+|hace \d+ \w+"
)
"""A time that is told from the day the page was saved, which nobody knows."""

NETWORKS = (
    "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|messenger|tumblr|viber|skype|"
    "vkontakte|vk|odnoklassniki|pocket|flipboard|threads|bluesky|mastodon|xing|email|e-mail|mail|print|copy link|"
    "share via email|share|tweet"
)
"""Where pages offer to send their story; a line of several of these is a row of buttons."""

TOP = (
    "back to top button|back to top|back to the top|return to top|scroll to top|go to top|"
    "nach oben|zurück nach oben|zum seitenanfang|haut de page|retour en haut|retour en haut de page|"
    "volver arriba|ir arriba|torna su|torna all'inizio|voltar ao topo|naar boven"
)

FURNITURE = (
    # English
    r"[-– ]*advertisements?[-– ]*|advertising|(?:article|story) continues (?:below|after)(?: (?:this )?advertisement)?|"
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
    r"(?:©|\(c\)|copyright ©|copyright \(c\)).{0,120}|all rights reserved\.?|"
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

ANNOUNCED = (
    "read more|read also|also read|read next|related|related (?:article|story)|lesen sie auch|mehr zum thema|"
    "à lire aussi|lire aussi|à lire également|lea también|lee también|leggi anche|leia também|lees ook"
)
"""What stands before a colon and the title of one related article."""

TAGS = "tags|topics|keywords|filed under|schlagwörter|schlagworte|mots-clés|étiquettes|etiquetas|temas|argomenti"
"""What stands before a colon and a list of tags."""
