"""Words of dates and of the lines that hold them, in the languages we have words for."""

MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari "
    "stycznia styczeń ocak января янв يناير كانون_الثاني जनवरी",
    "february feb februar février fevrier févr fév febrero febbraio fevereiro fev februari "
    "lutego luty şubat subat февраля фев فبراير شباط फरवरी फ़रवरी",
    "march mar märz mär mrz mars marzo março marco maart mrt marca marzec mart марта مارس آذار मार्च",
    "april apr avril avr abril abr aprile kwietnia kwiecień nisan апреля апр أبريل ابريل إبريل نيسان अप्रैल",
    "may mai mayo maggio mag maio mei maja maj mayıs мая مايو أيار ايار मई",
    "june jun juni juin junio giugno giu junho czerwca czerwiec haziran июня июн يونيو يونيه حزيران जून",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec temmuz июля июл يوليو يوليه تموز जुलाई",
    "august aug août aout agosto ago augustus sierpnia sierpień ağustos августа авг أغسطس اغسطس آب अगस्त",
    "september sep sept septembre septiembre setiembre settembre set setembro "
    "września wrzesień eylül сентября сен сент سبتمبر أيلول ايلول सितंबर सितम्बर",
    "october oct oktober okt octobre octubre ottobre ott outubro out "
    "października październik ekim октября окт أكتوبر اكتوبر تشرين_الأول अक्टूबर अक्तूबर",
    "november nov novembre noviembre novembro listopada listopad kasım kasim ноября ноя نوفمبر تشرين_الثاني नवंबर नवम्बर",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro "
    "grudnia grudzień aralık aralik декабря дек ديسمبر كانون_الأول दिसंबर दिसम्बर",
)
"""Names and abbreviations of each month, "_" for a space. Chinese, Japanese and Korean number them."""

WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom "
    "lunedì martedì mercoledì giovedì gio venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार "
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 "
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"
)

PUBLISHED = (
    "published on|published at|published|posted on|posted|first published|date|issued|created|"
    "veröffentlicht am|veröffentlicht|erstellt am|erschienen am|stand|datum|"
    "publié le|publié|paru le|mis en ligne le|publicado el|publicado em|publicado|fecha|pubblicato il|pubblicato|data|"
    "gepubliceerd op|gepubliceerd|opublikowano|data publikacji|yayınlanma tarihi|yayınlanma|giriş|tarih|"
    "опубликовано|дата публикации|дата|نُشر في|نشر في|نُشر|تاريخ النشر|प्रकाशित|"
    "发布时间|发布于|发表于|发布|發布時間|時間|时间|日期|公開日|公開|掲載日|配信"
)

UPDATED = (
    "last updated on|last updated at|last updated|updated on|updated at|updated|last modified on|last modified|"
    "aktualisiert am|aktualisiert|zuletzt aktualisiert|mis à jour le|mis à jour|modifié le|"
    "actualizado el|actualizado|atualizado em|atualizado|aggiornato il|aggiornato|bijgewerkt op|bijgewerkt|"
    "zaktualizowano|aktualizacja|güncelleme tarihi|güncelleme|son güncelleme|güncellendi|обновлено|изменено|"
    "آخر تحديث|تم التحديث|تحديث|अपडेटेड|अपडेट|अद्यतन|更新时间|更新于|更新時間|更新日時|更新日|更新"
)

BESIDE_DATES = (
    "gmt utc on at the of um am den le el il à a las alle ore om de uhr local time heure hora "
    "r godz o saat г года в الساعة في م को बजे"
)
"""What may stand beside a date or time and says nothing."""

READING_TIME = (
    r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura|czas czytania|okuma süresi|время чтения)?"
    r"[: ]*(?:ca\.|about)? *\d+ ?(?:min(?:ute)?s?\.?|minuten|minutos?|minuty?|dakika|минут[аы]?|мин|"
    r"मिनट|دقائق|分钟)(?: (?:read|lesezeit|de lecture|de lectura))?"
)

AGE = (
    r"(?:\d+|an?|one) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|just now|yesterday|"
    r"vor (?:\d+|einem|einer) \w+|il y a \d+ \w+|hace \d+ \w+|"
    r"\d+ \S+ (?:temu|önce|назад|पहले)|(?:منذ|قبل) \d+ \w+|\d+ ?(?:分钟|小时|天|分|時間|日)前"
)
"""A time that is told from the day the page was saved, which nobody knows."""
