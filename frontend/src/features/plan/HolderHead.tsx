import { printableName } from "@core/text/printableName";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { type Address, isAddressEqual } from "viem";
import { useConnection } from "wagmi";
import { Name } from "../../components/Name";
import { Units } from "../../components/Units";
import { AddressText } from "../chain/AddressText";
import { NotListed } from "../chain/NotListed";
import type { Plan } from "./usePlan";
import { usePlanView } from "./usePlanView";

interface Props {
  plan: Plan;
  holder: Address;
  revision: string;
}

/** Whose units these are, and how they vote. */
export function HolderHead({ plan, holder, revision }: Props): ReactElement {
  const { address } = useConnection();
  const isOwn = address !== undefined && isAddressEqual(address, holder);
  const name = printableName(plan.settings.name) || "Equity plan";
  return (
    <div className="min-w-0">
      <title>{`${isOwn ? "My units" : shortenHex(holder)} – ${name} – Tributary`}</title>
      <p className="text-sm font-medium text-accent">
        <Name text={name} />
      </p>
      <NotListed address={plan.address} what="plan" />
      <h1 className="mt-2 text-3xl font-semibold tracking-tight sm:text-4xl">
        {isOwn ? "My units" : `Units of ${shortenHex(holder)}`}
      </h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        <AddressText address={holder} />
        <Votes holder={holder} plan={plan} revision={revision} />
      </div>
    </div>
  );
}

/** Who votes with the holder's units, and how many votes the holder has, its own and others'. */
function Votes({ plan, holder, revision }: Props): ReactElement | null {
  const votes = usePlanView(plan, ["votes", holder], revision, async (read) => {
    const [count, delegate] = await Promise.all([
      read.getVotes([holder]),
      read.delegates([holder]),
    ]);
    return { count, delegate };
  });
  if (votes.data === undefined) return null;
  const { count, delegate } = votes.data;
  return (
    <>
      <span>
        Votes: <Units units={count} />
      </span>
      {!isAddressEqual(delegate, holder) && (
        <span className="inline-flex flex-wrap items-center gap-1">
          Its units vote through <AddressText address={delegate} />
        </span>
      )}
    </>
  );
}
