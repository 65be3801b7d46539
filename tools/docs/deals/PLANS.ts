/** Which standing line of an example's program pays which of its equity plans: by the example, then by how the plan's files begin. */
export const PLANS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "phantom-equity": { profit: "profit share", exit: "exit" },
};
