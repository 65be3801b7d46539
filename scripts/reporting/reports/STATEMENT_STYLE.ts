/** Black on white, whatever the screen is like: the page is made to be printed. */
export const STATEMENT_STYLE = `
:root { color-scheme: light; }
body { background: #fff; color: #111; font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; } dt { color: #555; font-size: .85rem; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .2rem .4rem; text-align: left; vertical-align: top; white-space: nowrap; }
th.amount, td.amount { text-align: right; } td.words { white-space: normal; }
td.name { min-width: 5rem; overflow-wrap: anywhere; white-space: normal; }
thead th.amount { overflow-wrap: break-word; white-space: normal; }
tbody th { font-weight: normal; } tbody th::first-letter { text-transform: uppercase; }
@page { margin: 15mm; size: landscape; }
@media print {
  body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; }
}
`;
