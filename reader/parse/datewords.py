"""Words of dates and of the lines that hold them, in the languages we have words for."""

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

READING_TIME = (
    r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura)?[: ]*(?:ca\.|about)? *\d+ ?"
    r"(?:min(?:ute)?s?\.?|minuten|minutos?)(?: (?:read|lesezeit|de lecture|de lectura))?"
)

AGE = (
    r"(?:\d+|an?|one) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago|just now|yesterday|"
    r"vor (?:\d+|einem|einer) \w+|il y a \d+ \w+|hace \d+ \w+"
)
"""A time that is told from the day the page was saved, which nobody knows."""
