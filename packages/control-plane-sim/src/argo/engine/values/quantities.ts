const SUFFIXES: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A Kubernetes quantity, such as `250m` or `64Mi`, as a number; undefined for anything else. */
export function parseQuantity(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') {
    return quantity;
  }
  const match = /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(
    typeof quantity === 'string' ? quantity : '',
  );
  return match ? Number(match[1]) * (SUFFIXES[match[2]] ?? 1) : undefined;
}
