import { indexByName } from "../ids/indexByName.ts";
import type { Books } from "./Books.ts";
import type { PartnerState } from "./PartnerState.ts";

interface Index {
  readonly size: number;
  readonly named: (name: string) => readonly PartnerState[];
}

// Names never change, so that an index is right until somebody joins.
const indices = new WeakMap<Books["members"], Index>();

/** The partners and pools of a name, as `indexByName` finds them: several cannot be told apart by it. */
export function partnersNamed({ members }: Books, name: string): readonly PartnerState[] {
  const known = indices.get(members);
  if (known?.size === members.size) return known.named(name);
  const index = { size: members.size, named: indexByName(members.values()) };
  indices.set(members, index);
  return index.named(name);
}
