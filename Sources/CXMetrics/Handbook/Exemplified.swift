/// A figure that proves itself by worked examples.
///
/// Its chapter in `docs/metrics.md` is made of the comment above its type and of these examples.
public protocol Exemplified: SendableMetatype {
  /// What goes in and what must come out; run as tests, printed in `docs/metrics.md`.
  static var examples: [MetricExample] { get }
}
