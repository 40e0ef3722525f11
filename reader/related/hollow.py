"""Words that two texts may well share, but that explain little or nothing to a reader who asks why they are related.

All are terms, as `term_of` gives them. The commonest words of all are no terms: see `reader.text.stopwords`.
"""

import re
from functools import cache

from reader.text.terms import term_id, term_of

_TIMES = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues thu thur thurs fri
january february march april june july august september october november december
jan feb apr jun jul aug sep sept oct nov dec gmt utc cet edt pst pdt bst
second minute hour day week month year weekend morning afternoon evening night today yesterday tomorrow tonight daily
weekly monthly annual
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember
tag tage woche monat monate jahr jahre
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre novembre
décembre jour semaine mois année
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
octubre noviembre diciembre día semana mes año
lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre
dicembre giorno settimana mese anno
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei augustus dag jaar maand
segunda terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro outubro dezembro
понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля июня июля августа сентября
октября ноября декабря
月曜 火曜 水曜 木曜 金曜 土曜 日曜 曜日 星期 期一 期二 期三 期四 期五 期六 期日 周一 周二 周三 周四 周五 周六 周日
年 月 日 时 時 分 点 年月 月日 今年 去年 昨天 今天 월요 화요 수요 목요 금요 토요 일요 요일 년 월 일
"""

_NUMBERS = "three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion trillion"

_VERBS = """
add added adding agree agreed allow allowed announce announced appear appeared ask asked asking become begin beginning
began begun believe believed bring brought build built buy call called calling carried carry change changed claim
claimed close closed come continue continued cost cut decide decided die died end ended expect expected explain
explained face faced fall fallen falling feel fell felt find finding follow followed following force forced found gave
give given grew grow growing grown happen happened hear heard held help helped hit hold holding hope hoped include
included join joined keep kept knew know known lead leave led left let live lived look looked looking lose losing lost
made make making mean meant meet met move moved need needed offer offered open opened pass passed paid pay plan planned
play played prove proved provide provided put raise raised raising reach reached read receive received remain remained
report reported return returned rise risen rising rose run running sat seek sell send sent serve served set show showed
shown sit sold speak spent spoke stand standing start started stay stayed stood stop stopped talk talked tell think
thought told took tried try turn turned wait waited waiting walk walked want wanted warn warned watch watched went win
won work worked working write written wrote
"""

_QUALITIES = """
able alone ago apart bad best better big bigger biggest clear common different early earlier easy far final first
forever former free full fully good great greatest hard high higher highest huge important large larger largest last
late later latest least likely little local long longer low lower main major new newer next old older possible
previous quick quickly ready real recent recently right serious short similar simple small smaller special strong sure
third top true whole wide young
"""

_GENERALITIES = """
article case comment half kind lot name news number part people person photo picture place point quarter reason
reporter side spokesman spokeswoman statement story thing time video way world
"""

_WEB = """
click comment download email file homepage link page post site url webpage website
"""

_ADDRESSES = "ftp htm html http https mailto php www"


def _terms(listed: str) -> frozenset[str]:
    return frozenset(filter(None, map(term_of, listed.split())))


_NOTHING = _terms(f"{_TIMES} {_NUMBERS} {_ADDRESSES}")
_LITTLE = _terms(_VERBS + _QUALITIES + _GENERALITIES + _WEB)
_COUNT = re.compile(r"\d+(?:st|nd|rd|th|s|am|pm)?")


@cache
def counts() -> frozenset[int]:
    """Give what the terms that are small numbers are known by: larger ones may be what an event is told by."""
    return frozenset(term_id(str(count)) for count in range(100))


def says_nothing(term: str) -> bool:
    """Tell whether a term is a number, or a part of a date or of an address."""
    return term in _NOTHING or _COUNT.fullmatch(term) is not None


def says_little(term: str) -> bool:
    """Tell whether a term is one of the common verbs, adjectives and general nouns of English news."""
    return term in _LITTLE
