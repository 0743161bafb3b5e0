/**
 * The API server's syntax rules, each as a function from a text to what is wrong with it, if anything.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go
 */
export type SyntaxRule = (text: string) => string | undefined;

const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;
const PORT_NAME_LENGTH = 15;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** A namespace's name: RFC 1123 label, at most 63 characters. */
export const dnsLabelProblem: SyntaxRule = text =>
  tooLong(text, LABEL_LENGTH) ??
  mismatch(text, DNS_LABEL, "lower-case letters, digits and '-', with a letter or digit at both ends");

/** An object's name: RFC 1123 subdomain, at most 253 characters. */
export const dnsSubdomainProblem: SyntaxRule = text =>
  tooLong(text, SUBDOMAIN_LENGTH) ??
  mismatch(
    text,
    DNS_SUBDOMAIN,
    "lower-case letters, digits, '-' and '.', with a letter or digit at the ends of every part",
  );

/** A label's key: an optional `subdomain/` and a name of at most 63 characters. */
export const labelKeyProblem: SyntaxRule = text => {
  const slash = text.lastIndexOf('/');
  const prefixProblem = slash < 0 ? undefined : dnsSubdomainProblem(text.slice(0, slash));
  return prefixProblem === undefined
    ? qualifiedNameProblem(text.slice(slash + 1))
    : `has a prefix that ${prefixProblem}`;
};

/** An annotation's key: that of a label, with capitals in its prefix too. */
export const annotationKeyProblem: SyntaxRule = text => labelKeyProblem(text.toLowerCase());

/** A label's value: empty, or at most 63 characters. */
export const labelValueProblem: SyntaxRule = text => (text === '' ? undefined : qualifiedNameProblem(text));

/** A container port's name: IANA service name, at most 15 characters. */
export const portNameProblem: SyntaxRule = text =>
  tooLong(text, PORT_NAME_LENGTH) ??
  mismatch(text, /^[-a-z0-9]+$/, "lower-case letters, digits and '-'") ??
  mismatch(text, /[a-z]/, 'at least one letter') ??
  (text.includes('--') ? "must not contain '--'" : undefined) ??
  (text.startsWith('-') || text.endsWith('-') ? "must not begin or end with '-'" : undefined);

const qualifiedNameProblem: SyntaxRule = text =>
  tooLong(text, LABEL_LENGTH) ??
  mismatch(text, QUALIFIED_NAME, "letters, digits, '-', '_' and '.', with a letter or digit at both ends");

function tooLong(text: string, most: number): string | undefined {
  return text.length > most ? `has ${text.length} characters, at most ${most} are allowed` : undefined;
}

function mismatch(text: string, pattern: RegExp, wanted: string): string | undefined {
  return pattern.test(text) ? undefined : `must be ${wanted}`;
}
