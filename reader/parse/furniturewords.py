"""What news pages print around their stories, in the languages we have words for.

Each phrase is matched against a whole line, without regard to case or to a colon, dots or arrows at its end.
"""

LABELS = (
    r"breaking(?: news)?|live(?: updates?| blog)?|exclusive|developing(?: story)?|just in|home|news|updated?|"
    "watch|video|eilmeldung|liveticker|exklusiv|startseite|en direct|direct|exclusif|accueil|en vivo|en directo|"
    "última hora|exclusivo|inicio|in diretta|ultima ora|esclusiva|ao vivo|"
    "pilne|na żywo|z ostatniej chwili|son dakika|canlı|ana sayfa|срочно|главная|новости|"
    "عاجل|مباشر|الرئيسية|ताज़ा खबर|लाइव|होम|快讯|直播|首页|新闻|速報|ライブ|ホーム|ニュース"
)
"""What stands above a headline, beside or in place of a section."""

NETWORKS = (
    "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|messenger|tumblr|viber|skype|"
    "vkontakte|vk|вконтакте|odnoklassniki|одноклассники|pocket|flipboard|threads|bluesky|mastodon|xing|weibo|微博|微信"
)
"""Where pages offer to send their story; a line of several of these is a row of buttons."""

SHARING = (
    "share|share via email|tweet|email|e-mail|mail|print|copy link|teilen|partager|compartir|condividi|udostępnij|"
    "paylaş|поделиться|شارك|مشاركة|शेयर करें|分享|シェア"
)
"""What else stands in such a row."""

SITE = (
    r"about(?: us)?|contact(?: us)?|terms(?: (?:of|and) \w+)?|privacy(?: policy)?|cookies?(?: policy)?|"
    r"advertise(?: with us)?|careers|jobs|help|imprint|impressum|datenschutz|kontakt|rss"
)
"""Where a page leads to what its site says of itself; a line of several of these is the foot of a page."""

TOP = (
    "back to top button|back to top|back to the top|return to top|scroll to top|go to top|"
    "nach oben|zurück nach oben|zum seitenanfang|haut de page|retour en haut|retour en haut de page|"
    "volver arriba|ir arriba|torna su|torna all'inizio|voltar ao topo|naar boven|"
    "do góry|powrót na górę|wróć na górę|başa dön|yukarı çık|sayfa başına dön|наверх|к началу страницы|"
    "العودة إلى الأعلى|إلى الأعلى|"
    "ऊपर जाएं|ऊपर जाएँ|返回顶部|回到顶部|返回頂端|(?:ページ)?トップへ(?:戻る)?|ページの先頭へ"
)

