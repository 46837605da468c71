extension StarterTheme {
  static let hospitalityVietnamese = [
    StarterTheme(
      "food",
      "Món ăn",
      """
      món, món ăn, đồ ăn, thức ăn, bữa sáng, ăn sáng, buffet, ngon, dở, nêm nếm, mặn, nhạt, lạt, \
      ngọt quá, nguội, tươi, hải sản, không tươi, khẩu phần, phần ăn, thực đơn, menu, nước dùng, \
      sống
      """
    ),
    StarterTheme(
      "drinks",
      "Đồ uống",
      """
      đồ uống, nước uống, cà phê, cafe, trà sữa, trà, sinh tố, nước ép, bia, rượu, cocktail, pha \
      chế, trân châu, topping
      """
    ),
    StarterTheme(
      "staff",
      "Nhân viên và phục vụ",
      """
      nhân viên, phục vụ, lễ tân, bồi bàn, quản lý, đầu bếp, thái độ, niềm nở, nhiệt tình, chu \
      đáo, thân thiện, lịch sự, khó chịu, chảnh, mặt lạnh, hiếu khách
      """
    ),
    StarterTheme(
      "waiting",
      "Chờ đợi",
      """
      chờ lâu, đợi lâu, chờ, đợi, lên món chậm, ra món chậm, lên món nhanh, phục vụ chậm, mãi \
      không thấy, cả tiếng, quên món, quên order, gọi mãi, xếp hàng
      """
    ),
    StarterTheme(
      "room",
      "Phòng",
      """
      phòng, phòng ốc, giường, nệm, gối, chăn, ga giường, ban công, view, máy lạnh, điều hòa, \
      phòng tắm, vòi sen, nước nóng, khăn tắm, tivi, tủ lạnh, cách âm
      """
    ),
    StarterTheme(
      "cleanliness",
      "Vệ sinh",
      """
      sạch sẽ, sạch, dơ, bẩn, vệ sinh, nhà vệ sinh, toilet, mùi hôi, hôi, ẩm mốc, mốc, gián, muỗi, \
      kiến, ruồi, tóc trong, bụi, dọn phòng, đau bụng, ngộ độc
      """
    ),
    StarterTheme(
      "noise",
      "Ồn hay yên tĩnh",
      """
      ồn, ồn ào, ầm ĩ, yên tĩnh, nhạc to, mở nhạc, hát karaoke, không cách âm, tiếng xe, xây dựng, \
      mất ngủ
      """
    ),
    StarterTheme(
      "price",
      "Giá",
      """
      giá, giá cả, đắt, mắc, rẻ, chặt chém, đáng tiền, hóa đơn, tính tiền, tính sai, phụ thu, phí \
      dịch vụ, hợp lý, xứng đáng
      """
    ),
    StarterTheme(
      "booking",
      "Đặt chỗ và nhận phòng",
      """
      đặt phòng, đặt bàn, đặt chỗ, đặt trước, nhận phòng, trả phòng, check in, checkin, check out, \
      hủy phòng, hết bàn, hết phòng, xác nhận, giữ chỗ
      """
    ),
    StarterTheme(
      "place",
      "Vị trí và không gian",
      """
      không gian, vị trí, trang trí, decor, view đẹp, ấm cúng, thoáng mát, thoáng, chật, gần biển, \
      gần trung tâm, gửi xe, chỗ đậu xe, sống ảo, sân vườn, dễ tìm, khó tìm
      """
    ),
    StarterTheme(
      "facilities",
      "Tiện nghi",
      """
      hồ bơi, bể bơi, gym, spa, wifi, thang máy, khu vui chơi, tiện nghi, trang thiết bị, cơ sở \
      vật chất, bãi biển riêng, phòng xông hơi
      """
    ),
    StarterTheme(
      "delivery",
      "Giao món và mang về",
      """
      giao hàng, giao đồ ăn, shipper, mang về, mang đi, đặt qua app, giao nguội, giao thiếu, giao \
      sai, đổ hết, ship, hộp đựng
      """
    ),
  ]
}
