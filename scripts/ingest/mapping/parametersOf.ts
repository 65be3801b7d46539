/** The parameters of a whole address or of one without its host. */
export function parametersOf(url: string): URLSearchParams {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
  return new URLSearchParams(query);
}