FURNITURE = (
    # English
    r"[-– (]*advertisements?[-– )]*|advertising|"
    r"(?:advertisement\W{1,4})?\(?(?:article|story) continues (?:below|after)"
    r"(?: (?:this |the )?(?:advertisement|ad))?\)?|"
    r"sponsored(?: content)?|share this(?: (?:article|story|post|page|news|with your friends))?|"
    r"share (?:on|via|to) [\w .-]{1,20}|click to (?:share|email|print)\b[^.!?]{0,80}|"
    r"opens in (?:a )?new (?:window|tab)|"
    r"skip to (?:main )?content|skip ad(?:vertisement)?|read more|read more here|read (?:the )?full (?:article|story)|"
    r"continue reading|"
    r"\d[\d.,]*k? (?:comments?|replies)|comments? ?\(\d*\)|no comments(?: yet)?|(?:view|show) (?:all )?comments|"
    r"(?:leave|post) a (?:comment|reply)|be the first to comment|comments (?:are|have been) closed\.?|"
    r"join the conversation|image source,[^.!?]{0,60}|image caption,?|follow us(?: on [^.!?]{1,60})?|"
    r"your email address will not be published\.? required fields are marked|"
    r"save my name, email, and website in this browser for the next time i comment\.?|"
    # German
    r"anzeige|werbung|(?:artikel|beitrag) teilen|teilen sie (?:den|diesen) (?:artikel|beitrag)|weiterlesen|mehr lesen|"
    r"\d[\d.,]* kommentare?|keine kommentare|kommentare? (?:schreiben|anzeigen)|folgen sie uns(?: auf [^.!?]{1,60})?|"
    # French
    r"publicité|partager (?:l'article|cet article|sur [^.!?]{1,20})|lire la suite|\d[\d.,]* commentaires?|"
    r"laisser un commentaire|suivez-nous(?: sur [^.!?]{1,60})?|"
    # Spanish, Portuguese
    r"publicidad|comparte? (?:este artículo|en [^.!?]{1,20})|leer más|seguir leyendo|\d[\d.,]* comentarios?|"
    r"deja un comentario|síguenos(?: en [^.!?]{1,60})?|publicidade|leia mais|"
    # Italian, Dutch
    r"pubblicità|condividi (?:l'articolo|su [^.!?]{1,20})|leggi tutto|continua a leggere|\d[\d.,]* commenti|"
    r"advertentie|lees verder|\d[\d.,]* reacties|"
    # Polish
    r"reklama|udostępnij(?: (?:ten )?artykuł)?|czytaj (?:więcej|dalej)|\d[\d.,]* komentarz[ey]?|dodaj komentarz|"
    r"zapisz się do newslettera|obserwuj nas(?: na [^.!?]{1,60})?|"
    # Turkish
    r"reklam|(?:(?:bu )?haberi )?paylaş|devamını oku|\d[\d.,]* yorum|yorum yap|bültenimize abone olun|"
    r"bizi (?:[^.!?]{1,40} )?takip edin|"
    # Russian
    r"реклама|поделиться(?: (?:статьей|новостью|ссылкой|в [^.!?]{1,20}))?|читать (?:далее|дальше|полностью)|"
    r"\d[\d.,]* комментари(?:й|я|ев)|оставить комментарий|подпи(?:сывайтесь|шитесь) на (?:наш[^.!?]{1,40}|рассылку)|"
    # Arabic
    r"إعلان|إعلانات|مشاركة|شارك(?: (?:هذا )?(?:المقال|الخبر))?|اقرأ المزيد|\d+ تعليق(?:ات|ا)?|أضف تعليق(?:ا|ك)?|"
    r"اشترك في (?:ال)?نشر[^.!?]{1,30}|تابعنا(?: على [^.!?]{1,60})?|"
    # Hindi
    r"विज्ञापन|शेयर करें|साझा करें|और पढ़ें|पूरा पढ़ें|\d+ टिप्पणिया(?:ँ|ं)|टिप्पणी करें|हमें [^.!?]{1,40} पर फॉलो करें|"
    # Chinese
    r"广告|廣告|分享(?:到[^.!?]{1,20}|本文|文章)?|阅读(?:更多|全文)|展开全文|\d+ ?[条則]?(?:评论|評論|留言)|发表评论|"
    r"关注我们(?:的[^.!?]{1,20})?|"
    # Japanese
    r"広告|シェア(?:する)?|続きを読む|コメント ?\d+ ?件|\d+ ?件のコメント|コメントする"
)
"""Lines that are page furniture wherever they stand alone."""

EDGE_FURNITURE = (
    r"(?:sign ?up|subscribe)(?: (?:now|here|today|free))?(?: (?:for|to)\b[^.!?]{1,80})?|comments?|save|menu|newsletter|"
    r"follow|close|photo of (?:admin|(?-i:[A-Z])[\w.'-]*(?: (?-i:[A-Z])[\w.'-]*){1,3})|"
    r"(?:give|gift) this article|share full article|name|website|"
    r"get (?:the|our) (?:app|newsletter)\b[^.!?]{0,40}|download (?:the|our) app\b[^.!?]{0,40}|"
    r"listen(?: to this (?:article|story))?|\d[\d.,]*k? (?:shares?|views?|likes?)|"
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,120}|reuse this content|please enable javascript.{0,80}|"
    r"all rights reserved\.?|"
    r"jetzt (?:anmelden|abonnieren)|newsletter abonnieren|kommentare|drucken|alle rechte vorbehalten|"
    r"abonnez-vous[^.!?]{0,60}|commentaires|imprimer|tous droits réservés|"
    r"suscríbete[^.!?]{0,60}|comentarios|imprimir|iscriviti[^.!?]{0,60}|"
    r"zapisz się[^.!?]{0,60}|komentarze|drukuj|wszelkie prawa zastrzeżone\.?|abone ol[^.!?]{0,40}|yorumlar|yazdır|"
    r"tüm hakları saklıdır\.?|комментарии|печать|распечатать|все права защищены\.?|التعليقات|طباعة|"
    r"جميع الحقوق محفوظة.{0,60}|टिप्पणियाँ|सर्वाधिकार सुरक्षित|"
    r"评论|打印|收藏|订阅.{0,20}|版权所有.{0,60}|コメント|印刷|無断転載.{0,40}"
)
"""Lines that could be a sentence or a heading elsewhere: furniture at the beginning or the end of the text only."""

OFFER = (
    r"(?:sign ?up|subscribe)(?: (?:now|here|today|free))? (?:for|to|and)\b.{0,60}\b(?:newsletters?|inbox|e-?mails?|"
    r"alerts?|updates|briefings?|letter)\b.{0,30}"
)
"""An offer that is furniture also in the middle of the text."""
