import { programAbi } from "../../generated/abis/Program.ts";
import { termsValidatorAbi } from "../../generated/abis/TermsValidator.ts";
import { FURTHER_ERRORS } from "./FURTHER_ERRORS.ts";

/** The ABI to call a program with, so that whatever it refuses can be told in words. */
export const EXPLAINED_ABI = [...programAbi, ...FURTHER_ERRORS, ...termsValidatorAbi] as const;
