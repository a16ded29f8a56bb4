import { PlaneRegistry } from '../model/plane';
import { asFields, Fields, itemsOf, readName, readToken } from './readers';

const MAX_REGISTRIES = 50;
const PREFIX = /^[A-Za-z0-9]([-A-Za-z0-9._:/]*[A-Za-z0-9])?\/?$/;

/** Reads the registries of a proposal-era build plane, or the one of a v0.3 data plane. */
export function parseRegistries(spec: Fields): PlaneRegistry[] {
  const registries: PlaneRegistry[] = [];
  for (const item of [
    ...itemsOf(spec, 'registries', MAX_REGISTRIES),
    spec.registry,
  ]) {
    const fields = asFields(item);
    const prefix = readToken(fields?.prefix, PREFIX, 253);
    if (prefix !== undefined) {
      registries.push({ prefix, secretName: readName(fields?.secretRef) });
    }
  }
  return registries;
}
