import { Output } from '../../src/cli/output';
import { Progress } from '../../src/cli/progress';

describe('progress', () => {
  it('is silent for a second, then speaks now and then, and makes place for the answer', async () => {
    const { progress, output, written, wait } = terminal(true);
    progress.say('reading');
    wait(999);
    progress.say('reading on');
    expect(written).toEqual([]);
    wait(1);
    progress.say('still reading');
    progress.say('and so on');
    wait(100);
    expect([...progress.watch(['a', 'b'], 'file')]).toEqual(['a', 'b']);
    await output.print(['answer']);
    await output.print(['more']);
    expect(written).toEqual([
      '\r\u001B[Kstill reading',
      '\r\u001B[Kfile 1 of 2 ...',
      '\r\u001B[K',
      'answer\n',
      'more\n',
    ]);
  });

  it('counts what comes without keeping it', () => {
    const { progress, written, wait } = terminal(true);
    wait(1_000);
    const items = Array.from({ length: 2_500 }, (_, index) => index);
    expect([...progress.count(items, 'connections')]).toEqual(items);
    expect(written).toEqual(['\r\u001B[K1000 connections ...']);
  });

  it('is silent where nobody watches', () => {
    const { progress, written, wait } = terminal(false);
    wait(10_000);
    progress.say('reading');
    progress.clear();
    expect(written).toEqual([]);
  });
});

describe('output', () => {
  it('fails for any reason but that nobody reads on', async () => {
    const failing = (code: string) => {
      const error = Object.assign(new Error(code), { code });
      return new Output({ write: (_, done) => (done?.(error), false) }, terminal(false).progress);
    };
    await expect(failing('EPIPE').print(['a'])).resolves.toBeUndefined();
    await expect(failing('ENOSPC').print(['a'])).rejects.toThrow('the answer cannot be written (ENOSPC); make room');
  });

  it('asks for no more lines once nobody reads on', async () => {
    let asked = 0;
    const error = Object.assign(new Error('closed'), { code: 'EPIPE' });
    const output = new Output({ write: (_, done) => (done?.(error), false) }, terminal(false).progress);
    await output.print(endless(() => asked++));
    expect(asked).toBeLessThan(100_000);
  });
});

function* endless(count: () => void): Generator<string> {
  for (;;) {
    count();
    yield 'line';
  }
}

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const stream = {
    isTTY,
    write: (text: string, done?: () => void) => {
      written.push(text);
      done?.();
      return true;
    },
  };
  const progress = new Progress(stream, () => now);
  return { progress, output: new Output(stream, progress), written, wait: (ms: number) => (now += ms) };
}
