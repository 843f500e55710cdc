// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Dispatch
import Synchronization
import Testing

@testable import RectifierData

@Suite struct DeferredDatasetTests {
  @Test func aDatasetIsMadeOnceWhenItIsAskedFor() {
    let dataset = GlyphRecipe(variant: .digits, sampleCount: 4).dataset(.train)
    let counter = Counter()
    let deferred = DeferredDataset {
      counter.increase()
      return dataset
    }
    #expect(counter.value == 0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if deferred.value.rowCount != 4 { fatalError("another data set") }
    }
    #expect(counter.value == 1)
  }

  @Test func oneThatIsThereIsGivenBack() {
    let dataset = GlyphRecipe(variant: .digits, sampleCount: 3).dataset(.train)
    #expect(DeferredDataset(dataset).value.checksum == dataset.checksum)
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func increase() { count.withLock { $0 += 1 } }
}
