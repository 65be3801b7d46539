/** What arrived in a plan and is not shared yet: what it has above all that it counted. */
export function arrivedOf(balance: bigint | undefined, counted: bigint): bigint {
  return balance !== undefined && balance > counted ? balance - counted : 0n;
}
