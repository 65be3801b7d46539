import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "../../components/Button";
import { ActButton, type ActProps } from "./ActButton";

interface Props<Result> extends ActProps<Result> {
  /** The words of the button that unfolds it: “Resign”. */
  opener: string;
  /** What there is to fill in before it is sent. */
  children: ReactNode;
}

/** Something to do for which there is something to fill in, folded until it is wanted. */
export function UnfoldAct<Result>({
  opener,
  children,
  isOpen = true,
  ...act
}: Props<Result>): ReactElement {
  const [isWanted, setWanted] = useState(false);
  const isUnfolded = isOpen && isWanted;
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {isOpen && (
        <div>
          <Button aria-expanded={isWanted} onClick={() => setWanted(!isWanted)}>
            {opener} …
          </Button>
        </div>
      )}
      {isUnfolded && <div className="flex max-w-xl flex-col gap-4">{children}</div>}
      <ActButton {...act} isOpen={isUnfolded} />
    </div>
  );
}
