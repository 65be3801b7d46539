import { TributaryError } from "../../../core/TributaryError.ts";

const LEAST = 16;
const LEAST_DIFFERENT = 8;

/** Refuses a signing secret that somebody could guess, and with it write sales of their own. It is never shown. */
export function refuseWeakSecret(secret: string, name: string): void {
  const own = secret.replace(/^whsec_/, "");
  const different = new Set(own).size;
  if (own.length >= LEAST && different >= LEAST_DIFFERENT && !/\s/.test(secret)) return;
  throw new TributaryError(
    `The secret ${name} is too weak: whoever guesses it can tell any sales.`,
    {
      found: `${own.length} characters, ${different} different ones`,
      allowed: `the endpoint's signing secret as Stripe gives it: whsec_ and at least ${LEAST} characters, ${LEAST_DIFFERENT} different ones, no spaces`,
      todo: `Copy it from the endpoint's page in Stripe's Dashboard, or from what "stripe listen" prints, and put it in the place of ${name}.`,
    },
  );
}
