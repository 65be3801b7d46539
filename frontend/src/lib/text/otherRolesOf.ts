import { type Address, isAddressEqual } from "viem";

/** A role and who has it, if anybody has. */
export type HeldRole = readonly [role: string, holder: Address | undefined];

/** Which other roles the holder of a role has, in their order. */
export function otherRolesOf(role: string, roles: readonly HeldRole[]): readonly string[] {
  const holder = roles.find(([name]) => name === role)?.[1];
  if (holder === undefined) return [];
  return roles
    .filter(
      ([name, other]) => name !== role && other !== undefined && isAddressEqual(other, holder),
    )
    .map(([name]) => name);
}
