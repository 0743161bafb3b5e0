/** The text of bytes, or the first byte that no UTF-8 has there. */
export type Decoded = { readonly text: string } | { readonly validBytes: number };

/** Reads bytes as UTF-8, which all of Kubernetes speaks. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = tryDecode(bytes, false);
  return text === undefined ? { validBytes: longestValidPrefix(bytes) } : { text };
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

function longestValidPrefix(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    if (middle <= bytes.length && tryDecode(bytes.subarray(0, middle), true) !== undefined) valid = middle;
    else invalid = middle;
  }
  return valid;
}
