/** The way to a field: keys of maps and, from 0, numbers of items. */
export type Path = readonly (string | number)[];

/** As the API server writes it: `spec.ingress[0].ports[0].port`. */
export function pathInWords(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
