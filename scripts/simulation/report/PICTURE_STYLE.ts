/**
 * Colours are given by the source's place; text says everything too. Prints black on white: a dark screen's colours stay on it.
 */
export const PICTURE_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #16202b; --soft: #5b6875; --rule: #d7dee5; --left: #8a97a5;
  --c0: #2563a8; --c1: #b4540a; --c2: #1a7f5a; --c3: #8a3ffc; --c4: #b1274f; --c5: #007d79; --c6: #7a5c00; --c7: #5a6acf; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #12181f; --ink: #e6ebf0; --soft: #9aa7b4; --rule: #2c3742;
  --left: #6b7885; --c0: #6ea8e8; --c1: #e8945a; --c2: #5cc49a; --c3: #b995ff; --c4: #f07f9f; --c5: #4fc4bf;
  --c6: #d4b04a; --c7: #9aa6f5; } }
svg text { fill: var(--ink); font-size: 12px; }
svg .soft { fill: var(--soft); } svg .rule { stroke: var(--rule); }
`;
