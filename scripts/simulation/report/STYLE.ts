import { PICTURE_STYLE } from "./PICTURE_STYLE.ts";

/** Of a page with pictures. */
export const STYLE = `${PICTURE_STYLE}body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto;
  max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; color: var(--soft); }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; } dt { color: var(--soft); font-size: .85rem; }
dd { font-size: 1.25rem; font-variant-numeric: tabular-nums; margin: 0; }
svg { height: auto; width: 100%; }
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
