// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension HTMLPage {
  /// The look of a page: one column, light and dark as the reader's system is, and whatever is wider
  /// than a phone scrolls inside its own box.
  static let sheet = """
    :root { \(ChartStyle.variables(isDark: false)); --page: #f7f7f5; --card: #ffffff;
      --ink: #1c2126; --faint: #59626b; --rule: #d9dde1; --link: #005a8f;
      --right: #0072b2; --wrong: #d55e00 }
    @media (prefers-color-scheme: dark) {
      :root { \(ChartStyle.variables(isDark: true)); --page: #121518; --card: #1b1f23;
        --ink: #e6e9ec; --faint: #a6afb7; --rule: #353c43; --link: #7cc4f0;
        --right: #3f9fd8; --wrong: #d9822b }
    }
    * { box-sizing: border-box }
    html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
    header, nav, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem }
    header { padding-top: 2.25rem }
    h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.25rem); line-height: 1.2; margin: 0 0 0.5rem;
      overflow-wrap: anywhere }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 0.75rem; overflow-wrap: anywhere }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem }
    p { margin: 0 0 0.9rem; max-width: 46rem; overflow-wrap: anywhere }
    a { color: var(--link) }
    code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
    section { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule) }
    nav { margin-top: 1rem }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; list-style: none; margin: 0; padding: 0 }
    nav a { display: inline-block; padding: 0.15rem 0 }
    footer { color: var(--faint); font-size: 0.875rem; padding-top: 2rem; padding-bottom: 2.5rem }
    .lead { color: var(--faint); font-size: 1.0625rem; max-width: none }
    .note { border-left: 3px solid var(--wrong); padding: 0.1rem 0 0.1rem 0.8rem }
    .faint { color: var(--faint) }
    .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr));
      gap: 0.75rem; margin: 1.25rem 0 0 }
    .tile { background: var(--card); border: 1px solid var(--rule); border-radius: 0.5rem;
      padding: 0.7rem 0.9rem }
    .tile dt { color: var(--faint); font-size: 0.875rem }
    .tile dd { margin: 0; overflow-wrap: anywhere }
    .tile .value { font-size: 1.5rem; font-weight: 600; line-height: 1.3;
      font-variant-numeric: tabular-nums }
    .tile .detail { color: var(--faint); font-size: 0.8125rem; line-height: 1.4 }
    .figures { display: grid; gap: 1rem; margin: 1rem 0;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)) }
    figure { margin: 0; min-width: 0; background: var(--card); border: 1px solid var(--rule);
      border-radius: 0.5rem; padding: 0.6rem }
    figure svg { display: block; width: 100%; max-width: 31rem; height: auto; margin: 0 auto }
    .scroll { overflow-x: auto; max-width: 100%; margin: 0.4rem 0 1.25rem }
    .scroll:focus-visible, a:focus-visible, summary:focus-visible {
      outline: 2px solid var(--link); outline-offset: 2px }
    table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums }
    .caption { color: var(--faint); font-size: 0.875rem; margin: 1rem 0 0 }
    th, td { text-align: left; vertical-align: top; padding: 0.32rem 0.75rem 0.32rem 0;
      border-bottom: 1px solid var(--rule) }
    thead th { color: var(--faint); font-weight: 600; vertical-align: bottom }
    tbody th { font-weight: 500 }
    td, th { white-space: nowrap }
    .number { text-align: right; padding-left: 0.75rem }
    .prose { white-space: normal; min-width: min(28rem, 70vw); max-width: 44rem;
      overflow-wrap: anywhere }
    .column { display: none; color: var(--faint); font-weight: 400 }
    @media (max-width: 40rem) {
      .scroll:has(td.prose) thead { display: none }
      .scroll:has(td.prose) tr { display: block; padding: 0.45rem 0;
        border-bottom: 1px solid var(--rule) }
      .scroll:has(td.prose) :is(td, th) { display: inline-block; border: 0;
        padding: 0 0.9rem 0 0 }
      .scroll:has(td.prose) .prose { display: block; min-width: 0; padding: 0 }
      .scroll:has(td.prose) .column { display: inline }
    }
    .heat th, .heat td { padding: 0.28rem 0.5rem; border: 1px solid var(--page) }
    .heat td { text-align: right; min-width: 2.75rem;
      background: color-mix(in srgb, var(--tone) var(--share), var(--card)) }
    .heat .right { --tone: var(--right) }
    .heat .wrong { --tone: var(--wrong) }
    .heat .none { color: var(--faint) }
    .heat tbody th { position: sticky; left: 0; background: var(--page); text-align: right }
    .heat thead th { text-align: right }
    .heat .corner { white-space: normal; min-width: 7rem; font-size: 0.8125rem; line-height: 1.3 }
    .pictures { display: grid; gap: 0.75rem; list-style: none; margin: 1rem 0; padding: 0 }
    .pictures.small { grid-template-columns: repeat(auto-fill, minmax(4rem, 1fr)) }
    .pictures.large { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)) }
    .pictures img { display: block; width: 100%; height: auto; image-rendering: pixelated;
      border-radius: 0.25rem; border: 1px solid var(--rule) }
    .pictures span { display: block; font-size: 0.8125rem; line-height: 1.4; overflow-wrap: anywhere }
    .pictures .strong { font-weight: 600 }
    details { margin: 0.5rem 0 }
    summary { cursor: pointer; color: var(--link) }
    \(ChartStyle.pageRules)
    @media print { body { background: none } nav { display: none } figure, li { break-inside: avoid } }
    """
}
