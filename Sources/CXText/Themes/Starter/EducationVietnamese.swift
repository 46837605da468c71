extension StarterTheme {
  static let educationVietnamese = [
    StarterTheme(
      "teaching",
      "Giảng dạy",
      """
      giảng viên, giáo viên, thầy, cô, thầy cô, giảng dạy, dạy, giảng bài, dễ hiểu, khó hiểu, \
      nhiệt tình, tận tâm, vui tính, truyền đạt, nhàm chán, buồn ngủ, đọc slide, dạy nhanh, phương \
      pháp
      """
    ),
    StarterTheme(
      "content",
      "Nội dung môn học",
      """
      nội dung, môn học, chương trình, giáo trình, bài giảng, slide, tài liệu, kiến thức, thực tế, \
      lý thuyết, thực hành, bổ ích, lạc hậu, ví dụ, bài tập, khóa học
      """
    ),
    StarterTheme(
      "assessment",
      "Thi và chấm điểm",
      """
      thi, đề thi, kiểm tra, điểm, chấm điểm, cho điểm, điểm số, công bằng, không công bằng, cuối \
      kỳ, giữa kỳ, đồ án, bài tập lớn, ra đề, ôn thi, rớt môn, học lại
      """
    ),
    StarterTheme(
      "feedback",
      "Hỗ trợ và giải đáp",
      """
      hỗ trợ, giải đáp, giải đáp thắc mắc, thắc mắc, góp ý, trả lời mail, giúp đỡ, quan tâm sinh \
      viên, cố vấn học tập, hướng dẫn, sửa bài, thân thiện
      """
    ),
    StarterTheme(
      "timetable",
      "Thời khóa biểu và khối lượng",
      """
      thời khóa biểu, lịch học, giờ học, đúng giờ, trễ giờ, đi trễ, nghỉ học, học bù, quá tải, \
      nhiều bài tập, áp lực, tiết học, số tiết, thời lượng, điểm danh, ca học
      """
    ),
    StarterTheme(
      "online",
      "Học trực tuyến",
      """
      online, trực tuyến, học online, zoom, video bài giảng, ghi hình, hệ thống, elearning, \
      moodle, website, trang web, app, đăng nhập, đường truyền
      """
    ),
    StarterTheme(
      "facilities",
      "Cơ sở vật chất",
      """
      cơ sở vật chất, phòng học, máy chiếu, máy tính, phòng máy, phòng lab, thư viện, wifi, máy \
      lạnh, quạt, bàn ghế, micro, nhà vệ sinh, bãi xe, giữ xe, ký túc xá, sân trường
      """
    ),
    StarterTheme(
      "administration",
      "Hành chính",
      """
      phòng đào tạo, phòng công tác sinh viên, giáo vụ, thủ tục, giấy tờ, đăng ký môn, đăng ký học \
      phần, thông báo, nhân viên, văn phòng khoa, bằng tốt nghiệp, bảng điểm, quản lý
      """
    ),
    StarterTheme(
      "fees",
      "Học phí",
      """
      học phí, đóng tiền, tăng học phí, chi phí, đắt, mắc, học bổng, miễn giảm, hoàn học phí, đáng \
      tiền, lệ phí
      """
    ),
    StarterTheme(
      "community",
      "Bạn bè và đời sống",
      """
      bạn bè, bạn học, lớp học, câu lạc bộ, clb, hoạt động, làm nhóm, nhóm, bạo lực học đường, bắt \
      nạt, phong trào, ngoại khóa, hòa đồng, môi trường học
      """
    ),
    StarterTheme(
      "careers",
      "Việc làm và kỹ năng",
      """
      việc làm, thực tập, kỹ năng, kỹ năng mềm, doanh nghiệp, ra trường, tốt nghiệp, nghề nghiệp, \
      hướng nghiệp, tuyển dụng, kinh nghiệm
      """
    ),
    StarterTheme(
      "meals",
      "Ăn uống và xe đưa đón",
      """
      căn tin, căng tin, canteen, cơm trưa, bữa trưa, đồ ăn, bán trú, xe đưa đón, xe buýt, xe bus
      """
    ),
  ]
}
