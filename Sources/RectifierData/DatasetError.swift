// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What can be wrong with data once they are in memory. Rows and columns count from 0.
public enum DatasetError: Error, Equatable, Sendable {
  /// There is not a single row.
  case noRows(name: String)
  /// The rows have no features.
  case noFeatures(name: String)
  /// Rows are numbered with 32 bits.
  case tooManyRows(name: String, count: Int)
  /// Features and targets count different rows.
  case countsDiffer(name: String, rowCount: Int, targetCount: Int)
  /// A feature is NaN or infinite.
  case featureNotFinite(name: String, row: Int, column: Int)
  /// A real target is NaN or infinite.
  case targetNotFinite(name: String, row: Int, column: Int)
  /// A class has no label.
  case classOutOfRange(name: String, row: Int, found: Int, classCount: Int)
  /// Two classes have the same label.
  case duplicateLabel(name: String, label: String)
  /// Labels were given, and the targets are no classes.
  case labelsWithoutClasses(name: String, labelCount: Int)
  /// The image shape does not multiply to the features.
  case imageShapeDiffers(name: String, shape: ImageShape, featureCount: Int)
  /// Classes are needed, and the targets are others.
  case notClasses(name: String)
  /// Sets of classes are needed, and the targets are others.
  case notSets(name: String)
  /// Real numbers are needed, and the targets are others.
  case notReals(name: String)
  /// One real number a row is needed, and there are several.
  case severalReals(name: String, count: Int)
  /// Every row has the same labels.
  case oneSet(name: String, labels: [String])
  /// Every row has the same real targets.
  case constantTargets(name: String)
  /// Every row is of one class.
  case oneClass(name: String, label: String)
  /// A row is of a class that the other labels do not know.
  case unknownLabel(name: String, row: Int, label: String, known: [String])
  /// Two parts of one source do not fit together; `what` says in which respect.
  case partsDiffer(name: String, what: String, found: String, other: String, expected: String)
}

extension DatasetError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .noRows(let name):
      "\(name): expected at least 1 row, found 0; choose other data"
    case .noFeatures(let name):
      "\(name): expected at least 1 feature a row, found 0; choose other data"
    case .tooManyRows(let name, let count):
      "\(name): expected at most \(Int32.max) rows, found \(count); split the data"
    case .countsDiffer(let name, let rowCount, let targetCount):
      "\(name): expected a target for each of \(rowCount) rows, found \(targetCount); "
        + "check that features and targets belong together"
    case .featureNotFinite(let name, let row, let column):
      "\(name): row \(row), column \(column): expected a finite feature, found NaN or infinity; "
        + "clean the data"
    case .targetNotFinite(let name, let row, let column):
      "\(name): row \(row), column \(column): expected a finite target, found NaN or infinity; "
        + "clean the data"
    case .classOutOfRange(let name, let row, let found, let classCount):
      "\(name): row \(row): expected a class from 0 to \(classCount - 1), found \(found); "
        + "check the labels"
    case .imageShapeDiffers(let name, let shape, let featureCount):
      "\(name): an image of \(shape) does not have \(featureCount) features; check the shape"
    case .notReals(let name):
      "\(name): expected a real number for each row, found other targets or none; "
        + "choose data with real targets"
    case .severalReals(let name, let count):
      "\(name): expected one number for each row to be learned, found \(count); "
        + "choose one of them"
    case .constantTargets(let name):
      "\(name): expected targets that differ, found the same in every row; choose other targets"
    default: classDescription
    }
  }

  private var classDescription: String {
    switch self {
    case .duplicateLabel(let name, let label):
      "\(name): two classes are called '\(label)', expected different labels; rename one"
    case .labelsWithoutClasses(let name, let labelCount):
      "\(name): expected no labels where targets are no classes, found \(labelCount); "
        + "leave them out"
    case .notClasses(let name):
      "\(name): expected a class for each row, found other targets or none; choose labelled data"
    case .notSets(let name):
      "\(name): expected a set of classes for each row, found other targets or none; "
        + "choose data with any number of labels a row"
    case .oneSet(let name, let labels):
      "\(name): expected rows whose labels differ, found only '\(labels.joined(separator: " "))'; "
        + "check the labels"
    case .oneClass(let name, let label):
      "\(name): expected rows of at least 2 classes, found only '\(label)'; check the labels"
    case .unknownLabel(let name, let row, let label, let known):
      "\(name): row \(row): expected one of the \(known.count) classes "
        + "\(known.first ?? "") to \(known.last ?? ""), found '\(label)'; "
        + "check that the data belong together"
    case .partsDiffer(let name, let what, let found, let other, let expected):
      "\(name): expected \(what) \(expected) as in \(other), found \(found); "
        + "check that the parts belong together"
    default: ""
    }
  }
}
