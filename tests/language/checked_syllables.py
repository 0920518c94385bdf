"""More than 150 words cut into syllables by hand, as they sound: the ground truth for the rules.

Words of the reading lessons, of the market, the kitchen, the office and the river.
"""

OPEN = """
i-bu u-bi ma-u bu-mi ka-ki tu-a u-si-a bi-a-sa di-a se-mu-a se-di-a ke-la-bu ku-e ke-pa-la
se-pa-tu ka-re-na ba-ha-sa u-sa-ha ba-yi bi-a-ya ce-ri-ta bi-ca-ra de-wa-sa ca-ha-ya ke-ri-ta
"""

CLOSED = """
i-kan da-un ka-in la-ut a-ir ba-ik na-ik la-in ma-in ja-uh ha-us bu-ah ku-at li-hat si-ap ju-al
se-ko-lah se-la-mat te-lur pin-tu wak-tu pe-rik-sa ke-lu-ar-ga jen-de-la con-toh sum-ber ram-but
tum-buh per-gi ker-ti ja-rum pi-ring la-pang ka-um ga-ib pa-us
"""

DIGRAPHS = """
bu-nga ta-ngan di-ngin ba-ngun tang-ga ping-gir bang-ku sing-kong kam-pung o-rang u-ang i-ngin
nya-muk mi-nyak ke-nyang nya-nyi pe-nyu ba-nyak ikh-las a-khir makh-luk ma-sya-ra-kat sya-rat
i-sya-rat kha-bar jang-gut ting-gal me-ngang-guk
"""

DIPHTHONGS = """
su-ngai pan-tai pa-kai ca-bai ni-lai pu-lau da-nau a-tau ker-bau hi-jau sau-da-ra kau au-la ko-boi
se-poi am-boi sau-da-gar ke-dai la-lai pi-sau pa-kai-an kai-sar su-ngai-nya sam-pai-kan be-li-au
tau-fan
"""

CLUSTERS = """
kre-dit pro-gram plas-tik prak-tik trak-tor trans-fer kli-nik grup struk lis-trik kon-trak struk-tur
pra-mu-ka sta-si-un swas-ta spi-dol eks-por in-dus-tri ing-gris put-ri sas-tra film
"""

AFFIXED = """
mem-ba-ca me-nu-lis be-la-jar ber-ja-lan be-ker-ja di-am-bil ma-ka-nan mi-nu-man me-ngu-rus
ke-se-ha-tan pe-rem-pu-an pe-me-rin-tah ke-wi-ra-u-sa-ha-an per-lin-du-ngan ke-lu-ra-han
pem-ber-da-ya-an mem-per-ba-i-ki ke-ma-u-an mem-pu-nya-i me-nyu-ka-i la-in-nya ru-mah-nya
ka-i-tan se-o-rang ke-in-da-han di-pro-ses me-ngu-cap-kan
"""

ALL = " ".join((OPEN, CLOSED, DIGRAPHS, DIPHTHONGS, CLUSTERS, AFFIXED))
