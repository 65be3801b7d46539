import { writeFileSync } from "node:fs";
import { GROWTH_EXAMPLES } from "./examples/growthExamples.ts";
import { KIND_EXAMPLES } from "./examples/kindExamples.ts";
import { LINE_EXAMPLES } from "./examples/lineExamples.ts";
import { ROLE_EXAMPLES } from "./examples/roleExamples.ts";
import { showExample } from "./showExample.ts";
import { showHolds } from "./showHolds.ts";
import { showJson } from "./showJson.ts";
import { showReference } from "./showReference.ts";
import { showRefusal } from "./showRefusal.ts";
import { BASE, HOLDER, type TermsExample } from "./TermsExample.ts";

// Writes docs/terms.md from schema/terms.schema.json and tools/docs/examples. The amounts are the spec's.

/** Fits as long as nobody has been there for a year. */
const TOO_MUCH = {
  ceiling: "80%",
  roles: {
    seller: { rates: { "*": "40%" }, tenure: ["0%", "20%"] },
    support: { of: "net", rates: { "*": "30%" } },
    mentor: { of: "referral", rates: { "*": "10%" } },
  },
  standing: [{ name: "moderators", holder: HOLDER, rate: "20%" }],
} as const;

async function showGroup(title: string, examples: readonly TermsExample[]): Promise<string> {
  const shown: string[] = [];
  for (const example of examples) shown.push(await showExample(example));
  return [`### ${title}`, ...shown].join("\n\n");
}

const base = `{\n  ${showJson(BASE).replaceAll("\n", "\n  ")}\n}`;

writeFileSync(
  new URL("../../docs/terms.md", import.meta.url),
  `# The terms file

The whole deal in one JSON file, which [a schema](../schema/terms.schema.json) describes: with \`"$schema": "…/terms.schema.json"\` an editor completes it. A mistake is told with its path, what was found and what is allowed, all at once, before anything is sent. (Made by \`npm run generate\`: the reference from the schema, the amounts by the spec that is compared with the contracts.)

- [Reference](#reference)
- [Currencies](#currencies) and amounts of money
- [Roles](#roles), [kinds](#kinds), [standing lines](#standing-lines), [growth, limits and refunds](#growth-limits-and-refunds), each with an example
- [How long to hold](#how-long-to-hold), for refunds and chargebacks
- [What can never be paid](#what-can-never-be-paid)

## Reference

${showReference()}

## Currencies

\`currencies\` are symbols: \`"ETH"\`, and ERC-20 tokens by the network's parameters file. Every amount of money is named for each currency, with as many decimals as that has, at most:

\`\`\`json
"postingLimit": { "USDC": "1000", "ETH": "0.5" }
\`\`\`

- One amount alone, \`"1000"\`, is enough where there is one currency, and refused where there are several: a limit of a thousand dollars is none of a thousand ETH.
- What does not name a currency does not apply in it: no cap and no threshold there, no fee, no bonus on the rate, no outcome of the kind, and no tier or milestone that asks for something earned. Only \`postingLimit\` and \`refundLimit\` name each, for a limit that forgets a currency is none.
- With no chain, in \`simulate\` and \`program init\`, ETH has 18 decimals and a token 6, as the test tokens of a development chain have; where the network's parameters file knows the token, it is asked.

What a token must be is looked at when a program is created, and can be said only in part by a contract:

| token | what becomes of it |
|---|---|
| one that takes a fee of transfers | counted by what arrives; who is paid bears the fee of its own transfer. One that takes the fee from the sender beside the amount pays nobody |
| shares, whose balances change by themselves (stETH, aTokens, AMPL, OETH) | refused where it says so by \`sharesOf\`, \`scaledBalanceOf\` or \`rebasingCreditsPerToken\`: name what wraps it, **wstETH rather than stETH**, wOETH, a static aToken. One that does not say so is taken, and what its balance loses, nobody can claim |
| one token at two addresses | refused where both tell the same symbol and the same supply, above 0. Never name two entry points of one token: its money would count twice |
| one that can block an address or pause | taken: who is blocked is passed over and can have the money sent elsewhere |
| one that stops answering | its own payments stop. \`solvency()\` says that it does not answer, and amendments and the other currencies go on: decimals are asked once, at creation |

**Chains.** The contracts are compiled for the Cancun hard fork and need nothing newer: transient storage (EIP-1153), MCOPY (EIP-5656) and PUSH0 (EIP-3855). Ethereum has them since March 2024, and so have OP Mainnet, Base, Arbitrum One, Polygon PoS, Gnosis, BNB Smart Chain, Avalanche C-Chain and Scroll by their own documentation; a chain that stopped at Shanghai or before can create no program, and one with an instruction set of its own (zkSync Era) would run other code than what is tested here. \`program deploy\` asks the chain before it sends anything; to ask it yourself: an \`eth_call\` without a recipient whose data is \`0x5f5c00\` (PUSH0, TLOAD, STOP) fails where they are missing.

## Examples

Each adds to this file; what it does not say is as the reference says. Ana, Ben and the others are partners; \`credits\` are partner, role and weight; the amounts are what \`simulate\` gives, down to the last unit.

\`\`\`json
${base}
\`\`\`

${await showGroup("Roles", ROLE_EXAMPLES)}

${await showGroup("Kinds", KIND_EXAMPLES)}

${await showGroup("Standing lines", LINE_EXAMPLES)}

${await showGroup("Growth, limits and refunds", GROWTH_EXAMPLES)}

## How long to hold

A sale can be refunded until its period locks: \`holdPeriods\` whole periods after its own. One posted in a period's first second is held for one period more than one of its last, which has \`holdPeriods\` × \`period\` and no day longer. What goes back after that is the operator's loss: partners and standing lines keep their part ([reports.md](reports.md#refunds-after-the-lock) says how it is acknowledged and counted).

${showHolds()}

Days count from the payment, so post soon, and add a period for the days until a chargeback is told and posted. Networks, banks and countries have limits of their own: ask yours.

A longer hold lets partners wait; a shorter one costs what comes back late. Of 100,000 of sales a month of which partners and standing lines have 20 %, chargebacks after the lock of 0.2 % cost the operator 40 a month beyond its own part: 100,000 × 0.2 % × 20 %. \`holdPeriods\` never changes in a running program, and is 255 at most.

## What can never be paid

The most that one sale of each kind can ever pay out is worked out before a program is created: all standing lines at the moment when their sum is highest, every role filled at its highest rate, a referrer behind every line, and what missing roles leave to the others. More than the ceiling is refused, with what adds up to it.

\`\`\`json
${showJson(TOO_MUCH)}
\`\`\`

\`\`\`
${showRefusal({ ...BASE, ...TOO_MUCH })}
\`\`\`
`,
);
