import type { ComponentPropsWithRef, ReactElement } from "react";

const LOOKS = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong disabled:bg-raised disabled:text-muted",
  plain: "border border-line bg-surface text-ink hover:border-edge disabled:text-muted",
} as const;

type Props = ComponentPropsWithRef<"button"> & { look?: keyof typeof LOOKS };

/** A button large enough for a thumb. */
export function Button({ look = "plain", className, ...rest }: Props): ReactElement {
  return (
    <button
      className={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-semibold transition-colors disabled:cursor-not-allowed ${LOOKS[look]} ${className ?? ""}`}
      type="button"
      {...rest}
    />
  );
}
