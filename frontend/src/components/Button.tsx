import type { ComponentPropsWithRef, MouseEvent, ReactElement } from "react";

const LOOKS = {
  primary:
    "bg-accent text-on-accent hover:bg-accent-strong aria-disabled:bg-raised aria-disabled:text-muted",
  plain: "border border-line bg-surface text-ink hover:border-edge aria-disabled:text-muted",
} as const;

type Props = ComponentPropsWithRef<"button"> & { look?: keyof typeof LOOKS };

/** A button large enough for a thumb. A disabled one keeps the focus: who pressed it stays where they are. */
export function Button({
  look = "plain",
  className,
  disabled,
  onClick,
  ...rest
}: Props): ReactElement {
  return (
    <button
      aria-disabled={disabled === true ? true : undefined}
      className={`inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-semibold transition-colors aria-disabled:cursor-not-allowed ${LOOKS[look]} ${className ?? ""}`}
      onClick={disabled === true ? refuse : onClick}
      type="button"
      {...rest}
    />
  );
}

/** Of a form's button too, which Enter presses. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}
