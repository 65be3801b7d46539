import { PARTNER_NAME, partnerNameOf } from "@core/text/partnerNameOf";
import { printableName } from "@core/text/printableName";
import { type ReactElement, useState } from "react";
import { zeroAddress } from "viem";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { readOtherAddress } from "../../lib/site/readOtherAddress";
import { dayOf } from "../../lib/text/dayOf";
import { useHolders } from "../chain/useHolders";
import { UnfoldAct } from "../transaction/UnfoldAct";
import { enrollOf } from "./enrollOf";
import type { ProgramCardProps } from "./ProgramCardProps";

type Props = Pick<ProgramCardProps, "program" | "state" | "revision">;

const NOBODY = "0";

/** The operator has the program know one more partner. */
export function EnrollPartner({ program, state, revision }: Props): ReactElement | null {
  const { tiers, rules } = program.terms;
  const { partners } = state.past;
  const holders = useHolders(program, revision).data;
  const [name, setName] = useState("");
  const [wallet, setWallet] = useState("");
  const [tier, setTier] = useState("0");
  const [referrer, setReferrer] = useState(NOBODY);
  const [day, setDay] = useState("");
  if (holders === undefined) return null;
  const called = partnerNameOf(name);
  const address = readOtherAddress(wallet, [
    program.address,
    ...partners.map((partner) => partner.wallet),
  ]);
  const joined = day === "" ? Number(state.head.time) : Date.parse(`${day}T00:00:00Z`) / 1_000;
  const newcomer = {
    ...{ wallet: address ?? zeroAddress, name: called ?? "", joined },
    ...{ tier: Number(tier), referrer: Number(referrer) },
  };
  return (
    <UnfoldAct
      call={enrollOf(program, partners, newcomer)}
      done={() => ({ title: "Enrolled", told: "It can be credited from now on" })}
      hint={() =>
        rules.acceptance
          ? "It can be credited at once, and is paid once it has accepted the terms."
          : "It can be credited at once. Nobody can take it out again, only suspend it."
      }
      opener="Enroll a partner"
      obstacle={obstacleOf(called !== undefined, address !== undefined, Number.isNaN(joined))}
      signers={[holders.operator]}
      verb="Enroll"
      what="it"
    >
      <p className="text-sm text-muted">
        Many at once, and changes of tiers, are a file’s work: <code>partners enroll</code>.
      </p>
      <Field
        error={name === "" || called !== undefined ? undefined : `It must be ${PARTNER_NAME}.`}
        hint="Stands on chain, for everybody to read, and is kept for good"
        label="Name"
        onChange={(event) => setName(event.currentTarget.value)}
        value={name}
      />
      <Field
        error={
          wallet === "" || address !== undefined
            ? undefined
            : "It must be an address with which nobody is enrolled: 0x and 40 hexadecimal digits."
        }
        hint="The partner’s own, of which it has the key: what it earns is paid there"
        label="Wallet"
        onChange={(event) => setWallet(event.currentTarget.value)}
        value={wallet}
      />
      {tiers.length > 0 && (
        <Select
          hint="By which its rates may rise"
          label="Tier"
          onChange={(event) => setTier(event.currentTarget.value)}
          options={tiers.map((tierName, index) => ({
            value: `${index}`,
            label: printableName(tierName),
          }))}
          value={tier}
        />
      )}
      {partners.length > 0 && (
        <Select
          hint="Who earns on its sales where the terms pay referrers"
          label="Brought by"
          onChange={(event) => setReferrer(event.currentTarget.value)}
          options={[
            { value: NOBODY, label: "nobody" },
            ...partners.map((partner) => ({
              value: `${partner.number}`,
              label: printableName(partner.name),
            })),
          ]}
          value={referrer}
        />
      )}
      <Field
        hint="Its tenure counts from 00:00 UTC of that day; from now where it is empty"
        label="Joined on"
        max={dayOf(Number(state.head.time))}
        onChange={(event) => setDay(event.currentTarget.value)}
        type="date"
        value={day}
      />
    </UnfoldAct>
  );
}

function obstacleOf(isNamed: boolean, hasWallet: boolean, isDayless: boolean): string | undefined {
  if (!isNamed) return "Give a name first.";
  if (!hasWallet) return "Give the partner’s wallet first.";
  return isDayless ? "Choose a day, or none." : undefined;
}
