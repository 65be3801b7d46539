import { proposeCommand } from "../../proposeCommand.ts";

/** `roles propose`: who holds a power hands it over; with --notice the operator replaces the arbiter, or the guardian a silent operator. */
export default proposeCommand<"notice">(({ notice }) => (notice ? "notice" : "hand-over"));
