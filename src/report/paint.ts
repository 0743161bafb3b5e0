/** How a piece of text is meant. */
export type Style = 'heading' | 'good' | 'bad' | 'doubt' | 'quiet';

/** Puts colour on a text, or leaves it as it is: up to whoever prints. */
export type Paint = (style: Style, text: string) => string;

/** Without colour. */
export const plain: Paint = (_, text) => text;
