/** An error and its causes. */
export function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let one = error; one instanceof Error && causes.length < 10; one = one.cause)
    causes.push(one);
  return causes;
}
