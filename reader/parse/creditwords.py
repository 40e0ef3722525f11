"""Words of the lines that name the author of a story, in the languages we have words for."""

BYLINE = (
    "by|written by|reported by|reporting by|report by|story by|text by|words by|posted by|published by|author|"
    "analysis by|opinion by|commentary by|review by|interview by|essay by|column by|"
    "von|text von|autor|autorin|par|auteur|por|texto de|di|testo di|autore|door|"
    "tekst|opracowanie|yazan|muhabir|автор|авторы|корреспондент|بقلم|إعداد|作者|记者|記者|来源|來源|執筆"
)

LABELLED_BYLINE = "words|text|story|haber|yazar|текст|كتب|كتبت|بواسطة|लेखक|लेखिका|संवाददाता|द्वारा|文|图文|撰文|筆者"
"""What is a byline only with a colon behind it."""

NAME_PARTICLES = "de del della di da dos das du des van von der den ter ten zu la le el al bin ibn bint abu y e af av"

NO_NAMES = "the my your his her its our their this that these those no all far hand now then"
"""Words that may follow "by" and begin no name."""

CONJUNCTIONS = "and|und|et|y|e|en|with|mit|(?-i:i)|oraz|ve|и|और|和"

ROLES = (
    "our own special senior chief staff contributing contributor freelance "
    "correspondent correspondents reporter reporters editor editors writer writers agencies agency news times post "
    "courier journal herald tribune press redaktion korrespondent korrespondentin correspondant corresponsal"
)
