"""Invented news for the screenshots: papers, places and people that do not exist."""

from typing import NamedTuple


class Made(NamedTuple):
    """One invented article."""

    feed: str
    hours: float
    """Hours before now at which it was published."""
    title: str
    author: str
    html: str


FOLDERS = {"Port Post": "World", "Northern Wire": "World", "Harbour Daily": "World", "Field Notes": "Science"}
BROKEN = "Broken Weekly"

_LEAD = (
    "<p>Dock workers in Kelderhaven stayed out for a third day on Monday. Talks over pay between the union Havenbond "
    "and the terminal company Quayline stall while forty ships wait in the roads.</p>"
)
_LONG = (
    _LEAD
    + "<h2>What the two sides want</h2>"
    + "<ul><li>Havenbond asks for six per cent and a shorter night shift;<ul><li>crane crews want the same for the"
    " weekend;</li></ul></li><li>Quayline offers four, and <a href='https://port.example/offer'>no change to"
    " shifts</a>.</li></ul>"
    + "<blockquote><p>We load by hand what they count by machine, said Ines Tolmar, who speaks for the crews.</p>"
    "</blockquote>"
    + "<table><tr><th>Quay</th><th>Ships waiting</th><th>Days</th></tr><tr><td>North</td><td>18</td><td>3</td></tr>"
    "<tr><td>Grain</td><td>9</td><td>2</td></tr><tr><td>Container</td><td>13</td><td>3</td></tr></table>"
    + "<p>The harbour master keeps the <em>waiting list</em> open to all, as plain text:</p>"
    "<pre>18  North      Aurora, Meridian, Sola\n 9  Grain      Upland, Brae\n13  Container  Polaris</pre>"
    + "<p>A mediator, <strong>Jonas Veld</strong>, is to meet both sides on Wednesday"
    " (<a href='https://wire.example/veld'>portrait</a>).</p><img src='https://port.example/q.jpg' alt='Cranes at rest"
    " over the north quay'>"
)

NEWS = [
    Made("Port Post", 2, "Harbour strike at Kelderhaven enters day three", "A. Writer", _LONG),
    Made(
        *("Northern Wire", 3, "Kelderhaven dockers reject Quayline's offer", "Wire desk"),
        _LEAD
        + "<p>The union Havenbond has turned down the offer of the terminal company Quayline. Dock workers in"
        " Kelderhaven voted by a show of hands on the north quay; the harbour strike goes on.</p>",
    ),
    Made(
        *("Harbour Daily", 4, "Crane crews join the strike in Kelderhaven", "M. Aldous"),
        _LEAD
        + "<p>Crane crews joined the dock workers of Kelderhaven on Monday morning. Ines Tolmar of the union Havenbond"
        " counted two hundred at the gate; Quayline says the harbour strike costs a million a day.</p>",
    ),
    Made(
        *("Port Post", 26, "Old grain terminal in Kelderhaven finds a buyer", "Jonas Berg"),
        "<p>The grain terminal of Kelderhaven has been sold to Upland Growers, a cooperative. The port and the union"
        " Havenbond welcome the new owner.</p>",
    ),
    Made(
        *("Northern Wire", 50, "Quayline warns of a poor year at its terminals", "Wire desk"),
        "<p>The terminal company Quayline expects fewer containers in Kelderhaven next year, and calls the pay talks"
        " with the union Havenbond difficult.</p>",
    ),
    Made(
        *("Field Notes", 6, "A quieter way to count bats", "R. Sund"),
        "<p>Two biologists in Oster Vale count bats by the small changes of pressure that their wings leave, with"
        " microphones that cost less than a sandwich.</p>",
    ),
    Made(
        *("Field Notes", 30, "Peat bogs remember the year the river moved", "L. Imre"),
        "<p>Layers of pollen in the bogs above Oster Vale show that the river Lode left its bed within a single"
        " spring, eight hundred years ago.</p>",
    ),
    Made(
        *("Harbour Daily", 31, "Ferry to the Sund islands gets electric engines", "M. Aldous"),
        "<p>The ferry to the Sund islands will run on batteries from May. The crossing takes four minutes longer and"
        " makes hardly a sound.</p>",
    ),
    Made(
        *("Northern Wire", 70, "Oster Vale opens its first night library", "Wire desk"),
        "<p>Oster Vale has opened a library that lends from ten at night to six in the morning, for nurses, bakers and"
        " those who can't sleep.</p>",
    ),
    Made(
        *("Port Post", 98, "Fog closes the Lode bridge for a morning", "A. Writer"),
        "<p>Fog closed the bridge over the Lode until noon. Ferries ran with horns and a man at the bow.</p>",
    ),
    Made(
        *("Field Notes", 120, "What the lighthouse keeper wrote down", "R. Sund"),
        "<p>Sixty years of a lighthouse keeper's diary are the first record of birds that cross the Sund.</p>",
    ),
]
