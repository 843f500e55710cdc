// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How pictures become rows of data.
///
/// A picture is first laid over white where it is transparent, then brought to the channels, then
/// to the size, then inverted.
public struct PictureOptions: Hashable, Sendable {
  /// The size that all pictures are brought to; nil leaves them as they are.
  public var resize: PictureSize?
  /// The size that pictures must have where they are not resized, and who says so, as in "the
  /// model"; nil where they only have to agree among themselves.
  public var required: Requirement?
  /// 1 or 3 channels; nil for 1 where all pictures of all parts are grey, else 3.
  public var channels: Int?
  /// Whether dark and light change places.
  public var inverts = false
  /// How many classes there have to be: 2 to train, 1 to evaluate, 0 to predict.
  public var minimumClassCount = 0
  /// How many bytes all pictures together may take in memory.
  public var byteLimit = Int.max

  /// A size with the name of what asks for it.
  public struct Requirement: Hashable, Sendable {
    /// The size.
    public let size: PictureSize
    /// What messages call the one that asks for it.
    public let reference: String

    /// A size that somebody asks for.
    public init(size: PictureSize, reference: String) {
      self.size = size
      self.reference = reference
    }
  }

  /// Pictures as they are.
  public init() {}

  /// Asks for the size and channels of other images; what no picture can have is not asked for.
  ///
  /// - Parameters:
  ///   - shape: Of the other images.
  ///   - reference: What messages call the one whose images those are.
  public mutating func fit(_ shape: ImageShape, reference: String) {
    required = PictureSize(shape).map { Requirement(size: $0, reference: reference) }
    channels = shape.channels == 1 || shape.channels == 3 ? shape.channels : nil
  }
}
