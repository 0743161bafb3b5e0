/** 0: fine; 1: the answer is no; 2: there is no answer, because of bad input or usage. */
export type ExitCode = 0 | 1 | 2;
