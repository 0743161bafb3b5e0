/** Labels of a pod or namespace. */
export type Labels = Readonly<Record<string, string>>;

/** The value of a label; undefined where there is none, also of one named like what every object has: `constructor`. */
export function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
