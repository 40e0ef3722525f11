"""Words that say nothing of what a text is about, by language, as `tokens` gives them.

One set serves all languages, since a text does not always say its own: so a word that carries news in another of the
languages is left out (German "war" and "hat", French "car" and "son", Scandinavian "men", Italian "come").
Single letters are no terms anyway.
"""

_ENGLISH = """
about above after again against all almost already also although always am among an and another any anyone anything are
aren around as at away back be became because become becomes been before being below between both but by can cannot
could couldn did didn do does doesn doing don done down during each either else enough especially etc even ever every
everyone everything few for from further get gets getting give go goes going gone got had hadn has hasn have haven
having he her here hers herself him himself his how however if in including indeed instead into is isn it its itself
just let like ll many may maybe me might mine more most much must my myself near nearly neither never no nobody none nor
not nothing now of off often on once one only onto or other others our ours ourselves out over own per perhaps please
put quite rather re really said same say saying says see seem seemed seems seen several shall she should shouldn since
so some someone something sometimes soon still such take taken than that the their theirs them themselves then there
therefore these they thing things this those though through thus to together told too took toward towards two under
until up upon us use used using ve very via was wasn way we well went were weren what whatever when whenever where
whether which while who whole whom whose why will with within without won would wouldn yes yet you your yours yourself
"""

_GERMAN = """
ab aber alle allem aller alles als an andere anderen anderer anderes andern auch auf aus außer bald bei beide beiden
beim bereits besonders bis bisher bleibt da dabei dadurch dafür dagegen daher damals damit danach daneben dann daran
darauf daraus darf darin darum darunter darüber das dass dasselbe davon davor dazu dein deine dem demnach den denen denn
dennoch der deren derer des deshalb dessen dich die diese diesem diesen dieser dieses dir doch dort du durch dürfen
ebenso eher eigentlich ein eine einem einen einer eines einige einigen einmal er erst erste ersten es etwa etwas euch
euer für gegen gegenüber geht genau gibt habe haben heißt her hier hin hinter hätte hätten ich ihm ihn ihnen ihr ihre
ihrem ihren ihrer ihres im immer in indem innerhalb ins ist jede jedem jeden jeder jedes jedoch jetzt kann kein keine
keinem keinen keiner können könnte könnten laut mehr mein meine meisten mich mir mit muss musste müssen nach nachdem
neben nicht nichts noch nun nur nämlich ob oder ohne sagt sagte schon sehr sei seien sein seinem seinen seiner seit
seitdem selbst sich sie sind so sobald sogar solche solchen soll sollen sollte sollten sondern sonst sowie statt trotz
um und uns unser unsere unter viel viele vielen vielleicht vom von vor wann waren warum was wegen weil weitere weiteren
weiterhin welche welchen welcher wenig wenn wer werde werden wie wieder will wir wird wo wobei wohl wollen worden wurde
wurden während würde würden zu zudem zum zur zurück zwar zwischen über
"""

_FRENCH = """
afin ainsi alors après assez au aucun aucune aujourd auquel aussi autour autre autres aux avaient avait avant avec avoir
beaucoup bien ce ceci cela celle celles celui cependant certains ces cet cette ceux chaque chez combien comme contre
dans de depuis dernier dernière derrière des dessus deux devant doit donc dont du durant dès désormais elle elles en
encore enfin ensuite entre est et eux faire fait fois font fut grâce hier hors ici il ils jamais jusqu jusque la
laquelle le lequel les lesquels leur leurs lors lorsqu lorsque lui mais malgré mes moins mon même mêmes ne ni non nos
notamment notre nous on ont ou où par parce parmi pas pendant personne peu peut peuvent plus plusieurs plutôt pour
pourquoi pourtant près puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi sa sans se selon
sera serait ses si sinon soit sont sous souvent sur surtout tandis tant telle tels toujours tous tout toute toutefois
toutes trop très un une vers voici voilà vos votre vous étaient était étant été être
"""

_SPANISH = """
ahora al algo alguna algunas alguno algunos algún allí ambos ante antes aquel aquella aquellos aquí así aunque aún bajo
bien cada casi como con contra cual cuales cualquier cuando cuanto cuál cuándo cómo de del desde después dice dijo donde
dos durante dónde el ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba estaban
estado estar estas este esto estos está están fue fueron ha haber había habían hace hacen hacer hacia han hasta hay
incluso jamás junto la las le les lo los luego me mediante menos mi mientras mis misma mismo mucha muchas mucho muchos
muy más nada nadie ni ninguna ningún no nos nosotros nuestra nuestro nunca otra otras otro otros para pero poco podría
por porque puede pueden pues que quien quienes quién qué se según ser será si sido siempre siendo sin sino sobre solo
su sus sí sólo tal también tampoco tan tanto te tener tenía tiene tienen toda todas todavía todo todos tras tu tus
un una unas uno unos usted va varias varios ya yo él
"""

