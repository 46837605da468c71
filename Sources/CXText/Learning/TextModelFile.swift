extension TextModel {
  /// The version of the file that this program writes, and the one it reads.
  public static let fileVersion = 3

  /// The model as a file: what it is first, then its pieces, then a checksum. Under 8 MB.
  public var file: [UInt8] {
    var writer = ByteWriter()
    writer.bytes += Self.magic
    writer.write(UInt16(Self.fileVersion))
    writer.write(labelling.rawValue)
    for count in [recipe.wordsMost, recipe.charactersMost] {
      writer.write(UInt8(count))
    }
    for isMarked in [recipe.marksPlace, recipe.marksOpinions] {
      writer.write(UInt8(isMarked ? 1 : 0))
    }
    writer.write(date)
    writer.write(UInt32(quality.comments))
    writer.write(UInt32(quality.corrections))
    for figure in [
      quality.accuracy, quality.macroF1, quality.microF1, quality.calibrationError, threshold,
    ] {
      writer.write(figure.bitPattern)
    }
    writer.write(UInt8(rule.givesLikeliest ? 1 : 0))
    writer.write(UInt16(labels.count))
    for (place, label) in labels.enumerated() {
      writer.write(label)
      for number in [starts[place], scales[place].slope, scales[place].offset] {
        writer.write(number.bitPattern)
      }
    }
    writer.write(UInt32(hashes.count))
    for hash in hashes { writer.write(hash) }
    for number in rarities { writer.write(number.upperHalf) }
    for number in weights { writer.write(number.upperHalf) }
    writer.write(Self.checksum(writer.bytes[...]))
    return writer.bytes
  }

  /// Reads a model.
  ///
  /// - Throws: `noModel` for other bytes, `modelVersion` for a file of another version,
  ///   `damagedModel` for one that was cut off or changed.
  public init(file: [UInt8]) throws(TextRefusal) {
    guard file.starts(with: Self.magic) else { throw .noModel }
    var reader = ByteReader(bytes: file[...], place: Self.magic.count)
    let version = Int(try reader.number(UInt16.self))
    guard version == Self.fileVersion else { throw .modelVersion(version) }
    let end = file.count - MemoryLayout<UInt64>.size
    var last = ByteReader(bytes: file[...], place: max(0, end))
    guard end > reader.place, try last.number(UInt64.self) == Self.checksum(file[..<end]) else {
      throw .damagedModel
    }
    reader.bytes = file[..<end]
    try self.init(&reader)
    guard reader.place == end, isSound else { throw .damagedModel }
  }

  private init(_ reader: inout ByteReader) throws(TextRefusal) {
    guard let labelling = LabelledComments.Labelling(rawValue: try reader.number(UInt8.self)) else {
      throw .damagedModel
    }
    self.labelling = labelling
    recipe = PieceRecipe(
      wordsMost: Int(try reader.number(UInt8.self)),
      charactersMost: Int(try reader.number(UInt8.self)),
      marksPlace: try reader.number(UInt8.self) == 1,
      marksOpinions: try reader.number(UInt8.self) == 1
    )
    date = try reader.text()
    quality = TextModelQuality(
      comments: Int(try reader.number(UInt32.self)),
      corrections: Int(try reader.number(UInt32.self)),
      accuracy: try reader.double(),
      macroF1: try reader.double(),
      microF1: try reader.double(),
      calibrationError: try reader.double()
    )
    rule = DecisionRule()
    rule.threshold = try reader.double()
    rule.givesLikeliest = try reader.number(UInt8.self) == 1
    let count = Int(try reader.number(UInt16.self))
    (labels, starts, scales) = ([], [], [])
    for _ in 0..<count {
      labels.append(try reader.text())
      starts.append(Float(bitPattern: try reader.number()))
      let slope = Float(bitPattern: try reader.number())
      scales.append(ProbabilityScale(slope: slope, offset: Float(bitPattern: try reader.number())))
    }
    let columns = Int(try reader.number(UInt32.self))
    hashes = try reader.numbers(columns)
    rarities = try reader.halves(columns)
    weights = try reader.halves(columns * count)
  }

  /// Whether what was read can be a model at all.
  private var isSound: Bool {
    guard !labels.isEmpty, labels.count <= LabelledComments.labelsMost,
      Set(labels).count == labels.count, threshold > 0, threshold < 1
    else { return false }
    let isAscending = zip(hashes, hashes.dropFirst()).allSatisfy(<)
    let scaleNumbers = scales.flatMap { [$0.slope, $0.offset] }
    return isAscending && (starts + scaleNumbers).allSatisfy(\.isFinite)
      && rarities.allSatisfy { $0.isFinite && $0 > 0 } && weights.allSatisfy(\.isFinite)
  }

  private static let magic = Array("CXTextModel\n".utf8)

  /// FNV-1a of 64 bits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

extension Float {
  /// The half of its bits that ``shortened`` keeps.
  fileprivate var upperHalf: UInt16 { UInt16(bitPattern >> 16) }
}
