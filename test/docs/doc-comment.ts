import * as ts from 'typescript';
import { Sample } from './markdown';

/** The programs under `@example` in the doc comments of a source file. */
export function examplesOf(path: string, text: string): Sample[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const samples: Sample[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text === 'example' && tag.parent.parent === node) samples.push(sampleOf(source, tag));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return samples;
}

function sampleOf(source: ts.SourceFile, tag: ts.JSDocTag): Sample {
  const at = `${source.fileName}:${source.getLineAndCharacterOfPosition(tag.pos).line + 1}`;
  const code = ts.getTextOfJSDocComment(tag.comment) ?? '';
  return { program: { at, language: 'ts', remark: '', text: code }, code, outcomes: [] };
}
