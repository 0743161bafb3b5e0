import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const PROGRAMS = join(__dirname, 'programs');
const OUT = join(__dirname, 'out');

/** Turns the programs into JavaScript, so that the measured processes load no compiler, and what was compiled of `src`. */
export function prepare(): void {
  mkdirSync(OUT, { recursive: true });
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  for (const name of readdirSync(PROGRAMS)) {
    const { outputText } = ts.transpileModule(readFileSync(join(PROGRAMS, name), 'utf8'), { compilerOptions });
    writeFileSync(join(OUT, name.replace(/\.ts$/, '.js')), outputText.replaceAll('../../src/', '../../lib/'));
  }
}

/** Runs a program in a process of its own; it answers in JSON. */
export function ask<T>(program: string, args: readonly string[], nodeOptions: readonly string[] = []): T {
  const answer = execFileSync(process.execPath, [...nodeOptions, join(OUT, `${program}.js`), ...args]);
  return JSON.parse(answer.toString()) as T;
}

/**
 * Asks about each subject in turn, over and over, every other time from the back: A B C, C B A. What slows the machine
 * down then slows all of them.
 */
export function inTurn<T>(subjects: readonly string[], rounds: number, question: (subject: string) => T): T[][] {
  return Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? subjects.map(question) : [...subjects].reverse().map(question).reverse(),
  );
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}
