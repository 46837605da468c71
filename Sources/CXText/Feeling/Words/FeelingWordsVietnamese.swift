extension FeelingWordLists {
  static let vietnamese = FeelingWordLists(
    good: """
      tốt, tot, đẹp, dep, hay, ngon, rẻ, re, bền, nhanh, nhanh chóng, mượt, mượt mà, êm, mát, \
      sạch, sạch sẽ, gọn, gọn gàng, thơm, tươi, đúng giờ, đúng hẹn, đúng mẫu, đúng hàng, đúng mô \
      tả, y hình, giống hình, chắc chắn, chắc tay, cẩn thận, kỹ càng, kĩ càng, kỹ lưỡng, chu \
      đáo, tận tình, tận tâm, nhiệt tình, nhiet tinh, vui vẻ, vui tính, thân thiện, than thien, \
      dễ thương, dễ chịu, dễ hiểu, de hieu, dễ dùng, dễ sử dụng, dễ dàng, thoải mái, thuận tiện, \
      tiện, tiện lợi, tiện nghi, lịch sự, niềm nở, hòa đồng, gần gũi, quan tâm, hỗ trợ, giúp đỡ, \
      giúp, hài lòng, hai long, thích, thik, ưng, ưng ý, ung, ưng bụng, vừa ý, hợp lý, hợp lí, \
      phải chăng, xứng đáng, đáng mua, đáng tiền, đáng đồng tiền, đáng để, nên mua, nên thử, nên \
      ghé, ủng hộ, ung ho, quay lại, sẽ mua, mua tiếp, mua thêm, giới thiệu cho, cảm ơn, cám ơn, \
      cam on, thanks, thank, ok, oke, okie, okela, ổn, ổn định, ổn áp, ngon lành, ngọt, mềm, vừa \
      miệng, vừa vặn, vừa size, sắc nét, rõ nét, sang, sang trọng, xinh, xịn, mịn, sáng, sinh \
      động, sâu sắc, bổ ích, hữu ích, có ích, thú vị, hấp dẫn, hứng thú, cuốn hút, lôi cuốn, \
      vững, phong phú, đa dạng, đầy đủ, chi tiết, cụ thể, rõ ràng, linh hoạt, công bằng, nghiêm \
      túc, chuyên nghiệp, giỏi, tài, trẻ trung, năng động, sáng tạo, hiện đại, rộng rãi, thoáng, \
      thoáng mát, yên tĩnh, yên tâm, tin tưởng, uy tín, hiệu quả, chất lượng, chất, trâu, khỏe, \
      bao ngon, pin trâu, không lỗi, không lag, không giật, không chê, không có gì để chê, không \
      tệ, không thất vọng, không nóng, không đắt, không mắc, không phải chờ, khá ok, tạm ổn, phù \
      hợp, nên dùng, được việc, được giá, nể, vui, mến, dạy tốt, truyền đạt tốt, dễ ăn, nice, \
      good, cool, dễ tiếp thu, tâm huyết, nhiệt huyết, tận tụy, kiên nhẫn, cởi mở
      """,
    delightful: """
      tuyệt, tuyệt vời, tuyet voi, tuyet, quá tuyệt, xuất sắc, hoàn hảo, hoàn toàn hài lòng, \
      đỉnh, đỉnh cao, siêu ngon, siêu đẹp, cực ngon, cực đẹp, cực tốt, yêu, yêu thích, mê, \
      ghiền, nghiện, rất tốt, rất thích, rất hài lòng, rất ưng, rất đẹp, quá ngon, quá đẹp, quá \
      tốt, trên cả tuyệt vời, ngoài mong đợi, vượt mong đợi, không chê vào đâu được, không thể \
      chê, miễn chê, khỏi chê, khỏi bàn, hết sảy, hết ý, hết xẩy, bá cháy, number one, perfect, \
      great, love, excellent, wow, ấn tượng, tuyệt hảo, tuyệt đối, số dách, best
      """,
    bad: """
      xấu, kém, tệ, te, dở, chán, nhàm chán, buồn, buồn ngủ, chậm, cham, lâu, lau, trễ, muộn, \
      chờ, chờ đợi, đợi, lag, giật, giựt, đơ, treo, đứng máy, nóng, nóng máy, hao pin, tụt pin, \
      nhanh hết pin, mau hết, hết pin nhanh, hư, hỏng, bể, vỡ, rách, gãy, móp, trầy, trầy xước, \
      xước, lỗi, loi, sai, nhầm, thieu, mất, mat, rớt, rớt mạng, mất sóng, yếu, yeu, mờ, nhòe, \
      rè, ồn, ồn ào, bẩn, dơ, hôi, mùi, cũ, hẹp, chật, chật hẹp, nhỏ quá, quá nhỏ, bé quá, đắt, \
      đắt đỏ, mắc, mắc quá, cao quá, giá cao, khó, khó khăn, khó hiểu, khó chịu, khó nghe, bực, \
      bực mình, bực bội, tức, phiền, phiền phức, mệt, mệt mỏi, tốn, tốn tiền, tốn thời gian, mất \
      thời gian, mất công, thái độ, cẩu thả, cọc cằn, lạnh nhạt, thờ ơ, vô trách nhiệm, thiếu \
      trách nhiệm, thất hứa, lằng nhằng, rườm rà, rắc rối, phức tạp, lộn xộn, bất tiện, bất cập, \
      hạn chế, tiếc, hơi tiếc, thất vọng, that vong, không hài lòng, không ưng, không thích, \
      không giống, không đúng, không như, không vào được, không dùng được, không sử dụng được, \
      không xài được, không nên, không phản hồi, không trả lời, không nghe máy, không rõ, không \
      hiểu, khiếu nại, phàn nàn, phản ánh, đổi trả, hoàn tiền, trả hàng, trả lại, bong, bong \
      tróc, phai màu, ra màu, xù lông, mỏng, mỏng manh, nhăn, lệch, chật quá, bị lỗi, bị hư, \
      mặn, nhạt, nguội, tanh, dai, khô, ngấy, ngán, lừa, cần cải thiện, nên cải thiện, cần nâng \
      cấp, nên nâng cấp, cần khắc phục, khắc phục, cải thiện, cần thêm, nên có, nên thêm, nên \
      cho, cần có, cần phải, nên tăng, nên giảm, nên thay, đề nghị, mong, mong muốn, mong rằng, \
      hi vọng, hy vọng, giá như, giá mà, phải chi, đáng lẽ, lẽ ra, quá nhiều, quá nhanh, quá ít, \
      quá tải, nặng, áp lực, thụ động, chưa tốt, chưa rõ, chưa có, chưa hài lòng, đùn đẩy, ép, \
      hụt, tụt, kiểu gì, tại sao, vớ vẩn, nhàm, lan man, sơ sài, qua loa, hời hợt, nói nhỏ, \
      giọng nhỏ, bad, slow, loãng, tồi tàn
      """,
    dreadful: """
      quá tệ, rất tệ, cực tệ, tồi, tồi tệ, kinh khủng, kinh tởm, ghê, ghê tởm, khủng khiếp, tệ \
      hại, dở tệ, dở ẹc, rác, rác rưởi, phế, cùi bắp, lởm, đểu, giả, hàng giả, hàng nhái, lừa \
      đảo, lừa gạt, ăn cướp, chặt chém, móc túi, vô lý, vô duyên, mất dạy, láo, hỗn, bố láo, \
      khốn nạn, chửi, quát, rất thất vọng, quá thất vọng, thất vọng tràn trề, bức xúc, quá bức \
      xúc, không bao giờ, đừng mua, đừng nên, ko nên mua, không nên mua, tẩy chay, cạch, cạch \
      mặt, sợ, phí tiền, vứt đi, vứt, ngộ độc, gián, ruồi, thiu, ôi thiu, mốc, tào lao, xàm, \
      chán đời, quá chán, rất chán, quá đắt, vcl
      """,
    denying: """
      không, khong, không có, không hề, không được, không thấy, không phải, chưa, chưa được, \
      chẳng, chả, đừng, đâu có, hổng, hông, hem, thiếu, hết, bớt, khỏi, ko, k, kg, không còn, \
      chưa thật sự, chưa thực sự, không quá, không thể, ít, không mấy, chẳng mấy, chưa hề
      """,
    strengthening: """
      rất, rat, quá, qua, lắm, cực, cực kỳ, cực kì, siêu, vô cùng, thật, thật sự, thực sự, hết \
      sức, cả, luôn, nhất, quá trời, dã man, vãi, hoàn toàn, đặc biệt, hơn, khá
      """,
    weakening: """
      hơi, tạm, cũng, cũng được, hơi hơi, tương đối, bình thường
      """,
    silent: """
      hay là, hay không, hay bị, hay có, không chỉ, không những, không phải chỉ, chất lượng sản \
      phẩm, chất lượng phục vụ, chất lượng giảng dạy, chất lượng âm thanh, chất lượng hình ảnh, \
      dùng lâu, lâu dài, lâu rồi, lâu nay, bao lâu, không biết, có hay không, trẻ em, khó tính, \
      chưa biết, chưa dùng, mới dùng, không sao, hỗ trợ khách hàng, chăm sóc khách hàng, thái độ \
      tốt, thái độ phục vụ, mắc dù, thái độ nhân viên, không gian, khó quên, giá cả, hàng hay, \
      mùi vị, mùi thơm, sáng nay, buổi sáng, sáng mai, tài liệu, tài khoản, tài xế, đề tài, tài \
      chính, không khí, giúp mình với, vui lòng, mất gì, chờ đợi gì, sợ gì, trả lại tiền thừa, \
      tương tác, cả lớp
      """,
    turning: """
      nhưng, nhưng mà, tuy, tuy nhiên, mà, còn, song, và, vì, do, nên
      """
  )
}
