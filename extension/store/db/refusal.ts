import type { ProblemCode } from '../../../core/result.ts';

/** Thrown inside a transaction, so that nothing of it is kept; its name is the problem. */
export class Refusal extends Error {
  constructor(code: ProblemCode) {
    super(code);
    this.name = code;
  }
}
