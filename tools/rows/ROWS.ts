/** A rule that was broken once. Each patch in this folder that is named after it breaks it again, in one way. */
export interface Row {
  readonly id: string;
  readonly rule: string;
  /** Why no patch of the contracts breaks it. */
  readonly without?: string;
}

export const ROWS: readonly Row[] = [
  { id: "F1", rule: "What backs a promise serves it alone; a milestone that was reached is owed" },
  { id: "F2", rule: "A reserve stays until its line has ended and is settled" },
  { id: "F3", rule: "Whose guarantee gets worse is asked; older guarantees come first" },
  { id: "F4", rule: "Acceptance holds back what was earned as a partner, and nothing else" },
  { id: "F5", rule: "Amounts of terms are per currency" },
  { id: "F6", rule: "All kinds are those to come, too; a line can be extended" },
  { id: "F7", rule: "A token that fails hides and stops no other currency" },
  { id: "F8", rule: "What settlements look at is bounded" },
  { id: "F9", rule: "No counter of periods ends" },
  { id: "F10", rule: "Whose line has ended is asked for nothing; a void sale reads as void" },
  { id: "F11", rule: "Shares of missing roles are exact until the line" },
  { id: "F12", rule: "A token of shares is refused at creation" },
  { id: "F13", rule: "Money counts in the segment in which it is counted" },
  { id: "F14", rule: "A sale below the least counts for no tier and no milestone" },
  { id: "F15", rule: "A role that gets the residual stays within the ceiling" },
  { id: "F16", rule: "Partners dispute what concerns them, and keep their remedies" },
  { id: "K1", rule: "The arbiter can be replaced, and gives nothing to itself" },
  { id: "K2", rule: "A stolen key takes a bounded amount" },
  { id: "K3", rule: "Who has moved has its rights at the new wallet alone" },
  { id: "K4", rule: "Lines end after their notice, which is never lowered" },
  { id: "K5", rule: "What a thief used up comes back" },
  {
    id: "K6",
    rule: "Commands and pages reach every function",
    without: "It is about commands and pages: test/documents asks for each function's.",
  },
  { id: "K7", rule: "Somebody follows an operator that is gone" },
  {
    id: "K8",
    rule: "Terms whose powers are all one key are not deployed unasked",
    without: "It is about a command: `program deploy` refuses them on live networks.",
  },
  { id: "R1", rule: "Who can call needs no signature; who cannot be paid is owed" },
  { id: "R2", rule: "A key signs for its account, whatever code that has" },
  { id: "R3", rule: "A payment that fails had the gas that it was promised" },
  {
    id: "R4",
    rule: "A command always ends",
    without: "It is about commands: their tests run them as processes.",
  },
  { id: "R5", rule: "A payment may leave two units less, which stay the party's" },
  { id: "R6", rule: "Receiving costs nearly the same with many rates" },
  { id: "R7", rule: "What can be created fits a transaction" },
  {
    id: "R8",
    rule: "A Safe can have any power",
    without: "It is about commands, which hand calls to a Safe: test/compatibility runs them.",
  },
  {
    id: "R9",
    rule: "A recipient that burns gas stops no claim of others",
    without:
      "It is about a command, which works out its gas; the contract's part is that of R3 and of rule 8.",
  },
];
