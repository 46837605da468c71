extension StarterTheme {
  static let bankingVietnamese = [
    StarterTheme(
      "staff",
      "Nhân viên và tư vấn",
      """
      nhân viên, giao dịch viên, gdv, tư vấn, thái độ, nhiệt tình, lịch sự, niềm nở, hách dịch, \
      khó chịu, chuyên nghiệp, hướng dẫn, giải thích, chuyên viên
      """
    ),
    StarterTheme(
      "branch",
      "Chi nhánh và xếp hàng",
      """
      chi nhánh, phòng giao dịch, quầy, quầy giao dịch, xếp hàng, lấy số, bốc số, chờ lâu, đợi \
      lâu, giờ làm việc, nghỉ trưa, chỗ gửi xe, đông khách
      """
    ),
    StarterTheme(
      "app",
      "Ứng dụng và ngân hàng điện tử",
      """
      app, ứng dụng, mobile banking, internet banking, ebanking, ngân hàng số, cập nhật, bị lỗi, \
      hay lỗi, treo, lag, đăng nhập, không vào được, vân tay, khuôn mặt, sinh trắc học, giao diện
      """
    ),
    StarterTheme(
      "security",
      "Mã xác thực và an toàn",
      """
      mật khẩu, otp, mã otp, mã xác thực, xác thực, bảo mật, lừa đảo, bị hack, mất tiền, an toàn, \
      khóa tài khoản, bị khóa, đánh cắp, tin nhắn lạ, mã pin
      """
    ),
    StarterTheme(
      "transfers",
      "Chuyển tiền và thanh toán",
      """
      chuyển khoản, chuyển tiền, chuyển nhầm, giao dịch, thanh toán, chưa nhận được tiền, bị trừ \
      tiền, treo tiền, quét qr, mã qr, hóa đơn điện nước, nạp tiền, nhận lương, hoàn tiền
      """
    ),
    StarterTheme(
      "cards",
      "Thẻ",
      """
      thẻ, thẻ tín dụng, thẻ ghi nợ, thẻ atm, mở thẻ, làm thẻ, khóa thẻ, mất thẻ, hạn mức, quẹt \
      thẻ, bị từ chối, hết hạn thẻ, cấp lại thẻ, visa
      """
    ),
    StarterTheme(
      "cash",
      "Cây rút tiền",
      """
      cây atm, máy atm, atm, rút tiền, hết tiền, nuốt thẻ, máy hỏng, không nhả tiền, nạp tiền mặt, \
      máy bảo trì, cây rút tiền
      """
    ),
    StarterTheme(
      "fees",
      "Phí",
      """
      phí, thu phí, phí duy trì, phí thường niên, phí sms, phí chuyển tiền, trừ phí, phí ẩn, phí \
      phạt, miễn phí, biểu phí, tỷ giá
      """
    ),
    StarterTheme(
      "loans",
      "Vay và lãi suất",
      """
      vay, vay vốn, khoản vay, lãi suất, lãi, trả góp, giải ngân, hồ sơ vay, duyệt hồ sơ, thế \
      chấp, nợ xấu, tiết kiệm, gửi tiết kiệm, tất toán, trả nợ trước hạn
      """
    ),
    StarterTheme(
      "account",
      "Tài khoản và giấy tờ",
      """
      tài khoản, mở tài khoản, đóng tài khoản, giấy tờ, thủ tục, rườm rà, căn cước, cccd, hồ sơ, \
      sao kê, chữ ký, cập nhật thông tin, số đẹp
      """
    ),
    StarterTheme(
      "support",
      "Tổng đài và khiếu nại",
      """
      tổng đài, hotline, chăm sóc khách hàng, cskh, khiếu nại, tra soát, phản hồi, không ai nghe \
      máy, gọi mãi, chờ máy, hỗ trợ, trả lời tự động, giải quyết
      """
    ),
  ]
}
