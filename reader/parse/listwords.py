"""What news pages write above their lists of other articles and tags, in the languages we have words for.

Each phrase is matched against a whole line, or what stands before its colon, without regard to case.
"""

RELATED = (
    r"(?:more )?related (?:articles?|stor(?:y|ies)|posts?|news|content|coverage)|more on this (?:story|topic)|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended (?:stories|articles|for you)|more stories|"
    r"mehr zum thema|verwandte (?:artikel|themen|beiträge)|das könnte sie auch interessieren|lesen sie auch|"
    r"à lire aussi|lire aussi|à lire également|sur le même (?:sujet|thème)|articles (?:liés|similaires|connexes)|"
    r"noticias relacionadas|artículos relacionados|te puede interesar|lea también|lee también|"
    r"leggi anche|articoli correlati|potrebbe interessarti|leia também|artigos relacionados|"
    r"lees ook|gerelateerde artikelen|"
    r"(?:powiązane|podobne) (?:artykuły|tematy)|czytaj (?:też|także|również)|"
    r"ilgili (?:haber(?:ler)?|yazılar|içerikler)|bunlar da ilginizi çekebilir|"
    r"(?:другие )?материалы по теме|читайте также|похожие (?:статьи|материалы|новости)|"
    r"(?:مواضيع|مقالات|أخبار) ذات صلة|اقرأ أيض(?:اً|ًا|ا)|قد يعجبك أيض(?:اً|ًا|ا)|"
    r"संबंधित (?:खबरें|ख़बरें|लेख|समाचार)|(?:यह|ये) भी पढ़ें|"
    r"相关(?:文章|新闻|阅读|报道)|相關(?:文章|新聞|報導)|延伸(?:阅读|閱讀)|推荐阅读|関連(?:記事|ニュース)|あわせて読みたい"
)
"""Headings of the publisher's list of related articles."""

CLOSING_RELATED = (
    r"related|recommended|recommended reading|read next|check also|up next|more from .{1,30}|more in .{1,30}|"
    "ähnliche artikel|weitere artikel|à voir aussi|relacionad[oa]s|correlati|gerelateerd|"
    "powiązane|zobacz (?:też|także|również)|по теме|推荐"
)
"""Headings of such lists that a story of its own may have too: they count at the end of a page only."""

POPULAR = (
    r"most (?:popular|read|viewed|shared|commented)|trending(?: now)?|popular (?:posts|stories|now)|"
    r"top stories|latest (?:news|stories|posts)|editor'?s'? picks?|in case you missed it|"
    r"meistgelesen|am meisten gelesen|les plus lus|lo más leído|mais lidas|i più letti|meest gelezen|"
    r"najczęściej czytane|en çok okunanlar|самое (?:читаемое|популярное)|популярное|الأكثر قراءة|"
    r"热门(?:文章|新闻)?|人気記事|アクセスランキング"
)
"""Headings of lists that have nothing to do with the story, at the end of a page."""

NAVIGATION = (
    r"(?:previous|next|older|newer) (?:article|post|story|entry|articles|posts|stories|entries)|"
    r"(?:vorheriger|nächster) (?:artikel|beitrag)|article (?:précédent|suivant)|artículo (?:anterior|siguiente)|"
    r"(?:poprzedni|następny) artykuł|(?:önceki|sonraki) haber|(?:предыдущая|следующая) статья|"
    r"المقال (?:السابق|التالي)|(?:पिछला|अगला) लेख|[上下]一篇|[前次]の記事"
)
"""What leads to the articles published before and after this one."""

ANNOUNCED = (
    "read more|read also|also read|read next|related|related (?:article|story)|lesen sie auch|mehr zum thema|"
    "à lire aussi|lire aussi|à lire également|lea también|lee también|leggi anche|leia também|lees ook|"
    "(?:czytaj|zobacz) (?:też|także|również)|ayrıca okuyun|ilgili haber|читайте также|по теме|"
    "اقرأ أيض(?:اً|ًا|ا)|(?:यह|ये) भी पढ़ें|延伸(?:阅读|閱讀)|相关阅读|関連記事"
)
"""What stands before a colon and the title of one related article."""

TAGS = (
    "tags|topics|related topics|keywords|filed under|schlagwörter|schlagworte|mots-clés|étiquettes|etiquetas|temas|"
    "argomenti|"
    "tagi|tematy|etiketler|теги|темы|ключевые слова|метки|وسوم|الوسوم|كلمات مفتاحية|टैग|टैग्स|标签|關鍵字|关键词|タグ"
)
"""What stands before a colon and a list of tags."""
