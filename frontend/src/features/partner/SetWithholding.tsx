import { formatPercentage } from "@core/text/formatPercentage";
import { parsePercentage } from "@core/text/parsePercentage";
import { programAbi } from "@generated/abis";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, isAddressEqual, zeroAddress } from "viem";
import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import { keepUnits } from "../../lib/text/keepUnits";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { SettingsProps } from "./SettingsProps";

/** Has a part of a party's payments go to the tax account; nothing where the terms name none. */
export function SetWithholding({ program, party, payout }: SettingsProps): ReactElement | null {
  const { taxAccount } = program.terms.rules;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (taxAccount === zeroAddress || isAddressEqual(taxAccount, party)) return null;
  const rate = parsePercentage(`${text.trim().replace(/\s*%$/, "")}%`);
  const isOther = rate !== undefined && rate !== payout.withholding;
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Withhold for tax …
        </Button>
      </div>
      {isOpen && (
        <div className="max-w-xl">
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
        </div>
      )}
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "setWithholding", args: [party, rate ?? 0] },
          }),
        )}
        done={() => ({ title: "Set", told: "It counts for every later payment" })}
        hint={() => "It counts for every later payment, and can be changed at any time."}
        isOpen={isOpen}
        obstacle={isOther ? undefined : "Give another rate first."}
        signers={[payout.wallet]}
        verb={isOther ? `Withhold ${keepUnits(formatPercentage(rate))}` : "Withhold"}
        what="it"
      />
    </div>
  );
}
