import { ArgumentType } from "hardhat/types/arguments";

/** An option with a text as its value. */
export const text = <Name extends string>(name: Name, description: string) => ({
  name,
  description,
  type: ArgumentType.STRING_WITHOUT_DEFAULT as const,
  defaultValue: undefined,
});

export const JSON_FLAG = {
  name: "json",
  description: "Print one JSON document on standard output",
} as const;

export const DRY_RUN = {
  name: "dryRun",
  description: "Send nothing; say what would be sent and refused, and what it would cost",
} as const;

export const CALLDATA = {
  name: "calldata",
  description: "Send nothing; print the calls, for whatever --from is to make them",
} as const;

export const SAFE = text(
  "safe",
  "Send nothing; write the calls to this file, for the Transaction Builder of the Safe at --from",
);

export const SIGN = text(
  "sign",
  "Send nothing; write the act as --from signs it to this file, for anybody to post with `acts post`",
);

export const PERMIT = {
  name: "permit",
  description: "Sign a permit (EIP-2612) for the token instead of approving it by a transaction",
} as const;

export const AGAIN = {
  name: "again",
  description: "Give up what was handed out before and is not on the chain",
} as const;

export const CLOCK = {
  name: "clock",
  description: "Move a development chain's clock to each line's occurred_at in turn",
} as const;

export const WITHOUT_SAFEGUARDS = {
  name: "withoutSafeguards",
  description: "On a live network, too: one key for all powers, no guardian or no posting limit",
} as const;

export const WITHOUT_CREDITS = {
  name: "withoutCredits",
  description: "Take a file without the column credits, too: no partner earns of it",
} as const;

export const ALLOW_SIMILAR = {
  name: "allowSimilar",
  description: "Take names that others have, or that look like theirs, too",
} as const;

export const PROGRAM = text("program", "The program's address");
export const FROM = text("from", "The account that signs; the network's first by default");
export const PARTNER = text("partner", "A partner's name or wallet");
export const PARTY = text(
  "partner",
  "A partner's name or wallet, a standing line's or pool's name, treasury or tax account",
);
export const CURRENCY = text(
  "currency",
  "A currency of the program; may be left out if it has one",
);
export const AMOUNT = text("amount", "How much of it, such as 1000.00");
export const KIND = text("kind", "A kind of sale that the terms name");
export const REASON = text("reason", "The reason; told in the event");
export const EVIDENCE = text("evidence", "A file, or the hash, of what supports it");
export const EVIDENCE_FOLDER = text(
  "evidence",
  "The folder of the evidence that these follow from, or its hash; each batch commits to it",
);
export const ACKNOWLEDGED = text(
  "acknowledged",
  "refund_id,amount,reason: refunds that came too late for the chain, and that the operator bears",
);
export const LINE = text("line", "A standing line's name");
export const LANE_NUMBER = text(
  "lane",
  "The lane that sales go by in the order of their time; 1, and 0 is the late one",
);
export const SERVICE = text("service", "Only this one: etherscan, blockscout or sourcify");
export const SALE = text("sale", "The sale's id");
export const JOURNAL = text("journal", "The journal's file; feed/ has one for each program");
export const CONFIRMATIONS = text(
  "confirmations",
  "Blocks after which a transaction is final; 12, on development chains 0",
);
export const MAX_FEE = text("maxFee", "The most to pay for gas, in gwei");
export const SKEW = text("skew", "Seconds that a touch may be after its sale, as clocks differ; 0");
