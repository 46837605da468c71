extension StarterTheme {
  static let educationEnglish = [
    StarterTheme(
      "teaching",
      "Teaching",
      """
      teach*, teacher*, lecturer*, professor*, tutor*, instructor*, lesson*, explains, explained, \
      boring, engaging, enthusias*, hard to follow, easy to understand, too fast, passionate, \
      reads from slides
      """
    ),
    StarterTheme(
      "content",
      "Course content",
      """
      course, content, syllabus, curriculum, module*, topic*, subject*, material, materials, \
      outdated, up to date, practical, theory, relevant, useful, interesting, textbook*
      """
    ),
    StarterTheme(
      "assessment",
      "Exams and grading",
      """
      exam*, test, tests, grade*, grading, mark, marks, marking, assignment*, homework, deadline*, \
      coursework, fair, unfair, quiz*, plagiarism
      """
    ),
    StarterTheme(
      "feedback",
      "Feedback and support",
      """
      feedback, support, help*, office hours, mentor*, answered my questions, replies, never \
      replies, guidance, personal tutor, counsell*, counsel*, approachable
      """
    ),
    StarterTheme(
      "timetable",
      "Timetable and workload",
      """
      timetable, schedule*, workload, hours, too much work, clash*, cancelled class*, late, early \
      morning, break, breaks, pace, stress*, attendance
      """
    ),
    StarterTheme(
      "online",
      "Online learning",
      """
      online, zoom, recording*, recorded, platform, moodle, portal, video*, e-learning, virtual, \
      webcam, website, app, log in
      """
    ),
    StarterTheme(
      "facilities",
      "Campus and rooms",
      """
      campus, classroom*, room*, library, lab, labs, building*, wifi, wi-fi, projector, computers, \
      air conditioning, heating, seats, parking, toilets, sports
      """
    ),
    StarterTheme(
      "administration",
      "Administration",
      """
      admin*, office, registration, enrol*, staff, paperwork, email*, disorganised, disorganized, \
      bureaucra*, certificate*, transcript*, communication, information
      """
    ),
    StarterTheme(
      "fees",
      "Fees and value",
      """
      fee, fees, tuition, cost*, price*, expensive, scholarship*, value for money, refund*, worth \
      it, loan*, pay
      """
    ),
    StarterTheme(
      "community",
      "Fellow students and life",
      """
      classmate*, students, friends, community, society, societies, club*, bully*, diversity, \
      welcoming, group work, events, accommodation, dorm*
      """
    ),
    StarterTheme(
      "careers",
      "Careers and skills",
      """
      career*, job, jobs, internship*, placement*, employ*, skills, work experience, cv, \
      graduate*, industry
      """
    ),
    StarterTheme(
      "meals",
      "Meals and transport",
      """
      canteen, cafeteria, lunch, food, meals, bus, school bus, transport
      """
    ),
  ]
}
