/**
 * The forms of names, as Kubernetes words them.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go
 */
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

/** RFC 1123 label. */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && matches(LABEL, name);
}

/** RFC 1123 subdomain: labels with dots between them. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && matches(`${LABEL}(\\.${LABEL})*`, name);
}

/** A label's or annotation's key: `name` or `prefix/name`. */
export function isQualifiedName(key: string): boolean {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  if (parts.length > 2 || (parts.length === 2 && !isDnsSubdomain(parts[0]))) return false;
  return name.length <= 63 && matches(QUALIFIED, name);
}

/** A label's value. */
export function isLabelValue(value: string): boolean {
  return value.length <= 63 && matches(`(${QUALIFIED})?`, value);
}

/** A port's name: RFC 6335. */
export function isPortName(name: string): boolean {
  return /^[-a-z0-9]{1,15}$/.test(name) && /[a-z]/.test(name) && !/--|^-|-$/.test(name);
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}
