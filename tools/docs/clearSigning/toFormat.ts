import type { AbiParameter } from "viem";
import type { Intent } from "./Intent.ts";

/** A format of ERC-7730 for one function or message. Refuses paths that are none, and parameters that nothing is said of. */
export function toFormat(
  name: string,
  inputs: readonly AbiParameter[],
  { intent, fields, hidden = [] }: Intent,
) {
  const paths = inputs.flatMap((input) => pathsOf(input));
  const said = [...Object.keys(fields), ...hidden];
  const unsaid = paths.filter((path) => !said.includes(path));
  const unknown = said.filter((path) => !paths.includes(path));
  if (unsaid.length > 0 || unknown.length > 0)
    throw new RangeError(
      `${name}: nothing is said of [${unsaid.join()}]; it has no [${unknown.join()}]`,
    );
  return {
    intent,
    fields: Object.entries(fields).map(([path, field]) => ({ path, ...field })),
    required: Object.keys(fields),
    ...(hidden.length === 0 ? {} : { excluded: hidden }),
  };
}

/** A function, message or event with its parameters' types and names. */
export function signatureOf(name: string, inputs: readonly AbiParameter[]): string {
  const told = inputs.map((input) => {
    const isIndexed = "indexed" in input && input.indexed === true;
    return `${typeOf(input)} ${isIndexed ? "indexed " : ""}${input.name}`;
  });
  return `${name}(${told.join(",")})`;
}

function typeOf(input: AbiParameter): string {
  if (!("components" in input)) return input.type;
  const inside = input.components.map((one) => `${typeOf(one)} ${one.name}`);
  return `(${inside.join(",")})${input.type.slice("tuple".length)}`;
}

/** What a wallet can show one by one: members of structs, and each entry of a list. */
function pathsOf(input: AbiParameter): string[] {
  const { name = "", type } = input;
  const own = type.endsWith("[]") ? `${name}.[]` : name;
  if (!("components" in input)) return [own];
  return input.components.flatMap((one) => pathsOf(one).map((path) => `${own}.${path}`));
}
