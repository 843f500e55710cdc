// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What the process answers with, as in sysexits.h.
enum ExitStatus: Int32 {
  case success = 0
  /// The command was given something that it cannot use.
  case usage = 64
  /// Data or a model file are not as they should be.
  case badData = 65
  /// An input does not exist.
  case noInput = 66
  /// A mistake of this program.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Stopped by SIGTERM or SIGUSR1 after a checkpoint.
  case stopped = 75
  /// Training diverged.
  case diverged = 76
  /// Stopped by SIGINT after a checkpoint.
  case interrupted = 130
}

extension ExitStatus {
  /// The one place that says which error ends the process how.
  init(for error: any Error) {
    switch error {
    case is ConfigurationError, is ArchitectureError, is InstructionSetError: self = .usage
    case is DatasetError, is SchemaError, is SplitError, is TrainingDataError, is RunRecordError,
      is MetricsError,
      is TrialRecordError, is JSONError, is ReportError:
      self = .badData
    case is ModelError, is ParameterError, is SafetensorsError, is ONNXError, is NPZError:
      self = .badData
    case is RescalingError, is ImportError: self = .usage
    case let error as ContactSheetError: self = Self.status(for: error)
    case let error as CatalogCheckError: self = Self.status(for: error)
    case let error as IDXExportError: self = Self.status(for: error)
    case let error as TrainingError: self = Self.status(for: error)
    case let error as PretrainingError: self = Self.status(for: error)
    case let error as PretrainedLayersError: self = Self.status(for: error)
    case let error as DataSourceError: self = Self.status(for: error)
    case let error as FileError: self = Self.status(for: error)
    case let error as RunFolderError: self = Self.status(for: error)
    case let error as RunReportError: self = Self.status(for: error)
    case is SweepError: self = .cannotCreate
    case let error as TuneError: self = Self.status(for: error)
    case let error as StandardOutputError: self = error == .closed ? .success : .inputOutput
    default: self = .internalError
    }
  }

  private static func status(for error: TrainingError) -> ExitStatus {
    switch error {
    case .invalidOption: .usage
    case .batchTooLarge, .data, .model, .otherData: .badData
    case .diverged: .diverged
    }
  }

  private static func status(for error: TuneError) -> ExitStatus {
    switch error {
    case .noTime, .noMetric: .usage
    case .allDiverged: .diverged
    }
  }

  private static func status(for error: PretrainingError) -> ExitStatus {
    switch error {
    case .layerCountDiffers, .signedCodes, .layersDiffer: .usage
    case .inputNotReachable, .data: .badData
    case .training(_, let error): status(for: error)
    }
  }

  private static func status(for error: PretrainedLayersError) -> ExitStatus {
    switch error {
    case .missing: .noInput
    case .notARun, .unfinished: .badData
    case .otherLayers, .otherFeatures: .usage
    }
  }

  private static func status(for error: DataSourceError) -> ExitStatus {
    if error.isMissingInput { return .noInput }
    if let error = error.fileError { return status(for: error) }
    if case .glyphs = error { return .usage }
    return .badData
  }

  private static func status(for error: ContactSheetError) -> ExitStatus {
    switch error {
    case .notImages: .badData
    case .tooLarge: .usage
    }
  }

  private static func status(for error: CatalogCheckError) -> ExitStatus {
    switch error {
    case .wrong: .badData
    case .missing: .noInput
    }
  }

  private static func status(for error: IDXExportError) -> ExitStatus {
    switch error {
    case .notImages: .badData
    case .occupied: .cannotCreate
    }
  }

  private static func status(for error: FileError) -> ExitStatus {
    switch error {
    case .notFound, .notAFile: .noInput
    case .cannotCreate: .cannotCreate
    case .failed: .inputOutput
    }
  }

  private static func status(for error: RunFolderError) -> ExitStatus {
    switch error {
    case .occupied, .inUse: .cannotCreate
    case .missing, .notARun: .noInput
    }
  }

  private static func status(for error: RunReportError) -> ExitStatus {
    switch error {
    case .missing, .notARun: .noInput
    case .otherRecord, .noModel, .otherData: .badData
    }
  }
}
