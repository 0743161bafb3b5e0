const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a host calls something, as a part of a policy's name: `ThreeTierApp` becomes `three-tier-app`. */
export function kebabCase(id: string): string {
  if (KEBAB_CASE.test(id)) return id;
  return id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
