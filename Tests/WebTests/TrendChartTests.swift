import Foundation
import Kernel
import Testing
import Web

struct TrendChartTests {
  private func chart(_ readings: [TrendChart.Reading?]) -> String {
    TrendChart(
      id: "trend",
      title: "NPS by month",
      description: "It rose.",
      points: readings.enumerated().map { index, reading in
        TrendChart.Point(label: "month \(index + 1)", reading: reading)
      },
      limits: -100...100,
      language: .english
    ).svg
  }

  private let firm = [
    TrendChart.Reading(value: 32, low: 26, high: 38, isLowBase: false),
    TrendChart.Reading(value: 35, low: 29, high: 41, isLowBase: false),
  ]

  @Test func `a month of few answers does not press the others flat`() {
    let thin = TrendChart.Reading(value: 40, low: -100, high: 100, isLowBase: true)
    let svg = chart(firm + [thin])
    #expect(svg.contains(">25<") && svg.contains(">40<"), "ticks fit the firm months")
    #expect(!svg.contains(">−50<") && !svg.contains(">100<"))
    #expect(svg.contains("class=\"low\""), "and the thin one is shown as such")
    #expect(!svg.contains(" y=\"-"), "nothing lies above the picture")
  }

  @Test func `months of few answers alone keep their intervals`() {
    let svg = chart([
      TrendChart.Reading(value: 50, low: -30, high: 90, isLowBase: true),
      TrendChart.Reading(value: 20, low: -60, high: 80, isLowBase: true),
    ])
    #expect(svg.contains(">−50<") && svg.contains(">50<"))
  }

  @Test func `a month without answers breaks the line`() {
    let svg = chart(firm + [nil] + firm)
    #expect(svg.components(separatedBy: "<polyline").count == 3)
  }
}
