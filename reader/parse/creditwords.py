"""Words of the lines that name the author of a story, in the languages we have words for."""

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
