import * as ts from 'typescript';

/** The interfaces and types whose names end with `Json` in a source, with their comments, by name. */
export function jsonDeclarations(text: string): Map<string, string> {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);
  const declarations = source.statements.filter(
    statement => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
  );
  return new Map(
    declarations
      .filter(({ name }) => name.text.endsWith('Json'))
      .map(each => [
        each.name.text,
        each
          .getFullText()
          .trim()
          .replace(/^export /m, ''),
      ]),
  );
}

/** The names of an interface's fields, in order. */
export function fieldsIn(declaration: string): string[] {
  return [...declaration.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);
}
