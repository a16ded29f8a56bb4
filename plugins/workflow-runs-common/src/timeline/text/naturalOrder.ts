const ZERO = 48;
const NINE = 57;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Where the run of digits that begins at a place ends. */
function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Compares texts as a person sorts them: `each(9)` before `each(10)`. A total order but for leading zeros. */
export function naturalOrder(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (isDigit(x) && isDigit(y)) {
      const nextI = digitsEnd(a, i);
      const nextJ = digitsEnd(b, j);
      const difference =
        Number(a.slice(i, nextI)) - Number(b.slice(j, nextJ)) || 0;
      if (difference !== 0) {
        return difference;
      }
      i = nextI;
      j = nextJ;
    } else if (x === y) {
      i++;
      j++;
    } else {
      return x - y;
    }
  }
  return a.length - i - (b.length - j);
}
