import { proposeCommand } from "../../proposeCommand.ts";

/** `roles replace`: two of operator, arbiter and guardian replace the third. */
export default proposeCommand(() => "joint");
