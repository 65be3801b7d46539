import { formatPercentage } from "@core/text/formatPercentage";
import { parsePercentage } from "@core/text/parsePercentage";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, isAddressEqual, zeroAddress } from "viem";
import { Field } from "../../components/Field";
import { keepUnits } from "../../lib/text/keepUnits";
import { actOf } from "../transaction/actOf";
import { UnfoldAct } from "../transaction/UnfoldAct";
import type { SettingsProps } from "./SettingsProps";

/** Has a part of a party's payments go to the tax account; nothing where the terms name none. */
export function SetWithholding({ program, party, payout }: SettingsProps): ReactElement | null {
  const { taxAccount } = program.terms.rules;
  const [text, setText] = useState("");
  if (taxAccount === zeroAddress || isAddressEqual(taxAccount, party)) return null;
  const rate = parsePercentage(`${text.trim().replace(/\s*%$/, "")}%`);
  const isOther = rate !== undefined && rate !== payout.withholding;
  return (
    <UnfoldAct
      call={actOf(program.address, () =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "setWithholding", args: [party, rate ?? 0] },
        }),
      )}
      done={() => ({ title: "Set", told: "It counts for every later payment" })}
      hint={() => "It counts for every later payment, and can be changed at any time."}
      opener="Withhold for tax"
      obstacle={isOther ? undefined : "Give another rate first."}
      signers={[payout.wallet]}
      verb={isOther ? `Withhold ${keepUnits(formatPercentage(rate))}` : "Withhold"}
      what="it"
    >
      <Field
        error={
          text === "" || rate !== undefined
            ? undefined
            : "It must be a percentage from 0 to 100 with at most four decimals, such as 12.5."
        }
        hint="That part of each later payment goes to the tax account; 0 for none"
        inputMode="decimal"
        label="Withheld of each payment (%)"
        onChange={(event) => setText(event.currentTarget.value)}
        value={text}
      />
    </UnfoldAct>
  );
}
