import { useState } from "react";

/** Whether something is so, or was so before: what can be done no more stays in sight, so that it can be told that it is done. */
export function useEver(isSo: boolean): boolean {
  const [wasSo, setSo] = useState(isSo);
  if (isSo && !wasSo) setSo(true);
  return isSo || wasSo;
}
