// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

// One import for the public layers.

@_exported import RectifierAnalysis
@_exported import RectifierData
@_exported import RectifierInterchange
@_exported import RectifierNetworks
@_exported import RectifierNumerics
@_exported import RectifierTraining
