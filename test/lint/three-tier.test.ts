import { join } from 'node:path';
import { lint } from '../../src/lint/lint';
import { readPaths } from '../../src/read/files';
import { readTexts } from '../../src/read/read-texts';

const ROOT = join(__dirname, '..', '..');

const FILES = readPaths([join(ROOT, 'examples', 'three-tier', 'dist')]).map(({ name, text }) => ({
  name,
  text: text.toString(),
}));

/** What is found in the example after a text in it is replaced, as `rule: message`. */
function foundAfter(search: RegExp | string, replacement: string): string[] {
  const texts = FILES.map(({ name, text }) => ({ name, text: text.replace(search, replacement) }));
  expect(texts).not.toEqual(FILES);
  return lint(readTexts(texts).cluster).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('the three-tier example', () => {
  it('is as it should be', () => expect(lint(readTexts(FILES).cluster)).toEqual([]));

  it('without DNS: its pods cannot resolve names', () => {
    expect(foundAfter(/protocol: UDP/g, 'protocol: SCTP')).toEqual([
      'egress-without-dns: shop/frontend, shop/backend may send to others, and cannot resolve names: nothing allows UDP 53 or 5353',
    ]);
  });

  it('with a dash too many: a whole namespace is let in', () => {
    expect(
      foundAfter(
        /( +)- namespaceSelector:\n((?:\1  .*\n)+?)\1  podSelector/,
        '$1- namespaceSelector:\n$2$1- podSelector',
      ),
    ).toEqual([expect.stringMatching(/^or-for-and: the rule allows from all pods in namespaces/)]);
  });

  it('with the wrong label for a namespace: nobody is let in', () => {
    expect(foundAfter('kubernetes.io/metadata.name: ingress-nginx', 'name: ingress-nginx')).toEqual([
      'never-matching-rule: the rule allows nobody: no namespace has the label name=ingress-nginx, as far as they were read',
    ]);
  });

  it('with a label that no pod has: nobody is let in', () => {
    expect(
      foundAfter(/(from:\n +- podSelector:\n +matchLabels:\n +app: shop\n +tier: )frontend/, '$1frontent'),
    ).toEqual([
      'never-matching-rule: the rule allows nobody: no pod in namespace shop is app=shop,tier=frontent, there are app=shop',
    ]);
  });
});