_ITALIAN = """
ad agli ai al alcune alcuni alla alle allo allora altra altre altri altro anche ancora avere aveva avevano bene che chi
ci cioè circa ciò col comunque con contro così cui da dagli dai dal dalla dalle dallo degli dei del della delle dello
dentro di dice dietro dopo dove dunque durante ed egli ella erano essa esse essere essi fa fare fino fra già gli grazie
ha hanno il in infatti inoltre insieme invece io la le lei li lo loro lui ma me meno mentre mi mia mio molti molto ne
negli nei nel nella nelle nello nessun nessuno niente noi non nostra nostro nulla oggi ogni oltre oppure ora per perché
però più poco poi possono potrebbe presso prima proprio può qual qualche quale quali quando quanto quasi quella quelle
quelli quello questa queste questi questo qui quindi se secondo sei sempre senza si sia siamo solo sono sopra
soprattutto sotto stata stati stato stessa stesso su sua sugli sui sul sulla sulle suo suoi tra tutta tutte tutti tutto
un una uno verso vi voi
"""

_PORTUGUESE = """
agora ainda algum alguma algumas alguns alguém ali além ao aos apenas após aquela aquele aqueles aqui as assim até bem
cada com como contra da das de dela dele deles depois desde dessa desse desta deste disse do dos durante ela elas ele
eles em enquanto entre então era eram essa essas esse esses esta estava estavam este estes está estão eu foi foram há
isso isto já la lhe lo logo mais mas me mesma mesmo meu minha muita muitas muito muitos na nada nas nem nenhum nesta
neste ninguém no nos nossa nosso num numa nunca não nós onde os ou outra outras outro outros para pela pelas pelo pelos
pode podem pois por porque porém pouco pôde qual qualquer quando quanto quase que quem se segundo seja sem sempre sendo
ser será seu seus sobre sua suas só também te tem tendo ter teve tinha tinham toda todas todo todos tudo tão têm um uma
umas uns você vocês às
"""

_DUTCH = """
aan achter af al alle alleen alles als altijd andere anderen behalve beide ben bij bijna binnen boven buiten daar daarna
daarom dan dat de deze die dit doch doen dus echter een eens eerst eerste elk elke en er erg ge geen gegaan geweest had
hadden heb hebben heeft hem hen het hier hij hoe hun iemand iets ik in is ja je jij jou jouw kan kon konden kunnen maar
meer meest mijn moet moeten na naar naast niet niets nog nooit nu of om omdat onder ons onze ook op opnieuw over per
reeds sinds slechts sommige staat steeds te tegen terwijl toch toen tot tussen uit vaak van vanaf vanuit veel volgens
voor vooral waar waarom wanneer waren wat we weer wel welke werd werden wie wij wil worden wordt zal ze zeer zegt zei
zelf zelfs zich zij zijn zo zoals zonder zou zouden zowel
"""

_SCANDINAVIAN = """
aldri all alla alle allt alt andra att av bara bare begge blev blir blitt blive bliver bort både da de deg dei dem den
denna denne der deras dere deres det detta dette dig din disse dom du där då efter eftersom ej eller en ennå er ett
etter fik fikk finns flera flere for fra fram från få får för före før gjort gå går ha hadde hade haft har havde henne
hennes her hon hos hur hvad hvem hver hvilken hvis hvor hvordan hvorfor här igen igjen ikke in inn innan inom inte jag
jeg jo kan kommer kun kunde kunne mange med meg mej mellan mellem mellom mer mera mig min mod mot mycket mye må många
måste nei nej noe noen nog nogen noget nogle nok nu när nå någon något några når också og også oss over på sa sade sagde
samma samme samt sedan seg ser sidan siden sig sin sina sine sitt själv ska skal skall skulle slik som så sådan tid til
under upp ut utan uten vad var vara vart ved vem vi vid vil vilka vilken vill vår være været vært än ännu är åt över
"""

_POLISH_AND_CZECH = """
aby albo ale ani aż bardzo bez bo bude budou by byl byla bylo byly być był była było były být będzie będą chce ci co coś
czy czyli dla dlaczego do dopiero gdy gdzie go ich ile im inne inny ja jak jaki jakie jako je jednak jego jej jejich
jemu jen jest jestem jeśli ještě již jsem jsou już kde kdo kdy kiedy která které který kto która które którego której
który których którzy lub ma mają mezi mi mimo między mnie może można my na nad nam nas naszego natomiast nawet ne nebo
nech ni nich nie niej nim niż no obecnie od około on ona one oni oraz pak po pod podczas podle pokud pomimo ponieważ
poza pro proti protože przed przede przez przy před při se się sobie sou swoje są ta tak taki takie také także tam te
tego tej ten tento teraz też to toho tu tuto tych tylko tym ve velmi vlastní více však we wiele więc wszyscy wszystko
właśnie za zaś ze że
"""

