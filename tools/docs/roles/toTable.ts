import { ACTORS, type Permission } from "./permissions.ts";

type Abi = readonly {
  readonly type: string;
  readonly name?: string;
  readonly stateMutability?: string;
  readonly inputs?: readonly { readonly type: string }[];
}[];

/** A Markdown table of a contract's state-changing functions, in the ABI's order. */
export function toTable(abi: Abi, permissions: Record<string, readonly Permission[]>): string {
  const rows = abi.filter(isWriting).flatMap(({ name = "", inputs = [] }) => {
    const types = inputs.map(({ type }) => type.replace(/^tuple/, "struct")).join(", ");
    const listed = permissions[name];
    if (listed === undefined) {
      throw new Error(
        `${name} is in the ABI but not in tools/docs/roles/permissions.ts: add it there.`,
      );
    }
    return listed.map((permission) => toRow(`\`${name}(${types})\``, permission));
  });
  return [
    `| function | ${ACTORS.join(" | ")} | what it does |`,
    `|---|${ACTORS.map(() => ":-:|").join("")}---|`,
    ...rows,
  ].join("\n");
}

function isWriting({ type, stateMutability }: Abi[number]): boolean {
  return type === "function" && stateMutability !== "view" && stateMutability !== "pure";
}

function toRow(signature: string, { of, may, does }: Permission): string {
  const cells = ACTORS.map((actor) => (may.includes(actor) ? "yes" : "–"));
  return `| ${signature}${of === undefined ? "" : `, ${of}`} | ${cells.join(" | ")} | ${does} |`;
}
