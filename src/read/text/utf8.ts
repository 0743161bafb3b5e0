/** The text of bytes, or what of it comes before the first byte that is not UTF-8. */
export type Decoded = { readonly text: string } | { readonly validText: string };

/** Reads bytes as UTF-8, which is all that Kubernetes takes. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = tryDecode(bytes, false);
  return text === undefined ? { validText: longestValidStart(bytes) } : { text };
}

/** Whether the bytes begin as a text in UTF-16 does, which PowerShell writes. */
export function looksLikeUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** @param isPart whether the last character may be cut off */
function tryDecode(bytes: Uint8Array, isPart: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isPart });
  } catch {
    return undefined;
  }
}

function longestValidStart(bytes: Uint8Array): string {
  let valid = '';
  let [low, high] = [0, bytes.length + 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const text = middle > bytes.length ? undefined : tryDecode(bytes.subarray(0, middle), true);
    if (text === undefined) high = middle;
    else [low, valid] = [middle, text];
  }
  return valid;
}
