import { counted } from "../../core/text/counted.ts";
import type { Measured, MeasuredDeployment } from "../chain/deploy/measureCreation.ts";
import type { Chain } from "../chain/openChain.ts";
import type { Output } from "./Output.ts";

/** What a program or a plan would cost to create, with nothing sent. */
export function describeMeasured(
  { chainId, networkName }: Chain,
  what: "program" | "plan",
  { shared, created }: MeasuredDeployment,
): Output {
  const told = ({ transactions, gas }: Measured) =>
    `${counted(transactions, "transaction")}, ${gas.toLocaleString("en")} gas`;
  const file = what === "program" ? "The terms" : "The plan";
  return {
    json: {
      chainId,
      shared: shared === undefined ? null : toJson(shared),
      created: toJson(created),
    },
    text: [
      `Nothing was sent. ${file} can be deployed on the network "${networkName}" (chain ${chainId}):`,
      `  what all ${what}s of a chain share: ${shared === undefined ? "there already" : told(shared)}`,
      `  the ${what}: ${told(created)} at most`,
    ].join("\n"),
  };
}

function toJson({ transactions, gas }: Measured) {
  return { transactions, gas: Number(gas) };
}
