/// Words that every comment of a language is made of.
enum CommonWords {
  /// The languages a word is common in.
  struct Marks: OptionSet, Sendable, BitwiseCopyable {
    let rawValue: UInt8

    static let vietnamese = Marks(rawValue: 1)
    static let persian = Marks(rawValue: 2)
    static let english = Marks(rawValue: 4)
    static let foreign = Marks(rawValue: 8)

    var count: Int { rawValue.nonzeroBitCount }
  }

  static let latin = table([
    (vietnamese, .vietnamese), (english, .english), (european, .foreign),
  ])

  static let arabicScript = table([(persian, .persian), (arabic, .foreign)])

  private static func table(_ lists: [(String, Marks)]) -> PackedTable<Marks> {
    var marks: [PackedForm: Marks] = [:]
    for (words, mark) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let bytes = Array(word.utf8)
        marks[PackedForm(bytes, 0..<bytes.count), default: []].formUnion(mark)
      }
    }
    return PackedTable(marks.map { ($0.key, $0.value) })
  }

  static let foreignEndings: PackedTable<Void> = [
    "ung", "ich", "eux", "ais", "ait", "oir", "ado", "ada", "nte", "dad", "ido", "ida", "cht",
    "eit",
    "eur", "ien", "ato", "tta", "tto", "lla", "ara", "oso", "osa", "ndo", "kan", "nya", "lar",
    "ler",
  ]

  static let englishEndings: PackedTable<Void> = [
    "ing", "ion", "ess", "ful", "ble", "ght", "ted", "red", "led", "ned", "ked", "ver", "ers",
    "ish",
    "ity", "ice", "ate", "ous", "ive", "ies", "ent", "ant", "all", "ell", "ook", "eed", "ort",
    "ays",
  ]

  /// With the tones left out, and the shorthand.
  private static let vietnamese = """
    khong ko hok la va cua co cho nay do rat tot duoc dc voi nhung cung hang giao nhanh dep san
    pham gia mua dung may pin minh toi em anh chi ban nhan vien phuc vu hai long chat luong thoi
    gian nhieu it qua lam roi con thi ma nen khi bi ve ra vao len xuong den tu trong ngoai tren
    duoi sau truoc nguoi nha hon nhat nhu neu vi tai sao gi nao day kia ai ho chung ta ngon an
    uong mon phong khach sach se gan xa thay hoc sinh giang bai tap lop truong kien thuc de kho
    hieu nhiet tinh vui than thien chu dao on tam cam thich yeu ghet chan te kem xau hong loi doi
    tra tien re dat mac xin hoi goi dien thoai nghe noi cach duong lan dau tiep theo cuoi moi cu
    lai nua luon van chua da dang phai can muon biet tuyet hoan toan binh thuong nv sp shop oke
    oki mn nhe a nhi hihi hehe ah ak vang thua khac nhau cai chiec bo mau size vai ao quan giay
    mong thom mui son sac chup choi man hinh camera gui dong ky hop chac phim xem truyen doc hay
    ngay gio thang nam tuan hom mai sang trua chieu lau som cham tre sai thieu du ung y lien he
    """

  private static let english = """
    the and to of a in is it you that was for on are with as i his they be at one have this from
    or had by not but what all were we when your can said there use an each which she do how their
    if will up other about out many then them these so some her would make like him into time has
    look two more go see no way could my than first been call who its now find long down day did
    get come made may part over new after any work also only very just most me our where because
    too again same off must before right still such here why went own while should never every
    always am us being does really good bad great nice best better love thanks thank please help
    ever back need want know think even much last flight service customer hours hour phone today
    gate plane staff food price quality product easy fast slow quick quickly poor excellent happy
    bill internet broadband speed line issue problem fix fixed working works worked connection
    company told called wait waiting hold days week weeks month months money pay paid cost
    expensive cheap value order ordered delivery late early friendly helpful rude room hotel clean
    dirty recommend experience amazing awesome terrible awful worst horrible worse lost guys got
    getting going done doing says say tell let let's put keep take took give gave sure yes ok okay
    lol hey hi hello sorry dm yet already though until since without through between during both
    few another something nothing anything everyone anyone someone people person thing things lot
    little big small high low old next year years home house he's used using making well far
    enough around away left cancelled delayed flights seat seats bag bags airport fly flying crew
    agent check change changed boarding fee free reply email number website app support trying
    tried try able unable due everything else soon wow seriously ridiculous fail fine simple
    reliable pretty quite bit less hard stuck
    """

  private static let european = """
    le les des est et pas une dans pour que qui sur avec nous vous je il elle ce cette mais ont
    été très tout bien plus aussi son ses aux du au un ne se sont être fait merci service bon
    bonne el los las por para con muy es pero esta este todo una su lo como más está del al fue
    hay sin der die das und ist nicht ein eine mit für sehr gut war wir ich sie auch auf dem den
    im zu von nur wird aber wie noch bei oder kann haben habe sind di che è non per sono molto
    della gli ho ha questo anche tutto não muito uma com os foi bom dos ao em na no yang dan ini
    itu dengan untuk tidak sangat saya bagus ada dari bisa akan juga sudah ke pada ve bir bu çok
    için ama daha gibi olarak değil var het een van niet zeer goed maar voor ook wel naar rapide
    produit prix conforme qualité producto servicio comida schnell produkt prodotto produto
    entrega lekker snel eten cibo jest nie bardzo się jak ale tak tylko och att det som är inte på
    jag med
    """

  private static let persian = """
    و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت می شد اما بود شده ما من تو او
    هر اگر همه یا نه هیچ چون ولی پس چه چرا کجا کی خیلی خوب بد عالی غذا بسیار بودم بودن دیگه دیگر
    هست نیست شما اینکه رو کنم کنه کنید دارد داره دارم داشت ندارد نداره نبود باید شود بشه شه کار
    کرده کردم کردن واقعا اصلا فقط حتی بعد قبل وقت روز سال بار پیک کیفیت سفارش ارسال زود دیر سرد
    گرم تازه نان پول قیمت خرید گوشی فیلم بازی مرسی ممنون سلام لطفا تشکر توی مثل همین همون خوش طعم
    مزه حجم کم زیاد یه اون ای آقا خانم باز هنوز وقتی همیشه البته ضمن بین سر پر جا چند چیز کسی خودش
    میشه میکنه نمیشه نیستم هستم هستند بودند شدم شدن داد دادم دادن رسید آمد اومد اینا ازش بهش باهاش
    برام بنظرم نظر راضی بهتر بهترین دوست عالیه خوبه بده خوشمزه سالاد پیتزا برنج کباب مرغ گوشت
    سوسیس قارچ پنیر نوشابه دوغ
    """

  private static let arabic = """
    في من على علی إلى الی هذا هذه ذلک التی التي الذی الذي کان کانت لا ما لم لن عن مع هو هی هي انا
    انت نحن کل قد او لکن جدا بعد ثم ایضا لیس عند غیر حتى بین اکثر شکرا الله والله خدمه جید ممتاز
    سیی وقت اور تها تهی هیں هوں بهی میں نهیں یه والا گیا کیا اچها
    """
}
