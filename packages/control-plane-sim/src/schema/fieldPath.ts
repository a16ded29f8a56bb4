/** The path of a property, as Kubernetes writes it in messages: `spec.gateway`. */
export function propertyPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

/** The path of an element of a list: `spec.ports[0]`. */
export function itemPath(parent: string, index: number): string {
  return `${parent}[${index}]`;
}
