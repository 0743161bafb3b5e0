import { ComponentResourceOptions } from '@pulumi/pulumi';
import { DefaultDeny } from '../../src/pulumi';
import { withShortStacks } from '../../src/pulumi/short-stacks';
import { run } from './program';

describe('short stacks', () => {
  const { stackTraceLimit } = Error;

  it('have one line, and end with the work', () => {
    const inside = withShortStacks(() => new Error('inside').stack);
    expect(inside?.split('\n')).toHaveLength(2);
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });

  it('end with work that throws', () => {
    expect(() => withShortStacks(() => JSON.parse('{') as unknown)).toThrow(SyntaxError);
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });

  it('leave the line of a transformation that throws', async () => {
    const broken: ComponentResourceOptions = {
      transformations: [
        function transform({ type }) {
          if (type.startsWith('kubernetes:')) throw new Error('broken');
          return undefined;
        },
      ],
    };
    const error: unknown = await run(() => new DefaultDeny('deny', { namespace: 'shop' }, broken)).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error).stack).toMatch(/^Error: broken\n\s+at .*short-stacks\.test\.ts:\d+:\d+/);
  });
});
