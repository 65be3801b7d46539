import { listOf } from "../text/listOf.ts";
import { ONE } from "../text/parsePercentage.ts";
import { NO_ROLE, type ParsedTerms } from "./ParsedTerms.ts";
import { parseLine } from "./parseLine.ts";
import { parseRole } from "./parseRole.ts";
import type { TermsFile } from "./TermsFile.ts";
import { TermsReader } from "./TermsReader.ts";

const MOST_TIERS = 16;
const MOST_TOKENS = 7;

/** Names by which commands call something else. */
const RESERVED = ["residual", "treasury"];

/** What a terms file of the right shape means, or every mistake in its meaning. */
export function parseTerms(file: TermsFile): {
  terms: ParsedTerms;
  mistakes: TermsReader["mistakes"];
} {
  const reader = new TermsReader();
  const kinds = orderKinds(reader, file);
  const tiers = [
    ...new Set(Object.values(file.roles ?? {}).flatMap((role) => Object.keys(role.tiers ?? {}))),
  ];
  if (tiers.length > MOST_TIERS)
    reader.note("roles", `${tiers.length} tiers`, `at most ${MOST_TIERS} tiers in all`);
  checkNames(reader, file);
  const terms: ParsedTerms = {
    name: file.name,
    operator: reader.address("operator", file.operator),
    attributor: reader.address("attributor", file.attributor),
    arbiter: reader.address("arbiter", file.arbiter),
    treasury: reader.address("treasury", file.treasury),
    starts: reader.time("starts", file.starts),
    currencies: orderCurrencies(reader, file.currencies),
    period: reader.period("period", file.period),
    holdPeriods: file.holdPeriods ?? 1,
    noticePeriods: file.noticePeriods ?? 1,
    ceiling: file.ceiling === undefined ? ONE : reader.percentage("ceiling", file.ceiling),
    commission:
      file.commission === undefined ? ONE : reader.percentage("commission", file.commission),
    residualRole: residualRole(reader, file),
    kinds,
    tiers,
    roles: Object.entries(file.roles ?? {}).map(([name, role]) =>
      parseRole(reader, name, role, kinds, tiers),
    ),
    standing: (file.standing ?? []).map((line, index) =>
      parseLine(reader, `standing[${index}]`, line, kinds),
    ),
  };
  return { terms, mistakes: reader.mistakes };
}

/** The kind of plain transfers first, as the program counts them. */
function orderKinds(reader: TermsReader, { kinds, received }: TermsFile): string[] {
  if (received === undefined) return [...kinds];
  if (!kinds.includes(received)) {
    reader.note("received", `the unknown kind "${received}"`, listOf(kinds));
    return [...kinds];
  }
  return [received, ...kinds.filter((kind) => kind !== received)];
}

function orderCurrencies(reader: TermsReader, symbols: readonly string[]): string[] {
  const tokens = symbols.filter((symbol) => symbol !== "ETH");
  if (tokens.length > MOST_TOKENS) {
    reader.note(
      "currencies",
      `${tokens.length} tokens`,
      `at most ${MOST_TOKENS} tokens besides ETH`,
    );
  }
  return symbols.includes("ETH") ? ["ETH", ...tokens] : tokens;
}

function residualRole(reader: TermsReader, { residual, roles }: TermsFile): number {
  if (residual === undefined || residual === "operator") return NO_ROLE;
  const names = Object.keys(roles ?? {});
  const index = names.indexOf(residual.role);
  if (index < 0) reader.note("residual.role", `the unknown role "${residual.role}"`, listOf(names));
  return index < 0 ? NO_ROLE : index;
}

/** Roles and standing lines are the sources of a statement's rows: each name means one thing. */
function checkNames(reader: TermsReader, { roles, standing }: TermsFile): void {
  const seen = new Set(Object.keys(roles ?? {}));
  for (const name of RESERVED) {
    if (seen.has(name))
      reader.note(
        `roles.${name}`,
        `the name "${name}"`,
        "another name, for the commands use this one",
      );
  }
  for (const [index, { name }] of (standing ?? []).entries()) {
    if (RESERVED.includes(name)) {
      reader.note(
        `standing[${index}].name`,
        `"${name}"`,
        "another name, for the commands use this one",
      );
    } else if (seen.has(name)) {
      reader.note(
        `standing[${index}].name`,
        `"${name}", which is named twice`,
        "a name that no other role or standing line has",
      );
    }
    seen.add(name);
  }
}
