import type { Address } from "viem";
import type { Chain } from "../../chain/openChain.ts";
import type { CommandOptions } from "../CommandOptions.ts";
import type { Command } from "../command.ts";
import type { Output } from "../Output.ts";
import type { Calendar } from "./calendarOf.ts";
import type { Moment } from "./Story.ts";

/** What the stories are played with. */
export interface Stage extends Calendar {
  readonly chain: Chain;
  /** The operator of all programs. */
  readonly account: Address;
  readonly ignitionFolder: string;
  /** A copy of a file, changed and with its dates moved. Returns its path. */
  copy(path: string, change?: (text: string) => string): Promise<string>;
  /** Does what a command does. */
  run<Text extends string, Flag extends string>(
    verb: Command<Text, Flag>,
    options: Partial<CommandOptions<NoInfer<Text>, NoInfer<Flag>>>,
  ): Promise<Output>;
  /** The same on a date of the stories. */
  at<Text extends string, Flag extends string>(
    date: string,
    verb: Command<Text, Flag>,
    options: Partial<CommandOptions<NoInfer<Text>, NoInfer<Flag>>>,
  ): Moment;
}
