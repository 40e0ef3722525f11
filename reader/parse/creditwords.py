"""Words of the lines that name the author of a story, in the languages we have words for."""

BYLINE = (
    "by|written by|reported by|reporting by|report by|story by|text by|words by|posted by|published by|author|"
    "analysis by|opinion by|commentary by|review by|interview by|essay by|column by|"
    "von|text von|autor|autorin|par|auteur|por|texto de|di|testo di|autore|door"
)

NAME_PARTICLES = "de del della di da dos das du des van von der den ter ten zu la le el al bin ibn bint abu y e af av"

CONJUNCTIONS = "and|und|et|y|e|en|with|mit"

ROLES = (
    "our own special senior chief staff contributing contributor freelance "
    "correspondent correspondents reporter reporters editor editors writer writers agencies agency news times post "
    "courier journal herald tribune press redaktion korrespondent korrespondentin correspondant corresponsal"
)
