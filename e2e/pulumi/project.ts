import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../clone';

const ROOT = join(__dirname, '..', '..');

/** A project with one program, which has the packages of this checkout, and netpol as it stands in `src`. */
export function projectOf(name: string, program: string): string {
  const folder = emptyFolder(`pulumi-project-${name}`);
  const modules = join(folder, 'node_modules');
  rmSync(modules, { force: true });
  symlinkSync(join(ROOT, 'node_modules'), modules);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', private: true, main: 'index.ts' }));
  // tsx understands the sources; what Pulumi compiles with checks types, and these programs have wrong ones.
  const options = { typescript: false, nodeargs: '--import tsx' };
  writeFileSync(join(folder, 'Pulumi.yaml'), JSON.stringify({ name: 'shop', runtime: { name: 'nodejs', options } }));
  writeFileSync(join(folder, 'index.ts'), program.replaceAll("'netpol/pulumi'", `'${ROOT}/src/pulumi'`));
  return folder;
}
