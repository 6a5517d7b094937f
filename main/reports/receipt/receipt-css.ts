import type { receiptFormats } from '@shared/contract/sales';

const shared = `
  p { margin: 0; }
  .receipt { display: block; }
  .shop { font-weight: 600; }
  .what { font-weight: 500; overflow-wrap: anywhere; }
  .detail { color: #4b453c; }
  .sum, .about p { display: flex; justify-content: space-between; gap: 3mm; }
  .sum span:first-child { overflow-wrap: anywhere; min-width: 0; }
  .sum span:last-child { white-space: nowrap; }
  .line { break-inside: avoid; }
  .total { font-weight: 700; }
  .code svg { display: block; }
`;

const roll = `
  @page { margin: 0; }
  html { font-size: 9pt; }
  body { width: 80mm; }
  .receipt { padding: 5mm 5mm 8mm; }
  header, footer { text-align: center; }
  .shop { font-size: 12pt; }
  h1 { font-size: 10pt; text-align: center; margin: 3mm 0 1mm; }
  .about { border-top: 0.3mm dashed #6b6357; padding: 1.5mm 0; }
  .about p { flex-wrap: wrap; column-gap: 3mm; row-gap: 0; }
  .lines { border-top: 0.3mm dashed #6b6357; }
  .line { padding: 1.5mm 0; }
  .detail { font-size: 8pt; }
  .totals, .back { border-top: 0.3mm dashed #6b6357; padding: 1.5mm 0; }
  .total { font-size: 13pt; }
  footer { border-top: 0.3mm dashed #6b6357; padding-top: 3mm; }
  footer p { margin-bottom: 1.5mm; }
  .code svg { width: 46mm; height: 10mm; margin: 0 auto 1mm; }
`;

const sheet = `
  @page { size: A4; margin: 18mm; }
  @media screen { body { padding: 18mm; } }
  header { margin-bottom: 10mm; }
  .shop { font-size: 18pt; }
  .about { margin-bottom: 8mm; }
  .about p { justify-content: flex-start; gap: 8mm; }
  .lines td { border-bottom: 0.2mm solid #e2dcd1; }
  .lines .sum { justify-content: flex-start; }
  .detail { font-size: 9pt; }
  .totals { margin: 6mm 0 0 auto; width: 70mm; }
  .total { font-size: 14pt; }
  .back { margin-top: 8mm; padding-top: 3mm; border-top: 0.3mm solid #d3ccbf; }
  footer { margin-top: 16mm; border-top: 0.3mm solid #d3ccbf; padding-top: 4mm; color: #4b453c; }
  .code svg { width: auto; height: 11mm; margin-bottom: 1mm; }
  .lines tr > :last-child { padding-right: 0; }
`;

/** The receipt's own style for its paper. */
export function receiptCss(format: (typeof receiptFormats)[number]): string {
  return shared + (format === 'roll80' ? roll : sheet);
}
