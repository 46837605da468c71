extension StarterTheme {
  static let retailVietnamese = [
    StarterTheme(
      "staff",
      "Nhân viên",
      """
      nhân viên, nv, bảo vệ, thu ngân, tư vấn, người bán, thái độ, nhiệt tình, niềm nở, thân \
      thiện, lịch sự, vui vẻ, thờ ơ, cau có, chửi, coi thường khách, hỏi không trả lời
      """
    ),
    StarterTheme(
      "price",
      "Giá",
      """
      giá, giá cả, giá tiền, mắc quá, quá mắc, đắt, rẻ, hơi chát, đáng tiền, hợp lý, hạt dẻ, hét \
      giá, tăng giá, hợp túi tiền
      """
    ),
    StarterTheme(
      "quality",
      "Chất lượng hàng",
      """
      chất lượng, hàng giả, hàng nhái, hàng fake, chính hãng, bị lỗi, hàng lỗi, hư, hỏng, bể, vỡ, \
      rách, bung chỉ, phai màu, bền, vải, chất vải, không giống hình, giống mô tả, hết hạn, cận \
      date
      """
    ),
    StarterTheme(
      "range",
      "Mẫu mã và còn hàng",
      """
      mẫu mã, đa dạng, nhiều mẫu, hết hàng, còn hàng, có sẵn, hết size, size, sai size, màu sắc, \
      kệ trống, ít hàng, nhiều mặt hàng, tìm không thấy
      """
    ),
    StarterTheme(
      "delivery",
      "Giao hàng",
      """
      giao hàng, giao nhanh, giao chậm, giao trễ, giao thiếu, giao sai, giao nhầm, ship, ship \
      hàng, shipper, vận chuyển, nhận hàng, chưa nhận được hàng, phí ship, đơn hàng, chờ hàng
      """
    ),
    StarterTheme(
      "packaging",
      "Đóng gói",
      """
      đóng gói, gói hàng, bao bì, hộp, móp, móp méo, bọc, bọc kỹ, chống sốc, cẩn thận, sơ sài, rò \
      rỉ, xốp, niêm phong
      """
    ),
    StarterTheme(
      "returns",
      "Đổi trả và hoàn tiền",
      """
      đổi trả, đổi hàng, trả hàng, hoàn tiền, hoàn lại tiền, trả lại tiền, bảo hành, không cho \
      đổi, đổi size, hoàn trả, trung tâm bảo hành
      """
    ),
    StarterTheme(
      "checkout",
      "Thanh toán và xếp hàng",
      """
      thanh toán, tính tiền, quầy thu ngân, xếp hàng, chờ lâu, đợi lâu, quẹt thẻ, hóa đơn, tính \
      sai, quét mã, ví điện tử, tiền thừa, thối tiền
      """
    ),
    StarterTheme(
      "online",
      "Website và ứng dụng",
      """
      website, trang web, web, app, ứng dụng, đặt online, mua online, đặt hàng, giỏ hàng, đăng \
      nhập, mật khẩu, bị treo, báo lỗi, không vào được
      """
    ),
    StarterTheme(
      "store",
      "Cửa hàng",
      """
      cửa hàng, siêu thị, mặt bằng, không gian, sạch sẽ, dơ, bẩn, bừa bộn, gửi xe, giữ xe, bãi xe, \
      phòng thử đồ, máy lạnh, đông quá, chật, trưng bày, giờ mở cửa
      """
    ),
    StarterTheme(
      "offers",
      "Khuyến mãi và tích điểm",
      """
      khuyến mãi, khuyến mại, giảm giá, mã giảm giá, voucher, ưu đãi, quà tặng, tặng kèm, tích \
      điểm, thẻ thành viên, sale, mua một tặng một, flash sale, freeship
      """
    ),
    StarterTheme(
      "aftersales",
      "Chăm sóc sau bán",
      """
      chăm sóc khách hàng, cskh, tổng đài, hotline, khiếu nại, phản hồi, không ai nghe máy, không \
      trả lời tin nhắn, hậu mãi, sau bán hàng, nhắn tin, rep, hỗ trợ khách hàng
      """
    ),
  ]
}
