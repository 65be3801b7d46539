import { zeroAddress } from "viem";
import { POWERS } from "../../../core/deal/POWERS.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Told } from "./Notice.ts";
import type { PlacedEvent } from "./PlacedEvent.ts";

/** What is told to everybody of powers, so that a thief of a key is seen in time. With whom a program begins is not told. */
export function powerNotices({ event, following }: PlacedEvent): Told[] {
  const tell = (type: string, subject: string, data: object): Told[] => [
    { kind: "power", type, party: undefined, subject, data: { ...data } },
  ];
  switch (event.eventName) {
    case "PowerProposed": {
      const { to, by } = event.args;
      const power = nameOf(event.args.power);
      // The second of two has yet to agree.
      const from = event.args.from === 0 ? undefined : formatIsoTime(event.args.from);
      const subject = `${to} is to be the ${power}${from === undefined ? ", says one of two" : `, from ${from} on`}`;
      const until = formatIsoTime(event.args.until);
      return tell("power.proposed", subject, { power, to, by, ...(from && { from }), until });
    }
    case "PowerCancelled": {
      const { to, by } = event.args;
      const power = nameOf(event.args.power);
      return tell("power.cancelled", `${to} is not to be the ${power}`, { power, to, by });
    }
    case "PowerPassed": {
      if (following.some(({ eventName }) => eventName === "TermsAgreed")) return [];
      const { former, holder } = event.args;
      const power = nameOf(event.args.power);
      const who = holder === zeroAddress ? "Nobody" : holder;
      return tell("power.passed", `${who} is the ${power} now`, { power, former, holder });
    }
    case "ArbiterSuspended": {
      const { arbiter } = event.args;
      const until = formatIsoTime(event.args.until);
      return tell("arbiter.suspended", `The arbiter decides nothing until ${until}`, {
        arbiter,
        until,
      });
    }
    case "LimitsReset": {
      const { attributor, period } = event.args;
      const subject = `The attributor has the limits of period ${period} anew`;
      return tell("limits.reset", subject, { attributor, period });
    }
    default:
      return [];
  }
}

function nameOf(power: number): string {
  return POWERS[power] ?? `power ${power}`;
}
