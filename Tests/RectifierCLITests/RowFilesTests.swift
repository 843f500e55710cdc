// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

/// Files with a row a line, from `train` to `predict`.
@Suite struct RowFilesTests {
  private let runner: CommandRunner
  private var scratch: ScratchFolder { runner.scratch }

  init() throws {
    runner = try CommandRunner()
    try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
  }

  private func run(_ line: String, _ status: Int32 = 0) throws -> CommandResult {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    return result
  }

  @Test func aTableIsLearned() throws {
    let trained = try run(
      "train shops.csv --text review --target verdict --ignore stars --hidden 16 --epochs 20 --out run"
    )
    #expect(
      trained.errors.contains("3 columns of numbers, ")
        || trained.errors.contains(
          "1 column of numbers, 1 of categories, 1 of text")
    )
    let evaluated = try run("evaluate run shops.csv")
    #expect(evaluated.output.contains("error 0.00 % (0 of 60"))
    #expect(try run("inspect run").output.contains("bad, good"))
  }

  @Test func labelledTextsAreLearned() throws {
    let lines = (0..<60).map { row in
      let isGood = row % 2 == 0
      return "__label__\(isGood ? "good" : "bad") a \(isGood ? "fine" : "dull") place, said \(row)"
    }
    try scratch.write(Array((lines.joined(separator: "\n") + "\n").utf8), "labelled.txt")
    let trained = try run(
      "train labelled.txt --hidden 16 --learning-rate 0.5 --epochs 10 --out run")
    #expect(trained.errors.contains("1 column of text"))
    let evaluated = try run("evaluate run labelled.txt").output
    #expect(evaluated.contains("error 0.00 % (0 of 60"))
    #expect(evaluated.contains("P@1         1.0000 (95 %"))
    #expect(evaluated.contains("R@1         1.0000 (95 %"))
    try scratch.write(Array("so fine\nso dull\n".utf8), "plain.txt")
    #expect(try run("predict run plain.txt").output == "prediction\ngood\nbad\n")
    #expect(try run("train plain.txt", 64).errors.contains("documents alone"))
  }

  /// P@k and R@k as fastText's `test` has them: of all classes, one is the row's own.
  @Test func labelsRankAsFarAsIsAskedFor() throws {
    try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
    _ = try run(
      "train shops.csv --text review --target stars --classification --ignore verdict --hidden 8"
        + " --epochs 1 --out run")
    #expect(!(try run("evaluate run shops.csv").output.contains("@")))
    let ranked = try run("evaluate run shops.csv --k 4").output
    #expect(ranked.contains("P@1 ") && ranked.contains("R@1 "))
    #expect(ranked.contains("P@4         0.2500 (") && ranked.contains("R@4         1.0000 ("))
    let document = try run("evaluate run shops.csv --k 4 --json").output
    #expect(document.contains("\"precisionAt\":") && document.contains("\"recallAt1Interval\":"))
    #expect(try run("evaluate run shops.csv --k 9", 64).errors.contains("from 1 to the model's 4"))
    _ = try run(
      "train shops.csv --target stars --regression --ignore review --hidden 8 --epochs 1"
        + " --out reals")
    let refused = try run("evaluate reals shops.csv --k 1", 64)
    #expect(refused.errors.contains("--k: the model predicts numbers"))
  }

  /// Levels and numbers compare by their own score wherever models do.
  @Test func numbersAreJudgedByTheirDistance() throws {
    let options = "--target stars --ignore review,verdict --hidden 8 --epochs 2"
    let folds = try run("cv shops.csv \(options) --regression --folds 3 --out folds").output
    #expect(folds.contains("RMSE") && folds.contains("R²") && !folds.contains("error"))
    #expect(
      folds.contains("\nRMSE        ") && folds.contains(" a fold, 95 % interval of the mean "))
    let levels = try run("cv shops.csv \(options) --ordinal --folds 3 --out levels").output
    #expect(levels.contains("\nerror       ") && levels.contains("\nRMSE        "))
    let sweep = "sweep shops.csv \(options) --ordinal --vary seed=1,2"
    let swept = try run(sweep + " --out sweep")
    #expect(swept.output.contains("validation RMSE") && !swept.output.contains("%"))
    #expect(swept.errors.contains("  validation RMSE "))
    _ = try run("train shops.csv \(options) --regression --out reals")
    #expect(try runner.text("reals/run.json").contains("\"epochTies\": \"loss\""))
    _ = try run("train shops.csv \(options) --regression --epoch-ties first --out first")
    #expect(try runner.text("first/run.json").contains("\"epochTies\": \"first\""))
    let rounded = try run("evaluate reals shops.csv --precision bfloat16").output
    #expect(rounded.contains("difference  RMSE "))
  }

  @Test func severalLabelsARowAreLearned() throws {
    let lines = (0..<60).map { row in
      (row % 2 == 0 ? "__label__even " : "") + (row % 3 == 0 ? "__label__third " : "")
        + (row % 2 == 0 ? "two " : "") + (row % 3 == 0 ? "three " : "") + "number"
    }.filter { $0.hasPrefix("__label__") }
    try scratch.write(Array((lines.joined(separator: "\n") + "\n").utf8), "sets.txt")
    _ = try run("train sets.txt --hidden 16 --epochs 30 --out run")
    try scratch.write(Array("two number\nthree two number\n".utf8), "plain.txt")
    #expect(
      try run("predict run plain.txt").output == "prediction\neven\neven third\n")
    #expect(try run("evaluate run sets.txt").output.contains("P@1"))
  }

  @Test func columnsAreFoundByTheirNames() throws {
    _ = try run(
      "train shops.csv --text review --target verdict --ignore stars --hidden 16 --epochs 20 --out run"
    )
    let moved = "review,other,size,colour\na fresh place,9,1.5,red\na stale place,9,,blue\n"
    try scratch.write(Array(moved.utf8), "moved.csv")
    let predicted = try run("predict run moved.csv")
    #expect(predicted.output == "prediction\ngood\nbad\n")
    #expect(predicted.errors.contains("note: moved.csv: not used"))
    try scratch.write(Array("review,colour\na fresh place,red\n".utf8), "short.csv")
    let refused = try run("predict run short.csv", 65)
    #expect(refused.errors.contains("\"size\""))
    #expect(refused.output.isEmpty)
  }

  @Test func aRunOnATableGoesOn() throws {
    let options = "--text review --target stars --ordinal --ignore verdict --hidden 8 --epochs 3"
    _ = try run("train shops.csv \(options) --out whole")
    let record = try runner.text("whole/run.json")
    #expect(record.contains("\"task\": \"ordinal\""))
    _ = try run("train --config whole/run.json --out again")
    #expect(try scratch.read("whole/model.safetensors") == scratch.read("again/model.safetensors"))
    #expect(try run("train --resume whole").errors.contains("is finished"))
  }

  @Test func flagsWithoutAMeaningAreRefused() throws {
    let options = "--text review --target verdict --ignore stars --hidden 8 --epochs 1"
    _ = try run("train shops.csv \(options) --out run")
    let glyphs = "glyphs:digits?samples=60"
    _ = try run("train \(glyphs) --hidden 8 --epochs 1 --out other")
    #expect(
      try run("evaluate other \(glyphs) --no-header", 64).errors.contains("--no-header: only"))
    let images = try run("predict other shops.csv --replace-invalid", 64)
    #expect(images.errors.contains("--replace-invalid: the model was not trained on the rows"))
    let resumed = try run("train --resume run --ordinal", 64)
    #expect(resumed.errors.contains("--ordinal: not to be used with --resume"))
    let weighted = try run(
      "train shops.csv --target stars --regression --ignore review --class-weights balanced", 64)
    #expect(weighted.errors.contains("--class-weights: the target is a number"))
  }

  @Test func otherDataAreRefused() throws {
    _ = try run(
      "train shops.csv --text review --target verdict --ignore stars --hidden 8 --epochs 1 --out run"
    )
    #expect(
      try run("evaluate run glyphs:digits?samples=60", 65).errors.contains("shops.csv") == false)
    _ = try run("train glyphs:digits?samples=60 --hidden 8 --epochs 1 --out other")
    let refused = try run("evaluate other shops.csv", 65)
    #expect(refused.errors.contains("the rows of a file"))
    #expect(try run("train shops.csv", 64).errors.contains("--target: expected the name"))
    #expect(try run("train shops.csv --target nothing", 65).errors.contains("\"nothing\""))
    #expect(runner.exists("runs/shops.csv-1/model.safetensors") == false)
  }

  @Test func layersCanBePretrainedOnRows() throws {
    let options = "--text review --fit-on all --hidden 8,6"
    let layers = try run(
      "pretrain shops.csv --ignore stars,verdict \(options) --decoder linear --epochs 2 --out layers"
    )
    #expect(layers.errors.contains("1 column of numbers, 1 of categories, 1 of text"))
    #expect(
      layers.output.contains("train shops.csv --text review --fit-on all --hidden 8,6 --init-from"))
    let tuned = "train shops.csv --target verdict --ignore stars \(options) --epochs 2"
    _ = try run("\(tuned) --init-from layers --fold 1/3 --out tuned")
    #expect(try run("inspect layers/autoencoder.0.safetensors").status == 0)
    // Two thirds of the rows have other words.
    let refused = try run(
      "\(tuned.replacing("--fit-on all ", with: "")) --init-from layers --fold 1/3 --out other", 64)
    #expect(refused.errors.contains("fit both on all with --fit-on all"), "\(refused.errors)")
    let stars = try run(
      "pretrain shops.csv --text review --target verdict --hidden 8 --out none", 64)
    #expect(stars.errors.contains("--target"))
  }

  @Test func severalFilesAreLearnedTogether() throws {
    try scratch.write(Array("1 0:1 2:1\n-1 1:1\n1 0:2\n-1 1:3\n".utf8), "a.svmlight")
    try scratch.write(Array("1 0:1\n-1 1:1 3:1\n1 0:4\n-1 1:1\n".utf8), "b.svmlight")
    let options = "--binary --validation 2 --batch-size 2 --hidden 4"
    let trained = try run("train a.svmlight,b.svmlight \(options) --epochs 2 --out run")
    #expect(trained.errors.contains("a.svmlight+1: 6 samples to learn from, validation 2"))
    #expect(trained.errors.contains("4 features, the first with the number 0"))
    #expect(try run("evaluate run b.svmlight").output.contains("of 4"))
    _ = try run(
      "pretrain a.svmlight,b.svmlight \(options) --epochs 1 --decoder logistic --out layers")
    _ = try run("train b.svmlight \(options) --epochs 1 --init-from layers --out tuned")
    let counts = try run(
      "train b.svmlight \(options.replacing("--binary ", with: "")) --epochs 1 --init-from layers --out other",
      64)
    #expect(counts.errors.contains("found others"), "\(counts.errors)")
  }

  @Test func rowsInAFileTeachWhatRowsInMemoryTeach() throws {
    let line = "train shops.csv --text review --target verdict --hidden 8 --epochs 2"
    _ = try run("\(line) --no-stream --out memory")
    let streamed = try run("\(line) --stream --out stream")
    #expect(streamed.errors.contains("1 of text"))
    #expect(
      try scratch.read("memory/model.safetensors") == scratch.read("stream/model.safetensors"))
    #expect(try scratch.names(in: ".cache/rectifier/rows").count == 1)
    #expect(try run("train --resume stream").errors.contains("is finished"))
    #expect(
      try run(
        "cv shops.csv --text review --target verdict --folds 2 --hidden 4 --epochs 1 --stream"
      ).status == 0)
  }

  #if os(Linux)
    /// 200 MB of rows in 64 MB of memory. Takes 400 MB of disk and a while, so only where
    /// RECTIFIER_LARGE is set.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RECTIFIER_LARGE"] != nil))
    func aFileLargerThanMemoryIsLearned() throws {
      let block = (0..<1000).map { row in
        "\(row % 2)" + (0..<100).map { " \(1 + $0 * 7 + row % 7):\(1 + ($0 + row) % 9)" }.joined()
          + "\n"
      }.joined()
      let path = try scratch.write([], "large.svmlight")
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      for _ in 0..<(200_000_000 / block.utf8.count) { try file.write(contentsOf: Data(block.utf8)) }
      try file.close()
      let line = "train large.svmlight --hidden 8 --epochs 1 --epoch-samples 1000 --threads 1"
      let streamed = try runner.run("\(line) --stream --out stream", memoryLimitKiB: 65_536)
      #expect(streamed.status == 0, "\(streamed)")
      let memory = try runner.run("\(line) --no-stream --out memory", memoryLimitKiB: 65_536)
      #expect(memory.status != 0)
    }
  #endif
}
