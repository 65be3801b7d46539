/** Colours are given by the source's place; text says everything too. Prints black on white: a dark screen's colours stay on it. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #16202b; --soft: #5b6875; --rule: #d7dee5; --left: #8a97a5;
  --c0: #2563a8; --c1: #b4540a; --c2: #1a7f5a; --c3: #8a3ffc; --c4: #b1274f; --c5: #007d79; --c6: #7a5c00; --c7: #5a6acf; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #12181f; --ink: #e6ebf0; --soft: #9aa7b4; --rule: #2c3742;
  --left: #6b7885; --c0: #6ea8e8; --c1: #e8945a; --c2: #5cc49a; --c3: #b995ff; --c4: #f07f9f; --c5: #4fc4bf;
  --c6: #d4b04a; --c7: #9aa6f5; } }
body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto;
  max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; color: var(--soft); }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; } dt { color: var(--soft); font-size: .85rem; }
dd { font-size: 1.25rem; font-variant-numeric: tabular-nums; margin: 0; }
svg { height: auto; width: 100%; } svg text { fill: var(--ink); font-size: 12px; }
svg .soft { fill: var(--soft); } svg .rule { stroke: var(--rule); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: .25rem .5rem; text-align: left; }
th.amount, td.amount { text-align: right; } .scroll { overflow-x: auto; }
.scroll svg { min-width: 36rem; } p { overflow-wrap: anywhere; }
ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
ul.legend svg { height: .8em; width: .8em; }
@page { margin: 15mm; size: landscape; }
@media print { body { font-size: 9pt; margin: 0; max-width: none; padding: 0; } .scroll { overflow: visible; } .scroll svg { min-width: 0; }
  thead { display: table-header-group; } tr, svg, dl { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
