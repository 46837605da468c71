extension StarterTheme {
  static let telecomVietnamese = [
    StarterTheme(
      "speed",
      "Tốc độ mạng",
      """
      tốc độ, mạng chậm, chậm, lag, giật lag, load mãi, xoay vòng, nhanh, tải về, xem phim bị \
      giật, chơi game lag, ping cao, mbps, cáp quang, yếu
      """
    ),
    StarterTheme(
      "coverage",
      "Phủ sóng",
      """
      sóng, sóng yếu, mất sóng, bắt sóng, phủ sóng, vùng phủ sóng, 3g, 4g, 5g, vùng sâu, trong nhà \
      không có sóng, chuyển vùng, chập chờn
      """
    ),
    StarterTheme(
      "outages",
      "Mất mạng và sự cố",
      """
      mất mạng, rớt mạng, đứt mạng, mất kết nối, không vào được mạng, không có mạng, mạng yếu, sự \
      cố, đứt cáp, mất internet, mất tín hiệu, hay hư, hay lỗi, chập chờn, rớt cuộc gọi
      """
    ),
    StarterTheme(
      "installation",
      "Lắp đặt và kỹ thuật",
      """
      lắp đặt, lắp mạng, kỹ thuật, kỹ thuật viên, thợ, nhân viên kỹ thuật, sửa chữa, sửa mạng, \
      hẹn, lỡ hẹn, không đến, kéo dây, chuyển nhà, khảo sát, kích hoạt
      """
    ),
    StarterTheme(
      "order",
      "Đăng ký và sim",
      """
      đăng ký, đơn hàng, sim, sim mới, giao sim, đổi sim, hòa mạng, đăng ký thông tin, chính chủ, \
      esim
      """
    ),
    StarterTheme(
      "equipment",
      "Thiết bị",
      """
      modem, router, cục phát, wifi, đầu thu, thiết bị, dây mạng, cục wifi, điện thoại bàn, điều \
      khiển, nóng máy, đổi modem, truyền hình, tivi, mất kênh
      """
    ),
    StarterTheme(
      "billing",
      "Cước và thanh toán",
      """
      cước, tiền cước, hóa đơn, trừ tiền, bị trừ tiền, trừ tiền vô lý, tính sai, đóng tiền, thanh \
      toán, nạp thẻ, nạp tiền, tài khoản bị trừ, hoàn tiền, thu cước
      """
    ),
    StarterTheme(
      "price",
      "Giá và gói cước",
      """
      giá, giá cước, gói cước, gói, đắt, mắc, rẻ, khuyến mãi, ưu đãi, data, dung lượng, hết dung \
      lượng, tăng giá, giảm giá, combo
      """
    ),
    StarterTheme(
      "contract",
      "Hợp đồng và rời mạng",
      """
      hợp đồng, cắt hợp đồng, hủy gói, hủy dịch vụ, cắt mạng, chuyển mạng, giữ số, phí phạt, gia \
      hạn, khách hàng lâu năm, ràng buộc, tự động gia hạn
      """
    ),
    StarterTheme(
      "support",
      "Chăm sóc khách hàng",
      """
      tổng đài, tổng đài viên, chăm sóc khách hàng, cskh, hotline, gọi mãi không được, chờ máy, \
      nhân viên, thái độ, hỗ trợ, khiếu nại, phản hồi, nhiệt tình, giải quyết, hứa
      """
    ),
    StarterTheme(
      "information",
      "Thông tin và lời hứa",
      """
      thông báo, không báo trước, tư vấn sai, hứa hẹn, hứa, lừa, lừa đảo, nói một đằng làm một \
      nẻo, không rõ ràng, minh bạch, tin nhắn rác, quảng cáo, cuộc gọi rác
      """
    ),
    StarterTheme(
      "digital",
      "Ứng dụng và website",
      """
      app, ứng dụng, website, trang web, đăng nhập, mã otp, tra cứu, cập nhật, không vào được app, \
      giao diện
      """
    ),
    StarterTheme(
      "waiting",
      "Chờ đợi và chậm trễ",
      """
      chờ, chờ đợi, đợi, đợi mãi, chậm trễ, trễ hẹn, mấy ngày, cả tuần, mấy tuần, cả tháng, mãi \
      chưa, mãi không, nhanh chóng, đúng hẹn, kịp thời, dời lịch
      """
    ),
  ]
}
