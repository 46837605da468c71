extension StarterTheme {
  static let healthVietnamese = [
    StarterTheme(
      "doctors",
      "Bác sĩ",
      """
      bác sĩ, bs, bác sỹ, khám, khám qua loa, khám kỹ, tận tâm, giỏi, chuyên môn, giải thích, nghe \
      bệnh nhân, mát tay, hỏi bệnh, trưởng khoa, y đức
      """
    ),
    StarterTheme(
      "nurses",
      "Điều dưỡng và hộ lý",
      """
      điều dưỡng, y tá, hộ lý, nữ hộ sinh, chăm sóc, tiêm, lấy máu, ân cần, nhẹ nhàng, cáu gắt, \
      quát, quát mắng, thay băng, dịu dàng
      """
    ),
    StarterTheme(
      "reception",
      "Tiếp đón và điện thoại",
      """
      tiếp đón, lễ tân, quầy tiếp nhận, hướng dẫn, tổng đài, gọi điện không ai nghe, bảo vệ, làm \
      thủ tục, thủ tục, nhập viện, thái độ nhân viên
      """
    ),
    StarterTheme(
      "appointments",
      "Đặt lịch hẹn",
      """
      đặt lịch, lịch hẹn, hẹn khám, đặt hẹn, đổi lịch, hủy lịch, tái khám, đăng ký khám, lấy số, \
      bốc số, chuyển viện, giấy chuyển viện
      """
    ),
    StarterTheme(
      "waiting",
      "Chờ đợi",
      """
      chờ, chờ đợi, chờ lâu, đợi lâu, đợi, xếp hàng, cả buổi, mất cả ngày, quá tải, đông bệnh \
      nhân, cấp cứu, chen lấn, nhanh chóng
      """
    ),
    StarterTheme(
      "treatment",
      "Điều trị và kết quả",
      """
      điều trị, chẩn đoán, chẩn đoán sai, phẫu thuật, mổ, ca mổ, kết quả, xét nghiệm, siêu âm, \
      chụp phim, x quang, khỏi bệnh, hết bệnh, đau, biến chứng, phác đồ, tiêm chủng
      """
    ),
    StarterTheme(
      "medicine",
      "Thuốc và nhà thuốc",
      """
      thuốc, đơn thuốc, kê đơn, kê nhiều thuốc, nhà thuốc, quầy thuốc, cấp thuốc, hết thuốc, thuốc \
      bảo hiểm, kháng sinh, tác dụng phụ, vắc xin
      """
    ),
    StarterTheme(
      "cleanliness",
      "Vệ sinh",
      """
      vệ sinh, nhà vệ sinh, sạch sẽ, bẩn, dơ, mùi, mùi hôi, ga giường, nhiễm trùng, khử khuẩn, \
      rác, muỗi
      """
    ),
    StarterTheme(
      "facilities",
      "Phòng ốc, ăn uống, gửi xe",
      """
      phòng bệnh, phòng ốc, giường bệnh, nằm ghép, cơ sở vật chất, trang thiết bị, máy móc, máy \
      lạnh, quạt, căn tin, căng tin, đồ ăn, gửi xe, giữ xe, thang máy, ghế ngồi
      """
    ),
    StarterTheme(
      "cost",
      "Chi phí và bảo hiểm",
      """
      chi phí, viện phí, giá khám, đắt, mắc, bảo hiểm, bhyt, bảo hiểm y tế, thu tiền, đóng tiền, \
      tạm ứng, phong bì, vẽ bệnh, hóa đơn
      """
    ),
    StarterTheme(
      "information",
      "Giải thích và tôn trọng",
      """
      giải thích, tư vấn, dặn dò, thông tin, không nói rõ, tôn trọng, thiếu tôn trọng, riêng tư, \
      coi thường, cởi mở, động viên, xuất viện, người nhà
      """
    ),
  ]
}
