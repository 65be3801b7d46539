import type { PermissionOf } from "./permissions.ts";

type Abi = readonly {
  readonly type: string;
  readonly name?: string;
  readonly stateMutability?: string;
  readonly inputs?: readonly { readonly type: string }[];
}[];

/** A Markdown table of a contract's state-changing functions, in the ABI's order. */
export function toTable<Who extends string>(
  abi: Abi,
  actors: readonly Who[],
  permissions: Record<string, readonly PermissionOf<Who>[]>,
): string {
  const rows = abi.filter(isWriting).flatMap(({ name = "", inputs = [] }) => {
    const types = inputs.map(({ type }) => type.replace(/^tuple/, "struct")).join(", ");
    const listed = permissions[name];
    if (listed === undefined) {
      throw new Error(
        `${name} is in the ABI but not among the permissions in tools/docs/roles: add it there.`,
      );
    }
    return listed.map((permission) => toRow(`\`${name}(${types})\``, actors, permission));
  });
  return [
    `| function | ${actors.join(" | ")} | what it does |`,
    `|---|${actors.map(() => ":-:|").join("")}---|`,
    ...rows,
  ].join("\n");
}

function isWriting({ type, stateMutability }: Abi[number]): boolean {
  return type === "function" && stateMutability !== "view" && stateMutability !== "pure";
}

function toRow<Who extends string>(
  signature: string,
  actors: readonly Who[],
  { of, may, does }: PermissionOf<Who>,
): string {
  const cells = actors.map((actor) => (may.includes(actor) ? "yes" : "–"));
  return `| ${signature}${of === undefined ? "" : `, ${of}`} | ${cells.join(" | ")} | ${does} |`;
}
