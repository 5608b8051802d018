/** Something on this machine stands in the way; the message is a sentence that says what the person can do. */
export class SetupProblem extends Error {
  /** @override */
  name = 'SetupProblem'
}
