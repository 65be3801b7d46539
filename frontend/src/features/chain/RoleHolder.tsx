import { joinWords } from "@core/text/joinWords";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { type HeldRole, otherRolesOf } from "../../lib/text/otherRolesOf";
import { AddressText } from "./AddressText";

interface Props {
  role: string;
  /** All of them, for who has several is marked. */
  roles: readonly HeldRole[];
}

/** Who has a role, and which others the same wallet has. */
export function RoleHolder({ role, roles }: Props): ReactElement {
  const holder = roles.find(([name]) => name === role)?.[1];
  if (holder === undefined) return <>nobody</>;
  const others = otherRolesOf(role, roles);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <AddressText address={holder} />
      {others.length > 0 && (
        <Badge icon="warning" tone="warn">
          the same wallet is also {joinWords(others)}
        </Badge>
      )}
    </span>
  );
}
