/** What happened beside what is left, the proofs below, and a line to sign on, which never stands alone on a page. */
export const sheetCss = `
  .letterhead { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm;
    border-bottom: 0.3mm solid #1c1a17; padding-bottom: 3mm; margin-bottom: 4mm; }
  .letterhead strong { white-space: nowrap; }
  .letterhead span { color: #6b6357; font-size: 8pt; text-align: right; }
  .top { display: flex; justify-content: space-between; align-items: baseline; }
  .top p { font-size: 13pt; margin: 0; }
  h1 { margin: 0; }
  h2 { margin: 4mm 0 1.2mm; padding-top: 1.5mm; }
  p { margin: 0; }
  .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; }
  .facts { font-size: 9pt; }
  .facts td { border-bottom: 0.2mm solid #ece6da; padding: 0.45mm 2mm 0.45mm 0; }
  .facts .number { white-space: normal; padding-right: 0; }
  .backups { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
  .backup { border-bottom: 0.2mm solid #ece6da; padding: 1.5mm 0; break-inside: avoid; font-size: 9pt; }
  .backup .place span { margin-left: 2mm; overflow-wrap: anywhere; }
  .failed { color: #a32626; font-weight: 600; }
  .head { font: 600 12pt 'DejaVu Sans Mono', Consolas, Menlo, monospace; letter-spacing: 0.02em; margin-bottom: 2mm; }
  .head span { display: block; white-space: nowrap; }
  .end { break-inside: avoid; }
  .sign { display: grid; grid-template-columns: 2fr 1fr; gap: 10mm; margin-top: 9mm; }
  .sign p { border-top: 0.3mm solid #1c1a17; padding-top: 1.5mm; font-size: 9pt; color: #6b6357; }
`;
