// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

/// What the command answers to arguments that it cannot use: status 64 and one line.
@Suite struct UsageErrorTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.scratch.folder("mnist")
  }

  @Test(arguments: [
    ("trian mnist", "command: unknown name 'trian'; did you mean 'train'?"),
    ("train mnist --hiden 3", "Unknown option '--hiden'. Did you mean '--hidden'?"),
    ("train mnist extra", "Unexpected argument 'extra'"),
    ("train", "DATA: expected a folder or a catalog name to learn from, found nothing"),
    ("train mnist --activation rectifer", "did you mean 'rectifier'?"),
    ("train mnist --activation softplus:0", "expected a sharpness above 0"),
    ("train mnist --activation tanh,tanh", "one for each of the 3 hidden layers, found 2"),
    ("train mnist --initializer glorot-unifrom", "did you mean 'glorot-uniform'?"),
    ("train mnist --optimizer sdg", "did you mean 'sgd'?"),
    ("train mnist --momentum 0.5", "--momentum: only with the optimizer momentum, not with sgd"),
    (
      "train mnist --optimizer adam --momentum 0.5 --nesterov",
      "--momentum, --nesterov: only with the optimizer momentum, not with adam"
    ),
    ("train mnist --optimizer momentum --momentum 1", "--momentum: expected a number from 0 to"),
    ("train mnist --schedule cosign", "did you mean 'cosine'?"),
    ("train mnist --schedule exponential", "--schedule: expected exponential:RATE"),
    ("train mnist --weight-l2 -1", "--weight-l2"),
    ("train mnist --dropout 1", "--dropout: expected rates from 0 on and below 1 with commas"),
    ("train mnist --dropout 0.5,0.5", "one for each of the 3 hidden layers, found 2"),
    ("train mnist --input-dropout 1", "--input-dropout: expected a rate from 0 on and below 1, fo"),
    ("train mnist --hidden none --dropout 0.5", "--dropout: no meaning without hidden layers"),
    (
      "train mnist --target-zeros 85", "--target-zeros: expected a fraction above 0 and below 1, as"
    ),
    (
      "train mnist --target-zeros 0.8 --activation softplus",
      "--target-zeros, --activation: units of softplus are never silent, whatever the penalty; ch"
    ),
    (
      "train mnist --target-zeros 0.8 --epochs 1", "--target-zeros, --epochs: the coefficient chang"
    ),
    ("train --resume run --config run.json", "--config: not to be used with --resume"),
    ("train mnist --resume run --schedule cosine", "DATA, --schedule: not to be used with"),
    ("train mnist --validation-draw lats", "did you mean 'last'?"),
    ("train mnist --progress plani", "did you mean 'plain'?"),
    ("train mnist --hidden 0", "--hidden: expected widths from 1 on"),
    ("train mnist --hidden 10,0", "--hidden: expected widths from 1 on"),
    ("train mnist --hidden 9000000,9000000", "need about 1.7 PiB, this machine has"),
    ("train mnist --hidden 4611686018427387904,8", "need more memory than can be counted"),
    ("train mnist --hidden none --sign-mask", "--sign-mask: no meaning without hidden layers"),
    ("train mnist --threads 0", "--threads: expected a whole number from 1 to 1024, found 0"),
    ("train mnist --batch-size 0", "--batch-size: expected a whole number from 1"),
    ("train mnist --epochs 0", "--epochs: expected a whole number from 1"),
    ("train mnist --epochs ten", "The value 'ten' is invalid for '--epochs <n>'"),
    ("train mnist --learning-rate 0", "--learning-rate: expected a finite number above 0"),
    ("train mnist --learning-rate nan", "--learning-rate: expected a finite number above 0"),
    ("train mnist --learning-rate 1e-45", "--learning-rate: expected a finite number above 0, den"),
    ("train mnist --weight-l2 1e-42", "--weight-l2: expected a finite number from 0 on, denormals"),
    (
      "train mnist --activation-l1 1e-42", "--activation-l1: expected a finite number from 0 on, de"
    ),
    ("train --resume run --no-nesterov", "--no-nesterov: not to be used with --resume"),
    ("train --resume run --no-sign-mask", "--no-sign-mask: not to be used with --resume"),
    ("train mnist --activation-l1 x", "--activation-l1: expected numbers from 0 on"),
    ("train mnist --activation-l1 0,0", "one for each of the 3 hidden layers, found 2"),
    ("train mnist --seed -1", "--seed"),
    ("train --resume run --seed 3 --out x", "--seed, --out: not to be used with --resume"),
    ("train mnist --resume run", "DATA: not to be used with --resume"),
    ("evaluate", "Missing expected argument '<model>'"),
    ("evaluate model mnist --part tset", "--part: unknown name 'tset'; did you mean 'test'?"),
    ("evaluate model mnist --threads 0", "--threads: expected a whole number from 1"),
    ("predict model mnist --probability", "Did you mean '--probabilities'?"),
    ("bench model", "DATA: expected the data that the model is timed on, found nothing"),
    ("bench model mnist --zeros 0", "--zeros: only without a model, which has its own"),
    ("bench --part test --resize", "--part, --resize: only with a model and its data"),
    ("bench --zeros 0,1", "--zeros: expected fractions from 0 to below 1 with commas between"),
    ("bench --input-zeros x", "--input-zeros: expected a fraction from 0 to below 1, found 'x'"),
    ("bench --batch-sizes 0", "--batch-sizes: expected whole numbers from 1 to 65536"),
    ("bench --threads 1,al", "--threads: expected whole numbers from 1 to 1024, or all"),
    ("bench --budget 0", "--budget: expected a finite number above 0, in seconds, found 0"),
    ("bench --hidden none", "--hidden: expected at least one hidden layer"),
    ("bench --hidden 9000000,9000000", "need about"),
    ("inspect model --jsn", "Did you mean '--json'?"),
  ])
  func oneLineAndNothingMade(line: String, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == 64, "\(result)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.hasPrefix("rectifier: "))
    #expect(result.errors.filter(\.isNewline).count == 1, "\(result.errors)")
    #expect(try runner.scratch.names() == ["mnist"])
  }

  @Test func anInstructionSetThatDoesNotExist() throws {
    let result = try runner.run("train mnist", environment: ["RECTIFIER_ISA": "avx9"])
    #expect(result.status == 64)
    #expect(result.errors.contains("RECTIFIER_ISA: expected one of portable"))
  }

  #if arch(x86_64)
    @Test func anInstructionSetThatTheCPULacks() throws {
      let result = try runner.run("train mnist", environment: ["RECTIFIER_ISA": "neon"])
      #expect(result.status == 64)
      #expect(result.errors.contains("RECTIFIER_ISA: this CPU does not run neon; it runs portable"))
    }
  #endif
}
