/** The report's style: as much as fits, quietly, over as many pages as it takes. */
export const reportCss = `
  .head { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; }
  .head .shop { margin: 0 0 3mm; letter-spacing: 0.04em; color: #6b6357; }
  .head h1 { font-size: 21pt; margin: 0 0 1mm; line-height: 1.2; }
  .head p { margin: 0; }
  .member { display: flex; flex-direction: column; text-align: right; border: 0.3mm solid #1f5d4b; color: #1f5d4b;
    border-radius: 1.5mm; padding: 2mm 3.5mm; white-space: nowrap; }
  .internal-mark { margin: 4mm 0 0; padding: 2mm 3mm; border: 0.4mm solid #a32626; color: #a32626; font-weight: 600; }
  .summary { display: grid; grid-template-columns: 1.3fr 0.8fr 0.6fr 1.3fr; margin: 6mm 0 4mm; border-top: 0.3mm solid #d3ccbf;
    border-bottom: 0.3mm solid #d3ccbf; }
  .summary div { padding: 3mm 3mm 3mm 0; display: flex; flex-direction: column; }
  .summary strong { font-size: 14pt; font-weight: 600; white-space: nowrap; }
  .summary span { color: #6b6357; font-size: 8.5pt; }
  .profile { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 0; }
  .profile > div { display: grid; grid-template-columns: 26mm 1fr; gap: 2mm; }
  .profile dt { color: #6b6357; }
  .profile dd { margin: 0; overflow-wrap: anywhere; }
  .consent { list-style: none; margin: 0; padding: 0; }
  .consent li { display: grid; grid-template-columns: 6mm 1fr; padding: 0.6mm 0; }
  .consent .may .mark { color: #1f5d4b; font-weight: 700; }
  .consent .not { color: #6b6357; }
  .items { font-size: 9pt; table-layout: fixed; }
  .items th:nth-child(1) { width: 43mm; }
  .items th:nth-child(2) { width: 25mm; }
  .items th:nth-child(3) { width: 32mm; }
  .items th:nth-child(4) { width: 34mm; }
  .items td:nth-child(-n + 2) { overflow-wrap: anywhere; }
  .receipt { white-space: nowrap; }
  .overdue { color: #a32626; }
  .soon { color: #8a5200; }
  .years { break-inside: avoid; }
  .years .year { width: 14mm; }
  .years .bar { width: 60%; padding-top: 2mm; }
  .when { word-break: keep-all; }
  .sold { white-space: nowrap; width: 36mm; }
  h3 { font-size: 10pt; margin: 4mm 0 1mm; }
  .promises { margin: 0; padding-left: 5mm; }
  .promises li { margin-bottom: 1mm; }
  .story tr { break-inside: avoid; }
  .story .words { white-space: pre-line; overflow-wrap: anywhere; }
  .internal ul { margin: 0; padding-left: 5mm; }
  .internal li { margin-bottom: 1mm; }
  .rights { margin-top: 8mm; font-size: 8.5pt; }
`;
