// What can be wrong with the input of a calculation, as stable codes with a path and a sentence for people.

export type ProblemCode = 'UNKNOWN_CALCULATION' | 'INVALID_JSON' | 'MISSING' | 'TYPE' | 'FORMAT' | 'VALUE' | 'RANGE' | 'CONFLICT';

/** Thrown for input that cannot be evaluated; a program error stays an ordinary Error. */
export class InputProblem extends Error {
  readonly code: ProblemCode;
  readonly path: string;

  constructor(code: ProblemCode, path: string, message: string) {
    super(message);
    this.name = 'InputProblem';
    this.code = code;
    this.path = path;
  }

  /** The document that a caller receives. */
  asDocument(): { error: { code: ProblemCode; path: string; message: string } } {
    return { error: { code: this.code, path: this.path, message: this.message } };
  }
}

/** One reading of one input: contradictions wait until it is certain that nothing else is wrong, everything else ends it at once. */
export class Reading {
  private firstConflict: InputProblem | undefined;

  fail(code: Exclude<ProblemCode, 'CONFLICT'>, path: string, message: string): never {
    throw new InputProblem(code, path, message);
  }

  conflict(path: string, message: string): void {
    this.firstConflict ??= new InputProblem('CONFLICT', path, message);
  }

  throwConflict(): void {
    if (this.firstConflict !== undefined) throw this.firstConflict;
  }
}
