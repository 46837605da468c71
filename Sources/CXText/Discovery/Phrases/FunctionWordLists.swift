extension FunctionWords {
  static let english = Lists(
    joining: """
      a about above after again all also although always am an and another any anyone anything are
      aren as at away back be because been before being below between both but by came can could
      couldn d did didn do does doesn doing don done down during each either else enough etc even
      ever every everyone everything few first for from further get gets getting give given go goes
      going gone got had hadn has hasn have haven having he her here hers herself him himself his
      how however i if in into is isn it its itself just keep kept last let ll lot lots m made make
      makes many may maybe me might mine more most much must my myself need now of off often oh on
      once one ones only onto or other others our ours out over own per please put quite rather re
      really s said same say saying see seem seems shall she should shouldn since so some someone
      something soon still such t take taken than that the their theirs them themselves then there
      these they thing things think this those though through thus till to told too took toward
      two under until up upon us use used using ve very via want wanted was wasn way we well went
      were weren what when where whether which while who whom whose why will with within won would
      wouldn x yes yet you your yours yourself ok okay im ive dont didnt cant u ur r
      """,
    denying: "no not never nor none without cannot nothing hardly lack couldnt wouldnt doesnt",
    judging: """
      good great excellent amazing awesome nice best better perfect fantastic brilliant love loved
      lovely happy pleased satisfied wonderful superb bad poor terrible awful horrible worst worse
      disappointed disappointing disappointment unhappy hate rubbish useless ok okay fine decent
      average thank thanks recommend recommended like liked experience experiences
      overall definitely absolutely completely totally extremely highly
      """,
    measuring: """
      day days week weeks month months year years hour hours minute minutes min mins hr hrs today
      yesterday tomorrow ago later far time times monday tuesday wednesday thursday friday saturday
      sunday st nd rd th first second
      """
  )

  static let vietnamese = Lists(
    joining: """
      ai anh bao bị bởi cả các cái cần càng cho chỉ chiếc chị chứ có con còn cùng cũng của cứ cực
      dạ do dù đã đang đâu đấy để đến đều đi đó được em gì giờ hay hãy hơi hơn ở kể khá khi kia
      kiểu là lại lắm lần lên lúc luôn mà mấy mình mỗi một mọi mới nào nay này nên nếu nó nơi nữa
      nha nhé nhỉ như nhưng những ơi ông phải qua quá ra rằng rất rồi sao sau sẽ so sự ta tại tôi
      tất thấy thật theo thế thêm thì thôi thứ tin toàn tới trên trong trước từ từng tuy và vào vậy
      vẫn về vì việc với vừa vô xong xuống ạ à ừ nhiều ít hết hả hoặc hầu nhất bạn bác cô chú
      lun dc đc vs mk mik mn ae ad shop nhìu thui gi va la co cua cho khi
      """,
    denying: "không chưa chẳng chả đừng ko k kg hông hổng hem thiếu khỏi",
    judging: """
      tốt đẹp hay tuyệt vời tuyệt ổn ok oke được hài lòng thích yêu ưng ngon tệ dở kém xấu chán
      thất vọng tồi khủng khiếp bình thường cảm ơn thanks xuất sắc hoàn hảo ưng ý nói chung
      """,
    measuring: """
      ngày tháng năm tuần giờ phút tiếng hôm qua mai sáng chiều lần vài nửa buổi thời gian gần đây
      """
  )

  static let persian = Lists(
    joining: """
      از با به بر برای بی تا در را رو و یا که چه چون چرا اگر اگه ولی اما اما پس هم همین همان همون
      همه هر هیچ این ان آن اون اینکه آنکه اینجا آنجا اونجا من تو او ما شما آنها انها اونا ایشان خود
      خودم خودش خودشون مرا منو است هست نیست بود بودم بودن بودند بوده باشد باشه باشم شد شده شدم
      شدن شود میشه میشود شدند کرد کردم کردن کردند کنم کند کنه کنید کنند کرده میکنم میکنه میکنند
      داد دادم دادن داده دادند دارد داره دارم دارند داشت داشتم داشتن دارای گفت گفتم گفتن
      گرفت گرفتم رفت رفتم اومد آمد آمده خیلی بسیار واقعا کاملا شدت کمی یکم چی فقط حتی هنوز
      دیگه دیگر باز بازم
      بعد قبل الان حالا وقتی زمانی یک یه دو سه چند چندین چیزی چیز کسی طور جور مثل مانند بین روی
      زیر توی داخل می نمی ها های هایی ای ام ات اش ایم اید اند مون تون شون تر ترین حدود تقریبا
      سلام لطفا باید شاید البته یعنی آیا ایا نسبت حتما اصلا کلا خب خوب‌ تون بشه بده شما
      """,
    denying: "نه بدون غیر نبود نشد نداشت ندارد نداره نشده نبودم نداد نمیشه نکرد نکردم",
    judging: """
      خوب خوبی بد بدی عالی عالیه عالی‌ بهتر بهترین بدترین افتضاح مزخرف خوشمزه ممنون متشکرم مرسی
      سپاس تشکر راضی ناراضی راضیم لذیذ معمولی متوسط ضعیف فوق العاده فوق‌العاده محشر داغون
      متاسفانه متاسفم خوشبختانه پیشنهاد توصیه دوست خوبه خوبند بدی ممنونم ممنونیم متشکر سپاسگزار
      """,
    measuring: """
      ساعت دقیقه روز هفته ماه سال بار دفعه نیم ربع زمان امروز دیروز فردا امشب دیشب اولین مقدار
      """
  )
}