_OTHER_LATIN = """
aan acaba această acest aceste acestea acum ada adalah ai aici akan ale am ama ancak anda antara apa ar asta asupra atas
atau az azonban azt aţi bagi bahwa banyak baru bazı be belum bir biri bisa biz bu bukan buna bunu bunun ca ce cea cei
cel cele cho csak cu cum các có că către cũng của da daha dalam dan dapat dar dari de deja dengan despre değil di dia
din dintre diye după ea egy egyik ei eivät en ennen este että eu ez ezek ezt fi fie fost gibi hanem hanya harus he hem
her hogy hän họ ia iar ile ini is ise itu için ja jika jo joka jonka jos jotka juga jól kadar kami kanssa karena kata ke
kendi kepada khi không ki kita koska kuin kun la lagi lain lalu le lebih lesz lui là lại mai me meg mely mereka mert mi
minden mint mu mukaan mult mutta myös mà már még một nagy namun nasıl ne neden nem người nhiều như nhưng những nici niin
niște noin nu nyt này nếu olan olarak oldu olduğu olduğunu ole oleh oli olivat olla olup on onlar onu onun orang ott
ovat pada para pe pedig pentru peste prin pun ra rằng sa saat sadece sangat sau saya se sebagai sebuah secara sejak
sekitar sekä sem sen seperti serta setelah siitä sitä siz sonra sudah sunt szerint să său sẽ tai tarafından te telah
terhadap tersebut tetapi theo thì tidak toate trong trên trước tämä tämän több tüm tại từ un unei unor untuk unui va
vagy vain van var ve veya voi volt voltak vor và vào về với ya yaitu yang yani yok çok çünkü és în într önce úgy đang đã
đó được đến để şey şi şu și
"""

_CYRILLIC = """
або але без би более больше був була були було был была были было быть вам вас ваш весь вже во вона вони воно вот
впрочем все всегда всего всех всю вся всё всі вы від він где да даже два де для до его ее ей если есть еще ещё её же за
здесь зі из или им имени их його как какая какой когда коли конечно кото которая которого которой котором которую
которые который которых котрий кто куда ли либо лишь лучше между меня ми мне много может можно мой моя мы на над надо
наиболее нам нас наш не него нее ней некоторые нельзя несколько нет ни ним них но ну ні об один однако около он она они
оно от перед по под пока после потом потому почти при про під раз робити сам свое своего своей свои своих свой свою себе
себя сегодня сейчас сказал сказала со совсем та так такая также такие такого також такой там те тебя тем теперь ти то
тогда того тоже той только том тому тот тут ты уже хоть хотя це цей ця ці чего чем через чи что чтобы чуть що щоб эта
эти этим этих это этого этой этом этот эту як яка який яких якщо які із їх її
"""

_GREEK = """
ένα έναν ένας έχει έχουν ήταν αλλά αν από αυτά αυτές αυτή αυτού αυτό αυτός για γιατί δεν δύο εάν είναι είχε ενός ενώ
επίσης θα κάθε και κατά λίγο μέχρι μία μας με μετά μη μια μόνο να οι ούτε πιο πολύ που πριν προς πως σας σε στα στη στην
στις στο στον στους στων τα τη την της τι τις το τον του τους των ως όμως όπως όταν ότι όχι
"""

