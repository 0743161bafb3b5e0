/** A fenced block of a page. */
export interface Block {
  /** Where it stands, such as `README.md:12`. */
  readonly at: string;
  readonly language: string;
  /** What the HTML comment above it says, such as `prints`; empty where there is none. */
  readonly remark: string;
  readonly text: string;
}

/** A program that a page shows, and what the page says comes out of it. */
export interface Sample {
  readonly program: Block;
  /** Without what is around it, where it stands for itself. */
  readonly code: string;
  readonly outcomes: readonly Block[];
}

const FENCE = /^( *)```(\w*)$/;
const REMARK = /^ *<!-- (.*) -->$/;

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string, markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; start++) {
    const [, indent, language] = FENCE.exec(lines[start]) ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf(`${indent}\`\`\``, start + 1);
    const text = lines
      .slice(start + 1, end)
      .map(line => line.slice(indent.length))
      .join('\n');
    blocks.push({ at: `${page}:${start + 1}`, language, remark: remarkAbove(lines, start), text });
    start = end;
  }
  return blocks;
}

/** The comment that stands right above, blank lines aside. */
function remarkAbove(lines: readonly string[], start: number): string {
  const above = lines.slice(0, start).filter(line => line.trim() !== '');
  return REMARK.exec(above.at(-1) ?? '')?.[1] ?? '';
}

/**
 * The TypeScript programs among blocks, each with the outcomes that follow it: blocks remarked `prints`, `throws` or
 * `writes FILE`. A program remarked `continues` goes on where the one before it ended; what is remarked `file: PATH` or
 * `append: PATH` is no program, but part of one.
 */
export function samplesOf(blocks: readonly Block[]): Sample[] {
  const samples: Sample[] = [];
  for (const block of blocks) {
    const last = samples.at(-1);
    if (block.language === 'ts' && !/^(file|append): /.test(block.remark)) {
      const code = block.remark === 'continues' ? `${last?.code}\n${block.text}` : block.text;
      samples.push({ program: block, code, outcomes: [] });
    } else if (last !== undefined && /^(prints|throws|writes )/.test(block.remark)) {
      samples[samples.length - 1] = { ...last, outcomes: [...last.outcomes, block] };
    }
  }
  return samples;
}
