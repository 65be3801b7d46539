/** How many sales of a file have no credits though the terms pay roles for their kinds, for people. */
export function describeUncredited(count: number): string[] {
  if (count === 0) return [];
  const many = count === 1 ? "1 sale of the file has" : `${count} sales of the file have`;
  return [
    `${many} no credits, though roles are paid for the kind: of these no partner earns, only standing lines and the residual.`,
  ];
}