_ARABIC_AND_PERSIAN = """
آن آنها آنچه أبو أحد أخرى أكثر ألا أما أمام أن أنا أنه أنها أنهم أو أول أي أيضا أين إذ إذا إلا إلى إما إن إنه إنها از
اس است اسے اش التي الذي الذين اللذان ان انہوں انہیں او اپنا اپنی اپنے اگر ای این ایک بأن با باید بر برای بعد بعض بل بن
به بها بود بودند بوده بين بھی بی تا تحت تر ترین تكون تلك تم تو توسط تک تھا تھی تھیں تھے ثم جا جب جدا جس جن جو حتى حول
حيث حين خلال خواهد خود دارد دارند داشت داشته در دو دون دیگر ذلك را روی رہا رہی رہے سوف سپس سکتا سے شد شدن شده شدہ شود
شوند ضد ضمن طرح طور عام عبر عدة عدم على عليه عليها علیه عن عند عندما غير فإن فقد فقط فهو في فيه فيها قال قالت قبل قد
كان كانت كل كلا كما كنت كيف لأن لئے لا لدى لقد لكن لكنه لم لماذا لن له لها لهم لو ليس ليست لیکن لیے ما ماذا مثل مزید
مع مما من منذ منه منها مورد می میں نحن نحو ندارد نعم نه نہیں نیز نیست نے هؤلاء ها های هایی هذا هذه هر هستند هل هم همه
همین هنا هناك هو هي وأن وإلى وإن والی والے وفي وقال وقد وكان وكانت ولا ولم وما ومع ومن وهذا وهذه وهو وهي وہ وی يا يتم
يكون يمكن يوم پر پھر چند چنین چه چون کا کر کرتے کرد کردن کرده کرنے کسی کند کنند که کو کوئی کہ کہا کی کیا کیلئے کے گئی
گئے گا گفت گفته گی ہو ہوئی ہوئے ہوا ہونے ہوں ہی ہیں ہے یا یک یہ
"""

_HEBREW = """
אבל או אולי אותה אותו אותם אחרי אחת אי איך אין אך אל אלא אלה אם אמר אנחנו אני את אתה בה בו בין בכל גם דרך הוא הזאת הזה
היא היה היו היתה הם הן הרבה ולא זאת זה זו יותר יש כאן כבר כדי כי כך כל כמו כן כפי לא לאחר לה להיות להם לו לי לכל לפי
לפני מאוד מה מי מן מפני עד עוד על עם עצמו פי רק של שלא שלה שלהם שלו שם תחת
"""

_INDIC = """
अगर अधिक अन्य अपना अपनी अपने अब अभी आदि आप इन इनका इस इसका इसकी इसके इसमें इससे इसी इसे उन उनका उनकी उनके उनको उन्हें
उन्होंने उस उसका उसकी उसके उसने उसे एक एवं ऐसा ऐसे ओर और कई कब कभी कर करता करते करना करने करें कहते कहा का कि किए किया
किसी की कुछ के को कोई कौन क्या क्यों गई गए गया गयी जब जहां जाता जाती जाते जाने जिन जिस जिसमें जिसे जैसे जो ज्यादा तक तथा
तब तरह तो था थी थीं थे दिया दी दो दौरान द्वारा नहीं ना ने पर पहले फिर बहुत बाद बारे भी मगर में मैं यदि यह यहां यही या ये
रहा रही रहे लिए लेकिन वह वहां वाला वाली वाले वे सकता सकती सकते सब सभी साथ से हम ही हुआ हुई हुए है हैं हो होगा होता होती
होते होना होने আছে আমরা আমার আমি আর ইত্যাদি উপর এই এক একটি এবং এমন এর করতে করা করে করেছে করেছেন করেন কি কিছু কিন্তু কে
কোন গিয়ে জন্য তবে তা তাদের তার তারা তিনি থেকে দিয়ে দেওয়া না নিয়ে পর পরে পর্যন্ত বলে বলেন বা মধ্যে যা যায় যে শুধু
সঙ্গে সে সেই হচ্ছে হবে হয় হয়ে হয়েছে হলে
"""

_CHINESE_AND_KOREAN = """
一个 一些 一個 一种 不是 不能 並且 之后 之间 也是 了一 于是 什么 他们 他們 以及 以后 但是 你们
個的 其中 具有 到了 可以 可能 因为 因此 因為 在一 她们 如何 如果 它们 对于 對於 就是 已經 已经
并且 当时 很多 後來 怎么 成为 我们 我們 所以 所有 於是 时候 是一 是在 時候 曾经 有的 沒有 没有
然后 现在 現在 由于 的一 的人 的是 自己 至于 虽然 表示 觉得 认为 还是 这个 这些 这是 这种 這些
這個 那个 那些 都是 雖然 非常 것으 것이 그러 그리 까지 니다 라고 부터 습니 에게 에는 에도 에서
으로 으며 이다 이라 있는 있다 지만 하고 하는 하지 한다 합니 했다
"""

STOP_WORDS = frozenset(
    " ".join(
        (
            _ENGLISH,
            _GERMAN,
            _FRENCH,
            _SPANISH,
            _ITALIAN,
            _PORTUGUESE,
            _DUTCH,
            _SCANDINAVIAN,
            _POLISH_AND_CZECH,
            _OTHER_LATIN,
            _CYRILLIC,
            _GREEK,
            _ARABIC_AND_PERSIAN,
            _HEBREW,
            _INDIC,
            _CHINESE_AND_KOREAN,
        )
    )
    .casefold()
    .split()
)
